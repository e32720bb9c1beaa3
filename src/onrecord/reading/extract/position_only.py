"""Whether nobody else is said to have done it: "only Chad abstained", and not "of NATO's members only Germany"."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.reading.assertion import CLAUSE_MARKS
from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import any_of, word_sets

WITHIN = ("in", "of", "among", "amongst", "from")
_WORDS = word_sets("position_words.csv")
ALONE = _WORDS["alone"]
SINGLED = ("only ", "sole ", "lone ", "alone ")
_IN_A_REGION = re.compile(
    rf"(?:in|of|from|on) (?:{any_of(region.lower() for region in word_sets('membership_words.csv')['region'])})"
)


def only(sentence: Sentence, subject: Phrase, verb: int, last: int) -> bool:
    """Whether the clause says that nobody else did so."""
    chunks = sentence.chunks
    if _beside_others(chunks, subject.first) or _beside_a_stranger(chunks, subject.first):
        return False
    if _within_some(chunks, subject, verb, last):
        return False
    around = [
        *range(max(subject.first - 2, 0), min(subject.first + 1, len(chunks))),
        subject.last + 1,
        subject.last + 2,
    ]
    for position in around:
        if 0 <= position < len(chunks) and chunks[position].has("only") and chunks[position].number is None:
            if position > subject.last and (chunks[position].lower == "only" or _on_its_own_text(chunks, position)):
                continue
            between = chunks[position + 1 : subject.first]
            if position < subject.first and _of_whom_before(chunks, position):
                continue
            if any(c.text in CLAUSE_MARKS or c.lower == "that" for c in between):
                continue  # "so isolated that Chad abstained"
            if position and chunks[position - 1].has("negation") and position < subject.first:
                return False  # "not only Chad abstained"
            return chunks[position].lower not in ("single",)
    commas = [i for i in range(subject.last + 1, verb) if chunks[i].text in ",–—)"]
    own = commas[-1] if len(commas) > 1 else subject.last
    if subject.last < verb and any(
        chunks[i].lower in ALONE
        or (i > own and chunks[i].has("only") and not _merely(chunks, i, verb))
        or (chunks[i].has("realised") and chunks[i].lower.startswith(SINGLED))
        for i in range(subject.last + 1, verb)
    ):
        return not any(c.has("other") for c in chunks[subject.last + 1 : verb])
    for at, chunk in enumerate(chunks[last + 1 : last + 12], last + 1):
        if chunk.text in ";:—–" or chunk.has("but", "verb"):
            break
        if chunk.lower in ALONE and not _on_its_own_text(chunks, at):
            return not _of_the_next_doer(chunks, at)
    said = chunks[verb].lower.replace(" only an ", " ")  # "managed only an abstention"
    return any(chunks[i].has("only") and not _on_its_own_text(chunks, i) for i in range(verb + 1, last)) or (
        " only " in said or " lone " in said or " sole " in said
    )


def _of_whom_before(chunks: list[Chunk], at: int) -> bool:
    """ "It did so alone, China abstaining", unlike "alone, China abstained": said of who acted in front of it."""
    return chunks[at].lower in ALONE and chunks[at + 1].text == "," and at > 0 and finite(chunks[at - 1])


def _of_the_next_doer(chunks: list[Chunk], at: int) -> bool:
    """ "Chad voted with the majority and Cuba alone voted no": who stands in front of it acts behind it."""
    return chunks[at - 1].has("member") and at + 1 < len(chunks) and finite(chunks[at + 1])


def _on_its_own_text(chunks: list[Chunk], at: int) -> bool:
    """ "Abstained on its own resolution", "on its own embargo", unlike "abstained on its own on the resolution"."""
    if not chunks[at].lower.endswith(" own"):
        return False
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if behind is not None and behind.is_word and not behind.entries and behind.date is None and behind.text.islower():
        return not behind.lower.endswith("ly")
    for chunk in chunks[at + 1 : at + 4]:
        if not chunk.is_word or chunk.has("preposition", "and", "but"):
            return False
        if chunk.has("text"):
            return True
    return False


def _beside_a_stranger(chunks: list[Chunk], first: int) -> bool:
    """ "M. Duval and Sir Pierson Dixon, alone, were against": another doer, whom no table knows."""
    at = first - 1
    if at > 1 and chunks[at].lower in ("sir", "dame", "lord", "lady"):
        at -= 1
    if at < 1 or not chunks[at].has("and") or not _a_name(chunks[at - 1]):
        return False
    while at > 0 and (_a_name(chunks[at - 1]) or chunks[at - 1].text in ("-", ".")):
        at -= 1
    return at == 0 or chunks[at - 1].text == "," or chunks[at - 1].text in CLAUSE_MARKS


def _a_name(chunk: Chunk) -> bool:
    return chunk.is_word and chunk.text[0].isupper() and not chunk.has("member", "text", "verb", "council", "assembly")


def _beside_others(chunks: list[Chunk], first: int) -> bool:
    """ "Besides the US and Israel only Canada voted no": those named before did so too."""
    for at in range(first - 1, max(first - 14, -1), -1):
        if chunks[at].text in ".;:—" or chunks[at].has("verb"):
            return False
        words = f"{chunks[at].lower} {chunks[at + 1].lower}"
        if chunks[at].lower in BESIDE or words.startswith(("apart from", "aside from", "other than", "in addition")):
            return at == 0 or not chunks[at - 1].is_word or chunks[at - 1].has("and", "but")
    return False


BESIDE = frozenset({"besides", "beside", "apart from", "aside from", "other than", "in addition to"})
"""Words in front of those that did the same."""


def _merely(chunks: list[Chunk], at: int, verb: int) -> bool:
    """ "It only abstained", unlike "the only abstainer"."""
    return chunks[at].lower == "only" and at + 1 == verb and not chunks[at - 1].has("determiner")


def _in_a_region(behind: list[Chunk]) -> bool:
    """ "The only country of Latin America to", "the only one in Europe that"."""
    return _IN_A_REGION.search(" ".join(c.lower for c in behind)) is not None


ANY_KIND = _WORDS["one_of_a_body"]


def _within_some(chunks: list[Chunk], subject: Phrase, verb: int, last: int) -> bool:
    """Whether nobody else is meant only of some: "the only Nordic state to", "in the EU only Prague"."""
    behind = chunks[subject.last + 1 : verb]
    if any(c.has("of_adjective", "elsewhere") for c in behind) or _in_a_region(behind) or _only_of_a_kind(behind):
        return True
    if any(c.has("only") and then.lower in WITHIN for c, then in pairwise(behind)):
        # "Cuba, alone in the hemisphere, was against"
        return True
    aside = behind[1:] if behind and behind[0].lower in ALONE else behind
    if len(aside) > 2 and aside[0].text in ",–—(" and aside[1].lower in WITHIN and aside[1].lower != "in":
        if aside[2].lower.split()[0] != "all":
            return True  # "only Chad, of the three Africans, voted for it"
    for at in range(max(0, subject.first - LIST_REACH), subject.first - 1):
        if chunks[at].lower in WITHIN and (at == 0 or not chunks[at - 1].is_word or chunks[at - 1].has("and", "but")):
            named = chunks[at + 1 : subject.first]
            some = _some_members(named) or any(c.has("of_adjective", "group") for c in named)
            body = any(c.date is not None or c.has("council", "assembly", "vote_noun", "text") for c in named)
            near = subject.first - at <= NEAR_BY
            if (some and chunks[at].lower != "in") or (near and not body):
                return True
    further = range(last + 1, min(last + 7, len(chunks)))
    among = next((i for i in further if chunks[i].lower in ("among", "amongst")), None)
    if among is None:
        return False
    # "Only Britain did not vote for it among the rest"
    rest = any(not REST.isdisjoint(c.lower.split()) for c in chunks[among + 1 : among + 3])
    return rest or _some_members(chunks[among + 1 : among + 8])


REST = frozenset({"rest", "others", "remainder", "remaining"})


LIST_REACH, NEAR_BY = 28, 14
"""Chunks from "of NATO's members on the Council", with those named in a list, or without, to who is singled out."""


def _some_members(named: list[Chunk]) -> bool:
    """Whether the members are of some kind: "NATO's members on the Council", "the five European states"."""
    noun = next((i for i, c in enumerate(named) if c.has("member_noun")), None)
    plain = ("determiner", "council", "assembly", "adverb", "preposition")
    return noun is not None and not all(
        c.has(*plain) or c.number is not None or c.lower in ("'s", "'", "all", "un", "security") for c in named[:noun]
    )


def _only_of_a_kind(behind: list[Chunk]) -> bool:
    """ "Was the only rich country to", "the only member of the alliance to": others that are none may have done so."""
    at = next((i for i, c in enumerate(behind) if c.has("only")), None)
    if at is None or not any(c.has("be") for c in behind[:at]):
        return False
    kind: list[Chunk] = []
    for chunk in behind[at + 1 :]:
        if not chunk.is_word or chunk.lower == "to" or chunk.has("relative", "have", "do", "negation", "verb"):
            break
        if chunk.lower in BESIDE or chunk.has("exception"):
            break
        kind.append(chunk)
    plain = ("member_noun", "council", "assembly", "determiner", "other", "preposition", "vote_noun", "adverb")
    return bool(kind) and not all(c.has(*plain) or c.number is not None or c.lower.split()[0] in ANY_KIND for c in kind)
