"""Those who voted as was just told, counted and then named: "Germany abstained. We were five: Brazil, China, …",
"there were four of us. Cuba, Iran, Syria and us".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import CHOICES, Position, whole
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import phrase_from
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence

WE = frozenset({"we", "they"})
US = frozenset({"us", "them", "ourselves", "themselves", "we", "me"})
MOST = 20
OPENING = 6
"""Chunks before the number: "A: So in the end there were five of us"."""
SAID_BESIDE = frozenset(
    {"of", "in", "all", "in all", "altogether", "together", "total", "in total", "end", "the", "us", "in the end",
     "them", "who did", "did", "only", "just", "then", "strong", "there"}
)  # fmt: skip
BESIDES = frozenset({"with", "together with", "along with", "counting", "besides"})


def so_many_of_us(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """What those named voted who are told of as so many that voted as the one before."""
    if sentence.withdrawn or sentence.unreal_from == 0:
        return []
    chunks = sentence.chunks
    counted = discourse.so_many
    if counted is not None and sentence.index - counted[0] == 1:
        first = next((i for i, c in enumerate(chunks) if c.is_word), 0)
        return _named(sentence, found, first, first, counted[1], discourse)
    at = _number(sentence)
    if at is None or not _told_just_before(sentence, discourse):
        return []
    size = chunks[at].number
    if size is None:
        return []
    mark = at + 1
    while mark < len(chunks) and chunks[mark].is_word and chunks[mark].lower in SAID_BESIDE:
        mark += 1
    if mark < len(chunks) and chunks[mark].text == "," and mark + 1 < len(chunks) and chunks[mark + 1].lower in BESIDES:
        mark += 1
    if mark >= len(chunks) - 1 or chunks[mark].text in ".!":
        discourse.so_many = sentence.index, size
        return []
    if chunks[mark].text not in ":,—–(-" and chunks[mark].lower not in BESIDES:
        return []
    return _named(sentence, found, mark + 1, 0, size, discourse)


def _number(sentence: Sentence) -> int | None:
    """The number in "we were five", "there were five of us"."""
    chunks = sentence.chunks
    if not sentence.numbered or sentence.words.isdisjoint(("were", "was", "did")):
        return None
    for at, chunk in enumerate(chunks[: OPENING + 1]):
        if chunk.cardinal is None or not 1 < chunk.cardinal <= MOST:
            continue
        if [c.lower for c in chunks[at + 1 : at + 4]] in (["of", "us", "did"], ["of", "them", "did"]):
            return at
        if at < 2:
            continue
        be = at - 1 - (chunks[at - 1].lower in ("only", "just", "but"))
        if not chunks[be].has("be") or be == 0:
            continue
        if chunks[be - 1].lower in WE:
            return at
        of_us = [c.lower for c in chunks[at + 1 : at + 3]]
        if chunks[be - 1].lower == "there" and of_us[:1] == ["of"] and of_us[1:] and of_us[1] in US:
            return at
    return None


def _told_just_before(sentence: Sentence, discourse: Discourse) -> bool:
    asked = discourse.questioned == sentence.index - 1
    last = discourse.last_members
    return (
        discourse.last_choice in CHOICES
        and not discourse.last_negated
        and 0 < sentence.index - discourse.last_in <= 1 + asked
        and (last is None or len(last.named) <= 1)
    )


def _named(
    sentence: Sentence, found: list[Phrase], at: int, first: int, counted: NumberMention, discourse: Discourse
) -> list[Position]:
    """Nothing but as many names, the speaker's own among them or beside them."""
    chunks = sentence.chunks
    start = at
    while start < len(chunks) and chunks[start].has("determiner"):
        start += 1
    phrase = phrase_from(chunks, found, start)
    if phrase is None or not phrase.members.named or discourse.last_choice is None:
        return []
    behind = [c for c in chunks[phrase.last + 1 :] if c.is_word]
    ours = bool(behind) and all(c.lower in US or c.has("and") for c in behind)
    if behind and not ours:
        return []
    size, named = whole(counted), len(phrase.members.named)
    told = discourse.last_members
    among = told is not None and set(_codes(told.named)) <= set(_codes(phrase.members.named))
    if size not in (named, named + 1) or (size == named and not (ours or among)) or (ours and among):
        return []
    if size == named and ours:
        return []
    claim = Position(
        *sentence.placed(first, _last_word(chunks)), members=phrase.members, choice=discourse.last_choice, total=counted
    )
    return [claim]


def _codes(named: tuple[object, ...]) -> list[str]:
    return [alias.code for one in named for alias in getattr(one, "aliases", ())]


def _last_word(chunks: list[Chunk]) -> int:
    return max(i for i, c in enumerate(chunks) if c.is_word)
