"""Who came to it when, where others did so first: "the Americans waited until 1970", "it took London until 1956"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.extract.acts import able
from onrecord.reading.extract.context import spoken_of
from onrecord.reading.extract.counted import general_claim
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

WAITED = word_sets("position_words.csv")["waited"]
LONGEST = 5
BACK = 2
"""Sentences after a first one in which the others' are told of."""
ENDS = (".", ",", ";", "!", ")", "—", "–")


def waited_until(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """The first veto of somebody, told by how long it was in coming; `at` is the chunk of "until 1970"."""
    chunks = sentence.chunks
    until = chunks[at].date
    context = spoken_of(discourse, sentence, "veto")
    if until is None or until.year is None or context is None or sentence.index - discourse.first_in > BACK:
        return None
    if at + 1 < len(chunks) and chunks[at + 1].text not in ENDS and not chunks[at + 1].has("and", "but"):
        return None
    for verb in range(at - 1, max(at - LONGEST, 0) - 1, -1):
        phrase = covering(found, verb)
        if phrase is not None:
            it_took = [c.lower for c in chunks[max(0, phrase.first - 3) : phrase.first] if not c.has("determiner")]
            told = " ".join(c.lower for c in chunks[phrase.last + 1 : at])
            waited = told in WAITED or (not told and it_took[-2:] == ["it", "took"])
            if not waited or not phrase.members.named or not able(phrase.members, "veto"):
                return None
            acts = Acts(phrase.members, "veto", subject=context.subject)
            made = general_claim(sentence, Stretch(phrase.first, at, at), at, acts, "first")
            return replace(made, at=(replace(until, role="at"),))
    return None
