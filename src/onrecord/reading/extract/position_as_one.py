"""Whether the members of a region or group voted alike: "the EU voted as one", "Europe was united in abstention", "the
Nordics were split".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import NOUNS, speaks_of_votes
from onrecord.reading.parsed import Phrase, Sentence, ends_at
from onrecord.reading.partial import region_named
from onrecord.reading.table import word_sets

_WORDS = word_sets("position_words.csv")
UNITED, DIVIDED, TOGETHER = _WORDS["of_one_mind"], _WORDS["of_two_minds"], _WORDS["in_unison"]
OPENING_WORDS = frozenset(words.split()[-1] for words in UNITED | DIVIDED | TOGETHER)
"""One of them is in every such sentence."""
WHOLE = frozenset({"whole", "the whole", "of"})
"""Between "all" and a region."""
VOTED = frozenset({"voted", "vote", "acted", "act"})
SIDES = {"behind": "yes", "for": "yes", "against": "no", "in favour": "yes", "in favor": "yes"}
ACTS = ("abstain", "yes", "no")
HEDGED = (["anything", "but"], ["far", "from"], ["by", "no", "means"])
"""What turns the word behind it round."""
LONGEST = 4
"""Chunks in front of "united"."""


def as_one(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """Of a region that opens a clause, behind a sentence on a vote or in one."""
    chunks = sentence.chunks
    if sentence.withdrawn or sentence.elsewhere or not (discourse.voted_near(sentence) or speaks_of_votes(sentence)):
        return None
    begins = True
    for at, chunk in enumerate(chunks[: sentence.unreal_from]):
        opens, begins = begins, not chunk.is_word or chunk.has("and", "but", "relative") or chunk.lower == "that"
        if not opens:
            continue
        start = at
        while start < len(chunks) - 1 and (chunks[start].has("determiner", "every") or chunks[start].lower in WHOLE):
            start += 1
        named = _whose(chunks, found, start)
        told = _of_one_mind(chunks, named[1] + 1) if named is not None else None
        if named is not None and told is not None:
            choice, denied, last = told
            who = named[0]
            return Position(*sentence.placed(at, last), members=who, choice=choice, negated=denied, companions=who)
    return None


def _whose(chunks: list[Chunk], found: list[Phrase], at: int) -> tuple[Members, int] | None:
    """The region named at a chunk, and the last chunk that names it."""
    region = region_named(chunks, at)
    if region is None:
        phrase = next((p for p in found if p.first <= at <= p.last), None)
        alone = phrase is None or phrase.members.adjective is None or phrase.members.quantity or phrase.members.part
        return None if alone or phrase is None else (Members(adjective=phrase.members.adjective), phrase.last)
    return Members(adjective=region[0], text=" ".join(c.text for c in chunks[at : region[1] + 1])), region[1]


def _of_one_mind(chunks: list[Chunk], verb: int) -> tuple[str, bool, int] | None:
    """What is said of them from the verb on: how they voted (`with`: alike), whether that is denied, the last chunk."""
    at, denied = verb, False
    while at < len(chunks) and (chunks[at].has("adverb", "do", "have", "negation") and not _said(chunks, at, TOGETHER)):
        denied = denied or chunks[at].has("negation")
        at += 1
    if at >= len(chunks):
        return None
    act = next((choice for choice in ACTS if chunks[at].verb(choice) is not None), None)
    if chunks[at].lower in VOTED or act is not None:
        last = _said(chunks, at + 1, TOGETHER)
        return (act or "with", denied, last) if last is not None and ends_at(chunks, last + 1) else None
    if (last := _said(chunks, at, DIVIDED)) is not None and not chunks[at].has("be"):
        return ("with", not denied, last) if ends_at(chunks, last + 1) else None
    if not chunks[at].has("be") or chunks[at].lower in ("is", "are", "be", "being"):
        return None
    for place in range(at + 1, min(at + 1 + LONGEST, len(chunks))):
        before = [c.lower for c in chunks[at + 1 : place]]
        turned = denied or before in HEDGED or any(c.has("negation") for c in chunks[at + 1 : place])
        if (last := _said(chunks, place, DIVIDED)) is not None:
            return ("with", not turned, last) if ends_at(chunks, last + 1) else None
        if (last := _said(chunks, place, UNITED)) is not None:
            choice, last = _in_what(chunks, last)
            return (choice, turned, last) if choice is not None else None
        if not chunks[place].is_word:
            return None
    return None


def _said(chunks: list[Chunk], at: int, words: frozenset[str]) -> int | None:
    """The last chunk of one of the words or phrases that begins at a chunk."""
    for length in range(LONGEST, 0, -1):
        if " ".join(c.lower for c in chunks[at : at + length]) in words:
            return min(at + length, len(chunks)) - 1
    return None


def _in_what(chunks: list[Chunk], last: int) -> tuple[str | None, int]:
    """ "United in abstention", "united behind it", "united": how they voted, None where it is of something else."""
    if ends_at(chunks, last + 1):
        return "with", last
    behind = chunks[last + 1]
    if behind.lower in SIDES:
        end = last + 2 if last + 2 < len(chunks) and chunks[last + 2].has("pronoun_text", "text") else last + 1
        return (SIDES[behind.lower], end) if ends_at(chunks, end + 1) else (None, last)
    if behind.lower != "in" or last + 2 >= len(chunks):
        return None, last
    noun = chunks[last + 2]
    choice = next((c for kind, c in NOUNS if noun.has(kind) and c in ACTS), None)
    choice = choice or next((c for c in ACTS if noun.verb(c) is not None), None)
    if choice is None and noun.verb("vote") is not None and last + 3 < len(chunks):
        last, noun = last + 1, chunks[last + 3]
        choice = next((c for kind, c in NOUNS if noun.has(kind) and c in ("yes", "no")), None)
    return (choice, last + 2) if choice is not None and ends_at(chunks, last + 3) else (None, last)
