"""A sentence and the members it names, as every layer above the words hands them on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.numbers import NumberMention
from onrecord.reading.table import rows, word_sets

_WORDS = word_sets("clause_words.csv")
NOUNS = _WORDS["past_or_noun"]


@dataclass(slots=True, eq=False)
class Sentence:
    index: int
    paragraph: int
    start: int
    end: int
    text: str
    chunks: list[Chunk]
    question: bool
    unreal_from: int = 10**9
    """From this chunk on a condition governs the sentence."""
    supposed: tuple[tuple[int, int], ...] = ()
    """Where conditions lie in it that end before what it tells: start, end."""
    withdrawn: bool = False
    elsewhere: bool = False
    """It speaks of another body's votes: a parliament's, a court's, a match."""
    said_by: str | None = None
    quoted: list[tuple[int, int, str | None]] = field(default_factory=list)
    """Quotations that lie in it: start, end, speaker."""
    kinds: frozenset[str] = frozenset()
    """What any of its chunks may be."""
    words: frozenset[str] = frozenset()
    """Its words, in lower case; of "can't" and "non-permanent" each part."""
    numbered: bool = True
    """Whether any of its chunks is a number."""
    dates: list[Chunk] = field(default_factory=list)
    """Those of its chunks that are expressions of time."""

    def speaker_at(self, offset: int) -> str | None:
        for start, end, speaker in self.quoted:
            if start <= offset < end:
                return speaker
        return self.said_by

    def only_supposes(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self.supposed)

    def placed(self, first: int, last: int, at: int | None = None) -> tuple[int, int, int, str | None]:
        """What every claim opens with, for one that stands in chunks `first` to `last`: its offsets, this sentence's
        place, and who says chunk `at` (`first`, where that is not given).
        """
        speaker = self.speaker_at(self.chunks[first if at is None else at].start)
        return self.chunks[first].start, self.chunks[last].end, self.index, speaker


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some members as named, and the chunks that name them."""

    first: int
    last: int
    members: Members
    number: NumberMention | None = None
    """How many, as the text writes it, where it counts them."""


_NATIONS = frozenset({"un", "u.n.", "united nations"})
_MERELY = word_sets("clause_words.csv")["merely"]
"""Words that say nothing of what was done: "Chad too", "Mali either"."""


def is_demonym(chunk: Chunk) -> bool:
    entry = chunk.get("member")
    return entry is not None and entry.form == "demonym"


def possessed(chunks: list[Chunk], at: int) -> bool:
    """Whether `'s` follows, so that the name owns what comes next; not "Chad's the odd one", which is "Chad is"."""
    if at + 1 >= len(chunks) or chunks[at + 1].lower not in ("'s", "'"):
        return False
    return not (at + 2 < len(chunks) and chunks[at + 2].lower in BEHIND_IS)


BEHIND_IS = frozenset({"the", "a", "an", "not", "against", "for", "in favour", "in favor"})
"""Words in front of which `'s` is "is"."""


def covering(found: list[Phrase], at: int) -> Phrase | None:
    """The phrase that chunk `at` belongs to; `found` is in order."""
    for phrase in reversed(found):  # few, and a search by halves calls a function for each that it looks at
        if phrase.first <= at:
            return phrase if at <= phrase.last else None
    return None


@cache
def irregular_pasts() -> frozenset[str]:
    """ "Broke", "went": pasts that no "-ed" shows, those apart that are spelled as their base or as a noun."""
    return frozenset(row["past"] for row in rows("irregular_verbs.csv") if row["past"] != row["base"]) - NOUNS


FINITE, VERBS = frozenset({"be", "have", "do", "reporting"}), frozenset({"verb", "split"})
"""Kinds of words that are finite verbs in any form of theirs, and those of which the form decides."""


def in_brackets(sentence: Sentence) -> bool:
    """Whether all of the sentence is said in brackets, by the way."""
    text = sentence.text
    return text.startswith(("(", "[")) and text.rstrip(". ").endswith((")", "]"))


def ends_at(chunks: list[Chunk], at: int) -> bool:
    """Whether a clause ends before chunk `at`, or says no more than when, or what else."""
    chunk = chunks[at] if at < len(chunks) else None
    if chunk is None or not chunk.is_word or chunk.date is not None:
        return True
    return chunk.has("and", "but", "relative", "adverb") or chunk.lower in _MERELY or _in_the_body(chunks, at)


def _in_the_body(chunks: list[Chunk], at: int) -> bool:
    """ "In the Council", "at the UN", before the clause's end."""
    if at + 1 >= len(chunks) or chunks[at].lower not in ("in", "at"):
        return False
    body = at + 1 + chunks[at + 1].has("determiner")
    named = body < len(chunks) and (chunks[body].has("council", "assembly") or chunks[body].lower in _NATIONS)
    return named and ends_at(chunks, body + 1)


