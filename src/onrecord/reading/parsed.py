"""A sentence and the members it names, as every layer above the words hands them on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.numbers import NumberMention
from onrecord.reading.table import rows, word_sets

SETTLED = frozenset({"us", "me", "'s", "it", "there", "show", "record", "note", "reflect", "state", "say", "said",
                     "recall", "remember", "forget"})  # fmt: skip
"""Words behind "let" with which facts are told: "let the record show that …", "let us recall"."""

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


def is_demonym(chunk: Chunk) -> bool:
    entry = chunk.get("member")
    return entry is not None and entry.form == "demonym"


def possessed(chunks: list[Chunk], at: int) -> bool:
    """Whether `'s` follows, so that the name owns what comes next; not "Chad's the odd one", which is "Chad is"."""
    if at + 1 >= len(chunks) or chunks[at + 1].lower not in ("'s", "'"):
        return False
    return not (at + 2 < len(chunks) and chunks[at + 2].lower in ("the", "a", "an", "not"))


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


MORE = frozenset({"more", "fewer", "less", "other", "others"})
"""Behind "had one" they set what might have been beside what was."""


SUPPOSING = frozenset({"imagine", "suppose", "picture"})
"""Words that open what is only thought out."""
IMAGINED = (" world", " dreams")
"""How words end that put it elsewhere: "in a better world"."""
TAKING = _WORDS["taking_away"]
TAKEN = 9
WISHES, HOPES, NOTIONS = _WORDS["wishing"], _WORDS["hopes"], _WORDS["notions"]
WISHING = WISHES | {"rather", "better", "time"}
"""Words behind which what is only wished for may stand."""


IN_VAIN = ("been", "voted", "abstained", "vetoed", "joined", "stayed", "supported", "opposed")
"""Behind "had" and a name, what did not happen."""


def unreal_from(chunks: list[Chunk], kinds: frozenset[str]) -> int:
    """The first chunk that a condition governs; a sentence that opens with one is unreal throughout.

    `kinds` is what any of the chunks may be.
    """
    if chunks and chunks[0].lower in ("were", "should", "had") and len(chunks) > 2 and "and" not in chunks[0].kinds:
        following = chunks[1]
        if following.has("member", "group", "determiner", "nobody", "everybody", "cite") or following.lower in (
            "it",
            "they",
            "he",
            "she",
        ):
            return 0
        if following.number is not None and any(c.lower in MORE for c in chunks[2:4]):
            return 0  # "Had one more country abstained"
    if chunks and chunks[0].lower in TAKING and any(c.has("and") for c in chunks[2:TAKEN]):
        return 0  # "Take the three African votes away and it has seven"
    imagined = bool(chunks) and chunks[0].has("unreal") and chunks[0].lower.endswith(IMAGINED)
    if imagined or (chunks and chunks[0].lower in SUPPOSING):
        return 0  # "Imagine that China votes against it", "in a better world it was adopted"
    if len(chunks) > 2 and [c.lower for c in chunks[:2]] == ["say", "that"] and chunks[2].has(*OPENS_A_SUBJECT):
        return 0  # "Say that China had abstained"
    if chunks and chunks[0].lower == "let" and not any(c.lower in SETTLED for c in chunks[1:6]):
        return 0
    if "modal" in kinds and chunks[0].lower == "with" and len(chunks) > 2 and chunks[1].number is not None:
        if any(c.lower.startswith(("would", "could")) for c in chunks[2:TAKEN]):
            return 0  # "With nine votes and no veto it would have passed"
    for at in range(1, len(chunks) - 3) if "have" in kinds else ():
        if chunks[at].lower == "had" and _inverted(chunks, at):
            return at
    for position, chunk in enumerate(chunks if "condition" in kinds else ()):
        if "condition" in chunk.kinds and not (position and "ever" in chunks[position - 1].kinds):
            if chunk.lower == "if" and _if_any(chunks, position):
                continue
            if chunk.lower == "whether" and _voted_on_whether(chunks, position):
                continue
            if (
                chunk.lower == "had it"
                and position
                and chunks[position - 1].is_word
                and "and" not in chunks[position - 1].kinds
            ):
                # "Angola had it in June", unlike "had it passed"
                continue
            return position
    for position in range(len(chunks) - 1):
        word = chunks[position].lower
        if (word in WISHING and wished_for(chunks, position)) or (word == "that" and only_hoped(chunks, position)):
            turned = any(c.text in ",;:–—" or "but" in c.kinds for c in chunks[position:])
            return 10**9 if turned else position
    if "verb" in kinds and "but" in kinds:
        return next((i for i in range(len(chunks) - 3) if _as_a_rule(chunks, i)), 10**9)
    return 10**9


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
    return not any(finite(c) or c.has("have", "be", "do", "modal", "verb") for c in chunks[at + 1 : at + SUBJECT])


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


def _as_a_rule(chunks: list[Chunk], at: int) -> bool:
    """ "A double veto is when two of the five vote against the same text": of no one vote."""
    if chunks[at].lower not in ("when", "whenever"):
        return False
    opens = chunks[at + 1]
    few = opens.cardinal is not None and opens.cardinal < FIVE
    if not few and opens.lower.split()[0] not in ("a", "any", "one", "none"):
        return False
    for chunk in chunks[at + 2 : at + 2 + SUBJECT]:
        if not chunk.is_word or chunk.has("member") or chunk.date is not None:
            return False
        if chunk.lower in ("votes against", "votes for"):
            return True
        if chunk.has("verb") and not chunk.has("member_noun"):
            return any(e.kind == "verb" and e.form in ("base", "third") for e in chunk.entries)
    return False


FIVE, SUBJECT = 5, 7
"""Members with a veto, and chunks of a subject with its verb."""


def _if_any(chunks: list[Chunk], at: int) -> bool:
    """ "Few, if any, abstained", unlike "if any of the five votes no"."""
    behind = chunks[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].lower == "any" and not behind[1].is_word


def _inverted(chunks: list[Chunk], had: int) -> bool:
    """Whether "had" stands in front of its subject: "the text would have failed, had Panama not been there", "it would
    not have passed had Russia or China stopped it", "it would have been carried had nobody vetoed it".
    """
    place = had + 1 + chunks[had + 1].has("determiner")
    named = chunks[place].has("member", "group")
    if chunks[had - 1].text in ",–—":
        if chunks[had + 1].lower == "there" or chunks[had + 1].has("nobody"):
            return True  # "were as many as were needed, had there been no veto"
        then = chunks[place + 1] if place + 1 < len(chunks) else chunks[place]
        return named and (then.has("negation") or then.lower in IN_VAIN)
    if not chunks[had - 1].is_word:
        return False
    behind = chunks[had + 1]
    if behind.lower == "there" or behind.has("nobody"):
        # "enough to pass had there been no veto", "would be law had nobody vetoed it"
        done = [c for c in chunks[had + 2 : had + 4] if not c.lower.endswith("ing")]
        return any(c.lower == "been" or c.has("negation", "verb") for c in done)
    if named:
        denied = place + 1 < len(chunks) and chunks[place + 1].has("negation")
        return denied or any(c.has("modal") for c in chunks[:had])
    before = [c.lower for c in chunks[max(0, had - 9) : had]]
    would = any(one == "would" and other == "have" for one, other in pairwise(before))
    opens = behind.has("determiner", "nobody", "everybody", "text") or behind.lower in ("it", "they")
    return would and opens and chunks[had - 1].has("verb")


def _voted_on_whether(chunks: list[Chunk], at: int) -> bool:
    """ "They even voted on whether to vote in public, 107 to 13": what the vote was about, not a condition."""
    before = chunks[max(0, at - 3) : at]
    return any(c.lower in ("on", "over") for c in before[-1:]) and any(c.has("vote_noun", "verb") for c in before)
