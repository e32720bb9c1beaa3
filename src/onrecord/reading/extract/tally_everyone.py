"""All of those who vote said to have done it: "unanimously", "by consensus", "all fifteen members voted for it"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Tally
from onrecord.reading.extract.outcome_words import object_of
from onrecord.reading.extract.position_apart import left_out
from onrecord.reading.extract.spans import clause_end
from onrecord.reading.extract.tally_divided import divided
from onrecord.reading.extract.tally_unanimity import unanimity
from onrecord.reading.extract.tally_words import clause_start
from onrecord.reading.extract.voting_ways import complement
from onrecord.reading.governing import object_of as governs
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

FEWEST_STATES = 50
"""Members of the Assembly at its beginning: fewer, and more than the Council's, are another body's."""
FULL = (15, 11)
"""Seats of the Council now and until 1965."""
_WORDS = word_sets("tally_words.csv")
SEATED = _WORDS["every_member"]


def everyone(sentence: Sentence, found: list[Phrase], already: list[Tally], near: bool) -> list[Tally]:
    """ "Unanimously", "by consensus", "all fifteen members voted for it"."""
    chunks = sentence.chunks
    claims = unanimity(sentence, found, near) or divided(sentence, found, near)
    for phrase in found:
        members = phrase.members
        if phrase.first and chunks[phrase.first - 1].lower == "not":
            continue  # "not all members voted for it"
        size = members.quantity
        if not members.everyone or members.but or (size is not None and size not in FULL and size < FEWEST_STATES):
            continue  # "all ten voted for it", of a group that was named
        if phrase.last + 1 < len(chunks) and chunks[phrase.last + 1].has("relative"):
            continue  # "everyone who voted": perhaps not all
        behind = [c.lower for c in chunks[phrase.last + 1 : phrase.last + 3]]
        if (behind[:1] == ["of"] and behind[1:] and behind[1] in OWNING) or members.of_them:
            continue  # "all fourteen of her colleagues", all but her; "every one of them", who had just been named
        opens = max((i for i in range(phrase.first) if chunks[i].text in ";:"), default=0)
        excepted = any(
            (c.has("exception") and not c.has("verb")) or c.verb("alone") is not None for c in chunks[opens:]
        ) or any(c.lower == "bar" and then.cardinal is not None for c, then in pairwise(chunks[opens:]))
        if not excepted and not left_out(sentence, found):
            claim = _everyone(sentence, found, phrase)
            if claim is not None:
                claims.append(claim)
    return [
        c
        for c in claims
        if not any(t.start < c.end and c.start < t.end and t.yes is not None for t in already if not c.without_vote)
    ]


OWNING = ("her", "his", "its", "their", "our", "my", "your")


def _everyone(sentence: Sentence, found: list[Phrase], phrase: Phrase) -> Tally | None:
    chunks = sentence.chunks
    spoken_to = governs(chunks, phrase.first)
    for position in range(phrase.last + 1, min(phrase.last + 6, len(chunks))):
        chunk = chunks[position]
        if spoken_to and chunk.text == ",":
            break  # "Moscow, which had lectured everybody on sovereignty, voted for"
        said, last = _says_yes(sentence, found, position)
        if said:
            if any(c.lower == "either" for c in chunks[phrase.last + 1 : position]):
                return None  # "every member either voted for it or abstained"
            form = next((e.form for e in chunk.entries if e.kind == "verb"), "past")
            if not asserted(sentence, position, phrase.last, form) or negated(sentence, position, phrase.last):
                return None
            first = clause_start(sentence, phrase.first)
            return Tally(*sentence.placed(first, clause_end(sentence, found, last)), unanimous=True)
        if chunk.text in ";:—–" or chunk.has("verb", "but"):
            break
    if (
        phrase.first > 1
        and chunks[phrase.first - 1].lower == "by"
        and not any(c.has("negation") for c in chunks[max(0, phrase.first - 5) : phrase.first])
        and any(chunks[i].verb("adopt", "pass", "yes", "act") for i in range(max(0, phrase.first - 5), phrase.first))
    ):
        return Tally(*sentence.placed(clause_start(sentence, phrase.first), phrase.last), unanimous=True)
    return None


def _says_yes(sentence: Sentence, found: list[Phrase], at: int) -> tuple[bool, int]:
    chunk = sentence.chunks[at]
    if chunk.verb("vote"):
        inner, last = complement(sentence, found, at)
        return inner == "yes", last
    acted = chunk.verb("act", "adopt")
    if acted is not None and acted.form in ("past", "participle") and _in_full(sentence.chunks, at):
        return True, at
    if chunk.verb("yes") or chunk.lower in ("agreed", "agree", "approved", "approve", "endorsed", "endorse"):
        object_ = object_of(sentence.chunks, found, at)
        behind = sentence.chunks[at + 1].lower if at + 1 < len(sentence.chunks) else ""
        if chunk.lower.startswith("agree") and (
            behind == "that" or (behind in ("on", "about", "with") and object_ is None)
        ):
            # "everybody agrees that the figure is too low": what people think, and no vote
            return _in_full(sentence.chunks, at), at
        # "everyone supported the force": a thing, and no text
        return object_ is None or object_.kind in ("text", "pronoun") or _in_full(sentence.chunks, at), at
    following = sentence.chunks[at + 1 : at + 3]
    ends = not following or not following[0].is_word
    ends = ends or (following[0].lower in ("it", "this") and not any(c.is_word for c in following[1:]))
    return chunk.has("yes_noun") and (chunk.lower != "for" or ends), at


def _in_full(chunks: list[Chunk], at: int) -> bool:
    """Whether those who acted are all the Council's members, by number: "all fifteen lifted the sanctions"."""
    before = chunks[max(0, at - 7) : at]
    return any(c.cardinal in FULL for c in before) or any(c.has("everybody") and c.lower in SEATED for c in before)
