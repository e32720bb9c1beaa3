"""Of whom pronouns may be said: of several or of one, of persons, of whom the sentence before turned to."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.claims.vote import Members
from onrecord.reading.delegates import PERSONS
from onrecord.reading.extract.acts import able
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

SIZES = {
    "both": 2,
    "the two": 2,
    "the pair": 2,
    "the duo": 2,
    "the same pair": 2,
    "the same two": 2,
    "the same duo": 2,
    "the same trio": 3,
    "all three": 3,
    "the three": 3,
    "the trio": 3,
    "all four": 4,
    "all five": 5,
}
"""How many members a pronoun stands for."""
PAIR = 2
PEOPLE = (" people", " men", " women", " diplomats", " delegates", " envoys", " ambassadors", " officials")
"""Ends of words for several who speak for one member."""
ONE_WHO_SPEAKS = PERSONS | {"diplomat", "minister", "secretary", "president", "chancellor", "spokesman"}
OF_PERSONS = ("he", "she", "him", "her")
COUNTRY_KINDS = frozenset(
    {"people", "official", "short", "capital", "historical", "not-a-state", "abbreviation", "group"}
)
PLURAL = word_sets("position_words.csv")["several"]
DATELINE_MARKS = (":", "—", "–", "-", ".", "(", ",")
TURNED_ON = frozenset({"about", "of", "from", "with", "at", "to", "for", "on", "upon"})
"""Words between what is looked at, heard or expected and the member of whom the next sentence tells."""


def a_people(members: Members) -> bool:
    """ "The Americans", "Truman's men", of whom "they" may be said though they are one member."""
    if len(members.named) == 1 and members.text.lower().endswith(PEOPLE):
        return True
    return len(members.named) == 1 and not members.groups and any(a.kind == "people" for a in members.named[0].aliases)


def two_before(sentence: Sentence, word: str) -> Members | None:
    """ "Chad's man nodded to the Togolese; both abstained": the only two that the sentence names before the word."""
    at = next((i for i, c in enumerate(sentence.chunks) if c.lower == word), 0)
    named = {name.text: name for c in sentence.chunks[:at] if c.has("member") for name in named_by(c)}
    several = any(c.has("group", "other", "everyone") or c.number is not None for c in sentence.chunks[:at])
    if len(named) != PAIR or several or any(c.has("text") for c in sentence.chunks[:at]):
        return None
    return Members(tuple(named.values()), text=" and ".join(named))


def with_a_veto(word: str, voters: Iterable[Members]) -> Members | None:
    """ "Beijing abstained, as did Moscow and Berlin. In October the two vetoed …": as many as the word counts of those
    told of who have a veto.
    """
    held = {name.text: name for told in voters for name in told.named if able(Members((name,)), "veto")}
    return Members(tuple(held.values()), text=" and ".join(held)) if len(held) == SIZES.get(word) else None


def a_person(members: Members) -> bool:
    """Whether a member is named by one who speaks for it, or not by a name that is only a country's."""
    if members.text.lower().rpartition(" ")[2] in ONE_WHO_SPEAKS:
        return True
    kinds = {a.kind for name in members.named for a in name.aliases}
    return not kinds or not kinds <= COUNTRY_KINDS


def among_others(sentence: Sentence, phrase: Phrase) -> bool:
    """ "The other thirteen, India and Peru among them": of whom "those two" are said next."""
    return any(c.has("among") for c in sentence.chunks[phrase.last + 1 : phrase.last + 2])


def written_at(sentence: Sentence, phrase: Phrase) -> bool:
    """ "NAIROBI — The Council met on Friday. It …": a place from which somebody writes, and not who "it" is."""
    behind = sentence.chunks[phrase.last + 1 : phrase.last + 2]
    marked = not behind or behind[0].text in DATELINE_MARKS
    return (
        phrase.first == 0
        and marked
        and all(a.kind == "capital" for named in phrase.members.named for a in named.aliases)
    )


def asked_whose(sentence: Sentence) -> Members | None:
    """ "And China's? It abstained.": whose vote a question of no more words asks for."""
    chunks = [c for c in sentence.chunks if not c.has("and", "determiner")]
    if not sentence.question or len(chunks) != len(WHOSE) or not chunks[0].has("member"):
        return None
    names = named_by(chunks[0]) if chunks[1].lower in ("'s", "'") else ()
    return Members(tuple(names), text=chunks[0].text) if names else None


WHOSE = ("China", "'s", "?")


def turned_to(sentence: Sentence, found: list[Phrase]) -> Members | None:
    """ "All eyes were on Kenya.", "You are wrong about the Chinese.": the only one named, at the end of a sentence."""
    if len(found) != 1:
        return None
    phrase = found[0]
    before = phrase.first - 1
    while before > 0 and sentence.chunks[before].has("determiner"):
        before -= 1
    closes = phrase.last + 2 >= len(sentence.chunks)
    led = before >= 0 and sentence.chunks[before].lower in TURNED_ON
    return phrase.members if closes and led and len(phrase.members.named) == 1 else None
