"""Years, decades and spans of years: a bare number is a year only by a cue or by where it stands."""

from __future__ import annotations

import re

from onrecord.reading import date_grammar as grammar
from onrecord.reading.date_distances import (
    Before,
    Match,
)
from onrecord.reading.date_mention import DateMention

_SCORED = re.compile(r":? \d{1,3}[-–]\d")
_YEAR_CUES = re.compile(
    r"(?:(?<!\w)(?:in|of|since|until|till|til|through|by|before|after|from|during|between|early|late|mid|year|around|as|"
    r"circa|about|spring|summer|autumn|fall|winter|the|its|their|his|a|an|that|for|ending|ended|than|into|throughout|"
    r"to|come|dated|both|and including|remember|remembers|recall|recalls|forget|forgets|forgotten|"
    r"[a-z]+'s?) |\(|(?<!\w)(?:mid|pre|post|end)-|"
    r"(?:half|end|start|beginning|middle) of )\Z"
)
_NUMBERED = re.compile(r"(?:resolutions?|unscr|res\.?|number|nos?\.|meeting|paragraph|article|line|page) (?:the )?\Z")
_NAME_BEFORE = re.compile(r"(?:\A|[.,;:!?(–—\n] ?)[A-Z][\w'’-]+ \Z")
_SENTENCE_BEFORE = re.compile(r"(?:\A|[.!?:;—–]['\"”’)]? |\n)\Z")
_LEADS = re.compile(
    r" (?:it|they|we|the (?:same|next)|came|brought|saw) |"
    r" was (?:an?|the|no|not|when|worse|better) (?!.{0,40}\b(?:resolution|text|draft|vote)\b)|"
    r"[,:](?! (?:adopted|passed|carried|approved|was|is|which)\b)|"
    r" (?:[Aa]n?|[Tt]he|AN|THE) (?!(?i:resolution|text|draft|vote|one)\b)\w"
)
_ENDS_NAME = re.compile(r"[,:;.)–—]| [–—-] |\Z")
LAST_NAMED = 2029
"""Years named after a place or a war, as in "Darfur 2005:", end here; later ones are goals and visions."""
IN_A_LIST = re.compile(r",? (?:and |or |to )?|,? ?[-–]\s?")
_WORD_AFTER = re.compile(r" ([A-Za-z]+)")
FIRST_YEAR = 1945
"""The first that two figures can stand for: "'46" is 1946, "'26" is 2026."""


def two_figures(figures: str) -> int:
    """The year that two figures stand for."""
    return FIRST_YEAR + (int(figures) - FIRST_YEAR) % 100


def spelt_decade(text: str, match: Match, before: Before) -> DateMention:
    year = int(grammar.words("spelt_decade")[match["spelt"].lower()])
    return DateMention(match.start("spelt"), match.end(), "decade", year=year)


_SPELT_CUES = re.compile(
    r"(?:(?<!\w)(?:in|of|since|until|till|til|through|by|before|after|from|between|during|early|late|mid|around|circa|"
    r"year|spring|summer|autumn|fall|winter|to|and|than) |mid-)\Z"
)
_NOT_COUNTED = re.compile(
    r"[.,;:!?)–—]|\Z| [–—(A-Z]| (?:it|they|he|she|we|the|that|when|and|but|there|a|an|by|was)(?!\w)"
)
"""Behind a year that the same words may count something with: "in twenty fourteen villages"."""


