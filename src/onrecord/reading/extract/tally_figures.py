"""Counts told as bare figures: "33, 13, ten.", "The board read 141", "141 again."."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Tally, whole
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_shifts import up_from
from onrecord.reading.extract.tally_words import needed, supposed
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

COUNCILS = (15, 11)
"""Seats of the Council now and until 1965, which a row of figures adds up to."""
STATES = range(40, 194)
"""How many have voted in the Assembly."""
FEWEST_IN_A_ROW = 3
MOST_IN_A_ROW = 4
FEWEST_FOR = 40
"""Votes for a text that stand for the count with nothing beside them to tell what they are."""
BETWEEN = frozenset({",", "/", ";", "|", "–", "—", "and", "&"})
AGAIN = frozenset({"again", "only", "just", "still", "exactly", "once more", "once again", "yet again", "precisely"})
_WORDS = word_sets("tally_words.csv")
COUNT = _WORDS["count_said"]
LOOSELY = _WORDS["figures_said"]
SOME_NUMBER = frozenset({"number", "total"})
"""What is no count's where it says of what."""
READ = _WORDS["showed"]
BACK = 7
"""Chunks before a number in which the word stands that says that it is a count's."""


def bare_figures(sentence: Sentence, discourse: Discourse) -> list[Tally]:
    """The count that a sentence with no word about voting gives by its figures alone; at most one."""
    if not sentence.numbered or sentence.unreal_from == 0 or len(sentence.chunks) < 1:
        return []
    told = discourse.voted_near(sentence) or discourse.vote_before(sentence) or discourse.text_before(sentence)
    return _row(sentence, told) or _shown(sentence, told) or (_alone(sentence) if told else [])


def _row(sentence: Sentence, told: bool) -> list[Tally]:
    """ "Thirty-three, thirteen, ten.", "GUEST: 143, nine and 25.", "The screen read 141, 7, 32."."""
    chunks = sentence.chunks
    first = next((i for i, c in enumerate(chunks) if c.cardinal is not None), len(chunks))
    if not _opens(chunks, first):
        return []
    figures: list[NumberMention] = []
    last = first
    for at in range(first, len(chunks)):
        chunk = chunks[at]
        if chunk.cardinal is not None and chunk.number is not None:
            figures.append(chunk.number)
            last = at
        elif chunk.lower not in BETWEEN:
            if chunk.is_word:
                return []
            break
    values = [whole(figure) for figure in figures]
    if not FEWEST_IN_A_ROW <= len(values) <= MOST_IN_A_ROW or not (sum(values) in COUNCILS or sum(values) in STATES):
        return []
    if sum(values) in COUNCILS and not told:
        return []  # "Six, five, four" may count anything
    if values[0] <= values[1] or any(c.is_word for c in chunks[last + 1 :]) or supposed(sentence, first):
        return []
    parts = dict(zip(("yes", "no", "abstain", "not_voting"), figures, strict=False))
    return [Tally(*sentence.placed(first, last), stray=not told, **parts)]  # type: ignore[arg-type]


def _opens(chunks: list[Chunk], first: int) -> bool:
    """Whether a row of figures begins a sentence, or stands behind a label or what they were read from."""
    if first == 0:
        return True
    before = chunks[first - 1]
    if before.text in ":–—":
        return not any(c.cardinal is not None for c in chunks[:first])
    return before.lower in READ and any(c.lower in COUNT | LOOSELY for c in chunks[max(0, first - BACK) : first])


def _shown(sentence: Sentence, told: bool) -> list[Tally]:
    """ "The count on the board was 141", "the screen showed 141"."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        value = chunk.cardinal
        if value is None or not FEWEST_FOR <= value < STATES.stop or at < 2 or at >= sentence.unreal_from:
            continue
        if not _ends(chunks, at) or needed(chunks, at) or supposed(sentence, at):
            continue
        verb = at - 1 - (chunks[at - 1].lower in AGAIN or chunks[at - 1].has("determiner"))
        if verb < 1 or chunks[verb].lower not in READ:
            continue
        before = chunks[max(0, verb - BACK) : verb]
        noun = next((c.lower for c in reversed(before) if c.lower in COUNT | LOOSELY | SOME_NUMBER), None)
        if noun is None or not (told or noun in COUNT):
            continue
        counts_others = any(c.lower == "of" for c in before) and not any(c.has("yes_noun", "vote_noun") for c in before)
        if noun in SOME_NUMBER and counts_others:
            continue
        start = max((i + 1 for i in range(verb) if chunks[i].text in ",;:—"), default=0)
        return [Tally(*sentence.placed(start, at), yes=chunk.number, stray=not told or noun in LOOSELY)]
    return []


def _ends(chunks: list[Chunk], at: int) -> bool:
    if at + 1 >= len(chunks):
        return True
    behind = chunks[at + 1]
    return not behind.is_word or behind.lower in AGAIN or behind.date is not None


def _alone(sentence: Sentence) -> list[Tally]:
    """ "141 again.", "A hundred and four.", "141 of the 193."."""
    chunks = sentence.chunks
    if up_from(chunks) and FEWEST_FOR <= (chunks[0].cardinal or 0) < STATES.stop:
        return [Tally(*sentence.placed(0, 0), yes=chunks[0].number, stray=True)]
    words = [c for c in chunks if c.is_word and c.lower not in AGAIN and not c.has("determiner")]
    if not words or words[0].cardinal is None or not FEWEST_FOR <= words[0].cardinal < STATES.stop:
        return []
    of_all = [c.lower for c in words[1:2]] == ["of"] and len(words) == 3 and words[2].cardinal is not None
    if len(words) > 1 and not of_all:
        return []
    at = chunks.index(words[0])
    return [Tally(*sentence.placed(at, chunks.index(words[-1])), yes=words[0].number, stray=True)]
