"""All, every, never, not since, nobody, last, only: what a text says of every act of a kind."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from onrecord.reading.chunks import WORDS_KEPT, Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.extract import carried, tally_records
from onrecord.reading.extract.comparisons import more_than_others
from onrecord.reading.extract.context import note_claim
from onrecord.reading.extract.counted_from import framed
from onrecord.reading.extract.denials import (
    NEVER,
    never,
    not_since,
    vetoed_nothing,
)
from onrecord.reading.extract.denied_in_a_time import not_in_that_time
from onrecord.reading.extract.denied_of_another import neither
from onrecord.reading.extract.extremes import last_one, only_one
from onrecord.reading.extract.no_veto import year_without
from onrecord.reading.extract.nobody import NO, no_such, none_was_vetoed, spells
from onrecord.reading.extract.of_many import NOTHING_ELSE
from onrecord.reading.extract.shares import is_part, share
from onrecord.reading.extract.sole_doers import nobody_but
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_records import SO_MANY, never_so_many, record_tally
from onrecord.reading.extract.universals import OF_THEM, every_text
from onrecord.reading.extract.vetoes_unused import UNUSED, veto_unused
from onrecord.reading.extract.years import OPENING, by_years
from onrecord.reading.parsed import Phrase, Sentence, is_demonym
from onrecord.reading.share_words import may_be_share, second_words
from onrecord.reading.table import any_of, word_sets

PREVIOUS = ("previous", "preceding")
ONLY = ("only ", "sole ", "lone ")
_WORDS = word_sets("frequency.csv")
COMPARING = _WORDS["comparing"]
OPENING_KINDS = frozenset({"nobody", "neither", "nobody_else", "negation", "last_word", "only", "every"})
OPENING_WORDS = frozenset(
    (
        *NEVER,
        *carried.NEVER,
        *NO,
        *OF_THEM,
        *COMPARING,
        *OPENING,
        *UNUSED,
        *PREVIOUS,
        *tally_records.FEWEST,
        *tally_records.MOST,
        "every other",
        "without",
        "at",
        "yet",
        "not",
        "no",
        "nothing",
        "none",
        "all",
        "every one",
        "heaviest",
        "biggest",
        "greatest",
        "keenest",
        "largest",
    )
)


def generalisations(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Generalisation]:
    """Every generalisation of the sentence but firsts, which ordinals make."""
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[Generalisation] = []
    chunks = sentence.chunks
    compared = "so" in sentence.words and not sentence.words.isdisjoint(SO_MANY)
    for at, chunk in enumerate(chunks):
        if at >= sentence.unreal_from:
            break
        if chunk.number is None and not may_open(chunk.lower, chunk.kinds):
            continue
        if not (opens(chunk.lower, chunk.kinds) or is_part(chunks, at) or may_be_share(chunks, at)):
            continue
        claim = never_so_many(sentence, at) if compared and chunk.has("ever", "negation") else None
        claim = claim or _at(sentence, found, at, chunk, discourse)
        if claim is not None and claim.form in ("never", "sole") and _more_often(sentence, claim):
            claim = None
        if claim is not None and claim.form == "never" and NOTHING_ELSE.search(sentence.text) is not None:
            claim = None
        if claim is not None and _AGAINST_WISHES.search(sentence.text, claim.start - sentence.start) is not None:
            claim = replace(claim, reserved=True)
        if claim is not None and claim.form != "sole" and _SET_APART.search(_words_of(sentence, claim)) is not None:
            claim = replace(claim, reserved=True)
        if claim is not None and claim.acts.what in ("yes", "no") and _of_a_member(sentence, claim):
            claim = None
        claim = framed(claim, sentence, discourse) if claim is not None else None
        if claim is not None and not any(c.start < claim.end and claim.start < c.end for c in claims):
            claims.append(claim)
            if claim.form == "every" and claim.universe is not None and claim.universe.members.everyone:
                note_claim(claim, sentence, discourse)  # "all of them were cast with China"
            discourse.denied = claim if claim.form == "never" else discourse.denied
    return claims


Frequency = Count | Generalisation
_RESERVED = re.compile(
    r"\W{0,3}(?:at least )?(?:if|when|unless) (?:you|one|we|they|I) (?:leaves?|sets?|puts?|ignores?|discounts?|"
    r"excludes?|excepts?|forgets?|disregards?|counts?|includes?|takes?|do(?:es)?(?:n't| not) count)\b"
    r"|\W{0,3}(?:leaving aside|leaving out|setting aside|not counting|discounting|disregarding|ignoring)\b",
    re.IGNORECASE,
)


def reserved(claim: Frequency, sentence: Sentence) -> Frequency:
    """ "The first ever, if you leave aside the one of 1948"."""
    if not isinstance(claim, Generalisation):
        return claim
    behind = _RESERVED.match(sentence.text, claim.end - sentence.start)
    return replace(claim, reserved=True) if behind is not None else claim


_SET_APART = re.compile(
    r"\bother than\b|\b(?:apart|aside) from\b|\bexcept(?:ing)?\b|\bunrelated to\b|\bnothing to do with\b"
    r"|\bany(?:thing)? (?:other|else)\b(?= (?:subject|matter|topic|issue|question|file|country|war|thing|than))"
    r"|\bvetoe?s? (?:that|which) (?:was|were|has been|had been) (?!cast|used|made|wielded)"
    r"|(?:\bnot|n't) (?:about|on|over|to do with|concern\w*|related|directed)\b|\boutside (?:of )?(?:the )?[A-Z]",
)
"""What leaves out some of the acts: "the last on any other subject", "that wasn't about Israel"."""


def _words_of(sentence: Sentence, claim: Generalisation) -> str:
    return sentence.text[claim.start - sentence.start : claim.end - sentence.start]


def _of_a_member(sentence: Sentence, claim: Generalisation) -> bool:
    """ "India has never voted against Russia on this": on whose side it stood, and on no text of that name."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks[:-1]):
        if not (claim.start <= chunk.start < claim.end and chunk.lower.endswith(("against", "for"))):
            continue
        named, behind = chunks[at + 1], chunks[at + 2] if at + 2 < len(chunks) else None
        if named.has("member") and not is_demonym(named) and not named.has("text"):
            return behind is None or (not behind.is_word and behind.lower != "'s") or behind.has("preposition")
    return False


