"""More than any other, more than all the others, least of all: counted for each member."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.deeds import OPTIONS
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.frequency import Way, Ways, ways_of
from onrecord.checking.frequency_words import noun, span, who
from onrecord.checking.settlers.untold import MOST_CITED, untold
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.whose import PERMANENT
from onrecord.checking.words import names, number
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members, Named
from onrecord.record.model import Alias, VoteEvent


def settle_comparison(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Whether a permanent member has vetoed more often than each of the others, or than all of them."""
    mine = ways_of(claim.acts, docket, article, article, event, near)
    if mine.untold:
        return untold(mine, event)
    if claim.acts.what != "veto":
        return _more_of_members(claim, docket, article, event, near, mine)
    verdicts: list[tuple[bool, str]] = []
    for way in mine.each:
        sizes: dict[str, int] = {}
        for code in sorted(
            PERMANENT - way.whose.codes - ({"SUN", "RUS"} if way.whose.codes & {"SUN", "RUS"} else frozenset())
        ):
            readings = [w for w in _of(code, claim, docket, article, event, near) if w.rule == way.rule]
            sizes[code] = max((len(w.events) for w in readings), default=0)
        if "SUN" in sizes and "RUS" in sizes:
            sizes["RUS"] += sizes.pop("SUN")
        own = len(way.events)
        best = max(sizes, key=lambda c: sizes[c])
        least = min(sizes, key=lambda c: sizes[c])
        held = (
            own > sizes[best]
            if claim.form == "most"
            else own > sum(sizes.values())
            if claim.form == "majority"
            else own < sizes[least]
        )
        rival = least if claim.form == "fewest" else best
        text = f"{number(own)} by {who(way, docket)}, {number(sizes[rival])} by {names([rival], docket.record)}"
        if claim.form == "majority":
            text = f"{number(own)} by {who(way, docket)}, {number(sum(sizes.values()))} by the others"
        verdicts.append((held, text))
    right = [t for held, t in verdicts if held]
    wrong = [t for held, t in verdicts if not held]
    vetoes = f"The record counts the vetoes{span(mine, article)} like this: "
    if right and not wrong:
        return Settled(Verdict.SUPPORTED, f"{vetoes}{right[0]}.", mine.each[0].events[-3:])
    if right:
        return Settled(
            Verdict.DEPENDS, f"{vetoes}{right[0]}; counted another way, {wrong[0]}.", mine.each[0].events[-3:]
        )
    return Settled(Verdict.CONTRADICTED, f"{vetoes}{wrong[0]}.", mine.each[0].events[-3:])


def _more_of_members(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str, mine: Ways
) -> Settled | None:
    """The same of abstentions or votes against, among all who sat in that time."""
    way = mine.each[0]
    sizes: dict[str, int] = {}
    for held in docket.events:
        if way.scope.holds(held) and any(held.date in p for p in mine.period):
            for code, option in docket.votes(held).items():
                if option is OPTIONS[claim.acts.what]:
                    sizes[code] = sizes.get(code, 0) + 1
    own = sum(sizes.get(c, 0) for c in way.whose.codes)
    rivals = {c: n for c, n in sizes.items() if c not in way.whose.codes}
    if not rivals or mine.period[0].start is None:
        return None
    rival = max(rivals, key=lambda c: rivals[c])
    others = f"{number(rivals[rival])} by {names([rival], docket.record)}"
    reason = f"The record counts {noun(claim.acts, own)} by {who(way, docket)}{span(mine, article)}, {others}."
    return Settled(Verdict.SUPPORTED if own > rivals[rival] else Verdict.CONTRADICTED, reason, way.events[-MOST_CITED:])


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
