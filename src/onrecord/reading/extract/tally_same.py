"""A count told by the one before: "same numbers exactly", "on an identical count", "by the same margin", "so was
resolution 2401".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Tally, whole
from onrecord.reading.extract.state import Discourse
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("tally_words.csv")
SAME = _WORDS["same"]
SCORE = _WORDS["score"]
SAMENESS = frozenset({"same", "identical", "self"})
BEHIND = frozenset({"as", "exactly", "again", "too", "on", "in", "for", "at", "both", "each", "when", "last", "then"})
BACK = 8
"""Sentences between a count and the words that say that another vote had the same."""
ROLES = ("yes", "no", "abstain")
BETWEEN = 3
FIGURES = 3


def same_as_before(sentence: Sentence, discourse: Discourse) -> Tally | None:
    """The count told last, where the sentence says that it was that of another vote too."""
    if sentence.words.isdisjoint(SAMENESS):
        return None
    told = next((t for t in reversed(discourse.tallies) if t.yes is not None and t.no is not None), None)
    told = _told_apart(discourse.tallies) or told
    if told is None or sentence.index - told.sentence > BACK:
        return None
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if chunk.lower not in SAME or at >= sentence.unreal_from:
            continue
        noun = next((i for i in range(at + 1, min(at + 1 + BETWEEN, len(chunks))) if chunks[i].lower in SCORE), None)
        if noun is None or not _said_of_a_vote(chunks, at, noun):
            continue
        if noun + 1 < len(chunks) and chunks[noun + 1].lower == "as" and _several(discourse.tallies):
            return None  # "same result as on Tuesday": of which of those told is not worked out
        start = chunks[_opening(chunks, at)].start
        return Tally(
            start, chunks[noun].end, sentence.index, sentence.speaker_at(start),
            yes=told.yes, no=told.no, abstain=told.abstain,
        )  # fmt: skip
    return None


def _several(tallies: list[Tally]) -> bool:
    """Whether unlike counts were told."""
    return len({(whole(t.yes), whole(t.no)) for t in tallies if t.yes is not None and t.no is not None}) > 1


def _told_apart(tallies: list[Tally]) -> Tally | None:
    """ "It found four friends. Nine said no.": the count that two or three sentences give together."""
    parts: dict[str, NumberMention | int] = {}
    last = tallies[-1] if tallies else None
    for told in reversed(tallies):
        given = {role: part for role in ROLES if (part := getattr(told, role)) is not None}
        if last is None or last.sentence - told.sentence > 1 or not parts.keys().isdisjoint(given) or len(given) > 1:
            break
        parts |= given
    if last is None or not {"yes", "no"} <= parts.keys():
        return None
    return replace(last, yes=parts["yes"], no=parts["no"], abstain=parts.get("abstain"))


def unanimous_too(sentence: Sentence, claims: list[Tally], discourse: Discourse) -> Tally | None:
    """ "Resolution 2254 was unanimous, and so was 2401": a text that the words number, behind one told as unanimous."""
    if "so" not in sentence.kinds:
        return None
    told = claims[-1] if claims else discourse.tallies[-1] if discourse.tallies else None
    if told is None or not told.unanimous or sentence.index - told.sentence > 1:
        return None
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks[:-1]):
        if not chunk.has("so") or chunk.start < told.end or at >= sentence.unreal_from:
            continue
        if chunk.lower.split()[-1] not in ("was", "were", "been"):
            continue
        cited = next((i for i in range(at + 1, min(at + 4, len(chunks))) if _numbers_a_text(chunks, i)), None)
        if cited is not None:
            return Tally(*sentence.placed(at, cited), unanimous=True)
    return None


def _numbers_a_text(chunks: list[Chunk], at: int) -> bool:
    """A number that a text is called by has at least three figures."""
    return chunks[at].date is None and chunks[at].text.isdigit() and len(chunks[at].text) >= FIGURES


def _said_of_a_vote(chunks: list[Chunk], at: int, noun: int) -> bool:
    """Whether the words say that a vote went so, not that some had "the same vote" as others, or might."""
    before = chunks[max(0, at - 6) : at]
    if any(c.has("modal", "unreal", "negation", "member") for c in before):
        return False
    if chunks[noun].lower in ("vote", "voting") and not any(c.lower in ("by", "on", "with") for c in before[-2:]):
        return False
    behind = chunks[noun + 1] if noun + 1 < len(chunks) else None
    return behind is None or not behind.is_word or behind.date is not None or behind.lower in BEHIND


def _opening(chunks: list[Chunk], at: int) -> int:
    start = at
    while start > 0 and chunks[start - 1].is_word and not chunks[start - 1].has("and", "but"):
        start -= 1
    return start
