"""Positions told by a heading or in brackets: "Against: Russia", "ABSTAIN Colombia, Panama", "France (for)"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.voting_words import NOUNS
from onrecord.reading.grammar import phrase_from
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence, covering

MARKS = frozenset(":–—-=(")
ENDING = frozenset('.;,|/)!="([–—')
LONGEST_ASIDE = 9
BEFORE = frozenset(':.;,|/!)-–—•*"→')
"""What may stand in front of a heading."""


LABELS = frozenset(kind for kind, _ in NOUNS) | {"veto_noun", "verb"}


def labelled(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    chunk = sentence.chunks[at]
    noun = next((c for kind, c in NOUNS if kind in chunk.kinds), None)
    choice = noun or ("veto" if _of_vetoing(chunk) else None)
    if choice is None and _did_not_vote(sentence.chunks, at):
        choice = "not voting"
    if choice == "not voting" and at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].has("yes_noun", "no_noun"):
        return None  # "those not voting for it were …", who were there
    if choice is None or sentence.question or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    return _in_brackets(sentence, found, at, choice) or _heading(sentence, found, at, choice)


def _did_not_vote(chunks: list[Chunk], at: int) -> bool:
    """ "Did not vote: Kenya, Ukraine", "Did not participate: Mali"."""
    heads = chunks[at].lower in ("vote", "participate", "take part") and 0 < at < len(chunks) - 1
    return heads and chunks[at - 1].lower == "did not" and chunks[at + 1].text in ":–—"


def _of_vetoing(chunk: Chunk) -> bool:
    entry = chunk.verb("veto")
    return "veto_noun" in chunk.kinds or (entry is not None and entry.form in ("past", "participle"))


def _in_brackets(sentence: Sentence, found: list[Phrase], at: int, choice: str) -> Position | None:
    """ "France (for), China (abstained)"."""
    chunks = sentence.chunks
    if at < 2 or at + 1 >= len(chunks) or chunks[at - 1].text not in "([" or chunks[at + 1].text not in ")]":
        return None
    phrase = covering(found, at - 2)
    if phrase is None or not (phrase.members.named or phrase.members.groups):
        return None
    return Position(*sentence.placed(phrase.first, at + 1, at), members=phrase.members, choice=choice)


def _heading(sentence: Sentence, found: list[Phrase], at: int, choice: str) -> Position | None:
    chunks = sentence.chunks
    first = at
    first -= 1 if choice == "not voting" and _did_not_vote(chunks, at) else 0
    while first > 0 and (
        chunks[first - 1].has("determiner", "vote_noun") or chunks[first - 1].lower in ("voted", "voting", "votes")
    ):
        first -= 1
    first -= first > 0 and chunks[first - 1].has("adverb")
    if first > 0 and not (chunks[first - 1].text in BEFORE or chunks[first - 1].has("and") or _clock(chunks, first)):
        return None
    behind = _behind_heading(chunks, at)
    if behind is None:
        return None
    following, total = behind
    phrase = phrase_from(chunks, found, following)
    if phrase is None and (named := _behind_what_they_are(chunks, following)) is not None:
        phrase, total = (
            phrase_from(chunks, found, named),
            total or next((c.number for c in chunks[following:named] if c.cardinal is not None), None),
        )
    whole = phrase is not None and phrase.members.everyone and bool(phrase.members.but)
    if phrase is None or not (phrase.members.named or phrase.members.groups or whole):
        return None
    after = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    if after is not None and after.lower.startswith(SAID_OF):
        return None  # "No: Colombia was for it"
    if (
        after is not None
        and after.text not in ENDING
        and not after.has("and", "vote_noun", "yes_noun", "no_noun", "abstention_noun")
    ):
        return None
    return Position(*sentence.placed(first, phrase.last, at), members=phrase.members, choice=choice, total=total)


def _behind_what_they_are(chunks: list[Chunk], at: int) -> int | None:
    """Where the names begin behind "the usual ones: …", "only one, …", "the two of always, …"."""
    if at >= len(chunks):
        return None
    opens = chunks[at].has("determiner", "only", "adverb") or chunks[at].cardinal is not None
    for position in range(at + 1, min(at + LONGEST_CALLED, len(chunks) - 1)) if opens else ():
        if chunks[position].text in ",:–—(":
            return position + 1
        if not chunks[position].is_word or chunks[position].has("member", "and", "be", "relative", "vote_noun"):
            return None
        if chunks[position].verb("vote", "veto", "abstain") is not None:
            return None
    return None


LONGEST_CALLED = 6
SAID_OF = ("was ", "were ", "is ", "are ", "had ", "has ")


def _clock(chunks: list[Chunk], first: int) -> bool:
    """ "16:58 The abstainers: …"."""
    return first > 1 and chunks[first - 1].text.isdigit() and chunks[first - 2].text == ":"


def _over_aside(chunks: list[Chunk], at: int) -> int:
    """Past words thrown in before the colon: "The abstainers, for those asking: …"."""
    if at >= len(chunks) or chunks[at].text != ",":
        return at
    for position in range(at + 1, min(at + LONGEST_ASIDE, len(chunks))):
        if chunks[position].text == ":":
            return position
        if not chunks[position].is_word or chunks[position].has("member", "be") or chunks[position].number is not None:
            return at
    return at


def _behind_heading(chunks: list[Chunk], at: int) -> tuple[int, NumberMention | None] | None:
    """Where the names begin behind a heading, and the number in it: "Against the text (1):", "FOR 13:", "NO"."""
    following = at + 1
    while (
        following < len(chunks)
        and following - at < 4
        and (
            chunks[following].has("vote_noun", "determiner", "text", "cite", "pronoun_text")
            or (chunks[following].lower in ("on", "for") and not chunks[at].has("preposition"))
        )
    ):
        following += 1
    following = _over_aside(chunks, following)
    marked = following < len(chunks) and (chunks[following].text in MARKS or chunks[following].has("be"))
    if not marked:
        following = at + 1
        loud = chunks[at].text.isupper() and len(chunks[at].text) > 1
        if not loud and chunks[at].text.isascii():
            return None
    else:
        following += 1
    if following + 1 < len(chunks) and chunks[following].cardinal is not None:
        total = chunks[following].number
        following += 1
        while following < len(chunks) and chunks[following].text in "(:–-—)=":
            following += 1
        return following, total
    return following, None
