"""The few words that answer a question, by what they are: a yes or a no, a number, a time, or names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.position_answers import NO, YES
from onrecord.reading.parsed import Phrase, Sentence, finite

ABOUT = frozenset({"at", "least", "only", "just", "exactly", "all", "a", "total", "of", "some", "precisely"})
"""Words in front of a number that answers."""
TAIL = frozenset({"on", "over", "by", "in", "at", "about", "against", "with", "for", "together", "alongside", "both",
                  "each"})  # fmt: skip
"""Words with which an answer goes on saying what it was about, or who did it."""
YEAR = re.compile(r"(?:19|20)\d\d")
SHORT = 6
"""Words of an answer that is a number and its noun."""


@dataclass(frozen=True, slots=True)
class Answer:
    kind: str
    """`yes`, `no`, `number`, `date`, `members`, or `about`, whose text is the whole statement."""
    text: str
    tail: str
    end: int


def short_answer(answer: Sentence, named: list[Phrase]) -> Answer | None:
    chunks = answer.chunks
    first = 2 if len(chunks) > 2 and chunks[1].text == ":" and chunks[0].lower in ("a", "answer") else 0
    while first < len(chunks) and not (chunks[first].is_word or chunks[first].number or chunks[first].date):
        first += 1
    if first >= len(chunks):
        return None
    mark = next((i for i in range(first, len(chunks)) if _parts(chunks[i])), len(chunks))
    opening = " ".join(c.lower for c in chunks[first:mark] if c.is_word)
    if opening in YES or opening in NO or _echoes(chunks[first:mark]):
        denied = opening in NO or any(c.has("negation") for c in chunks[first:mark])
        return Answer("no" if denied else "yes", "", "", chunks[mark - 1].end)
    if any(_acts(chunks, i) for i in range(first, mark)):
        return None
    if (one := _number(answer, first, mark)) is not None:
        return one
    if (one := _time(answer, first, mark)) is not None:
        return one
    return _members(answer, named, first)


def _parts(chunk: Chunk) -> bool:
    return chunk.text in ",.;:!()–—-"


def _acts(chunks: list[Chunk], at: int) -> bool:
    """Whether a word is a verb, so that the answer says something of its own; "nine votes" does not."""
    if chunks[at].has("be", "have", "do", "modal"):
        return True
    counted = at > 0 and chunks[at - 1].number is not None
    return not counted and (finite(chunks[at]) or chunks[at].verb("yes", "no", "abstain", "veto", "vote") is not None)


def _echoes(words: list[Chunk]) -> bool:
    """ "It can't", "they do", "nobody can"."""
    told = [c.lower for c in words if c.is_word]
    if not 1 < len(told) < 5 or told[0] not in ("it", "they", "he", "she", "you", "there"):
        return False
    return all(c.has("do", "have", "be", "modal", "negation") for c in words[1:] if c.is_word)


def _number(answer: Sentence, first: int, mark: int) -> Answer | None:
    chunks = answer.chunks
    at = first
    while at < mark and chunks[at].number is None and chunks[at].lower in ABOUT:
        at += 1
    number = chunks[at].number if at < mark else None
    if number is None or number.ordinal or mark - at > SHORT:
        return None
    text = answer.text[chunks[first].start - answer.start : chunks[mark - 1].end - answer.start]
    text = text[:1].lower() + text[1:]
    return Answer("number", text, _tail(answer, mark), chunks[mark - 1].end)


def _time(answer: Sentence, first: int, mark: int) -> Answer | None:
    chunks = answer.chunks
    at = first + (chunks[first].lower in ("in", "on", "since", "until", "from", "during", "at the end of"))
    if at >= len(chunks):
        return None
    if chunks[at].date is None and not YEAR.fullmatch(chunks[at].text):
        return None
    if any(not (c.date or c.number or c.has("and", "preposition", "determiner", "adverb")) for c in chunks[at:mark]):
        return None
    text = answer.text[chunks[first].start - answer.start : chunks[mark - 1].end - answer.start]
    if at == first:
        text = f"in {text}" if text[:1].isupper() or text.isdigit() else f"on {text}"
    return Answer("date", text[:1].lower() + text[1:], _tail(answer, mark), chunks[mark - 1].end)


def _members(answer: Sentence, named: list[Phrase], first: int) -> Answer | None:
    chunks = answer.chunks
    last = None
    for phrase in named:
        between = chunks[(first if last is None else last + 1) : phrase.first]
        if any(c.is_word and not c.has("and", "determiner", "only") for c in between):
            break
        last = phrase.last
    if last is None:
        return None
    behind = chunks[last + 1 : last + 2]
    if behind and behind[0].is_word:
        return None
    text = answer.text[chunks[first].start - answer.start : chunks[last].end - answer.start]
    return Answer("members", text, _tail(answer, last + 1), chunks[last].end)


def _tail(answer: Sentence, mark: int) -> str:
    """What follows behind a comma and says what it was about or who did it: ", on Syria"."""
    chunks = answer.chunks
    if mark + 1 >= len(chunks) or chunks[mark].text != "," or chunks[mark + 1].lower.split()[0] not in TAIL:
        return ""
    end = next((i for i in range(mark + 1, len(chunks)) if chunks[i].text in ".;:!()–—"), len(chunks))
    if any(c.has("be", "have", "do", "modal", "reporting", "relative") for c in chunks[mark:end]):
        return ""
    return answer.text[chunks[mark].start - answer.start : chunks[end - 1].end - answer.start]
