"""Find numbers in running text: digits and words, scales, money, ordinals, fractions, with hedge and precision.

The grammar is our own (general extractors read "third" as 0.333 and find nothing in "13 to 0"); its words are in
`tables/number_words.csv`, `scale_suffixes.csv`, `currencies.csv` and `hedges.csv`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from sys import maxsize

from onrecord.reading import hedges
from onrecord.reading.number_words import Parsed, nothing_pattern, parse_words, step_of, whole, words_pattern
from onrecord.reading.table import any_of, phrases, rows

URL = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S{1,255}")
_LONGEST_DIGITS = 16
"""Longer runs are serial numbers, not quantities."""
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+")


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number as a text writes it."""

    start: int
    end: int
    """Of the number with its currency, scale and ordinal ending; the hedge is outside."""
    value: float
    step: float
    """The precision written: 1,000 for "36,000", 100,000 for "2.4 million"."""
    ordinal: bool = False
    unit: str | None = None
    """`USD` and other currencies, `percent`, `fraction`, `times`."""
    hedge: str | None = None
    """A row of `hedges.csv`; None is a plain number."""
    hedge_start: int | None = None
    hedge_end: int | None = None
    """Where the hedge before or after the number starts and ends."""
    vague: bool = False
    """ "Thousands of": the value is the least that the words allow."""
    in_words: bool = False

    @property
    def integer(self) -> int | None:
        """The whole number; None for a fraction of one."""
        return int(self.value) if self.value == int(self.value) else None

    @property
    def bounds(self) -> hedges.Bounds:
        """Which values make the words true."""
        if self.hedge is not None:
            return hedges.hedge(self.hedge).bounds(self.value, self.step)
        if self.vague:
            return hedges.hedge("at_least").bounds(self.value, self.step)
        return hedges.rounding(self.value, self.step)

    def admits(self, value: float) -> bool:
        """Whether the words are right when the record says `value`."""
        if self.hedge is None and not self.vague:
            # What `bounds` says of a plain number, without making them: each is held against hundreds of events.
            half = self.step / 2
            return self.value - half <= value < self.value + half
        return self.bounds.admits(value)


def find_numbers(text: str) -> list[NumberMention]:
    """Every number of the text in order; offsets are code points. Linear in the text.

    Numbers inside addresses, document symbols and words with digits in them ("MH17") are left out. Years are found
    as numbers too: dates are another layer's, and lie over them.
    """
    lower = lower_case(text)
    one_line = lower.replace("\n", " ")  # "over" at the end of a line, and its number on the next
    addresses = address_spans(text)
    found: list[NumberMention] = []
    position = 0
    for match in _pattern().finditer(lower):
        if match.start() < position or inside(match.start(), addresses):
            continue
        mentions = _from_digits(text, match) if match["digits"] else _from_words(match)
        for mention in mentions:
            found.append(_with_hedge(one_line, mention))
            position = mention.end
    return found


