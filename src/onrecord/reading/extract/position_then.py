"""Who did at another time, or on another text, what was just told: "A year earlier only the United States had", "on
1803 Indonesia did".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import CHOICES, Position
from onrecord.reading.extract.own_nation import is_own
from onrecord.reading.extract.position_said_last import as_said_last
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

DID = ("did", "had")
LEADING = ("preposition", "determiner", "cite", "text", "adverb", "and", "but", "vote_noun")
"""Kinds of words of which a time or a text is made that opens a clause."""


def did_then(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """Of clauses that are a time or a text, names, and "did" or "had"."""
    if sentence.words.isdisjoint(DID) or sentence.withdrawn or sentence.question:
        return []
    chunks = sentence.chunks
    told: list[Position] = []
    for phrase in found:
        did = phrase.last + 1
        if (
            not phrase.members.named
            or did >= len(chunks)
            or chunks[did].lower not in DID
            or did >= sentence.unreal_from
        ):
            continue
        if did + 1 < len(chunks) and chunks[did + 1].is_word:
            continue
        first = phrase.first
        while first > 0 and chunks[first - 1].has("only", "determiner", "even"):
            first -= 1
        opens = _opens(chunks, first)
        if opens is None:
            continue
        claim = as_said_last(sentence, found, phrase, opens, did, False, discourse)
        if claim is not None:
            only = any(c.has("only") for c in chunks[first : phrase.first])
            told.append(replace(claim, only=only) if only and claim.choice in ("yes", "no", "abstain") else claim)
    return told


_WORDS = word_sets("position_words.csv")
AGAIN = _WORDS["the_same"] | _WORDS["too"] | _WORDS["again"]
MOST_WORDS = 16
"""Chunks of a sentence that only says when somebody did so again."""


def again_then(sentence: Sentence, discourse: Discourse) -> Position | None:
    """ "India abstained on 25 February. Two days later again, on the summons.", "Likewise on 2 March."."""
    chunks, last = sentence.chunks, discourse.last_members
    if not sentence.dates or len(chunks) > MOST_WORDS or sentence.question or sentence.withdrawn:
        return None
    if last is None or not last.named or discourse.last_choice not in CHOICES or discourse.last_negated:
        return None
    if sentence.index - discourse.last_in != 1 or sentence.unreal_from < len(chunks) or "member" in sentence.kinds:
        return None
    if not AGAIN.isdisjoint({"same", "too"} & sentence.words) or any(c.lower in AGAIN for c in chunks):
        day = next(i for i, c in enumerate(chunks) if c.date is not None)
        again = next((i for i, c in enumerate(chunks) if c.lower in AGAIN or c.lower in ("same", "too")), day)
        opens = all(not c.is_word or c.has("and", "but", "determiner", "preposition", "adverb") or c.date is not None
                    or c.lower in AGAIN | {"so", "once", "more", "a"} for c in chunks[: max(day, again)])  # fmt: skip
        verbless = not any(finite(c) or c.has("be", "do", "have", "modal", "negation") for c in chunks)
        if opens and verbless and abs(day - again) <= BESIDE_DAY:
            end = max(i for i, c in enumerate(chunks) if c.is_word)
            first = next(i for i, c in enumerate(chunks) if c.is_word)
            # "We abstained, with China. Two days later again": the speaker's own is meant
            own = tuple(named for named in last.named if is_own(named))
            members = replace(last, named=own) if own else last
            return Position(*sentence.placed(first, end), members=members, choice=discourse.last_choice)
    return None


BESIDE_DAY = 4
"""Chunks between "again" and the day."""


def _opens(chunks: list[Chunk], first: int) -> int | None:
    """Where the clause begins, where nothing but a time or a text stands in front of the names."""
    opens = first
    named = False
    while opens > 0 and chunks[opens - 1].text not in ".;:–—":
        chunk = chunks[opens - 1]
        if chunk.date is None and chunk.number is None and chunk.text != "," and not chunk.has(*LEADING):
            return None
        named = named or chunk.date is not None or chunk.number is not None or chunk.has("cite")
        opens -= 1
    return opens if named else None
