"""More than any other, more than all the others, least of all: counted for each member."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.frequency import Way, ways_of
from onrecord.checking.frequency_words import about, difference, span, who
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import MOST_CITED, untold
from onrecord.checking.words import names, number
from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.numbers import NumberMention
from onrecord.record.model import PERMANENT, Alias, VoteEvent


def settle_comparison(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Whether a permanent member has vetoed more often than each of the others, or than all of them."""
    mine = ways_of(claim.acts, docket, article, article, event, near)
    if mine.untold:
        return untold(mine, event)
    if claim.acts.what != "veto":
        return None
    verdicts: list[tuple[bool, str, Way, int]] = []
    for way in mine.each:
        sizes = {code: _size(code, way, claim, docket, article, event, near) for code in _rivals(way)}
        if any(size is None for size in sizes.values()):
            # Not every member's vetoes can be counted under that rule.
            continue
        known = {code: size for code, size in sizes.items() if size is not None}
        lead, told = _compared(claim.form, len(way.events), known, docket)
        own = f"{number(len(way.events))} by {who(way, docket)}"
        label = f", {way.whose.label}," if way.whose.label else ""
        verdicts.append((lead > 0, f"{own}{label} and {told}", way, lead))
    if not verdicts:
        return None
    right = [v for v in verdicts if v[0]]
    wrong = [v for v in verdicts if not v[0]]
    cited = mine.each[0].events[-3:]
    counts = f"The record counts the vetoes{about(mine.each[0])}{span(mine, article)}: "
    if right and wrong:
        (_, one, way, _), (_, other, different, _) = right[0], wrong[0]
        reason = f"{counts}{one} {difference(way, different)}; {other} {difference(different, way)}."
        return Settled(Verdict.DEPENDS, reason, cited)
    verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
    closest = min(verdicts, key=lambda v: abs(v[3]))
    return Settled(verdict, f"{counts}{closest[1]}.", cited)


def _rivals(way: Way) -> list[str]:
    """The other permanent members, with Russia for the seat that the Soviet Union had."""
    own = way.whose.codes | ({"RUS"} if "SUN" in way.whose.codes else set())
    return sorted(set(PERMANENT) - own)


def _compared(form: str, own: int, sizes: dict[str, int], docket: Docket) -> tuple[int, str]:
    """By how many the claim holds (not at all below one), and the number that the member's is held against."""
    if form == "majority":
        return own - sum(sizes.values()), f"{number(sum(sizes.values()))} by the others"
    rival = min(sizes, key=lambda c: sizes[c]) if form == "fewest" else max(sizes, key=lambda c: sizes[c])
    lead = sizes[rival] - own if form == "fewest" else own - sizes[rival]
    return lead, f"{number(sizes[rival])} by {names([rival], docket.record)}"


def _size(
    code: str, way: Way, claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> int | None:
    """How often a rival did so under the same rule, its predecessor's acts included; None where that rule is silent."""
    readings = _of(code, claim, docket, article, event, near)
    widest = max((len(w.whose.codes) for w in readings), default=0)
    sizes = [len(w.events) for w in readings if w.rule == way.rule and len(w.whose.codes) == widest]
    return max(sizes, default=None)


def _of(
    code: str, claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> tuple[Way, ...]:
    named = Named(code, (Alias(code, code, "code"),))
    return ways_of(
        replace(claim.acts, members=Members((named,)), tenure=None),
        docket,
        article,
        article,
        event,
        near,
        distinct=False,
    ).each


def settle_than_another(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Whether one member has vetoed more often, or less often, than another, by each rule of counting."""
    assert claim.acts.companions is not None
    alone = replace(claim.acts, companions=None, companions_chose="")
    if len(claim.acts.companions.named) > 1:
        return _than_together(claim, alone, docket, article, event, near)
    mine = ways_of(alone, docket, article, article, event, near, distinct=False)
    theirs = ways_of(
        replace(alone, members=claim.acts.companions), docket, article, article, event, near, distinct=False
    )
    if mine.untold or theirs.untold:
        return untold(mine if mine.untold else theirs, event)
    pairs = [(a, b) for a in mine.each for b in theirs.each if a.rule == b.rule and a.scope == b.scope]
    more = claim.form == "more_than"
    told = {(a, b): len(a.events) > len(b.events) if more else len(a.events) < len(b.events) for a, b in pairs}
    if claim.factor is not None:
        told = {(a, b): _so_many_times(claim.factor, len(a.events), len(b.events)) for a, b in pairs}
    if not pairs:
        return None
    held = set(told.values())
    a, b = next(pair for pair in pairs if told[pair] or held == {False})
    counts = f"{number(len(a.events))} by {who(a, docket)} and {number(len(b.events))} by {who(b, docket)}"
    reason = f"The record counts the vetoes{about(a)}{span(mine, article)}: {counts}"
    cited = (*a.events[-MOST_CITED // 2 :], *b.events[-MOST_CITED // 2 :])
    if len(held) > 1:
        one, other = next(pair for pair in pairs if not told[pair])
        counts = f"{number(len(one.events))} and {number(len(other.events))} by another way of counting"
        return Settled(Verdict.DEPENDS, f"{reason}, but {counts}.", cited)
    return Settled(Verdict.SUPPORTED if True in held else Verdict.CONTRADICTED, f"{reason}.", cited)


def _so_many_times(factor: NumberMention, many: int, few: int) -> bool:
    """Whether one number is so many times the other, told in whole times."""
    roughly = max(ROUGHLY, PART * factor.value)
    most, least = (factor.value + roughly) * few, (factor.value - roughly) * few
    if factor.hedge == "nearly":
        least -= roughly * few
    if factor.hedge in ("over", "at_least", "well_over"):
        return many >= factor.value * few > 0
    return least <= many <= most and few > 0


ROUGHLY, PART = 0.3, 0.12
"""How far from a whole number of times one told as such may be, and by what part of it."""


def _than_together(
    claim: Generalisation, mine: Acts, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """ "More vetoes than Britain and France together": than the sum of theirs, by each rule of counting."""
    assert claim.acts.companions is not None
    own = ways_of(mine, docket, article, article, event, near, distinct=False)
    theirs = [
        ways_of(replace(mine, members=Members((named,))), docket, article, article, event, near, distinct=False)
        for named in claim.acts.companions.named
    ]
    if own.untold or any(ways.untold for ways in theirs):
        return untold(own, event)
    told: list[tuple[bool, int, int]] = []
    for way in own.each:
        sizes = [max((len(w.events) for w in ways.each if w.rule == way.rule), default=None) for ways in theirs]
        if all(size is not None for size in sizes):
            total = sum(size for size in sizes if size is not None)
            more = len(way.events) > total
            told.append((more if claim.form == "more_than" else len(way.events) < total, len(way.events), total))
    if not told:
        return None
    held = {one[0] for one in told}
    _, size, total = told[0]
    others = names([c for w in theirs for c in w.each[0].whose.shown], docket.record)
    counts = f"{number(size)} by {who(own.each[0], docket)} and {number(total)} by {others} together"
    reason = f"The record counts the vetoes{about(own.each[0])}{span(own, article)}: {counts}"
    cited = own.each[0].events[-MOST_CITED:]
    if len(held) > 1:
        _, size, total = next(one for one in told if one[0] != told[0][0])
        return Settled(Verdict.DEPENDS, f"{reason}, but {number(size)} and {number(total)} otherwise.", cited)
    return Settled(Verdict.SUPPORTED if True in held else Verdict.CONTRADICTED, f"{reason}.", cited)
