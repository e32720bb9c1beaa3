"""The year at whose end so many are told of: "by New Year", "when 1961 ended", "closed 1961 with", "went into 1962"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onrecord.reading.claims.frequency import Count
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.counted_from import SENTENCES_BACK
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

_CUES = frozenset({"year", "decade", "eve", "end", "ended", "ends", "close", "closed", "closes"})
"""Words of which one is in most ways of saying so; the others name the year itself."""
_A_YEAR = r"(?P<{0}>(?:19[4-9]|20[0-4])\d|(?:the|that|this) (?:same )?(?:year|decade))"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = word_sets("frequency.csv")
    ended, entered, over, begun = (
        "|".join(sorted(map(re.escape, words[kind]), key=len, reverse=True))
        for kind in ("ended", "year_entered", "year_over", "year_begun")
    )
    written = (
        r"\b(?:by|at|come|until|till|before) (?:the )?(?P<turn>New Year(?:(?:'s|’s) (?:Eve|Day))?)\b(?! \d)",
        r"\b(?P<yearend>year(?:(?:'s|’s) |-| )end)\b",
        rf"\b(?:the )?(?:end|close|turn|last day) of {_A_YEAR.format('last')}\b(?!'s|’s)",
        rf"\b{_A_YEAR.format('owner')}(?:'s|’s) (?:end|close)\b",
        rf"\b(?:when|as|once|before|by the time|until|till|after) {_A_YEAR.format('over')}"
        rf" (?:(?:had|has) )?(?:{ended}|(?:was|is|were|ran|runs|had run) (?:{over}))\b",
        rf"\b(?:{ended}) (?:out )?{_A_YEAR.format('ended')}\b(?!'s|’s)",
        r"\bNew Year(?:(?:'s|’s) Day)?,? (?:of )?(?P<turned>(?:19[4-9]|20[0-4])\d)\b(?!'s|’s)",
        r"\bNew Year(?:'s|’s) Eve,? (?:of )?(?P<eve>(?:19[4-9]|20[0-4])\d)\b(?!'s|’s)",
        rf"\b(?:{begun}) {_A_YEAR.format('began')}\b(?!'s|’s)",
        rf"\b(?:when|as|before|until|till) {_A_YEAR.format('begun')} (?:{begun})\b",
        rf"\b(?:at|by|until|till) the (?:start|beginning|outset|opening|dawn) of {_A_YEAR.format('start')}\b(?!'s|’s)",
        rf"\b(?:{entered}) (?P<next>(?:19[4-9]|20[0-4])\d)\b(?!'s|’s)",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in written)


def closing_year(sentence: Sentence) -> DateMention | None:
    """The year, with the offsets of the words; None where no year's end is told of."""
    text = sentence.text
    if sentence.words.isdisjoint(_CUES) and not any(
        c.date is not None or c.number is not None for c in sentence.chunks
    ):
        return None
    for pattern in _patterns():
        match = pattern.search(text)
        if match is None:
            continue
        kind = match.lastgroup or ""
        named = match[kind].lower()
        back = kind in ("next", "begun", "start", "began", "turned")
        if named.isdigit():
            year = int(named) - back
            return DateMention(match.start(), match.end(), "calendar", year=year, vague=kind == "began")
        unit = "decade" if named.endswith("decade") else "year"
        here = not named.startswith("this")
        return DateMention(
            match.start(), match.end(), "unit", unit=unit, step=-back, from_context=here, vague=kind == "began"
        )
    return None


def _then(claim: Count, sentence: Sentence) -> DateMention | None:
    """ "Britain by then had six", "its account then stood at 101": when the vote told of was taken."""
    period = claim.acts.period
    if period:
        then = period[0] if len(period) == 1 else None
        return then if then is not None and then.form == "then" and then.role in ("at", "until") else None
    told = _THEN.search(sentence.text)
    return DateMention(told.start(), told.end(), "then", role="until") if told is not None else None


def _stuck_since(claim: Count, sentence: Sentence) -> DateMention | None:
    """ "France has been stuck at 17 since 1989": in all, as it has been since then."""
    since = next((d for d in claim.acts.period if d.role == "since"), None)
    if since is None or _STUCK.search(sentence.text) is None:
        return None
    return DateMention(since.start, since.end, "day")


_STUCK = re.compile(
    r"\b(?:stood|stuck|stayed|remained|remains|stays|frozen) (?:fast )?(?:at|on) [\w-]+(?: vetoes)?,? (?:ever )?since\b"
)
_THEN = re.compile(
    r"\b(?:then (?:stood|sat|was|were|had|numbered|totall?ed|read|came)|(?:stood|was|were) then (?:at|on|\w+)"
    r"|by that (?:time|point)|(?:up )?to that point)\b",
    re.IGNORECASE,
)


def at_a_years_end(claim: Count, sentence: Sentence, discourse: Discourse) -> Count:
    """The claim, as of the end of the year named in its sentence, or of the vote told of."""
    acts = claim.acts
    if (
        acts.what != "veto"
        or claim.quantity is None
        or acts.since
        or acts.tenure is not None
        or claim.closing is not None
    ):
        return claim
    if (since := _stuck_since(claim, sentence)) is not None:
        return replace(claim, closing=since)
    closing = closing_year(sentence) or _then(claim, sentence)
    if closing is None:
        return claim
    for mention in acts.period:
        apart = mention.end <= closing.start or closing.end <= mention.start
        if mention.role != "until" and (mention.role != "at") != apart:
            return claim  # "in June, when the year was far from over", "since the end of 1991"
    near = {d.year for index, d in discourse.years if sentence.index - index <= SENTENCES_BACK}
    if closing.form == "unit" and closing.from_context and len(near) == 1:
        closing = replace(closing, year=near.pop())
    return replace(claim, closing=closing)


def by_a_years_end(sentence: Sentence, at: int) -> bool:
    """ "By the end of that year America had vetoed one draft": all that there were."""
    had = any(c.has("have") for c in sentence.chunks[max(0, at - 4) : at])
    return had and closing_year(sentence) is not None
