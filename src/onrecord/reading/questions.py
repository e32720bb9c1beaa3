"""Which sentences ask: with a question mark, or by telling in a few words that somebody asks who or how."""

from __future__ import annotations

import re

from onrecord.reading.tags import known

MARKED = "\"')*_! "
"""What may stand behind a question mark."""
ASKS = frozenset({"ask", "asks", "asked", "asking", "know", "wonders", "wondered"})
_TOLD_OF_ASKING = re.compile(
    r"[^.;:,!?]{0,60}\b(?:asks?|asked|asking|wants? to know|wondered|wonders)(?: (?:me|us|him|her|them|here))?"
    r" (?:how|who|which way|about) [^.;:,!?]{2,50}[.:]?\W*",
    re.IGNORECASE,
)

_WHO_ELSE = re.compile(
    r"\W*(?:(?:and|so|ok|oh),? )?(?:who|which ones|anyone|anybody) else(?: did| was)?\W*", re.IGNORECASE
)
"""Asked without a mark, as in a chat."""
_NAME_ONE = re.compile(
    r"\W*(?:\(?[\dA-Za-z]{1,2}[.):]\s*|[Qq]\d*[.:]\s*)?(?:[Nn]ow |[Pp]lease )?"
    r"[Nn]ame (?:an?|one|two|three|four|five|the|any|all) "
)
"""A quiz: "Name one European country that voted against it"."""


def asks(text: str, words: frozenset[str] | set[str]) -> bool:
    """ "Who abstained?", "A reader asks how Malta went." """
    if text.rstrip(MARKED).endswith("?"):
        return not known(text)
    if "else" in words and _WHO_ELSE.fullmatch(text):
        return True
    if "name" in words and _NAME_ONE.match(text) is not None:
        return True
    return (
        not ASKS.isdisjoint(words)
        and _TOLD_OF_ASKING.fullmatch(re.sub(r"^\W*\d{1,2}[:.]\d\d\W*", "", text)) is not None
    )
