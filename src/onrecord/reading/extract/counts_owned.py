"""Whose the vetoes just counted were: "four drafts were vetoed, and two of the vetoes were Russia's", "two Russian"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import able, is_text, is_veto_noun, says
from onrecord.reading.extract.context import spoken_of
from onrecord.reading.extract.counted import counted_claim
from onrecord.reading.extract.doers import noun_asserted, owners
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence, is_demonym
from onrecord.reading.table import word_sets

CAST = word_sets("frequency.csv")["belonged"]
FROM = ("from", "to", "by", "came from", "come from", "belonged to", "belong to")
ENDS = (",", ".", ";", ":", ")", "!", "—", "–")


def of_whose(sentence: Sentence, at: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """How many of the vetoes of all, as just counted, were one member's; None where none were counted."""
    context = spoken_of(discourse, sentence)
    if (whole := _of_a_years(sentence.chunks, at)) is not None and noun_asserted(sentence.chunks, at):
        return _part_of_it(sentence, at, whole, quantity)
    if context is None or context.what not in ("veto", "vetoed") or context.members.named or context.members.groups:
        return None
    if discourse.counted is None or sentence.index - discourse.counted_in > 1 or not noun_asserted(sentence.chunks, at):
        return None
    if not (context.period or context.since or context.subject.strip()):
        return None
    chunks = sentence.chunks
    if discourse.counted_in < sentence.index and any(_unknown(c) for c in chunks[:at]):
        return None  # "in the play-offs two were Russian"
    return _part_of_it(sentence, at, context, quantity)


def _part_of_it(sentence: Sentence, at: int, context: Acts, quantity: NumberMention) -> Count | None:
    whose = _owner(sentence.chunks, _behind_the_counted(sentence.chunks, at))
    if whose is None or not able(whose[0], "veto"):
        return None
    counted = replace(context, what="veto", members=whose[0], outcome="", noun="")
    return replace(counted_claim(sentence, at, Stretch(at, whose[1], at), counted, quantity), of_those=True)


def _of_a_years(chunks: list[Chunk], at: int) -> Acts | None:
    """ "Four of this year's seven vetoes": those of the whole year; None where no such whole is told."""
    if at + 4 >= len(chunks) or chunks[at + 1].lower != "of" or chunks[at + 3].lower != "'s":
        return None
    year, noun = chunks[at + 2].date, at + 4 + (chunks[at + 4].cardinal is not None)
    if year is None or year.day is not None or noun >= len(chunks) or not is_veto_noun(chunks, noun):
        return None
    return Acts(Members(), "vetoed", period=(year,))


def _unknown(chunk: Chunk) -> bool:
    """Whether no table knows the word, which may name what else is counted."""
    return chunk.is_word and not chunk.entries and chunk.number is None and chunk.date is None and chunk.text.islower()


def _behind_the_counted(chunks: list[Chunk], at: int) -> int:
    """The chunk behind "two", "two of them", "two of the four vetoes", "two vetoes"."""
    position = at + 1
    if position >= len(chunks):
        return position
    if length := says(chunks, position, "of_them"):
        return position + length
    if chunks[position].lower == "of":
        position += 1
        while position < len(chunks) and (
            chunks[position].has("determiner")
            or chunks[position].lower == "'s"
            or chunks[position].date is not None
            or chunks[position].cardinal is not None
            or chunks[position].lower in ("those", "these")
        ):
            position += 1
    if position < len(chunks) and (is_veto_noun(chunks, position) or is_text(chunks[position])):
        position += 1
    return position


def _owner(chunks: list[Chunk], at: int) -> tuple[Members, int] | None:
    """Whose they are said to be by the words from chunk `at` on, and the last chunk that says so."""
    size = len(chunks)
    predicate = at < size and chunks[at].has("be")
    named = at + predicate
    while named < size and chunks[named].lower in CAST:
        named += 1
    told_from = named < size and chunks[named].lower in FROM
    if named > at + predicate and not told_from:
        return None
    named += told_from
    if named < size and chunks[named].has("determiner"):
        named += 1
    last = named
    while last + 2 < size and chunks[last + 1].has("and") and chunks[last + 2].has("member"):
        last += 2
    if last >= size or not chunks[named].has("member") or chunks[named].has("blocked"):
        return None
    behind = last + 1
    possessive = behind < size and chunks[behind].lower in ("'s", "'")
    behind += possessive
    ends = behind >= size or chunks[behind].text in ENDS or chunks[behind].has("and", "but")
    if not ends or not (possessive or told_from or is_demonym(chunks[last])):
        return None
    return owners(chunks, last)[0], behind - 1


def of_whomever(claim: Count, sentence: Sentence) -> Count:
    """ "It was the second veto in three days": of those of whoever was spoken of, or of all that anybody cast."""
    if claim.acts.what != "veto" or not claim.acts.members.named:
        return claim
    own = [i for i, c in enumerate(sentence.chunks) if claim.start <= c.start and c.end <= claim.end]
    if any(_names_whose(sentence.chunks, i) for i in own):
        return claim
    return replace(claim, acts=replace(claim.acts, whoever=True))


def _names_whose(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.lower in POINTING and at + 1 < len(chunks) and (chunks[at + 1].has("be") or chunks[at + 1].lower == "'s"):
        return False  # "it was the second veto"
    return chunk.has("member", "group", "pronoun_member", "of_adjective") or chunk.lower in POSSESSIVE


POINTING = ("it", "this", "that")
POSSESSIVE = ("its", "their", "his", "her", "our", "whose")
