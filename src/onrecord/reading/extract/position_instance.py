"""One of the vetoes that the text counted or spoke of before, told by its place among them and by when or what it was:
"The first, in May 1993, was cast alone", "the last time was Panama, in December 1989".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.position_scope import united
from onrecord.reading.extract.spans import clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import phrase_from
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

FEW = 2
"""Words that may open a sentence before "first"."""
BACK = 2
"""Sentences between the vetoes spoken of and the one among them."""
_WORDS = word_sets("position_words.csv")
PLACES = _WORDS["place_in_order"]
HEADS = frozenset({"one", "time", "occasion", "of these", "of those", "of them", "of the"})
COPULAS = frozenset(
    {"was", "came", "fell", "were", "is", "dates", "dated", "concerned", "had been", "being", "stopped"}
)
LONELY = _WORDS["without_company"]
COMPANY = word_sets("clause_words.csv")["together"] | {"in company with"}


def one_of_the_vetoes(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """Whose it was is known from the text before; only what names a time or a subject can be a vote's."""
    if PLACES.isdisjoint(sentence.words) or sentence.withdrawn or sentence.question:
        return None
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks[: min(sentence.unreal_from, len(chunks) - 2)]):
        if chunk.lower not in PLACES or not _begins(chunks, at):
            continue
        head = _head(chunks, at)
        if head is None:
            continue
        end = clause_end(sentence, found, head)
        while end + 2 < len(chunks) and chunks[end + 1].text in ",(" and end - head < 14:
            end = clause_end(sentence, found, end + 2)
        said = chunks[head : end + 1]
        # What "the second" is of is sure only where it is cast, or where vetoes and no texts were spoken of.
        cast = any(c.has("veto_noun") or c.verb("use") is not None for c in said)
        whose = _whose(sentence, discourse, at > FEW, cast or discourse.vetoes_in >= sentence.index - 1)
        if whose is None:
            continue
        if any(c.has("modal", "future") for c in said):
            return None
        dated = any(c.date is not None and c.date.role == "at" for c in said)
        copula = next((i for i, c in enumerate(said) if c.lower in COPULAS or c.verb("use") is not None), None)
        if copula is None or not (dated or _about(said[copula + 1 :])):
            return None
        lonely = _lonely(said)
        if not lonely and any(c.has("negation") for c in said):
            return None
        members = _together(chunks, found, head, end, whose)
        claim = Position(*sentence.placed(max(0, at - 1), end, at), members=members, choice="veto")
        return replace(claim, only=lonely)
    return None


def _whose(sentence: Sentence, discourse: Discourse, within: bool, surely: bool) -> Members | None:
    """Whoever the vetoes are that were counted last, `within` the sentence too; or told of, if it is `surely` one."""
    counted, least = discourse.counted, 0 if within else 1
    if counted is not None and counted.what == "veto" and least <= sentence.index - discourse.counted_in <= BACK:
        return counted.members if counted.members.named and not counted.members.groups else None
    if surely and discourse.vetoer is not None and least <= sentence.index - discourse.vetoed_in <= BACK:
        return discourse.vetoer if discourse.vetoer.named and not discourse.vetoer.groups else None
    return None


def _begins(chunks: list[Chunk], at: int) -> bool:
    """Whether "the first" stands at the head of a clause."""
    if not at or chunks[at - 1].lower != "the":
        return False
    before = chunks[at - 2] if at > 1 else None
    return before is None or not before.is_word or before.has("and", "but")


def _head(chunks: list[Chunk], at: int) -> int | None:
    """The chunk that ends "the first", "the last time", "the first of these vetoes"; None of other things."""
    head = at
    following = chunks[head + 1]
    if following.lower == "of" and chunks[head + 2].lower in ("these", "those", "them"):
        head += 2
        following = chunks[head + 1] if head + 1 < len(chunks) else chunks[head]
    elif following.lower in HEADS:
        head += 1
        following = chunks[head + 1]
    if following.has("veto_noun"):
        head += 1
        following = chunks[head + 1] if head + 1 < len(chunks) else chunks[head]
    opens = following.text in ",(" or following.lower in COPULAS or following.lower in ("on", "over", "in", "for")
    return head if opens or following.has("be") or following.date is not None else None


def _about(said: list[Chunk]) -> bool:
    """Whether the predicate opens with what it was about: "was for Myanmar", "was Panama", "concerned Cyprus"."""
    words = [c for c in said if not c.has("determiner")][:2]
    if len(words) > 1 and words[1].lower in ("'s", "'"):
        return False  # "the second was Washington's own"
    return bool(words) and (words[0].has("member", "place") or (words[0].lower in ("on", "over", "for", "about")))


def _lonely(said: list[Chunk]) -> bool:
    for at, chunk in enumerate(said):
        if chunk.lower == "without" and any(c.lower in LONELY for c in said[at + 1 : at + 4]):
            return True
    return False


def _together(chunks: list[Chunk], found: list[Phrase], head: int, end: int, whose: Members) -> Members:
    """With those named behind "together with", "with China's help"."""
    for at in range(head + 1, end):
        if chunks[at].lower in COMPANY:
            phrase = phrase_from(chunks, found, at + 1)
            entry = chunks[at + 1].get("member")
            if phrase is not None and phrase.members.named and phrase.members.named[0] not in whose.named:
                return united(whose, phrase.members)
            if entry is not None and at + 2 <= end and chunks[at + 2].lower == "'s":
                return united(whose, Members(tuple(named_by(chunks[at + 1])), text=chunks[at + 1].text))
    return whose