_NARROWED = re.compile(
    rf"\b(?:{any_of(_WORDS['not_lightly'])}"
    r"|without (?!(?:the |an? |any |its |using |casting |a single )?(?:[A-Z]|veto|using|casting))"
    r"|with (?:a (?:light|heavy|good|clear)|an easy|pleasure|relish|enthusiasm)"
    r"|(?:anything|something|any \w+|a (?:text|draft|matter|cause|thing))"
    r" (?:quite |half |remotely |nearly )?(?:so|as)\b"
    r"|(?:on|over|for|in) so \w+ an?\b|quite so\b|as (?:readily|easily|often|lightly) as)"
)
"""Words that leave of "never" only that it was not done so: "never casts a veto lightly"."""
ENDS_OF_IT = re.compile(r"[.;:!?]|, (?:and|but|while) ")


def narrowed(claim: Frequency, sentence: Sentence) -> bool:
    """ "Never uses it over anything so petty as a seat", "never vetoes without regret": not that it never does."""
    if not isinstance(claim, Generalisation) or claim.form != "never":
        return False
    first = claim.start - sentence.start
    if _between_matters(sentence, claim):
        return True
    ends = ENDS_OF_IT.search(sentence.text, claim.end - sentence.start)
    return _NARROWED.search(sentence.text, first, ends.start() if ends else len(sentence.text)) is not None


def _between_matters(sentence: Sentence, claim: Generalisation) -> bool:
    """ "Between Bangladesh in 1972 and Guatemala in 1997 China vetoed nothing": a time that two votes bound."""
    if "between" not in sentence.words:
        return False
    return any(
        c.lower == "between" and c.start < claim.end and following.has("member", "place") and following.date is None
        for c, following in pairwise(sentence.chunks)
    )


_AGAINST_WISHES = re.compile(
    r"\b(?:against|without|in defiance of|over) (?:the |its |their )?[\w' ]{0,30}?"
    rf"(?:{any_of(_WORDS['wish'])})\b",
    re.IGNORECASE,
)
"""What narrows a deed in a way that no record tells: "has vetoed nothing against American wishes"."""
OFTENER = re.compile(
    r"(?<!\bin )(?<!\bfor )(?<!\bover )\bmore than (?:once|twice|thrice|a|an|one|two|three|four|five|six|ten|\d+)\b"
    r"(?! of (?:the|them))"
    r"|\b(?:so|as|that|this) (?:often|frequently)\b"
    r"|\bmore (?:often|frequently)\b|\boftener\b|\b(?:less|fewer)\b(?: \w+){0,4} than (?:the )?(?=[A-Z])"
)