def spelt_year(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "in nineteen fifty-six", "in October two thousand and three"."""
    century, rest = (1900, match["nineteen"]) if match["nineteen"] else (2000, match["twenty"] or match["thousand"])
    start = match.start()
    of_month = before and before[-1].month and before[-1].year is None and text[before[-1].end : start] in OF_A_MONTH
    if not of_month and not _SPELT_CUES.search(text[max(0, start - 12) : start].lower()):
        return None
    if century == 2000 and not _NOT_COUNTED.match(text, match.end()):
        return None
    return DateMention(start, match.end(), "calendar", year=century + _in_words(rest.lower()))


OF_A_MONTH = (" ", ", ", " of ", " in ")
"""What may stand between a month and its year."""


def _in_words(words: str) -> int:
    """The number below a hundred that they are."""
    numbers = (*grammar.UNITS, *grammar.TEENS)
    total = 0
    for word in re.split(r"[ -]", words.removeprefix("oh")):
        total += numbers.index(word) + 1 if word in numbers else 10 * (grammar.TENS.index(word) + 2) if word else 0
    return total


def decade_of(text: str, match: Match, before: Before) -> DateMention:
    return DateMention(match.start("decade"), match.end(), "decade", year=int(match["decade"]))


def fiscal_year(text: str, match: Match, before: Before) -> DateMention:
    year = int(match["year"])
    return DateMention(match.start(), match.end(), "fiscal", year=year if year > 99 else 2000 + year)


def span_of_years(text: str, match: Match, before: Before) -> DateMention | None:
    first, last = int(match["year"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 100:
        return None
    until = DateMention(match.start("last"), match.end(), "calendar", year=last)
    return DateMention(match.start(), match.end(), "calendar", "between", year=first, until=until)


def bare_year(text: str, match: Match, before: Before) -> DateMention | None:
    start = match.start()
    window = text[max(0, start - 24) : start].lower()
    if _NUMBERED.search(window):
        return None
    after = _WORD_AFTER.match(text, match.end())
    if after and after[1] in grammar.words("counted"):
        return None
    listed = before and before[-1].year and IN_A_LIST.fullmatch(text[before[-1].end : start])
    heads = (
        int(match["year"]) >= FIRST_YEAR
        and text.startswith((":", " –", " —", " -"), match.end())
        and _LINE_BEGINS.search(text[max(0, start - 4) : start])
    )
    cued = _YEAR_CUES.search(window) or text.startswith(("'s", ", when ", " when "), match.end())
    if heads or listed or cued or _named_with(text, match) or _by_itself(text, match) or _told_as(text, match):
        return DateMention(start, match.end(), "calendar", year=int(match["year"]))
    return None


_WHEN_IT_WAS = re.compile(
    r"\b(?:first|last|only|sole|latest|final|previous|earliest|recent)"
    r"(?: (?!resolution|text|draft|number)[\w'’-]+){0,4}(?: was|:) \Z",
    re.IGNORECASE,
)
_TOLD = re.compile(r"[.,;:?!)–—](?!\d)| [(–—-]| (?:and|but|when|over|on) |\Z")


def _told_as(text: str, match: Match) -> bool:
    """ "Its last sole veto was 1976": the year of what there is one of."""
    if not FIRST_YEAR <= int(match["year"]) <= LAST_NAMED or not _TOLD.match(text, match.end()):
        return False
    return _WHEN_IT_WAS.search(text[max(0, match.start() - FRAGMENT) : match.start()]) is not None


_LINE_BEGINS = re.compile(r"(?:^|\n)\W*\Z")
"""In front of the year that a line of a list tells of."""
_TURNS_TO = re.compile(
    r"(?:\A|[.!?;\n][\"”’')]? ?|\b[QA]: ?)(?:(?:and|now|then|next|so|but|again)(?: came| come| comes| for| to)?,? "
    r"|(?:now for|back to|on to|next came|what about|how about|take|chapter \w+[:.]) )?\Z",
    re.IGNORECASE,
)
"""In front of a year that a text turns to without another word: "And 1999?", "Chapter 9: 1948."."""
_ENDS = re.compile(r"[.?!](?: |\n|\Z|[\"”’'])|\n|\Z")


def _by_itself(text: str, match: Match) -> bool:
    if not FIRST_YEAR <= int(match["year"]) <= LAST_NAMED or not _ENDS.match(text, match.end()):
        return False
    return bool(_TURNS_TO.search(text[max(0, match.start() - 16) : match.start()]))


FRAGMENT = 48
"""Characters of a name that leads a sentence, or is all of it: "The Comoros, 1976."."""
_FRAGMENT = re.compile(
    r"(?:\A|[.!?;:\n][\"”’')]? ?)(?:(?:[Aa]nd|[Tt]hen|[Nn]ow|[Oo]r) )?(?:[Tt]he )?[A-Z][\w’'-]+"
    r"(?: (?:of|the|and|[A-Z][\w’'-]+)){0,3}, \Z"
)
_FRAGMENT_ENDS = re.compile(r"[.?!:;,](?: |\n|\Z|[\"”’'])|\n|\Z| [–—]")


def _named_with(text: str, match: Match) -> bool:
    """ "Darfur 2005: they abstained", "2010, the right to water": the year stands by a name, or leads a sentence."""
    if not FIRST_YEAR <= int(match["year"]) <= LAST_NAMED:
        return False
    if _LEADS.match(text, match.end()) and _SENTENCE_BEFORE.search(text[max(0, match.start() - 3) : match.start()]):
        return True
    if text.startswith(", ", match.start() - 2) and _FRAGMENT_ENDS.match(text, match.end()):
        return _FRAGMENT.search(text[max(0, match.start() - FRAGMENT) : match.start()]) is not None
    if not _ENDS_NAME.match(text, match.end()):
        return False
    return bool(_NAME_BEFORE.search(text[max(0, match.start() - 24) : match.start()]))


def short_year(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "in '99", "macedonia 99: 13-1"."""
    cued = _YEAR_CUES.search(text[max(0, match.start() - 24) : match.start()].lower())
    if cued is None and _SCORED.match(text, match.end()) is None:
        return None
    return DateMention(match.start(), match.end(), "calendar", year=two_figures(match["short"]))
