"""Only one in all: "has voted No on a single occasion", "in all its years it has cast one negative vote"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count
from onrecord.reading.extract.acts import ONE_AND_NO_OTHER, Act, counts_one, is_text, says
from onrecord.reading.extract.context import told
from onrecord.reading.extract.council import council_count
from onrecord.reading.extract.counted import count_of_act
from onrecord.reading.extract.counts_of_times import so_many_times
from onrecord.reading.extract.doers import doer
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.extract.year_ends import by_a_years_end
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence

OF_ONE_VOTE = frozenset({"text", "cite", "pronoun_text"})
IN_ALL = frozenset({"all", "whole", "entire", "every", "ever"})
"""What says of a time that the whole of it is meant: "in all its years there"."""
PERFECT = frozenset({"has", "have", "'ve"})
AUXILIARY_BACK = 9
ACTS = ("no", "abstain", "yes")


def single_count(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Count | None:
    """What the word for one at chunk `at`, or the verb there, counts of one member's votes over a time."""
    chunks = sentence.chunks
    if chunks[at].lower in ONE_AND_NO_OTHER and at + 1 < len(chunks) and says(chunks, at + 1, "occasion"):
        return so_many_times(sentence, found, at, at + 1, discourse, _one(sentence, at))
    if chunks[at].lower in ONE_AND_NO_OTHER and at + 1 < len(chunks) and is_text(chunks[at + 1]):
        if any(c.has("negation", "nobody", "without") for c in chunks[max(0, at - AUXILIARY_BACK) : at]):
            return None  # "had not managed to pass a single resolution"
        vetoed = next((a for a in told(sentence, discourse) if a.verbal and 0 < at - a.last <= 2), None)
        if vetoed is not None and vetoed.what == "veto" and by_a_years_end(sentence, at):
            who = doer(sentence, found, vetoed, discourse)
            stretch = clause(sentence, at, at + 1)
            one = _one(sentence, at)
            return count_of_act(sentence, found, stretch, vetoed, who, at, at + 1, one) if who is not None else None
        return council_count(sentence, at, at + 1, _one(sentence, at))
    act = next((a for a in told(sentence, discourse) if a.first == at and a.verbal), None)
    if act is None or act.what not in ACTS or not counts_one(chunks, act.first, act.last):
        return None
    stretch = clause(sentence, at, act.last)
    if not _over_a_time(chunks, act, stretch):
        return None
    who = doer(sentence, found, act, discourse)
    if who is None or not (who[0].named or who[0].groups):
        return None
    return count_of_act(sentence, found, stretch, act, who, at, act.last, _one(sentence, at))


def _one(sentence: Sentence, at: int) -> NumberMention:
    chunk = sentence.chunks[at]
    return NumberMention(chunk.start - sentence.start, chunk.end - sentence.start, 1.0, 1.0, in_words=True)


def _over_a_time(chunks: list[Chunk], act: Act, stretch: Stretch) -> bool:
    """Whether it "has" been cast, of no one text or day, unlike "cast the one No on the draft"."""
    before = chunks[max(stretch.first, act.first - AUXILIARY_BACK) : act.first]
    around = chunks[stretch.first : stretch.last + 1]
    if any(c.has(*OF_ONE_VOTE) for c in chunks[act.last + 1 : stretch.last + 1]):
        return False
    if any(c.date is not None and c.date.form in ("day", "weekday") for c in around):
        return False
    perfect = any(c.lower.split()[0] in PERFECT for c in before)
    return perfect or any(c.has("every") or c.lower in IN_ALL for c in around)