def address_spans(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand, in order."""
    return [match.span() for match in URL.finditer(text)] if "://" in text or "www." in text or "@" in text else []


def inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    """Whether the offset lies in one of the spans, which are in order and apart."""
    at = bisect_right(spans, (offset, maxsize))
    return at > 0 and offset < spans[at - 1][1]


def lower_case(text: str) -> str:
    """In lower case, of the same length whatever the script."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def _from_digits(text: str, match: re.Match[str]) -> list[NumberMention]:
    digits = match["digits"]
    if len(digits) > _LONGEST_DIGITS:
        return []
    suffix = text[match.start("scale") : match.end("scale")] if match["scale"] else ""
    plain = digits.replace(",", "").replace(" ", "")
    if not suffix and _GROUPED_BY_POINTS.fullmatch(plain):
        plain = plain.replace(".", "")
    if plain.count(".") > 1:
        return []
    if match["ordinal"]:
        return [NumberMention(match.start(), match.end("ordinal"), int(float(plain)), 1, ordinal=True)]
    scale = _scales().get(suffix) or _scales().get(suffix.lower(), 1)
    decimals = len(plain.partition(".")[2])
    value = whole(round(float(plain) * scale, 6))
    step = scale / 10**decimals if decimals else step_of(value, scale)
    return [NumberMention(match.start(), match.end(), value, step, unit=_unit(match))]


def _from_words(match: re.Match[str]) -> Iterator[NumberMention]:
    offset, unit = match.start("words"), _unit(match)
    if match["words"] == "no":
        yield NumberMention(offset, match.end("words"), 0, 1, in_words=True)
        return
    parsed = _parsed(match["words"], match.string.startswith(" of ", match.end("words")))
    for index, part in enumerate(parsed):
        last = index == len(parsed) - 1
        end = match.end() if last and unit else offset + part.end
        yield NumberMention(
            offset + part.start, end, part.value, part.step, part.ordinal, part.unit or (unit if last else None),
            vague=part.vague, in_words=True,
        )  # fmt: skip


@lru_cache(maxsize=1024)
def _parsed(run: str, of_follows: bool) -> tuple[Parsed, ...]:
    """Kept, since texts write the same few numbers in words."""
    return tuple(parse_words(run, of_follows))


def _unit(match: re.Match[str]) -> str | None:
    if match["before"]:
        return _currencies()[0][match["before"].strip()]
    if match["percent"]:
        return "percent"
    return _currencies()[1][match["after"].strip(" -")] if match["after"] else None


_OF_TEXTS = re.compile(
    r"(?: [a-z-]+){0,3}? (?:resolutions?|drafts?|texts?|motions?|measures?|laws?|bills?|budgets?|statements?)\b"
    r"| (?:votes? )?to (?:\d|(?:zero|nil|none|nothing|one|two|three|four|five|six)\b)"
)
"""Behind a number of what is passed, and not of what is left behind: "had passed 16 resolutions", "ten to three"."""


_ADDED = re.compile(r" (?:the |an? )?(?:\w+ )?(?:one|two|three|four|five|six|\d+|abstentions?|veto|no)\b")
"""Behind what is then no hedge: "thirteen plus one abstention"."""


def _with_hedge(lower: str, mention: NumberMention) -> NumberMention:
    if mention.ordinal or mention.unit == "times":
        return mention
    before = hedges.hedge_before(lower, mention.start)
    if before is not None and not (
        lower[before[1] : mention.start].rstrip().endswith("passed") and _OF_TEXTS.match(lower, mention.end)
    ):
        return replace(mention, hedge=before[0], hedge_start=before[1], hedge_end=mention.start)
    after = hedges.hedge_after(lower, mention.end)
    if after is not None and not _ADDED.match(lower, after[1]):
        return replace(mention, hedge=after[0], hedge_start=mention.end, hedge_end=after[1])
    return mention


@cache
def _pattern() -> re.Pattern[str]:
    before, after = (any_of(units) for units in _currencies())
    scales = any_of({suffix.lower() for suffix in _scales()})
    return re.compile(
        rf"(?<!\w)(?<![/@#])(?<![^\W\d_]-)(?<!\d[.:])(?:(?P<before>{before}) ?)?"
        r"(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,.]*\d)|\d+(?:\.\d+)*)"
        rf"(?:(?P<ordinal>st|nd|rd|th)|[ -]?(?P<scale>{scales}))?"
        rf"|(?P<words>{words_pattern()}|{nothing_pattern()}))(?!\w)(?![/:@]\w)"
        rf"(?P<percent> ?%| per ?cent)?(?:[ -](?P<after>{after})(?!\w))?"
    )


@cache
def _scales() -> dict[str, int]:
    return {row["suffix"]: int(row["value"]) for row in rows("scale_suffixes.csv")}


@cache
def _currencies() -> tuple[dict[str, str], dict[str, str]]:
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for row in rows("currencies.csv"):
        before.update((sign.lower(), row["unit"]) for sign in phrases(row["before"]))
        after.update((words.lower(), row["unit"]) for words in phrases(row["after"]))
    return before, after
