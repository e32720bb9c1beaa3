"""Seats told as lists: "New since January: Bahrain, Latvia", "Who leaves? Ecuador and Brazil, in December"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.reading.extract.membership_state import MEMORY, WORDS, Hit, Memory
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import any_of, word_sets

HEADS = {
    "head_start": "start",
    "head_end": "end",
    "head_seat": "seat",
    "head_permanent": "seat",
    "head_never": "never",
}
NEXT_TO = 5
"""Characters between a heading and the first name, or a sentence's beginning and it."""
_REST = r"(?:,? (?:on|at|since|in|until|till|this|for|from|to|next|of|the|our|us|as|with|come|after)\b[^:.;]{0,40})?"
_WHEN_OR_WHERE = r"in (?:this|that|the|these|those|our|next|last)\b"
"""No heading of who comes in: "In this year we have there: Chad"."""
_LABEL = re.compile(r"\W*(?:Q|A|Question|Answer|[A-Z][A-Z]+|[A-Z][a-z]+)\d{0,2}[:.] ")
"""Who asks or answers, in front of what is said."""
_WHO = re.compile(
    r"\W*(?:and |so |but |then )?who(?:'s| is| are| will)? (?:else |next |then )?"
    r"(?:(?P<end>leav\w*|go|goes|going|depart\w*|drops? out|dropping out|rotat\w* off)|"
    r"(?P<start>join\w*|comes?|coming|arriv\w*|gets? on|com\w* in|tak\w* their place))\b",
    re.IGNORECASE,
)

_HOW_OFTEN = re.compile(
    r"\b(?:how (?:often|many times)|(?:has|have|had|did|was|were)\b.{2,40}?\bever)\b.{0,40}"
    r"\b(?:been (?:on|in|a member|elected)|sat|sit|served?|elected|a member|had a (?:seat|turn))\b",
    re.IGNORECASE,
)
_SO_OFTEN = re.compile(
    r"\W*(?:(?:yes|yeah|oh|sure|certainly|indeed|(?:it|they|we) (?:has|have)|only|just|exactly|well)\b\W*)*"
    r"(?P<times>once|twice|(?P<many>\w+) times)\b"
    r"(?=\s*(?:[,:;.!(–—]|\Z)| (?:so far|in all|altogether|now|already|to date|in (?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\W*(?:(?:and|but|so|yes|well|then)\b,? )?(?P<what>(?:the |its |our |their )?(?:very )?"
    r"(?:last|most recent|latest|previous) (?:time|one|term|stint|spell|turn|go|occasion)(?: there| on it)?"
    r"(?: (?:it|they|we))? (?:was|were|came|ran|fell|had been)(?: in| from)?|"
    r"before that,?(?: it (?:was|had been))?(?: in)?) "
    r"(?=(?:19|20)\d\d)",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\W*(?:and )?(?:that|which|this) (?:makes|made|brings it to|makes it) (?:it )?(?P<many>\w+) times\b", re.IGNORECASE
)
ANSWERED_WITHIN = 2
"""Sentences behind a question in which "three times" answers it: "Yes, my dear!" may stand between."""


@cache
def _heading() -> re.Pattern[str]:
    words = "|".join(rf"(?P<{kind}>{any_of(word_sets(WORDS)[kind])})" for kind in HEADS)
    names = r"(?::\s*|,? (?:are|is|were|will be) (?:the )?)"
    return re.compile(
        rf"[\W_\d]*(?:also |then |and |soon )?(?!{_WHEN_OR_WHERE})(?:{words}){_REST}{names}", re.IGNORECASE
    )


def asks(sentence: Sentence, memory: Memory) -> None:
    """Note that a question asks who joins or leaves, which a list of names may answer, or how often somebody sat."""
    label = _LABEL.match(sentence.text)
    match = _WHO.match(sentence.text, label.end() if label is not None else 0)
    if match is None and memory.named_lately(sentence) and _HOW_OFTEN.search(sentence.text) is not None:
        memory.asked, memory.asked_at = "times", sentence.index
    if match is not None and sentence.index - memory.council_at <= MEMORY:
        memory.asked, memory.asked_at = ("end" if match["end"] else "start"), sentence.index


def answered_so_often(sentence: Sentence, memory: Memory) -> Iterator[Hit]:
    """ "Has Chad ever sat there? Twice.": how often it did, of the one asked about."""
    since = sentence.index - memory.asked_at
    label = _LABEL.match(sentence.text)
    begins = label.end() if label is not None else 0
    match = _SO_OFTEN.match(sentence.text, begins) if memory.asked == "times" and 0 < since <= ANSWERED_WITHIN else None
    if match is None or memory.subject is None or memory.subject_at > memory.asked_at:
        return
    numbers = (c.number for c in sentence.chunks if c.number is not None and c.number.integer is not None)
    number = next((n for n in numbers if match.start("times") <= n.start < match.end()), None)
    if number is not None and number.integer is not None:
        start, end = match.span("times")
        yield Hit(start, end, "times", quantity=number.integer, answering=True)


def of_other_times(sentence: Sentence, memory: Memory) -> Iterator[Hit]:
    """ "The last time was 2019-20", "that makes six times in all": of the one whose seat was just told of."""
    if memory.subject is None or sentence.index - memory.council_at > MEMORY or memory.subject_at >= sentence.index:
        return
    told = memory.form is not None and sentence.index - memory.form_at <= ANSWERED_WITHIN
    if memory.claim is not None and memory.claim.kind == "permanent":
        return
    when = _OTHER_TIME.match(sentence.text)
    if when is not None and any(c.start - sentence.start == when.end() for c in sentence.dates):
        yield Hit(when.start("what"), when.end(), "seat", answering=True, loose=True)
    match = _MAKES.match(sentence.text) if told else None
    numbers = (c.number for c in sentence.chunks if c.number is not None and c.number.integer is not None)
    number = next((n for n in numbers if match is not None and match.start("many") == n.start), None)
    if match is not None and number is not None:
        yield Hit(0, match.end(), "times", quantity=number.integer, answering=True, loose=True)


def listed(sentence: Sentence, found: list[Phrase], memory: Memory) -> Iterator[Hit]:
    """Hits whose names follow right behind them."""
    if not found or sentence.index - memory.council_at > MEMORY:
        return
    base = sentence.start
    match = _heading().match(sentence.text)
    if match is not None and any(0 <= _starts(sentence, p) - match.end() <= NEXT_TO for p in found):
        head = next(name for name, words in match.groupdict().items() if words is not None)
        kind = "permanent" if head == "head_permanent" else None
        yield Hit(0, match.end(), HEADS[head], kind, names_behind=True)
    elif (
        memory.asked != "times" and memory.asked_at == sentence.index - 1 and _answers_at(sentence, found[0]) <= NEXT_TO
    ):
        end = sentence.chunks[found[0].last].end - base
        label = _LABEL.match(sentence.text)
        yield Hit(label.end() if label is not None else 0, end, memory.asked, future=True, names_behind=True)


def _answers_at(sentence: Sentence, named: Phrase) -> int:
    """How far into what is said the first name stands, without who says it."""
    label = _LABEL.match(sentence.text)
    return _starts(sentence, named) - (label.end() if label is not None else 0)


def _starts(sentence: Sentence, named: Phrase) -> int:
    return sentence.chunks[named.first].start - sentence.start
