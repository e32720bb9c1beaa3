"""Whether the members named put a text forward: the lead first, else any sponsor of the official list.

A list that is incomplete, or that no stored source bears out, never contradicts anybody.
"""

from __future__ import annotations

from onrecord.checking.docket import Docket, at_date
from onrecord.checking.judging.result import UNKNOWN, Holds, Judgement
from onrecord.checking.members import code_on, codes_on, in_region, region
from onrecord.checking.words import capital, counted, names, text_of
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.lexicon import prefix_code
from onrecord.record.model import VETO_HOLDERS, Kind, Sponsorship, VoteEvent

WESTERN_PERMANENT = frozenset({"FRA", "GBR", "USA"})
OBSERVERS = frozenset({"PSE", "VAT"})
"""No members of the United Nations, and so on no list of sponsors in the Council."""
MANY = 12
"""Sponsors above which a reason gives their number and not their names."""
NEAR = 2
"""A count of sponsors this far from the list's may rest on names added later."""
LATE_SIGNERS = 0.85
"""So much of the list may have been there when somebody counted."""


def sponsor(claim: Sponsor, event: VoteEvent, docket: Docket) -> Judgement:
    """Unknown without a reason where the words are no claim to sponsorship after all."""
    judged = _judged(claim, event, docket)
    if not claim.guessed or judged.holds is Holds.YES:
        return judged
    row = docket.record.sponsorship(event.id)
    return UNKNOWN if claim.loose or (row is not None and row.sponsors) else judged


def _judged(claim: Sponsor, event: VoteEvent, docket: Docket) -> Judgement:
    if claim.amendment and event.kind is not Kind.AMENDMENT:
        return UNKNOWN
    row = docket.record.sponsorship(event.id)
    codes = frozenset[str]() if claim.quantity is not None else _codes(claim, event, docket)
    if codes is None:
        return UNKNOWN
    if claim.loose and not _may_sponsor(codes, event, docket, row, claim.of_draft):
        return UNKNOWN
    if row is None or not row.sponsors:
        return Judgement(Holds.UNKNOWN, lambda: f"The record does not say who sponsored {text_of(event)}.", codes)
    if claim.quantity is not None:
        counted = _counted(claim, event, row)
        return UNKNOWN if claim.then and counted.holds is Holds.NO else counted
    if claim.members.nobody and not claim.members.others:
        return UNKNOWN if claim.negated else _of_none(claim, event, docket, row, codes)
    if claim.negated and claim.members.quantity == 1 and _is_vague(claim):
        return _of_none(claim, event, docket, row, codes)  # "did not include a single permanent member"
    judged = (
        _of_group(event, docket, row, codes, claim.members.quantity)
        if _is_vague(claim)
        else _of_codes(claim, event, docket, row, codes)
    )
    if (claim.role or claim.then) and (judged.holds is Holds.NO or (claim.loose and judged.holds is Holds.UNKNOWN)):
        return UNKNOWN
    if claim.negated and judged.holds in (Holds.YES, Holds.NO):
        return Judgement(Holds.NO if judged.holds is Holds.YES else Holds.YES, judged.said, codes)
    return judged


def _of_codes(claim: Sponsor, event: VoteEvent, docket: Docket, row: Sponsorship, codes: frozenset[str]) -> Judgement:
    listed = frozenset(row.sponsors)
    leads = frozenset(row.leads)
    if leads and codes <= leads:
        return Judgement(
            Holds.YES, lambda: f"{capital(names(codes, docket.record))} put forward {text_of(event)}.", codes
        )
    if codes <= listed | leads:
        if claim.co_sponsor or not leads or codes & leads:
            return Judgement(Holds.YES, lambda: f"{_on_the_list(codes, event, docket)}.", codes)
        return Judgement(
            Holds.DEPENDS,
            lambda: f"{_on_the_list(codes, event, docket)}, but {names(leads, docket.record)} put it forward.",
            codes,
        )
    return _not_listed(event, docket, row, codes - listed - leads, codes)


def _of_none(claim: Sponsor, event: VoteEvent, docket: Docket, row: Sponsorship, codes: frozenset[str]) -> Judgement:
    """ "No permanent member was among the sponsors": any of them on the list speaks against it."""
    meant = codes | region(claim.members.adjective or "")
    if not meant:
        return UNKNOWN
    listed = meant & frozenset((*row.sponsors, *row.leads))
    if listed:
        return Judgement(Holds.NO, lambda: f"{_on_the_list(listed, event, docket)}.", codes)
    holds = Holds.YES if row.complete and row.verified else Holds.UNKNOWN
    return Judgement(holds, lambda: f"{capital(text_of(event))} was put forward by {_known(row, docket)}.", codes)


def _on_the_list(codes: frozenset[str], event: VoteEvent, docket: Docket) -> str:
    verb = "is" if len(codes) == 1 else "are"
    return f"{capital(names(codes, docket.record))} {verb} on the list of sponsors of {text_of(event)}"


