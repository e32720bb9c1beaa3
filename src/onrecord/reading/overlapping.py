"""Which of two claims stands where they share their words: a count on one vote, or of many; a vote, or a rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.membership import Membership, Size
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import Outcome, Position, Tally, VoteClaim, whole
from onrecord.reading.parsed import Sentence

ABOUT_VETOES = ("veto applies", "holds veto", "elected veto", "holders", "one no stops", "abstention stops")
"""Statements about what the veto is, as of rules."""
REACH = 400
"""Characters that a claim may be long."""


def of_the_vote(
    sentence: Sentence, told: list[Tally], counted: list[Count | Generalisation], general: list[Generalisation]
) -> list[Tally]:
    """The counts on a vote, without those that count or generalise over several."""
    apart = [c for c in counted if not of_the_text_voted_on(c)]
    kept = [t for t in told if not overlaps(t, [*apart, *(general if t.unanimous else ())])]
    kept = [t for t in kept if not (t.unanimous and _of_every_text(sentence, t))]
    of_nobody = [g for g in general if g.form == "never" and g.acts.members.everyone]
    return [t for t in kept if not overlaps(t, of_nobody)]


def of_the_text_voted_on(claim: Count | Generalisation) -> bool:
    """ "For the 33rd time the Assembly called for it, by 165 votes to seven": beside the count on that text."""
    return isinstance(claim, Count) and claim.ordinal is not None and claim.restated and claim.acts.what == "adopted"


def of_one_vote(claim: Count | Generalisation, positioned: list[Position]) -> bool:
    """ "The lone abstention was Russia's", with no time named, is said of the vote spoken of."""
    acts = claim.acts
    if isinstance(claim, Count):
        # "four abstained, and Germany made it five": how many they were, not how often
        return any(p.further == claim.ordinal and p.start < claim.end and claim.start < p.end
                   for p in positioned if p.further is not None)  # fmt: skip
    if claim.form != "only" or acts.what not in ("abstain", "no", "yes"):
        return False
    if acts.period or acts.since or acts.tenure is not None or any(d.year and d.month is None for d in claim.at):
        return False  # "the only time it abstained was in 2016"
    told = (p for p in positioned if p.start < claim.end and claim.start < p.end)
    return any(p.only or (p.choice == acts.what and p.members != acts.members) for p in told)


def _of_every_text(sentence: Sentence, tally: Tally) -> bool:
    """ "Every prosecutor has been appointed unanimously", "had never been unanimous": of no one vote."""
    inside = [c for c in sentence.chunks if tally.start <= c.start < tally.end]
    if any(c.lower in ("never", "never before", "always", "invariably", "not since") for c in inside):
        return True
    return any(c.lower in ("every", "each") and not after.has("member_noun") for c, after in pairwise(inside))


def counts_both_sides(tally: Tally) -> bool:
    """Whether it counts those in favour and others as well: no count of acts."""
    return tally.yes is not None and (tally.no is not None or tally.abstain is not None)


def overlaps(claim: VoteClaim, others: Sequence[VoteClaim]) -> bool:
    return any(o.start < claim.end and claim.start < o.end for o in others)


def said_better(claim: VoteClaim, standing: list[VoteClaim], text: str) -> bool:
    """A count of votes that a rule needs, or of seats, is no count of votes cast; nor is what a rule allows an act."""
    if not isinstance(claim, Tally | Position | Generalisation | Outcome):
        return False
    at = bisect_left(standing, claim.start - REACH, key=lambda c: c.start)
    for other in standing[at:]:
        if other.start >= claim.end:
            break
        if min(claim.end, other.end) <= max(claim.start, other.start):
            continue
        if isinstance(other, Size) and isinstance(claim, Tally):
            return True
        if isinstance(other, Figure) and isinstance(claim, Tally):
            # "Weeks after 1,200 people were killed the Assembly voted, 120 to 14, for a truce" counts both.
            parts = [whole(part) for part in (claim.yes, claim.no, claim.abstain) if part is not None]
            if not counts_both_sides(claim) or other.number.value in parts:
                return True
        if isinstance(other, Membership) and isinstance(claim, Position):
            # "Egypt held a seat that year; so did Germany"
            since = other.date is not None and other.date.role == "since"
            if claim.choice == "not voting" and (other.form == "end" or since):
                return True  # "Chad and Chile are gone since January"
            told_so = text.startswith(("so ", "and so ", "So "), other.start)
            return told_so and claim.end <= other.end and claim.choice != "veto"
        if isinstance(claim, Outcome):
            if isinstance(other, Rule) and other.statement == "votes needed" and not other.past:
                return True  # "With fewer than nine a text falls"
            if isinstance(other, Rule) and other.statement == "short by":
                return True  # a text that fell to a veto was not "one vote short"
        elif isinstance(other, Rule) and _only_a_rule(claim, other):
            return True
    return False


def _only_a_rule(claim: Tally | Position | Generalisation, rule: Rule) -> bool:
    """Whether the words say what a rule asks or allows, of members in general, rather than what a vote was."""
    if isinstance(claim, Tally):
        parts = [whole(part) for part in (claim.yes, claim.no, claim.abstain) if part is not None]
        one_no = rule.statement == "one no stops" and parts == [1]
        return one_no or (rule.statement in ("votes needed", "too few") and parts == [rule.quantity])
    if isinstance(claim, Generalisation):
        return (rule.statement in ABOUT_VETOES or (rule.statement == "could stop" and rule.negated)) and not rule.past
    some = claim.members.text.lower().startswith(("a ", "an ", "any ", "every ", "each "))
    some = some or rule.statement == "abstention stops"  # "with two permanent members abstaining a text passes"
    named = claim.members.named or (claim.members.quantity is not None and not some)
    return not named and rule.statement not in ("least", "could stop")


def same_stretch(sentence: Sentence, claim: Position, frequency: list[Count | Generalisation]) -> bool:
    """A position whose words a count or generalisation already claims ("has never vetoed") is not said again."""
    for other in frequency:
        overlap = min(claim.end, other.end) - max(claim.start, other.start)
        if _of_others(sentence, claim, other) or (
            claim.end > other.end and other.acts.what not in (claim.choice, "it")
        ):
            continue
        never = isinstance(other, Generalisation) and other.form == "never" and claim.negated
        if never and other.start == claim.start and other.acts.what == claim.choice:
            return True  # "has never vetoed anything so trivial as a ceasefire": told of no one text
        ends = isinstance(other, Count) and other.quantity is not None and other.end == claim.end
        before = sentence.text[: other.start - sentence.start].rstrip().endswith((" and", " but"))
        if ends and before and claim.start < other.start and other.acts.what == claim.choice:
            return True  # "vetoed four drafts and | abstained on fourteen"
        if overlap > 0 and not other.restated and 3 * overlap >= 2 * (claim.end - claim.start):
            return True
    return False


def _of_others(sentence: Sentence, claim: Position, other: Count | Generalisation) -> bool:
    """ "It was the third vote on the climate, and Russia vetoed it": another act, and of others than those counted."""
    named, counted = set(claim.members.named), set(other.acts.members.named)
    before = sentence.text[: claim.start - sentence.start].rstrip().lower()
    if not named or named & counted or other.acts.what in (claim.choice, "it") or other.acts.noun:
        return False
    return before.endswith((" and", " but", ";"))
