"""How often a member was elected, whether ever, and how many of those named come or go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from onrecord.checking.docket import Docket
from onrecord.checking.members import code_on
from onrecord.checking.settlers.seat_times import ELECTED_AHEAD, interval_of, not_since
from onrecord.checking.settlers.seat_words import in_words, verdict_of, whose
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.several_members import together
from onrecord.checking.terms import during, near, spans, terms_of
from onrecord.checking.words import capital, day, name, names, number
from onrecord.reading.claims.membership import Membership
from onrecord.reading.hedges import Bounds
from onrecord.reading.intervals import Interval, shift
from onrecord.record.model import Membership as Term


def so_many_terms(
    claim: Membership, docket: Docket, codes: frozenset[str], article: date | None, context: date | None
) -> Settled | None:
    if len(codes) > 1 and (claim.ordinal or claim.loose):
        # "For Chad and Chile it is the first time", "have been there five times each"
        each = [so_many_terms(claim, docket, frozenset((code,)), article, context) for code in sorted(codes)]
        told = [settled for settled in each if settled is not None]
        return together(told) if len(told) == len(codes) else None
    if len(codes) != 1 or claim.quantity is None:
        return None
    code = next(iter(codes))
    if any(t.kind == "permanent" for t in terms_of(code, docket)):
        return None
    terms = [
        t
        for t in terms_of(code, docket)
        if t.kind == "elected" and (article is None or t.start <= _soon(claim, article))
    ]
    if claim.over:
        return _over_a_time(claim, terms, capital(name(code, docket.record)), article, context)
    if claim.date is not None and claim.date.role == "before" and not claim.ordinal:
        # "Had been a member twice before 2021"
        first = claim.date.when(article, context)
        terms = [t for t in terms if first is None or first.start is None or t.start < first.start]
    who = capital(name(code, docket.record))
    before = {_before_now(terms, now) for now in _nows(claim, article, context)} if claim.earlier else set[int]()
    right = len(terms) == claim.quantity or claim.quantity in before
    if article is None and not right:
        # "Has served three times", of one that has since been elected again
        right = sum(t.start <= docket.record.as_of["unsc"] for t in terms) == claim.quantity
    sits = bool(terms) and article is not None and terms[-1].covers(article)
    if sits and claim.prior and claim.quantity not in before:
        # "Had been there once before" of a member in its first term
        if right and claim.date_before is not None:
            return None
        right = False
    if claim.ordinal and (spoken_of := _spoken_of(claim, terms, article, context)):
        right = claim.quantity in spoken_of
    if not terms and claim.ordinal and claim.quantity == 1:
        return None  # elected for the first time, and the seat declined
    if claim.mentioned and not right and claim.quantity <= len(terms):
        return None
    which = f" ({spans(terms)})" if terms else ""
    said = f"{_elected(who, len(terms))}{which}"
    if not claim.most:
        return verdict_of(right, f"{said}.", terms[-3:])
    leads, rest = _rival(docket, code, article)
    return verdict_of(right and leads, f"{said}; {rest}.", terms[-3:])


def _over_a_time(
    claim: Membership, terms: list[Term], who: str, article: date | None, context: date | None
) -> Settled | None:
    """ "Twice in the 1990s", "three times since 1990": by the terms that began then, or by those that ran then; of a
    length of time, by any so long.
    """
    mention, many = claim.date, claim.quantity or 0
    if mention is not None and mention.form == "span":
        years = (mention.count or 1) * {"decade": 10, "year": 1}.get(mention.unit or "", 0)
        near_by = zip(terms, terms[many - 1 :], strict=False)
        close = [pair for pair in near_by if pair[1].start.year - pair[0].start.year <= years]
        return (
            verdict_of(True, f"{whose(who)} terms on the Security Council were {spans(terms)}.", close[-1])
            if close
            else None
        )
    when = mention.when(article, context) if mention is not None else None
    if mention is None or when is None or when.start is None:
        return None
    last = mention.until.when(article, context) if mention.until is not None else when
    over = Interval(when.start, None if mention.role == "since" or last is None else last.end)
    ran, began = during(terms, over), [t for t in terms if t.start in over]
    said = (
        f"{whose(who)} terms on the Security Council{in_words(over)} were {spans(ran)}."
        if ran
        else (f"{who} had no term on the Security Council{in_words(over)}.")
    )
    return verdict_of(many in (len(ran), len(began)), said, ran[-3:])


def _nows(claim: Membership, article: date | None, context: date | None) -> Iterator[date]:
    """The days before which "twice before" may be told of: the article's, that of the vote or the time spoken of."""
    yield from (day for day in (article, context) if day is not None)
    told = claim.date_before.when(article, context) if claim.date_before is not None else None
    if told is not None and told.start is not None:
        yield told.start


def _before_now(terms: list[Term], now: date) -> int:
    """How many terms were over before the one that then runs, or about to begin."""
    return sum(t.end is not None and t.end < now for t in terms)


