"""Other senses that the words of a count may have, beside the plain one: round figures, up to a year's end, texts that
became resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.checking.settlers.untold import behind_the_named
from onrecord.reading.claims.frequency import THAT_DAY, Count
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention

_TOTAL = re.compile(r"\b(?:total|tally|count|score|stood at|reached)\b", re.IGNORECASE)
_VETO = re.compile(r"\bvetoe?s?\b", re.IGNORECASE)
DID_SO = re.compile(r"\b(?:do|does|did|done|doing) (?:so|it|that|this|the same|likewise)\b", re.IGNORECASE)
_ALONE_ITSELF = re.compile(r"^\W*(?:the )?(?:\S+ ){1,3}alone\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\bhad\b.*\b(?:before|previously|already|earlier|until then|till then|up to then)\b|"
    r"\b(?:before|until) (?:that|this|then)\b",
    re.IGNORECASE,
)
ROUNDED = {"year": ("month", 12, 4), "month": ("day", 31, 16), "week": ("day", 7, 3), "day": ("day", 1, 1)}
"""By the unit of "in so many": the smaller unit that it is counted in, how many make one, and what rounding adds."""
MONTHS = 48
"""More months than anybody counts in."""
ROUND_FROM = 15
LOOSELY = {"nearly": (-1.0, 3.0), "just_under": (-1.0, 3.0), "about": (0.0, 5.0)}
"""By the hedge of a small round number: where between the numbers it allows lies, and how far apart those are."""


def senses(claim: Count, own: str) -> Iterator[tuple[Count, bool]]:
    """The claim in each other sense, by its own words, and whether only up to the vote spoken of."""
    acts = claim.acts
    if acts.told_on:
        # "Russia has cast 18 vetoes on Syria. China has cast ten": on Syria too
        yield replace(claim, acts=replace(acts, subject=acts.told_on, period=acts.period or acts.told_when)), False
    elif acts.told_when and claim.ordinal is not None:
        # "Moscow's fourth veto this year and its second over Ukraine": this year too
        yield replace(claim, acts=replace(acts, period=acts.told_when)), False
    if acts.whoever and _VETO.search(own):
        yield anybodys(claim), False
    if DID_SO.search(own) and not acts.back:
        # "They had done so twice in 2019, too": on the same matter
        yield replace(claim, acts=replace(acts, back=True)), False
    if acts.alone and _ALONE_ITSELF.search(own):
        # "Russia alone has cast 32": Russia by itself, whoever joined it
        yield replace(claim, acts=replace(acts, alone=False)), False
    rounded = tuple(_rounded(d) for d in acts.period)
    if rounded != acts.period:
        yield replace(claim, acts=replace(acts, period=rounded)), False
    told = claim.quantity
    if told is not None and told.hedge in LOOSELY and told.value >= ROUND_FROM and not told.value % 5:
        # "Nearly twenty" of eighteen
        lower, step = LOOSELY[told.hedge]
        yield replace(claim, quantity=replace(told, hedge=None, value=told.value + lower, step=step)), False
    behind = behind_the_named(acts)
    if (
        behind.period != acts.period
        and claim.ordinal is None
        and any(d.role == "since" and d.month for d in acts.period)
    ):
        # "Three vetoes since May 1990": without the one of that month
        yield replace(claim, acts=behind), False
    then = acts.told_from
    if acts.since == THAT_DAY and then is not None and then.form == "calendar" and then.day is None:
        # "War broke out in October 2023. It has cast five vetoes since": those of that month too
        yield replace(claim, acts=replace(acts, since="", period=(*acts.period, replace(then, role="since")))), False
    if _TOTAL.search(own) and not acts.up_to_now:
        # "China's total was three in 1998": up to the end of the year
        so_far = tuple(replace(d, role="until") if d.role == "at" else d for d in acts.period)
        yield replace(claim, acts=replace(acts, period=so_far)), False
    if _BEFORE.search(own):
        yield claim, True  # "America had vetoed twice before": that vote is left out
    if acts.what == "no" and not acts.outcome:
        # "Said no to the Council eighteen times", of one that can veto
        yield replace(claim, acts=replace(acts, what="veto")), False
    if acts.what in ("no", "abstain", "yes") and acts.noun.startswith("resolution"):
        # "Voted against three of the Council's twelve resolutions": those that became such
        yield replace(claim, acts=replace(acts, outcome="adopted")), False
    if acts.what in ("no", "abstain", "yes") and not acts.noun and not acts.outcome:
        # "Britain has abstained twice this year": amendments and parts left out; "China abstained thirteen times last
        # year": on what became a resolution
        yield replace(claim, acts=replace(acts, noun="draft resolutions")), False
        yield replace(claim, acts=replace(acts, outcome="adopted")), False
    if acts.what == "vote" and acts.noun.startswith("resolution"):
        # "Twelve resolutions since August": those that became such
        yield replace(claim, acts=replace(acts, what="adopted")), False


def anybodys(claim: Count) -> Count:
    """ "It was the second veto in three days", the first of them another's; "last year there were five"."""
    return replace(claim, acts=replace(claim.acts, members=Members(everyone=True), together=False))


def _rounded(mention: DateMention) -> DateMention:
    """ "In nine months" may be nine and a half."""
    if mention.form != "span" or mention.count is None or mention.unit not in ROUNDED or mention.role != "at":
        return mention
    if mention.unit == "month" and mention.count > MONTHS:
        return replace(mention, count=mention.count + 12)  # years told in round figures
    unit, each, more = ROUNDED[mention.unit]
    return replace(mention, unit=unit, count=mention.count * each + more)
