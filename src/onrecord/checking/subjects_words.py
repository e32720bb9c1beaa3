"""Words in the form in which two texts can be compared: no case, no accents, no plural.

The plural rules are the three of Harman's S stemmer (How effective is suffixing?, JASIS 42, 1991), which
leaves verbs alone: what "annexed" has in common with "annexation" is the subject table's business.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s)")
POSSESSIVE = "s"
"""The word that stands for a possessive: "Brazil's text" is split into "Brazil", "s", "text"."""
_NOT_PLURAL = frozenset(("hamas",))
"""Names that a rule for plurals would turn into another name (Hama)."""
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|\b[A-Z]\.[A-Z]\b")
_DROPPED = dict.fromkeys(map(ord, "ʼ´\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
LONGEST_CAPITALS = 3
"""Up to so many letters, an abbreviation is told from a word by its capitals alone ("US", "CAR", "UAE")."""


def split(text: str) -> list[str]:
    """The words of a stretch of text in order, their case kept, accents and apostrophes gone.

    "United Nations" is read as "UN", so that a mission's name need be listed only once.
    """
    text = text.replace("United Nations", "UN")
    text = text.replace("’", "'")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        marks = {ord(c): None for c in set(text) if c > "\x7f" and unicodedata.combining(c)}
        text = text.translate(_DROPPED | marks)
    if "'" in text:
        text = _POSSESSIVE.sub(" s", text).replace("'", "")
    if "." in text:
        text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    return _WORD.findall(text)


def fold(word: str) -> str:
    """One word in lower case and in the singular."""
    word = word.casefold()
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in _NOT_PLURAL:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "oes")):
        return word[:-2]
    return word[:-1]


def is_capitals(word: str) -> bool:
    """Whether a word is so short an abbreviation that it counts only in capitals."""
    return 2 <= len(word) <= LONGEST_CAPITALS and word.isupper() and word.isalpha()
