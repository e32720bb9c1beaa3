"""Whether a text became what a claim says: adopted, failed, vetoed; and did what it is said to have done."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.checking.docket import Docket
from onrecord.checking.judging.result import UNKNOWN, Holds, Judgement
from onrecord.checking.subjects import SubjectIndex
from onrecord.checking.words import called, capital, counted, day, names, number, text_of
from onrecord.reading.claims.vote import Outcome as OutcomeClaim
from onrecord.reading.table import rows
from onrecord.record.model import Kind, Modality, Outcome, VoteEvent
from onrecord.rules import rule_of

MAIN_SUBJECT = ("member:", "place:", "mission:", "issue:", "war:", "institution:")
ENDINGS = frozenset({"act:termination", "act:lifting"})
"""Acts that are the exception, so that a text which does not speak of them is not taken to have done them."""
ADMISSION = "issue:admission"
COMMON = frozenset({"issue:peacekeeping", "issue:conflict", "place:middle-east", "issue:sanctions"})
"""Subjects that too many texts share to tell one by them alone."""


def outcome(claim: OutcomeClaim, event: VoteEvent, docket: Docket) -> Judgement:
    """Of an act ("renewed the mandate") also whether the text did the opposite."""
    if event.outcome is Outcome.UNKNOWN:
        return Judgement(Holds.UNKNOWN, lambda: f"The record does not say what became of {text_of(event)}.")
    if claim.amendment and event.kind is not Kind.AMENDMENT:
        return Judgement(
            Holds.UNKNOWN, lambda: f"The record does not hold the vote on that amendment to {text_of(event)}."
        )
    if claim.words and not _shares_subject(claim.words, event, docket):
        return UNKNOWN
    if claim.applicant and ADMISSION not in docket.subjects.subject_terms(event.id):
        return UNKNOWN
    truth = _became_so(claim, event)
    if claim.by_body and event.kind is Kind.AMENDMENT and not claim.amendment and truth == claim.negated:
        return UNKNOWN  # "the Council adopted a resolution", and voted down an amendment to it
    if (claim.soft or (claim.words and not claim.by_body)) and truth == claim.negated:
        return UNKNOWN
    if truth and not claim.negated and claim.act:
        opposed = did_the_opposite(claim.did, event, docket)
        if opposed is not None:
            return opposed
        if _ends_something(claim.did, event, docket):
            return UNKNOWN
    if claim.outcome == "vetoed" and event.outcome is Outcome.NOT_ADOPTED and not claim.negated:
        return Judgement(Holds.NO, lambda: _without_veto(event))
    return Judgement(Holds.YES if truth != claim.negated else Holds.NO, lambda: became(event, docket))


def _became_so(claim: OutcomeClaim, event: VoteEvent) -> bool:
    match claim.outcome:
        case "adopted":
            return event.outcome is Outcome.ADOPTED
        case "failed":
            return event.outcome is not Outcome.ADOPTED
        case "short":
            return event.outcome is not Outcome.ADOPTED and _short(event) != ""
    return event.outcome is Outcome.VETOED


def became(event: VoteEvent, docket: Docket) -> str:
    """What became of it: "Resolution 2735 was adopted on 10 June 2024 (14-0-1)."."""
    if event.outcome is Outcome.ADOPTED:
        how = f" ({event.tally})" if event.yes is not None else ""
        if event.modality is Modality.WITHOUT_VOTE:
            how = " without a vote"
        return f"{capital(called(event))} was adopted on {day(event.date)}{how}."
    what = capital(text_of(event))
    if event.outcome is Outcome.VETOED:
        got = f"got {counted(event.yes, 'vote')} in favour but " if event.yes is not None else ""
        return f"{what} {got}was vetoed by {names(event.vetoed_by, docket.record)}."
    tally = f" ({event.tally})" if event.yes is not None else ""
    return f"{what} was not adopted{tally}{_short(event)}."


def _without_veto(event: VoteEvent) -> str:
    if short := _short(event):
        return f"{capital(text_of(event))} failed without a veto{short}."
    return f"{capital(text_of(event))} was not adopted, but no veto stopped it."


def _short(event: VoteEvent) -> str:
    """ ": it got five votes in favour, short of the nine it needed"."""
    needed = rule_of(event).affirmative_votes_needed if event.body == "unsc" else None
    if event.yes is None or needed is None or event.yes >= needed:
        return ""
    return f": it got {counted(event.yes, 'vote')} in favour, short of the {number(needed)} it needed"


@lru_cache(maxsize=2048)
def _terms(subjects: SubjectIndex, words: str) -> frozenset[str]:
    """Kept, since a claim is held against many events while the one meant is looked for."""
    return subjects.terms(words)


def _shares_subject(words: str, event: VoteEvent, docket: Docket) -> bool:
    """Whether the words name something that the event's subject names too."""
    said = {t for t in _terms(docket.subjects, words) if t.startswith(MAIN_SUBJECT)}
    shared = said & docket.subjects.subject_terms(event.id)
    return bool(shared - COMMON) or (bool(shared) and said <= COMMON)


def did_the_opposite(words: str, event: VoteEvent, docket: Docket, first: int | None = None) -> Judgement | None:
    """Where the words say that a text ended what it prolonged, or the like: that it did not.

    `first` is the number of words at the head that tell what it did, where the rest may tell of other things.
    """
    words = _acting(words, first)
    said = {t for t in _terms(docket.subjects, words) if t.startswith("act:")}
    said |= {act for act, pattern in _acts_said().items() if pattern.search(words.lower())}
    did = {t for t in docket.subjects.subject_terms(event.id) if t.startswith("act:")}
    opposed = {_opposed().get(act) for act in said}
    if not did or said & did or not opposed & did:
        return None
    title = event.title.rstrip(". ")
    return Judgement(Holds.NO, f"{capital(text_of(event))} did not do that: its subject is “{title}”.")


def _acting(words: str, first: int | None = None) -> str:
    """Without what ended no mandate and no measure: "demanded an end to the fighting"."""
    return " ".join(_acts_said()["act:none"].sub(" ", words.lower()).split()[:first])


def _ends_something(words: str, event: VoteEvent, docket: Docket) -> bool:
    """Whether the words tell of an ending or a lifting that the event's subject does not speak of."""
    said = {act for act, pattern in _acts_said().items() if act in ENDINGS and pattern.search(_acting(words))}
    return bool(said) and not said & docket.subjects.subject_terms(event.id)


def _rows() -> list[dict[str, str]]:
    return list(rows("opposed_acts.csv", "checking"))


@lru_cache(maxsize=1)
def _opposed() -> dict[str, str]:
    return {f"act:{row['act']}": f"act:{row['opposed']}" for row in _rows()}


@lru_cache(maxsize=1)
def _acts_said() -> dict[str, re.Pattern[str]]:
    """Act to the words for it that stand in sentences rather than in titles."""
    return {f"act:{row['act']}": re.compile(rf"\b(?:{row['words'].replace(' | ', '|')})\b") for row in _rows()}


__all__ = ["became", "did_the_opposite", "outcome"]