def finite(chunk: Chunk) -> bool:
    """Whether a word may be a finite verb, as far as spelling and the tables tell."""
    if not chunk.entries:
        past = (chunk.lower.endswith("ed") and len(chunk.text) > 4) or chunk.lower in irregular_pasts()
        past = past and chunk.text.islower()
        return past and chunk.number is None and chunk.date is None
    if not chunk.kinds.isdisjoint(FINITE):
        return True
    if chunk.kinds.isdisjoint(VERBS) or "text" in chunk.kinds:
        return False
    return any(e.kind in ("verb", "split") and e.form in ("past", "third") for e in chunk.entries)


IN_FRONT_OF_VERBS = frozenset(
    {"be", "have", "do", "modal", "negation", "adverb", "realised", "same_way", "ever", "only", "unreal", "habit"}
)


def verb_group_start(chunks: list[Chunk], verb: int) -> int:
    """The first chunk of the verb with its auxiliaries, negations and adverbs, dates between them included."""
    at = verb
    while at > 0:
        before = chunks[at - 1]
        if before.lower in ("neither", "none", "both", "nor"):
            break
        if (first := only_one_to(chunks, at)) is not None:
            at = first
            continue
        if (
            (not before.kinds.isdisjoint(IN_FRONT_OF_VERBS) and before.date is None and "nobody" not in before.kinds)
            or ("determiner" in before.kinds and "relative" not in before.kinds and "realised" in chunks[at].kinds)
            or (before.is_word and not before.entries and before.number is None and before.lower.endswith("ly"))
            or before.lower == "to"
        ):
            at -= 1
        elif before.date is not None and at > 1 and not possessed(chunks, at - 1):
            at -= 2 if at > 1 and "preposition" in chunks[at - 2].kinds else 1
        else:
            break
    return at


A_FEW = 6
"""Members up to which "the three to abstain" are those just named."""


SINGLED = ("only ", "lone ", "sole ", "alone ", "first ", "last ")
"""How "only member to" begins, and "chose to" does not."""
IDENTIFIED = frozenset({"the others", "the two", "the three", "the four", "the other two", "the other three"})
"""What those just named are said to be, before what they did: "were the others not to vote for it"."""


def only_one_to(chunks: list[Chunk], at: int) -> int | None:
    """Where "the only other member to", "the second state to", "the last to" begins that ends before chunk `at`."""
    position = at - 1
    if position < 1 or not (chunks[position].lower == "to" or chunks[position].lower.endswith(" to")):
        return None
    if chunks[position].lower.split()[0].endswith("ing"):
        return None  # "with the United States choosing to abstain"
    singled = "realised" in chunks[position].kinds and chunks[position].lower.startswith(SINGLED)
    some = False
    while position >= 0 and at - position < 9:
        chunk = chunks[position]
        if chunk.lower in IDENTIFIED and position > 0 and chunks[position - 1].has("be"):
            return position
        some = some or chunk.has("other") or chunk.lower == "others" or 2 <= (chunk.cardinal or 0) <= A_FEW
        singled = singled or chunk.has("only", "last_word") or (chunk.number is not None and chunk.number.ordinal)
        of_them = position > 0 and chunks[position - 1].lower.split()[-1] == "of"
        if "determiner" in chunk.kinds and not (of_them and not singled):
            # "China and Chad were the others not to vote for it"
            identified = some and position > 0 and chunks[position - 1].has("be")
            return position if singled or identified else None
        if (
            chunk.text in ",;:—–"
            or chunk.has("be", "and", "but")
            or ("verb" in chunk.kinds and not chunk.has("author", "text"))
        ):
            return None
        position -= 1
    return None


WISHES, HOPES, NOTIONS = _WORDS["wishing"], _WORDS["hopes"], _WORDS["notions"]
WISHING = WISHES | {"rather", "better", "time"}
"""Words behind which what is only wished for may stand."""


def wished_for(chunks: list[Chunk], at: int) -> bool:
    """Whether what is only wished for follows: "I wish (that)", "would rather", "better that", "high time"."""
    word, that = chunks[at].lower, chunks[at + 1].lower == "that"
    if not (that or chunks[at + 1].has(*OPENS_A_SUBJECT)) or (word in WISHES and _wishes_well(chunks, at + 1)):
        return False
    if word == "rather":
        return at > 0 and chunks[at - 1].has("modal")
    if word == "time":
        return at > 0 and chunks[at - 1].lower in ("high", "about", "is", "'s")
    return word in WISHES or (that and word == "better")


def _wishes_well(chunks: list[Chunk], at: int) -> bool:
    """ "Wished it well", "wished the text luck": what somebody is wished, and not that it had happened."""
    return not any(finite(c) or c.has("have", "be", "do", "modal", "verb") for c in chunks[at + 1 : at + LONGEST_WISH])


LONGEST_WISH = 7


def only_hoped(chunks: list[Chunk], that: int) -> bool:
    """ "The plan was that", "the thought that": in front of what was only looked forward to."""
    if that < 2:
        return False
    before = chunks[that - 1]
    if before.has("be"):
        return chunks[that - 2].lower in HOPES
    return before.lower in NOTIONS and chunks[that - 2].has("determiner")


OPENS_A_SUBJECT = ("member", "group", "pronoun_member", "determiner", "delegate", "first_person", "nobody", "everybody")
"""Kinds of words that a subject may begin with."""