def _spoken_of(claim: Membership, terms: list[Term], article: date | None, context: date | None) -> frozenset[int]:
    """Which of its terms, 1 the first, the time may lie in that the text tells of; none where it tells of no time."""
    then = claim.past or claim.untensed
    times = [claim.date] if claim.date is not None else list(claim.beside) if then else []
    stretches = [mention.resolve(article, context) for mention in times if mention.role in ("at", "between")]
    if not stretches and context is not None and then:
        stretches = [Interval(context, context)]
        if claim.untensed and article is not None:
            stretches.append(Interval(article, article))
    return frozenset(
        place
        for place, term in enumerate(terms, 1)
        for when in stretches
        if when is not None and when.end is not None and when.meets(Interval(term.start - ELECTED_AHEAD, term.end))
    )


def most_terms(docket: Docket, codes: frozenset[str], article: date | None, but: frozenset[str]) -> Settled | None:
    """ "Has been elected to the Council more often than anyone", `but` those who have sat more often still."""
    code = next(iter(codes))
    terms = [t for t in terms_of(code, docket) if t.kind == "elected" and (article is None or t.start <= article)]
    if len(codes) != 1 or (not terms and terms_of(code, docket)):
        return None  # a permanent member's is another matter
    leads, rest = _rival(docket, code, article, but)
    who = capital(name(code, docket.record))
    said = _elected(who, len(terms))
    return verdict_of(leads, f"{said}; {rest}.", terms[-3:])


def _rival(docket: Docket, code: str, article: date | None, but: frozenset[str] = frozenset()) -> tuple[bool, str]:
    """Whether nobody has been elected as often, and who comes next or before; with others before it (`but`) whether
    only they have been elected more often.
    """
    counts = {m.member: 0 for m in docket.record.memberships("unsc")} | {code: 0}
    for term in docket.record.memberships("unsc"):
        # Who has been elected again and not yet sat may be counted as having more.
        known = article + ELECTED_AHEAD if article is not None and term.member in but else article
        if term.kind == "elected" and (known is None or term.start <= known):
            counts[term.member] += 1
    rival = max((c for c in counts if c != code and c not in but), key=lambda c: counts[c])
    leads = counts[code] > counts[rival]
    if but:
        behind = min(but, key=lambda c: counts.get(c, 0))
        if counts.get(behind, 0) <= counts[code]:
            return False, f"{name(behind, docket.record)} {_so_often(counts.get(behind, 0))}"
        leads = counts[code] >= counts[rival]
    other = name(rival, docket.record)
    if leads:
        return True, f"{other} comes next with {number(counts[rival])}"
    return False, f"{other} {_so_often(counts[rival])}"


def _elected(who: str, times: int) -> str:
    if not times:
        return f"{who} has never been elected to the Security Council"
    return f"{who} has been elected to the Security Council {_so_often(times)}"


