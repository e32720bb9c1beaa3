"""Single ones of those that a count just gave: "Russia was one, Colombia another", "thirteen to two, the second being
East Germany", "Algeria and Pakistan were the other two".
"""

from __future__ import annotations

from onrecord.reading.claims.vote import Position, Tally, whole
from onrecord.reading.extract.spans import lead_in
from onrecord.reading.extract.state import Discourse
from onrecord.reading.governing import governed
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, ends_at

BACK = 1
"""Sentences between a count and those of it who are named."""
FEW = 6
"""Members on one side up to which a text names them all."""
ONE = frozenset({"one", "another", "one of them"})
LINKS = frozenset({"was", "is", "were", "are", "being"})
LATTER = frozenset({"second", "other"})


def some_of_those(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """What a sentence says of some of those counted in it or right before it."""
    tally = discourse.tallies[-1] if discourse.tallies else None
    asked = discourse.asked
    if asked is not None and 0 < sentence.index - asked[0] <= BACK and asked[1] != "with":
        return _was_one(sentence, found, asked[1])
    if tally is None or sentence.withdrawn or sentence.unreal_from == 0:
        return []
    if sentence.index - tally.sentence > BACK:
        # "Eleven abstained. Chad was one. Mali was one too."
        goes_on = discourse.last_choice == _role(tally) and sentence.index - discourse.last_in <= BACK
        near = goes_on and not discourse.last_negated and sentence.index - tally.sentence <= FEW
        return _was_one(sentence, found, _role(tally)) if near else []
    return (
        _was_one(sentence, found, _role(tally))
        + _cast_the_one(sentence, found, tally)
        + _the_second(sentence, found, discourse)
        + _the_others(sentence, found, next((t for t in reversed(discourse.tallies[-2:]) if t.yes is not None), tally))
    )


def _role(tally: Tally) -> str | None:
    """What those did whom a count gave, where it gave only those, and more than one."""
    parts = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain, "not voting": tally.not_voting}
    given = [(role, part) for role, part in parts.items() if part is not None]
    return given[0][0] if len(given) == 1 and whole(given[0][1]) > 1 else None


def _was_one(sentence: Sentence, found: list[Phrase], choice: str | None) -> list[Position]:
    """ "Eleven abstained. Russia was one; Colombia another.", "one of them was Libya"."""
    chunks = sentence.chunks
    if choice is None:
        return []
    told: list[Position] = []
    for phrase in found:
        if len(phrase.members.named) != 1 or governed(chunks, phrase.first):
            continue
        at = phrase.last + 1
        linked = at < len(chunks) and chunks[at].lower in LINKS
        at += linked
        at += at + 1 < len(chunks) and chunks[at].has("adverb")
        if at < len(chunks) and chunks[at].lower in ONE and (linked or told) and ends_at(chunks, at + 1):
            told.append(_position(sentence, phrase, lead_in(chunks, found, phrase.first), at, choice))
        elif phrase.first > 1 and chunks[phrase.first - 1].lower in ("was", "is") and ends_at(chunks, phrase.last + 1):
            before = [c.lower for c in chunks[max(0, phrase.first - 4) : phrase.first - 1]]
            if before[-2:] == ["one of", "them"] or before[-3:] == ["one", "of", "them"]:
                told.append(_position(sentence, phrase, max(0, phrase.first - 1 - len(before)), phrase.last, choice))
    return told


def _cast_the_one(sentence: Sentence, found: list[Phrase], tally: Tally) -> list[Position]:
    """ "Seven to one with two abstentions. Chad cast the one."."""
    chunks = sentence.chunks
    sides = [r for r, part in (("no", tally.no), ("abstain", tally.abstain)) if part is not None and whole(part) == 1]
    at = next((i for i, c in enumerate(chunks) if c.lower in ("cast", "casting", "supplied", "provided")), 0)
    if len(sides) != 1 or not at:
        return []
    one = [c.lower for c in chunks[at + 1 : at + 3]]
    last = at + 2 if one == ["the", "one"] else at + 1
    doer = next((p for p in found if p.last == at - 1 and p.members.named and not governed(chunks, p.first)), None)
    if (
        doer is None
        or last >= len(chunks)
        or chunks[last].lower not in ("one", "the one")
        or not ends_at(chunks, last + 1)
    ):
        return []
    return [_position(sentence, doer, lead_in(chunks, found, doer.first), last, sides[0])]


def _the_second(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """ "Thirteen to two, the second being East Germany": one of two, of whom the other is known."""
    chunks = sentence.chunks
    for at in range(1, len(chunks) - 2):
        if chunks[at].lower not in LATTER or chunks[at - 1].lower != "the" or not chunks[at + 1].has("be"):
            continue
        phrase = phrase_from(chunks, found, at + 2)
        choice = discourse.role_of(2)
        if (
            phrase is not None
            and choice is not None
            and len(phrase.members.named) == 1
            and ends_at(chunks, phrase.last + 1)
        ):
            return [_position(sentence, phrase, at - 1, phrase.last, choice)]
    return []


def _the_others(sentence: Sentence, found: list[Phrase], tally: Tally) -> list[Position]:
    """ "Nine to five … the Danes and the Dutch were the other two": of the one side that has so many more than them."""
    chunks = sentence.chunks
    for phrase in found:
        size, be = len(phrase.members.named), phrase.last + 1
        if not size or be + 3 > len(chunks) or chunks[be].lower not in ("was", "were", "are") or governed(
            chunks, phrase.first
        ):  # fmt: skip
            continue
        other = be + 1 + (chunks[be + 1].lower == "the")
        number = other + 1
        if (
            number >= len(chunks)
            or chunks[other].lower not in ("other", "the other")
            or not ends_at(chunks, number + 1)
        ):
            continue
        parts = (("yes", tally.yes), ("no", tally.no), ("abstain", tally.abstain))
        sides = [r for r, part in parts if part is not None and size < whole(part) <= FEW]
        if chunks[number].cardinal == size and len(sides) == 1:
            return [_position(sentence, phrase, lead_in(chunks, found, phrase.first), number, sides[0])]
    return []


def _position(sentence: Sentence, phrase: Phrase, first: int, last: int, choice: str) -> Position:
    return Position(*sentence.placed(first, last), members=phrase.members, choice=choice)