def _more_often(sentence: Sentence, claim: Generalisation) -> bool:
    """ "No other has used it more than a handful of times": how often at most, and not never."""
    if sentence.words.isdisjoint(("more", "often", "oftener", "frequently", "less", "fewer")):
        return False
    return OFTENER.search(sentence.text, claim.start - sentence.start) is not None


@lru_cache(maxsize=WORDS_KEPT)
def may_open(word: str, kinds: frozenset[str]) -> bool:
    """Whether a generalisation may begin with the word, or with it and the one behind it."""
    return opens(word, kinds) or bool(second_words(word))


@lru_cache(maxsize=WORDS_KEPT)
def opens(word: str, kinds: frozenset[str]) -> bool:
    """Whether a generalisation may begin with the word, to pass over all others cheaply: what `_at` asks of it."""
    return not kinds.isdisjoint(OPENING_KINDS) or word in OPENING_WORDS or word.startswith(ONLY)


def _at(sentence: Sentence, found: list[Phrase], at: int, chunk: Chunk, discourse: Discourse) -> Generalisation | None:
    chunks = sentence.chunks
    how = carried.carried_claim(sentence, found, at, None)
    if isinstance(how, Generalisation):
        return how
    of_votes = record_tally(sentence, at, discourse)
    if of_votes is not None:
        return of_votes
    of_years = by_years(sentence, at, discourse)
    if of_years is not None:
        return of_years
    part = share(sentence, found, at, discourse)
    if part is not None:
        return part
    if (
        chunk.lower in NEVER
        or spells(chunks, at, ("at", "no", "time"))
        or spells(chunks, at, ("yet", "to"))
        or (chunk.lower == "not" and at + 1 < len(chunks) and chunks[at + 1].lower in ("once", "ever"))
    ):
        return never(sentence, found, at, discourse)
    if chunk.lower == "no" and at and chunks[at - 1].has("determiner", "member", "possessive"):
        return None  # "a Russian No would have been a veto"
    if ("nobody" in chunk.kinds or chunk.lower == "no") and (
        compared := _compared(sentence, found, at, discourse)
    ) is not None:
        return compared
    if (
        "nobody" in chunk.kinds
        or "nobody_else" in chunk.kinds
        or chunk.lower in NO
        or spells(chunks, at, ("not", "a", "single"))
        or spells(chunks, at, ("not", "one"))
    ):
        claim = nobody_but(sentence, found, at, discourse) or no_such(sentence, found, at, discourse)
        if claim is not None:
            return claim
    if chunk.lower == "without" and (year := year_without(sentence, found, at, discourse)) is not None:
        return year
    if chunk.has("neither", "negation") and (other := neither(sentence, found, at, discourse)) is not None:
        return other
    if chunk.has("negation", "neither"):
        return (
            not_since(sentence, found, at, discourse)
            or not_in_that_time(sentence, found, at, discourse)
            or veto_unused(sentence, found, at, discourse)
        )
    if chunk.lower in UNUSED:
        return veto_unused(sentence, found, at, discourse)
    if chunk.lower == "nothing" and (none := none_was_vetoed(sentence, found, at, discourse)) is not None:
        return none
    if chunk.lower in ("nothing", "none") and at:
        return vetoed_nothing(sentence, found, at, discourse)
    if "last_word" in chunk.kinds or chunk.lower in PREVIOUS:
        return last_one(sentence, found, at, discourse)
    if "only" in chunk.kinds or chunk.lower.startswith(ONLY):
        return only_one(sentence, found, at, discourse)
    if "every" in chunk.kinds or chunk.lower in OF_THEM or chunk.lower == "every other":
        return every_text(sentence, found, at, discourse)
    if chunk.lower in COMPARING:
        return more_than_others(sentence, found, at, discourse)
    return None


def _compared(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "No country has vetoed more often than Russia": a comparison, and not a denial of anybody's veto."""
    for position in range(at + 1, min(at + 14, len(sentence.chunks))):
        many = (
            sentence.chunks[position].lower in ("many", "much", "frequently")
            and sentence.chunks[position - 1].lower == "as"
        )
        if many or sentence.chunks[position].lower in ("more", "often", "as often as"):
            return more_than_others(sentence, found, position, discourse)
    return None
