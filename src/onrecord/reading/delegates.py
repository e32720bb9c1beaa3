"""What stands for a member besides its name: its delegates, its people, its chair, a nationality with no noun."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.listing import names_member
from onrecord.reading.parsed import finite, is_demonym
from onrecord.reading.table import word_sets

_WORDS = word_sets("name_words.csv")
FRIENDS = _WORDS["colleague"]
FOLLOWING = _WORDS["following"]
HELPED = ("did", "had", "has", "could", "would", "does")
"""Beginnings of denials that only a delegate does: "the Cuban did not"."""
PERSONS = _WORDS["person"]
SEAT = frozenset({"chair", "seat", "place"})
"""What stands for a member where it "stood empty"."""

SAME_ONE = frozenset({"the same", "this", "that", "this same", "that same"})
BEFORE_SAME = frozenset({"the", "this", "that", "very"})
LEADING = frozenset({"president", "prime minister", "chancellor", "administration"})
RULING = LEADING | {"government", "delegation", "delegate", "ambassador", "envoy", "regime", "country", "mission"}
"""Who is spoken of again as "the same president", "that government"."""


def stands_for_owner(chunks: list[Chunk], at: int) -> bool:
    """ "Its ambassador abstained", "its chair was empty": what the member did that was spoken of."""
    if chunks[at].lower in SEAT:
        return chunks[at + 1].verb("not_voting") is not None
    return chunks[at].lower in PERSONS | {"delegation"} and not chunks[at + 1].has("preposition")


def same_one(chunks: list[Chunk], at: int) -> bool:
    """ "The same government abstained", "the very same administration now vetoed it"."""
    behind = at + 2
    if behind >= len(chunks) or chunks[at + 1].lower not in RULING:
        return False
    if chunks[at].lower == "same":
        if not at or chunks[at - 1].lower not in BEFORE_SAME:
            return False
    elif chunks[at].lower not in SAME_ONE or (chunks[at + 1].lower == "country" and "same" not in chunks[at].lower):
        return False  # "this country", for the writer's own
    behind += chunks[behind].has("adverb") and behind + 1 < len(chunks)
    return finite(chunks[behind])


def leads(chunk: Chunk) -> bool:
    entry = chunk.get("member")
    return entry is not None and entry.form in ("leader", "administration")


def friends(chunks: list[Chunk], at: int) -> bool:
    return at < len(chunks) and chunks[at].lower in FRIENDS


def delegates_of_several(chunks: list[Chunk], at: int) -> bool:
    """ "The British, French and American ambassadors": nationalities in front of one noun."""
    position = at
    while position < len(chunks) and is_demonym(chunks[position]):
        following = position + 1
        while following < len(chunks) and (chunks[following].text == "," or chunks[following].lower in ("and", "&")):
            following += 1
        if following == position + 1:
            return (
                position > at
                and following < len(chunks)
                and (chunks[following].has("delegate") or friends(chunks, following))
            )
        position = following
    return False


def stands_for_delegate(chunks: list[Chunk], at: int) -> bool:
    """ "The Belgian abstained", "so did the Peruvian": a demonym behind an article with no noun of its own."""
    if at == 0:
        return False
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if chunks[at - 1].lower != "the":
        return False
    if following is None or following.text in ".;:!?)–—":
        return True
    if following.text == ",":
        return at + 2 < len(chunks) and not names_member(chunks[at + 2]) and not chunks[at + 2].has("and")
    if following.lower in ("the", "alone", "being"):
        # "the Russian the only one with his hand down"
        return True
    if following.has("have", "do", "modal", "same_way") or following.lower in ("too", "also", "as well"):
        return True
    if following.has("negation") and following.lower.startswith(HELPED):
        return True
    behind = chunks[at + 2 : at + 4]
    if following.lower == "was" and behind:
        # not "the Russian was adopted", which is a draft
        return behind[0].has("yes_noun", "no_noun", "abstention_noun", "nonvoting_noun", "among", "only")
    if following.has("and") and len(behind) > 1 and behind[0].lower == "the" and is_demonym(behind[1]):
        return stands_for_delegate(chunks, at + 3)  # "the Cuban and the Iranian abstained"
    acts = following.verb(
        "abstain", "vote", "veto", "say", "use", "no", "yes", "not_voting", "block", "join", "same", "alone"
    )
    noun = following.has("vote_noun", "veto_noun", "no_noun", "yes_noun", "nonvoting_noun", "text", "author")
    voted = following.lower == "vote" and at + 2 < len(chunks) and chunks[at + 2].has("no_noun", "yes_noun")
    return voted or (acts is not None and (following.lower.endswith("ed") or not noun))


PEOPLE_TOO = ("ese", "sh", "ch", "ss")
"""Endings of nationalities that name the people as well: "the Chinese", "the French"."""


def a_people_beside_others(chunks: list[Chunk], at: int) -> bool:
    """ "Russians, Chinese and Pakistanis abstained": a nationality without article in a list of peoples."""
    if not chunks[at].lower.endswith(PEOPLE_TOO):
        return False
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is not None and following.has("text"):
        return False
    if following is not None and following.is_word and not following.has("and", "verb", "be", "have", "do", "relative"):
        return False
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(chunks) and (
            chunks[other].text == ","
            or chunks[other].has("and", "determiner")
            or (is_demonym(chunks[other]) and chunks[other].lower.endswith(PEOPLE_TOO))
        ):
            other += step
        entry = chunks[other].get("member") if 0 <= other < len(chunks) and other != at + step else None
        if entry is not None and entry.form == "people":
            return True
    return False


def skip_name(chunks: list[Chunk], at: int) -> int:
    """Past a personal name in apposition: "ambassador Jane Doe"."""
    last = at
    while last + 1 < len(chunks) and chunks[last + 1].text[0].isupper() and not chunks[last + 1].has("verb", "council"):
        last += 1
        if last - at >= 3:
            break
    return last
