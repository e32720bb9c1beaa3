"""Which sentences ask: with a question mark, or by telling in a few words that somebody asks who or how."""

from __future__ import annotations

import re

from onrecord.reading.chunks import Chunk
from onrecord.reading.phrasing import words_of
from onrecord.reading.table import word_sets
from onrecord.reading.tags import known

_WORDS = word_sets("clause_words.csv")
_OPENS, _WHY, _WHETHER = _WORDS["opens_a_question"], _WORDS["asks_why"], _WORDS["asks_whether"]
_FIRST_WORDS = frozenset().union(*map(words_of, _WHY | _WHETHER))
_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "you", "i", "that", "this", "there", "anyone", "anybody",
                       "nobody", "someone", "somebody"})  # fmt: skip

MARKED = "\"')*_! "
"""What may stand behind a question mark."""
ASKS = frozenset({"ask", "asks", "asked", "asking", "know", "wonders", "wondered"})
_TOLD_OF_ASKING = re.compile(
    r"[^.;:,!?]{0,60}\b(?:asks?|asked|asking|wants? to know|wondered|wonders)(?: (?:me|us|him|her|them|here))?"
    r" (?:how|who|which way|about) [^.;:,!?]{2,50}[.:]?\W*",
    re.IGNORECASE,
)

_ASKED_BY_THE_WAY = re.compile(r"\w \([^()]{2,60}\?\)[\"'”’*_ ]*$")
"""In brackets behind what is told: "Chad abstained (why?)"."""
_NAME_ONE = re.compile(
    r"\W*(?:\(?[\dA-Za-z]{1,2}[.):]\s*|[Qq]\d*[.:]\s*)?(?:[Nn]ow |[Pp]lease )?"
    r"[Nn]ame (?:an?|one|two|three|four|five|the|any|all) "
)
"""A quiz: "Name one European country that voted against it"."""


WHO_LABEL = re.compile(
    r"\W*(?:Who|WHO) (?:voted|abstained|vetoed|opposed|backed|supported|said (?:no|yes)|stayed away"
    r"|did(?:n't| not) vote|(?:was|were) (?:for|against|in favou?r|opposed|absent))\b[^:?.;,]{0,24}:"
)
"""What asks who did so without a question mark: "Who abstained: Chad and Mali"."""


def asks(text: str, words: frozenset[str] | set[str]) -> bool:
    """ "Who abstained?", "A reader asks how Malta went." """
    if text.rstrip(MARKED).endswith("?"):
        return not (known(text) or _ASKED_BY_THE_WAY.search(text))
    if text.endswith(":") and WHO_LABEL.fullmatch(text) is not None:
        return True
    if "name" in words and _NAME_ONE.match(text) is not None:
        return True
    return (
        not ASKS.isdisjoint(words)
        and _TOLD_OF_ASKING.fullmatch(re.sub(r"^\W*\d{1,2}[:.]\d\d\W*", "", text)) is not None
    )


def asks_unmarked(text: str, chunks: list[Chunk], words: frozenset[str] | set[str]) -> bool:
    """ "why didn't Russia veto it", "so did China abstain": asked without a mark, as in a chat."""
    if _FIRST_WORDS.isdisjoint(words):
        return False
    at = next((i for i, c in enumerate(chunks) if c.is_word and c.lower not in _OPENS), len(chunks))
    if at < len(chunks) and chunks[at].lower in _WHY:
        at += 1
        if at < len(chunks) and chunks[at].lower == "come":
            return True
    if at + 1 >= len(chunks) or chunks[at].lower not in _WHETHER or (at and chunks[at - 1].lower == "so"):
        return False  # "So did China" asks nothing
    behind = chunks[at + 1 + (chunks[at + 1].lower == "n't") :][:1]
    return any(c.has("member", "group") or c.lower in _SUBJECTS for c in behind) and not known(text)
