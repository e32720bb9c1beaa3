"""Whole clauses that tell how a vote ended without a verb for it: "there was no resolution", "nothing came of it", "the
Council said no"; and such an end behind a label: "Result: not adopted".
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("clause_words.csv")
ENDS = {"failed": _WORDS["ended_without"], "adopted": _WORDS["ended_with"]}
LABELLED = {"failed": _WORDS["labelled_failed"], "adopted": _WORDS["labelled_adopted"]}
LABELS, OPENS = _WORDS["labels_an_end"], _WORDS["this_time"] | {"at last", "finally", "now", "and so", "and then"}
LONGEST = 12
"""Words of the longest of them, with what opens it."""
WHEN = frozenset({"now", "again", "today", "at last", "then", "after all", "in the end", "either"})
"""What may close such a clause."""


def ends_told(sentence: Sentence, discourse: Discourse) -> list[Outcome]:
    """Findings only where it is so: what else a text spoke of may have ended that way."""
    near = discourse.voted_near(sentence) or discourse.text_before(sentence) or discourse.vote_before(sentence)
    if not near or sentence.question or sentence.unreal_from == 0 or discourse.elsewhere_before(sentence):
        return []
    chunks, found = sentence.chunks, []
    for first, end in _clauses(chunks):
        if first >= sentence.unreal_from or end - first > LONGEST:
            continue
        opened = first
        while opened + 1 < end and chunks[opened].lower in OPENS:
            opened += 1
        outcome = _end_of(chunks[opened:end], LABELLED if _labelled(chunks, first) else ENDS)
        if outcome is not None:
            start = chunks[opened].start
            speaker = sentence.speaker_at(start)
            found.append(Outcome(start, chunks[end - 1].end, sentence.index, speaker, outcome=outcome, soft=True))
    return found


def _clauses(chunks: list[Chunk]) -> list[tuple[int, int]]:
    """What stands between two marks, or behind "and" or "but"."""
    parts = (i for i, c in enumerate(chunks) if (not c.is_word and c.text not in JOINING) or _joins(chunks, i))
    marks = [-1, *parts, len(chunks)]
    return [(before + 1, end) for before, end in pairwise(marks) if end - before > 1]


JOINING = frozenset({"'", "'s", "-"})


def _joins(chunks: list[Chunk], at: int) -> bool:
    return chunks[at].has("and", "but") and not (at and chunks[at - 1].lower == "nothing")  # "nothing but words"


def _labelled(chunks: list[Chunk], first: int) -> bool:
    return first > 1 and chunks[first - 1].text == ":" and chunks[first - 2].lower in LABELS


def _end_of(clause: list[Chunk], known: dict[str, frozenset[str]]) -> str | None:
    words = [c.lower for c in clause if c.is_word]
    while len(words) > 1 and words[-1] in WHEN:
        words.pop()
    said = " ".join(words)
    return next((outcome for outcome, wordings in known.items() if said in wordings), None)