def _of_group(
    event: VoteEvent, docket: Docket, row: Sponsorship, codes: frozenset[str], so_many: int | None
) -> Judgement:
    """ "The Gulf states", "five of the non-aligned": some of a group may have acted for it, or just so many."""
    did = frozenset(row.leads or row.sponsors)

    def put_forward() -> str:
        return f"{capital(text_of(event))} was put forward by {_known(row, docket)}"

    def left_open() -> str:
        return f"{put_forward()}; whether that is the group meant is open."

    if not codes:
        return Judgement(Holds.UNKNOWN, left_open)
    if so_many is not None and so_many != len(codes):
        fits = so_many in (len(did), len(row.sponsors)) and did <= codes
        return Judgement(Holds.YES, lambda: f"{put_forward()}.", codes) if fits else Judgement(Holds.UNKNOWN, left_open)
    most = did <= codes and (2 * len(did) >= len(codes) or not row.complete or bool(row.as_group))
    if most or codes <= frozenset(row.sponsors):
        return Judgement(Holds.YES, lambda: f"{put_forward()}.", codes)
    if did & codes or frozenset(row.sponsors) & codes or not (row.complete and row.verified):
        return Judgement(Holds.UNKNOWN, left_open, codes)
    return Judgement(Holds.NO, lambda: f"{put_forward()}.", codes)


def _not_listed(
    event: VoteEvent, docket: Docket, row: Sponsorship, absent: frozenset[str], codes: frozenset[str]
) -> Judgement:
    if absent & OBSERVERS:
        return Judgement(
            Holds.UNKNOWN,
            lambda: (
                f"{capital(text_of(event))} was put forward by {_known(row, docket)}; "
                f"{names(absent & OBSERVERS, docket.record)} could put nothing to the vote, whoever wrote it."
            ),
            codes,
        )
    if not (row.complete and row.verified):
        return Judgement(
            Holds.UNKNOWN,
            lambda: (
                f"The record's list of the sponsors of {text_of(event)} is not complete; "
                f"it names {_known(row, docket)}."
            ),
            codes,
        )
    verb = "is" if len(absent) == 1 else "are"
    return Judgement(
        Holds.NO,
        lambda: (
            f"{capital(text_of(event))} was put forward by {_known(row, docket)}; "
            f"{names(absent, docket.record)} {verb} not on the official list of sponsors."
        ),
        codes,
    )


def _known(row: Sponsorship, docket: Docket) -> str:
    """Who is known to have put it forward: by name, by number where they are many, or as the group that they are."""
    group = docket.record.groups.get(row.as_group) if row.as_group else None
    best = row.leads or row.sponsors
    if group is not None and not row.leads:
        return f"the {group.title}"
    known = names(best, docket.record) if len(best) <= MANY else f"{len(best)} states"
    return f"{known} for the {group.title}" if group is not None else known


def _counted(claim: Sponsor, event: VoteEvent, row: Sponsorship) -> Judgement:
    assert claim.quantity is not None
    listed = len(row.sponsors)
    reason = f"The official list names {counted(listed, 'sponsor')} of {text_of(event)}."
    if not (row.complete and row.verified):
        return Judgement(Holds.UNKNOWN, f"The record's list of the sponsors of {text_of(event)} is not complete.")
    if claim.quantity.admits(listed) or claim.quantity.admits(listed - len(row.leads)):
        return Judgement(Holds.YES, reason)
    # States may put their names on the list up to the end: who counted before counted fewer.
    before_the_last = LATE_SIGNERS * listed <= claim.quantity.value <= listed
    near = before_the_last or abs(claim.quantity.value - listed) <= NEAR
    return Judgement(Holds.UNKNOWN if near else Holds.NO, reason)


def _may_sponsor(
    codes: frozenset[str], event: VoteEvent, docket: Docket, row: Sponsorship | None, of_draft: bool
) -> bool:
    """Whether an adjective ("the Iranian text") can mean who wrote it, and not what it is about."""
    if row is not None and codes & frozenset((*row.sponsors, *row.leads)):
        return True
    seats = docket.seats(event.date)
    about = docket.subjects.subject_terms(event.id)
    untold = row is None or not row.sponsors
    if any(f"member:{code}" in about and code not in VETO_HOLDERS for code in codes) and not (untold and of_draft):
        return False
    members = codes & frozenset(seats)
    return docket.body != "unsc" or members == codes or (of_draft and len(codes) > 1 and bool(members))


def _is_vague(claim: Sponsor) -> bool:
    return bool(claim.members.adjective or claim.members.groups)


def _codes(claim: Sponsor, event: VoteEvent, docket: Docket) -> frozenset[str] | None:
    """The states meant on the day; None where that cannot be told."""
    seats = docket.seats(event.date)
    found: set[str] = set()
    for named in claim.members.named:
        code = code_on(named, event.date, seats)
        if code is None and not named.aliases and (prefixed := prefix_code(named.text)) is not None:
            code = at_date(prefixed, event.date)
        if code is None:
            return None
        found.add(code)
    if claim.members.adjective:
        found |= _region(claim.members.adjective, claim.members.quantity, docket, event)
    if claim.members.groups:
        inside = codes_on(claim.members, docket, event.date)
        if inside is None:
            return frozenset()
        found |= inside
    return frozenset(found)


def _region(adjective: str, quantity: int | None, docket: Docket, event: VoteEvent) -> frozenset[str]:
    """ "The Western three" are the permanent ones, unless just three Western members sit."""
    region = in_region(adjective, docket, event.date) or frozenset()
    if adjective.lower() == "western" and quantity == 3 and len(region) != quantity:
        return WESTERN_PERMANENT
    return region


__all__ = ["sponsor"]
