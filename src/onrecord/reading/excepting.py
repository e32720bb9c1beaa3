"""Whom words leave out: "all but Russia", "every African member of the Council bar Gabon", "everyone except Syria"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.parsed import Phrase, finite
from onrecord.reading.quantified import kind_of, words_of
from onrecord.reading.table import word_sets

WHOLE_REACH = 7


def excepts(chunks: list[Chunk], at: int) -> bool:
    """Whether whoever is named behind chunk `at` is left out: "all EU states but Malta", "every Arab member bar Iraq",
    not "voted to bar Iraq".
    """
    word = chunks[at]
    if not word.has("exception") and word.lower != "but":
        return False
    if word.has("exception") and (at == 0 or not word.has("verb", "but")):
        return True
    before = chunks[max(0, at - WHOLE_REACH) : at]
    if word.lower == "but":
        everyone = next((i for i, c in enumerate(before) if c.has("every", "everybody")), None)
        # not "all praised it, but two abstained"
        return everyone is not None and not any(finite(c) for c in before[everyone + 1 :])
    return any(c.has("every", "everybody", "other") for c in before)


def excepted_from(chunks: list[Chunk], phrase: Phrase) -> int | None:
    """Where those are named whom the words behind a phrase leave out; None where they leave out nobody."""
    at = _past_the_body(chunks, phrase.last + 1)
    # "no other member but China": of China
    if at + 1 >= len(chunks) or not phrase.members.all_of_some or phrase.members.nobody:
        return None
    if chunks[at].lower != "but" and not chunks[at].has("exception"):
        return None
    counted = at + 3 < len(chunks) and chunks[at + 1].cardinal is not None and chunks[at + 2].text in ",:–—("
    return at + 3 if counted else at + 1  # "all but one, Germany, voted for it"


CALLED = {"GROUP:P5": "permanent", "GROUP:E10": "elected"}
SIZES = {"permanent": 5, "elected": 10}
"""Of which members so many remain where some are left out."""


def all_but_so_many(chunks: list[Chunk], phrase: Phrase, at: int) -> Phrase | None:
    """ "All permanent members but two": three of them; nobody in particular of a group whose size is not known. None
    where those left out are named.
    """
    left_out = chunks[at].cardinal
    if left_out is None or not phrase.members.of_a_group or (at + 1 < len(chunks) and chunks[at + 1].text in ",:–—("):
        return None
    text = words_of(chunks, phrase.first, at)
    groups = phrase.members.groups
    adjective = CALLED.get(groups[0]) if len(groups) == 1 else phrase.members.adjective
    size = SIZES.get(adjective or "", 0)
    if left_out >= size:
        return Phrase(phrase.first, at, Members(text=text))
    return Phrase(phrase.first, at, Members(adjective=adjective, quantity=size - left_out, text=text))


def _past_the_body(chunks: list[Chunk], at: int) -> int:
    """ "Every Arab member of the Council bar Iraq": past "of the Council"."""
    on_it = at + 1 < len(chunks) and chunks[at].has("preposition") and chunks[at + 1].has("council", "assembly")
    return at + 2 if on_it else at


def without(chunks: list[Chunk], phrase: Phrase, inner: Phrase | None) -> Phrase:
    """The phrase with those whom it leaves out."""
    if inner is None or not inner.members.named:
        return phrase
    more = chunks[inner.last + 1 : inner.last + 4]
    counted = bool(more) and more[0].has("and")
    counted = counted and any(c.cardinal is not None or c.has("all_others", "other") for c in more[1:])
    last = inner.last
    if chunks[inner.first - 1].text in ",–—(" and last + 2 < len(chunks) and chunks[last + 1].text in ",–—)":
        last += 1
    text = words_of(chunks, phrase.first, inner.last)
    if inner.members.others or inner.members.quantity or counted:
        # "all but America and two others": who was in it cannot be told
        return Phrase(phrase.first, last, Members(text=text))
    return Phrase(phrase.first, last, replace(phrase.members, but=inner.members.named, text=text))


IN_PART = word_sets("name_words.csv")["in_part"]


def of_which_group(chunks: list[Chunk], phrase: Phrase) -> Phrase:
    """The phrase for a group with what stands in front of its name: "nearly all the Europeans", "the other permanent
    members", "the Western permanent members".
    """
    first = phrase.first
    while first > 0 and (chunks[first - 1].has("determiner", "every") or chunks[first - 1].lower == "of"):
        first -= 1
    before = chunks[first - 1] if first > 0 else None
    members = phrase.members
    if len(members.groups) == 1 and (kind := kind_of(chunks[phrase.last], members.groups[0])) != members.groups[0]:
        members = Members(adjective=kind, text=members.text)
    if before is not None and before.lower in IN_PART:
        return Phrase(phrase.first, phrase.last, Members(text=members.text))
    if before is not None and members.groups == ("GROUP:P5",) and before.text.lower() == "western":
        members = replace(members, groups=("GROUP:P3",))
    whole = next((i for i in range(first, phrase.first) if chunks[i].has("every")), phrase.first)
    return Phrase(whole, phrase.last, replace(members, text=words_of(chunks, whole, phrase.last)), phrase.number)
