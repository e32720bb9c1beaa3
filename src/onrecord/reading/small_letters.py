"""Names of states in writing that has no capitals: "us vetoed, georgia and turkey voted for".

In other writing these words mean something else as well, and are names only with a capital. What is shouted ("THE US
VETOED IT AND NOBODY STOPPED IT") is read as if it were whispered.
"""

from __future__ import annotations

import re

from onrecord.reading.table import word_sets

_SETS = word_sets("small_letters.csv")
UNCAPITALISED = frozenset(name.title() for name in _SETS["uncapitalised"]) | {"US"}
"""The names as they are read there."""
_CAPITALISED = re.compile(r"[A-Z][a-z]")
_NAMES = re.compile(rf"\b(?:{'|'.join(sorted(_SETS['uncapitalised'], key=len, reverse=True))})\b")
_US = re.compile(
    r"(?:(?<=\bthe )|(?<=\bby )|\A|(?<=[.,;:!?/&] )|(?<=\band )|(?<=\bbut ))us"
    r"(?= (?:(?:also|again|alone|just|then|only|even) )?"
    r"(?:veto|voted|votes|vote no|abst|block|kill|oppos|says? no|said no|no\b|against\b|stopped|used its|cast|did it))"
    r"|(?<=\bthe )us\b"
)
"""Where "us" is the country: before a verb of voting, or behind an article."""


_LOUD = re.compile(r"[A-Z]{2,} [A-Z]{2,} [A-Z]{2,}")
_SHOUTING = re.compile(r"(?:^|(?<=[.!?;] )|(?<=[.!?][\"”)] ))[^a-z\n]{12,}?(?:[.!?;]+(?=[\s\"”)]|$)|$)", re.MULTILINE)
"""A sentence without small letters."""
_WORD = re.compile(r"(?<![\w/.-])[A-Z][A-Z'’]*(?![\w/]|-[A-Z]?\d)")
_WE = re.compile(r"\b(?:WITH|FOR|TO|LET|OF|JOIN|JOINED|TELL|TELLS|TOLD|GIVE|GAVE|AMONG|AGAINST|BEHIND) $")
"""In front of an "US" that is we."""
SHOUTED = 4
"""Words from which on capitals are no label."""


def whispered(text: str) -> str:
    """The text with what stands in it all in capitals as others write it, each letter in its place: only sentences'
    first letters, "US" and numbers of documents stay as they are.
    """
    return _SHOUTING.sub(_quieter, text) if _LOUD.search(text) else text


def _quieter(shouted: re.Match[str]) -> str:
    text = shouted.group()
    words = list(_WORD.finditer(text))
    if len(words) < SHOUTED or ":" in text or len(text.lower()) != len(text):
        return text

    def small(word: re.Match[str]) -> str:
        if word.group() in ("US", "I") and not _WE.search(text, 0, word.start()):
            return word.group()
        return word.group().lower()

    opens = words[0].start() + 1
    return text[:opens] + _WORD.sub(small, text)[opens:]


def capitalised(text: str) -> str:
    """The sentence with those names as they are written elsewhere, where it has no capitals; each as long as before."""
    if not text or _CAPITALISED.search(text, 1):
        return text
    if text[0].isupper() and " us " not in text and not _NAMES.search(text):
        return text
    return _US.sub("US", _NAMES.sub(lambda name: name.group().title(), text))
