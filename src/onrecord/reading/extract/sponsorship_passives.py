"""By whom a text was drafted, in the passive: "it was tabled by Chad", "Drafted by Peru.", "a text written by both"."""

from __future__ import annotations

from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.clauses import subject, verb_group_start
from onrecord.reading.extract.authors import authors_at, before_the_next
from onrecord.reading.extract.sponsorship_doers import and_those_with
from onrecord.reading.extract.sponsorship_objects import STRONGLY, told_near
from onrecord.reading.extract.sponsorship_words import (
    REACH,
    WORDS,
    of_voting,
    spoken_of,
    sponsor_claim,
    steered,
    the_first,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.nouns import Noun, noun_at, nouns
from onrecord.reading.parsed import Phrase, Sentence, finite, is_demonym

NUMBERED, NUMBERS = 3, (100, 3000)
"""Chunks from a verb that adopts a resolution to what is said behind its number, and such numbers."""
TWO = 2


def of_passive(
    sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int, by: int, co: bool
) -> Sponsor | None:
    chunks = sentence.chunks
    heading = by + 1 < len(chunks) and chunks[by + 1].text == ":"
    authors = before_the_next(chunks, authors_at(chunks, found, by + 1 + heading), at)
    if authors is None or not asserted(sentence, at, -1, "past"):
        return None
    text = text_before_verb(sentence, found, at) or _one_of_them(sentence, found, discourse, at)
    if text is None and at == 0 and _text_follows(chunks, authors.last):
        # "Tabled by Malta, the draft won"
        text = Noun(at, at, "pronoun")
    hangs = text is None and _of_what_follows(chunks, authors.last)
    if text is None and not hangs and _begins(chunks, at) and (heading or told_near(sentence, discourse)):
        # "Tabled by Japan.", "B: Jointly drafted by Peru." of the text of the sentence before
        text = Noun(at, at, "pronoun")
    thing = subject(sentence, found, at) if text is None and not co and of_voting(sentence) else None
    if text is None and (thing is None or thing.last >= at or not _writable(chunks, at, thing)):
        return None
    said = text or thing
    assert said is not None
    last = authors.last
    if last + 1 < len(chunks) and chunks[last + 1].lower in WORDS["together"]:
        authors, last = and_those_with(chunks, found, last, authors)
    return sponsor_claim(
        sentence,
        said.first,
        _in_what_part(chunks, found, last),
        authors,
        negated=negated(sentence, at, said.last),
        co=co,
        known=text is not None and (spoken_of(chunks, text) or is_said_of_it(chunks, text)),
        loose=text is None,
        role=steered(chunks[at]),
    )


def _of_what_follows(chunks: list[Chunk], last: int) -> bool:
    """ "Introduced by Chad's king, the dinner was long": whether a clause about another thing stands behind."""
    comma = next((i for i in range(last + 1, min(last + 8, len(chunks))) if chunks[i].text == ","), None)
    if comma is None or comma + 2 >= len(chunks) or not chunks[comma + 1].has("determiner"):
        return False
    verb = next((i for i in range(comma + 2, min(comma + 8, len(chunks))) if finite(chunks[i])), None)
    return verb is not None and not any(c.has("text", "cite") for c in chunks[comma + 1 : verb])


def _begins(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing stands before the verb but who speaks, "and" or an adverb."""
    label = at - 1 if at and chunks[at - 1].text == ":" else at
    before = chunks[:label] if label == at else chunks[1:label]
    return len(before) <= TWO and all(
        c.has("and", "adverb", "but") or c.lower.endswith("ly") or not c.is_word for c in before
    )


def is_said_of_it(chunks: list[Chunk], text: Noun) -> bool:
    """ "It was an American text, co-sponsored by Peru": a text with an article that is the one spoken of."""
    be = text.first - 1
    return be > 0 and chunks[be].has("be") and chunks[be - 1].lower in ("it", "this", "that")


def _writable(chunks: list[Chunk], at: int, thing: Noun) -> bool:
    """ "The force was proposed by Chad", "the Haiti mission was written by Washington": what no members can be."""
    written = chunks[at].lower.startswith(STRONGLY) and thing.members is not None and thing.last > thing.first
    return thing.kind == "other" or (thing.kind == "members" and written and not is_demonym(chunks[thing.last]))


def _one_of_them(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int) -> Noun | None:
    """ "One had been written by Chad", "the first was tabled by Mali": of the texts just spoken of."""
    if (ordinal := the_first(sentence.chunks, at)) is not None:
        return ordinal if told_near(sentence, discourse) else None
    thing = subject(sentence, found, at)
    if thing is None or thing.last >= at or not told_near(sentence, discourse):
        return None
    head = sentence.chunks[thing.last]
    stands_for_one = head.number is not None and (head.number.ordinal or head.cardinal == 1)
    if stands_for_one or head.lower in WORDS["written_act"]:
        return Noun(thing.first, thing.last, "pronoun")
    return None


def _in_what_part(chunks: list[Chunk], found: list[Phrase], last: int) -> int:
    """ "Tabled by Malta as president of the Council": where the words end that say in which part."""
    at = last + 1
    if at + 1 >= len(chunks):
        return last
    if chunks[at].lower == "as" and chunks[at + 1].has("delegate", "author", "council", "determiner"):
        noun = noun_at(chunks, {p.first: p for p in found}, at + 1, len(chunks))
        end = noun.last if noun is not None else last
        if end + 2 < len(chunks) and chunks[end + 1].lower == "of" and chunks[end + 2].has("council"):
            return end + 2
        return end
    return last


def _text_follows(chunks: list[Chunk], last: int) -> bool:
    behind = chunks[last + 1 : last + 7]
    return bool(behind) and behind[0].text == "," and any(c.has("text", "pronoun_text") for c in behind[1:4])


def text_before_verb(sentence: Sentence, found: list[Phrase], at: int) -> Noun | None:
    """The text that was drafted: right before the participle, or its subject, or what a relative stands for."""
    chunks = sentence.chunks
    start = verb_group_start(chunks, at)
    if (
        start
        and chunks[start - 1].text == ","
        and (led := subject(sentence, found, at)) is not None
        and led.kind == "text"
    ):
        return led
    near = [n for n in nouns(chunks, found, max(0, at - REACH), start) if n.kind == "text"]
    if near and not any(c.text in ";:" for c in chunks[near[-1].last : start]):
        return near[-1]
    if (number := _bare_number(chunks, start)) is not None:
        return Noun(number, number, "text")
    noun = subject(sentence, found, at)
    return noun if noun is not None and noun.kind in ("text", "pronoun") else None


def _bare_number(chunks: list[Chunk], start: int) -> int | None:
    """ "Adopted 2735, drafted by Japan": a resolution told by its number alone."""
    if start < NUMBERED or chunks[start - 1].text != "," or chunks[start - NUMBERED].verb("adopt", "pass") is None:
        return None
    number = chunks[start - 2].number
    plain = number is not None and number.unit is None and not number.ordinal
    return start - 2 if plain and number is not None and NUMBERS[0] <= number.value <= NUMBERS[1] else None
