"""What a verb says of a vote through its object: what was cast or used ("a rare veto"), and the words behind a text
that end what the verb began ("gave the draft its blessing", "let it through").
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.voting_words import CHOICES, DENIED, NOUNS, Act

FIRM = ("yes", "no", "aye", "nay", "ayes", "nays", "noes", "yea", "nyet", "non", "nein")
VETO_BACK = 12
"""Chunks before "used it" within which the veto stands that was used."""
LONG_OBJECT, SHORT_OBJECT = 8, 3
"""Chunks behind a verb in which what was cast is named; "put in a paper against hijackers" casts nothing."""
SPLIT_REACH = 14
"""Chunks behind a split verb within which the words stand that make it tell of a vote."""


def what_is_used(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """What "cast", "used", "recorded" has as its object: "a rare veto", "the only vote against"."""
    if at + 2 < len(chunks) and chunks[at + 1].lower == "for" and chunks[at + 2].has("text", "pronoun_text"):
        return "yes", at + 1  # "twelve votes were cast for it and only one against"
    reach = SHORT_OBJECT if chunks[at].lower.startswith("put") else LONG_OBJECT
    for position in range(at + 1, min(at + reach, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ",;:—" or (
            chunk.has("verb", "but")
            and not chunk.has("no_noun", "abstention_noun", "vote_noun", "veto_noun", "yes_noun")
        ):
            break
        if chunk.number is not None and (chunk.number.ordinal or chunk.number.value != 1):
            return _one_of_the_vote(chunks, position)
        if chunk.has("veto_noun"):
            return "veto", position
        if position == at + 1 and chunk.lower == "it" and _of_the_veto(chunks, at):
            return "veto", position
        if position == at + 1 and chunk.lower == "no vote" and chunks[at].lower.startswith("cast"):
            return "not voting", position  # "it cast no vote at all"
        if chunk.has("no_noun") and (
            chunk.lower != "no" or chunk.text != "no" or position == len(chunks) - 1 or not chunks[position + 1].is_word
        ):
            return "no", position
        if chunk.has("vote_noun"):
            said = _behind_vote(chunks, position)
            if said is not None:
                return said
        elif chunk.has("abstention_noun"):
            return "abstain", position
        elif chunk.has("yes_noun") and chunk.lower in FIRM:
            return "yes", position
        elif chunk.lower in ("own", "hers", "theirs", "his") and any(
            c.has("veto_noun") or c.verb("veto") is not None for c in chunks[max(0, at - 16) : at]
        ):
            return "veto", position
    return None


def _one_of_the_vote(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """ "Cast the third negative vote", "gave the ninth vote in favour": one more on the vote told of, and not one of
    all its votes ("of its history").
    """
    number, noun = chunks[at].number, chunks[min(at + 1, len(chunks) - 1)]
    definite = "the" in (chunks[at].lower.split()[0], chunks[at - 1].lower)
    if number is None or not number.ordinal or number.value < 2 or not definite:
        return None
    said = _behind_vote(chunks, at + 1) if noun.has("vote_noun") else None
    if said is None:
        choices = (choice for kind, choice in NOUNS if noun.has(kind) and not noun.has("preposition"))
        said = next(((choice, at + 1) for choice in choices), None)
    if said is None or said[1] + 1 >= len(chunks):
        return said
    behind = chunks[said[1] + 1]
    return said if not behind.is_word or behind.has("and", "but") else None


def _of_the_veto(chunks: list[Chunk], at: int) -> bool:
    """ "Britain had a veto and used it": what was spoken of right before."""
    used = chunks[at].lower.startswith(("use", "using", "wield", "exercis", "deploy", "cast"))
    return used and any(c.has("veto_noun") for c in chunks[max(0, at - VETO_BACK) : at])


def _behind_vote(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    if at + 1 >= len(chunks):
        return None
    following = chunks[at + 1]
    if following.lower == "against":
        return "no", at + 1
    return ("yes", at + 1) if following.lower in ("for", "in favour", "in favor") else None


def split_verb(chunks: list[Chunk], at: int) -> list[Act]:
    """A verb whose last words stand behind the text: "gave the Algerian draft its blessing", "shot it down"."""
    text = pronoun = False
    if at + 1 < len(chunks) and chunks[at + 1].has("no_noun", "yes_noun"):
        return []  # "voted against it on the text (two for, three against)"
    for position in range(at + 1, min(at + SPLIT_REACH, len(chunks))):
        chunk = chunks[position]
        if text and (acts := _ended(chunks, at, position, pronoun)):
            return acts
        text = text or chunk.has("text", "cite") or chunk.text.startswith(("S/", "A/"))
        if position == at + 1 and not text and "pronoun_text" in chunk.kinds:
            text = pronoun = True
        if chunk.text in ",;:—–(" or chunk.has("but", "be", "have", "modal", "relative"):
            return []
    return []


def _ended(chunks: list[Chunk], at: int, position: int, pronoun: bool) -> list[Act]:
    """What the split verb at `at` says, in each form that its spelling has, where its last words stand here."""
    acts: list[Act] = []
    first = tuple(chunks[position].lower.replace("-", " ").split()[:1])
    for entry in chunks[at].entries:
        tails = (tail for tail in entry.tails if tail[:1] == first)
        last = next((end for tail in tails if (end := _spells(chunks, position, tail)) is not None), None)
        if last is not None:
            needs = "vote" if pronoun and entry.value != "no_veto" else ""
            acts.append(Act(at, last, CHOICES[entry.value], entry.form, entry.value, needs, entry.value in DENIED))
    return acts


def _spells(chunks: list[Chunk], at: int, tail: tuple[str, ...]) -> int | None:
    """The chunk at which the words of the tail end that begin at chunk `at`; None where others stand there."""
    wanted = list(tail)
    for position in range(at, min(at + len(tail) + 2, len(chunks))):
        for word in chunks[position].lower.replace("-", " ").split():
            if not wanted or word != wanted.pop(0):
                return None
        if not wanted:
            return position
    return None