def _so_often(times: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(times, f"{number(times)} times")


def _soon(claim: Membership, article: date) -> date:
    """A term that is about to begin is counted where the text looks ahead."""
    return (shift(article, 1, "year") or article) if claim.future or claim.ordinal else article


def never_seated(
    claim: Membership, docket: Docket, codes: frozenset[str], article: date | None, context: date | None = None
) -> Settled | None:
    kind = claim.kind
    if claim.date is not None and claim.date.role == "since" and len(codes) == 1 and not claim.negated:
        when = interval_of(claim, article, None)
        code = next(iter(codes))
        terms, who = terms_of(code, docket), capital(name(code, docket.record))
        return not_since(terms, who, when, article) if when is not None else None
    if claim.date is not None and claim.date.role in ("before", "until"):
        # "Had never sat there before 2023"
        first = claim.date.when(article)
        if first is None:
            return None  # "never before this year", of whichever year
        article = first.start - timedelta(days=1) if first is not None and first.start is not None else article
    for code in sorted(codes):
        terms = [
            t
            for t in terms_of(code, docket)
            if (article is None or t.start <= article) and (kind is None or t.kind == kind)
        ]
        who = capital(name(code, docket.record))
        if terms and claim.earlier and not claim.negated:
            # "Has never sat there before", told of one that has just come in; "had never" of one that came in then
            now = _told_of(claim, article, context)
            before = [t for t in terms if now is not None and t.end is not None and t.end < now]
            if now is not None and now == article and before == terms and len(terms) == 1:
                return None
            terms = before if now is not None or len(terms) > 1 else []
        if terms:
            return verdict_of(claim.negated, f"{who} has sat on the Security Council ({spans(terms)}).", terms[-3:])
    which = f" a{'n elected' if kind == 'elected' else ' permanent' if kind else ''} seat"
    have = "had" if article is not None else "has" if len(codes) == 1 else "have"
    until = f" by {day(article)}" if article is not None else ""
    who = capital(names(codes, docket.record))
    return verdict_of(not claim.negated, f"{who} {have} never had{which} on the Security Council{until}.", ())


def _told_of(claim: Membership, article: date | None, context: date | None) -> date | None:
    """The earliest of the times that "had never sat there before" may be said of."""
    before = claim.date_before.when(article, context) if claim.date_before is not None else None
    told = before.start if before is not None else None
    return min((on for on in (article, context, told) if on is not None), default=None)


def first_since(
    claim: Membership, docket: Docket, codes: frozenset[str], article: date | None, context: date | None
) -> Settled | None:
    """ "It is its first term since 1999": whether the term before the one spoken of was of that time."""
    when = claim.date.when(article) if claim.date is not None else None
    terms = terms_of(next(iter(codes)), docket)
    if when is None or len(codes) != 1 or any(term.kind == "permanent" for term in terms):
        return None
    now = article if not claim.past else context
    begun = [term for term in terms if now is None or term.start <= now + ELECTED_AHEAD]
    told = list(pairwise(begun))
    told = told if now is None else told[-1:]
    who = capital(name(next(iter(codes)), docket.record))
    # "Since the end of the cold war", by which no term need have ended: that none ran between
    loosely = claim.date is not None and claim.date.form not in ("calendar", "decade")
    fitting = [
        pair
        for pair in told
        if near(pair[0].end, when)
        or during(pair[:1], when)
        or (loosely and when.start is not None and pair[0].start < when.start)
    ]
    if not told:
        return None if not begun else verdict_of(False, f"{who} had no term on the Security Council before.", begun)
    return verdict_of(bool(fitting), f"{whose(who)} terms on the Security Council are {spans(begun)}.", begun[-2:])


def which_term(nth: int, code: str, docket: Docket, settled: Settled) -> Settled:
    """ "Its third term ends in December": whether the term that does is the third it was elected to."""
    begun = settled.rows[-1].date if settled.rows else None
    terms = [t for t in terms_of(code, docket) if t.kind == "elected"]
    order = next((n for n, t in enumerate(terms, 1) if t.start == begun), None)
    if order is None or order == nth:
        return settled
    return verdict_of(False, f"{settled.reason[:-1]}; it is {_ITS_NTH[min(order, len(_ITS_NTH)) - 1]}.", terms[-3:])


_ITS_NTH = (
    "its first", "its second", "its third", "its fourth", "its fifth", "its sixth", "its seventh", "its eighth",
    "its ninth", "its tenth", "one of more than ten",
)  # fmt: skip


def years_off(away: Bounds, docket: Docket, codes: frozenset[str], on: date | None, seated: Settled) -> Settled:
    """ "Returns after eleven years away": how long it was from the end of the term before."""
    if len(codes) != 1 or on is None:
        return seated
    terms = terms_of(next(iter(codes)), docket)
    begun = [place for place, term in enumerate(terms) if term.start <= on + ELECTED_AHEAD]
    if not begun:
        return seated
    term = terms[begun[-1]]
    before = terms[begun[-1] - 1] if begun[-1] else None
    if before is None or before.end is None:
        return verdict_of(False, f"{seated.reason[:-1]}, and it had none before.", [term])
    # Whoever sat in 2012-13 and again from 2025 was away for eleven years, or twelve or thirteen by the calendar.
    years = range(term.start.year - before.end.year - 1, term.start.year - before.start.year + 1)
    right = any(away.admits(gap) for gap in years)
    return verdict_of(right, f"{seated.reason[:-1]}; its term before that ended on {day(before.end)}.", [term])


def how_many_of_them(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    """How many of those named leave or join at that time: "two of them leave at the end of this month"."""
    when = interval_of(claim, article, context)
    if when is None or claim.members.quantity is None or claim.form not in ("start", "end"):
        return None
    hits = []
    for named in claim.members.named:
        code = code_on(named, when.end)
        if code is None:
            return None
        hits += [t for t in terms_of(code, docket) if near(t.end if claim.form == "end" else t.start, when)]
    verb = "ends" if claim.form == "end" else "begins"
    who = names([t.member for t in hits], docket.record)
    terms = f"The {'terms' if len(hits) > 1 else 'term'} of {who} {verb if len(hits) == 1 else verb[:-1]}"
    told = f"{terms} {in_words(when).strip()}" if hits else f"No term of those named {verb}{in_words(when)}"
    right = len(hits) == claim.members.quantity
    return verdict_of(right, f"{told}, {number(len(hits))} in all." if len(hits) > 1 else f"{told}.", hits)


def so_many_elected(claim: Membership, docket: Docket, when: Interval | None) -> Settled | None:
    """ "Five of the elected members leave in December", "are in their second year": how many of all that are elected.

    Fewer than there are may be some of them.
    """
    told, many = claim.date is not None or claim.form == "year", claim.members.quantity
    if when is None or when.end is None or many is None or not told or claim.negated != (claim.form == "off"):
        return None
    terms = [t for t in docket.record.memberships("unsc") if t.kind == "elected"]
    if claim.form == "year":
        hits = [t for t in during(terms, when) if when.end.year - t.start.year + 1 == claim.quantity]
    else:
        hits = [t for t in terms if near(t.start if claim.form == "start" else t.end, when)]
    if not hits or many < len(hits):
        return None
    did = {"start": "began", "year": "were in that year"}.get(claim.form, "ended")
    who = names([t.member for t in hits], docket.record)
    reason = f"The terms of {who} {did}{in_words(when)}, {number(len(hits))} in all."
    return verdict_of(many == len(hits), reason, hits)
