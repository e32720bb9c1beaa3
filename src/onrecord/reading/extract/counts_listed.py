"""Vetoes counted in a list, member by member: "Vetoes: America 87, Britain 29", "Veto count. China: 19."."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count
from onrecord.reading.extract.acts import able
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.counted import counted_claim
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import owner
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence, covering

MARKS = (":", "=", "–", "—", "-", "(", "has", "with", "'s")
"""Between a name and its number."""
BEHIND = (",", ";", ".", ")", "and", "/", "|", "times", "(")
BETWEEN = (",", ";", "and", "&", "the", "/", "|", "(", ")", "then", "followed by", "times", "was", "also")
"""Between one item and the next."""
HEADING = 9
"""Words of a heading."""
PERSONS = frozenset({"leader", "envoy"})


def listed_count(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """The number behind a name in such a list; None where no heading says that vetoes are counted."""
    chunks = sentence.chunks
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if not at or (behind is not None and behind.lower not in BEHIND):
        return None
    name = _name(found, chunks, at)
    if name is None or not name.members.named or not able(name.members, "veto"):
        return None
    if any(a.kind in PERSONS for n in name.members.named for a in n.aliases):
        return None
    heading = _heading(sentence, found, name.first)
    if heading is not None:
        first, head, last = heading
        whole = Stretch(first, last, head)
        counted = bounded(sentence, found, whole, name.members, "veto", times(sentence, whole, ordinal=False))
    elif _goes_on(sentence, name.first, discourse) or (
        chunks[at - 1].lower == "has" and _of_vetoes_before(chunks, name.first)
    ):
        counted = Acts(name.members, "veto")
    elif chunks[at - 1].text == ":" and (told := _told_beside(sentence, chunks, name.first, discourse)) is not None:
        counted = replace(told, members=name.members)
    else:
        return None
    discourse.vetoes_listed = sentence.index
    return counted_claim(sentence, at, Stretch(name.first, at, at), counted, quantity)


def _goes_on(sentence: Sentence, first: int, discourse: Discourse) -> bool:
    """Whether the sentence before heads the list or belongs to it, and this one begins with the name."""
    return discourse.vetoes_listed == sentence.index - 1 and not any(c.is_word for c in sentence.chunks[:first])


def _told_beside(sentence: Sentence, chunks: list[Chunk], first: int, discourse: Discourse) -> Acts | None:
    """ "Britain stands at 32, France at 17; China: 21": the vetoes that the sentence counts of others."""
    told = discourse.counted if discourse.counted_in == sentence.index else None
    opens = first > 1 and (chunks[first - 1].text in ";," or chunks[first - 1].has("and"))
    return told if opens and told is not None and told.what == "veto" and told.members.named else None


def _of_vetoes_before(chunks: list[Chunk], before: int) -> bool:
    """ "The heaviest user of the veto is Russia; the United States has 87"."""
    mark = next((i for i in range(before - 1, max(before - 3, 0), -1) if chunks[i].text in (";", "—", "–")), None)
    return mark is not None and any(c.lower in ("veto", "vetoes") for c in chunks[max(0, mark - HEADING) : mark])


def heads_a_list(sentence: Sentence) -> bool:
    """ "Veto count.", "Number of vetoes:": whether what follows may be such a list."""
    words = [c for c in sentence.chunks if c.is_word]
    if not words or len(words) > HEADING or sentence.numbered or sentence.words.isdisjoint({"veto", "vetoes"}):
        return False
    if sentence.question:
        return {"most", "many", "often", "user", "users"} & sentence.words != frozenset()
    counts = {"count", "counts", "number", "tally", "total", "totals", "table", "list", "score", "league"}
    return "vetoes" in (words[0].lower, words[-1].lower) or not counts.isdisjoint(sentence.words)


def _name(found: list[Phrase], chunks: list[Chunk], at: int) -> Phrase | None:
    """Whom the number stands behind."""
    before = at - 1
    if chunks[before].lower in MARKS:
        before -= 1
    return covering(found, before) if before >= 0 else None


def _heading(sentence: Sentence, found: list[Phrase], before: int) -> tuple[int, int, int] | None:
    """Where the heading in front of the list begins, has its noun, and ends."""
    chunks = sentence.chunks
    mark = next((i for i in range(1, before) if chunks[i].text in (":", "—", "–", "(")), None)
    if mark is None or mark > HEADING or not _only_items(chunks, found, mark + 1, before):
        return None
    head = next((i for i in range(mark) if chunks[i].lower in ("vetoes", "veto", "vetos", "veto count")), None)
    if head is None or any(c.has("be", "have", "modal", "negation", "text") for c in chunks[:mark]):
        return None
    return None if owner(sentence, head) is not None else (0, head, mark - 1)


def _only_items(chunks: list[Chunk], found: list[Phrase], first: int, before: int) -> bool:
    return all(
        chunks[i].cardinal is not None
        or chunks[i].lower in BETWEEN
        or chunks[i].lower in MARKS
        or covering(found, i) is not None
        for i in range(first, before)
    )
