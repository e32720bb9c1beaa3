"""Whether a claim can be of the vote that a thread is about: the same dates, no other count, no other sponsors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from onrecord.reading.claims.vote import LARGEST_COUNCIL, Position, Tally, VoteClaim, whole
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence

if TYPE_CHECKING:
    from onrecord.checking.thread import Thread


def same_dates(one: tuple[DateMention, ...], other: tuple[DateMention, ...]) -> bool:
    """Whether they say the same, wherever they stand."""
    return bool(one) and len(one) == len(other) and all(map(same_date, one, other))


_SAID = attrgetter(*(one.name for one in fields(DateMention) if one.name not in ("start", "end")))
"""All of a date but where it stands."""


def same_date(one: DateMention, other: DateMention) -> bool:
    return bool(_SAID(one) == _SAID(other))


def behind_its_day(found: list[Thread], dates: tuple[DateMention, ...]) -> Iterator[Thread]:
    """The votes told of, the last first; for "in April" only those since one that is dated "on 3 April", whose April
    it is and not that of a year further back.
    """
    month = dates[0].month if len(dates) == 1 and dates[0].day is None and dates[0].year is None else None
    for thread in reversed(found):
        if month is not None and any(d.month == month and d.day is not None for d in thread.dates):
            return
        yield thread


def dated_too(sentence: Sentence) -> bool:
    """ "In August, too, …", "Also in August": whether a sentence opens with a time in which something else happened as
    well.
    """
    chunks = sentence.chunks[:6]
    if not chunks[0].lower.startswith("also"):
        return any(
            c.date is not None and [after.lower for after in chunks[at + 1 : at + 3]] == [",", "too"]
            for at, c in enumerate(chunks)
        )
    return any(c.date is not None for c in chunks[:4])


def other_count(thread: Thread, claim: VoteClaim) -> bool:
    """Whether the thread has another count already: those for and those against are both others."""
    if isinstance(claim, Position):
        return _others_named(thread, claim)
    if not isinstance(claim, Tally):
        return False
    if thread.body == "unsc" and _more_than_there_are(thread, claim):
        return True
    if claim.yes is None or claim.no is None:
        return False
    for told in thread.claims:
        if not isinstance(told, Tally) or told.yes is None:
            continue
        if whole(told.yes) == whole(claim.yes):
            if told.no is not None and whole(told.no) != whole(claim.no) and told.sentence != claim.sentence:
                return True
            continue
        if told.no is None or whole(told.no) != whole(claim.no):
            return told.no is not None or told.sentence != claim.sentence
    return False


def _others_named(thread: Thread, claim: Position) -> bool:
    """ "Chad, Mali and Togo were the three. … Again three were against: Cuba, Iran and Mali": mostly others."""
    own = _all_named(claim)
    told = [_all_named(c) for c in thread.claims if isinstance(c, Position) and c.choice == claim.choice]
    return len(own) > 1 and any(len(names) == len(own) and 2 * len(names & own) <= len(own) for names in told)


def _all_named(claim: Position) -> frozenset[str]:
    """Codes of all who did so, where as many are named as are counted."""
    named = claim.members.named
    counted = claim.total is not None and whole(claim.total) == len(named)
    return frozenset(name.aliases[0].code for name in named) if counted else frozenset()


def _more_than_there_are(thread: Thread, claim: Tally) -> bool:
    """ "It got twelve. They had a text of their own; nine turned that down, four abstained": more than there are."""
    told = [c for c in thread.claims if isinstance(c, Tally) and c.sentence != claim.sentence]
    parts = {role: number for c in told for role, number in _parts(c).items()} if told else {}
    own = _parts(claim)
    return not parts.keys() & own.keys() and max(sum(parts.values()), sum(own.values())) <= LARGEST_COUNCIL < sum(
        (*parts.values(), *own.values())
    )


def counts_apart(thread: Thread, claim: VoteClaim) -> bool:
    """Whether the thread counts others: "143 to five, more than in March, when 141 voted for it"."""
    if not isinstance(claim, Tally):
        return False
    own = _parts(claim)
    told = (_parts(c) for c in thread.claims if isinstance(c, Tally))
    return any(own[role] != parts[role] for parts in told for role in own.keys() & parts.keys())


def vetoed_or_carried(thread: Thread, claim: VoteClaim) -> bool:
    """ "In September Washington vetoed again. In September a force was approved, twelve to nil": whether one was
    vetoed and nobody voted against the other.
    """
    told = [c for c in thread.claims if c.sentence != claim.sentence]
    if isinstance(claim, Tally):
        return _nobody_against(claim) and any(map(_a_veto, told))
    return _a_veto(claim) and any(isinstance(c, Tally) and _nobody_against(c) for c in told)


def vetoes_another(thread: Thread, claim: VoteClaim, sentence: Sentence) -> bool:
    """ "Resolution 84 set up the command. By September Moscow had vetoed a text on Korea": not the one adopted."""
    if _together(claim, sentence) and any(_a_veto(c) and not _codes(c) & _codes(claim) for c in thread.claims):
        return True  # "America vetoed a text. That day China and Russia vetoed together"
    if not _a_veto(claim) or not any(s.startswith(("S/RES/", "A/RES/")) for s in thread.symbols):
        return False
    said = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    return any(one.lower in ("a", "an", "another") and text.has("text") for one, text in pairwise(said))


def _a_veto(claim: VoteClaim) -> bool:
    return isinstance(claim, Position) and claim.choice == "veto" and not (claim.negated or claim.block)


def _together(claim: VoteClaim, sentence: Sentence) -> bool:
    if not _a_veto(claim) or len(_codes(claim)) < 2 or sentence.words.isdisjoint(("together", "jointly")):
        return False
    return any(c.lower in ("together", "jointly") for c in sentence.chunks if claim.start <= c.start <= claim.end)


def _codes(claim: VoteClaim) -> set[str]:
    named = claim.members.named if isinstance(claim, Position) else ()
    return {alias.code for name in named for alias in name.aliases}


def _nobody_against(tally: Tally) -> bool:
    return tally.unanimous or (tally.no is not None and whole(tally.no) == 0)


def _parts(tally: Tally) -> dict[str, int]:
    parts = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain}
    return {role: whole(part) for role, part in parts.items() if part is not None}


def conflict(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other
