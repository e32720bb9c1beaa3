"""What a shortened auxiliary stands for: "they'd vetoed it" is had, "they'd veto it" would."""

from __future__ import annotations

from functools import cache

from onrecord.reading.table import rows

_BETWEEN = frozenset({"not", "n't", "never", "already", "also", "all", "both", "just", "only", "once", "even", "long",
                      "since", "then", "each", "always", "ever", "still", "first", "last", "twice"})  # fmt: skip
"""Words between an auxiliary and its verb."""
_RELATIVE = frozenset({"who", "that", "which"})
_FEWEST_LETTERS = 5
"""Of a word whose "-ed" is an ending: "voted", not "need", "shed"."""


def in_full(words: list[str]) -> list[str]:
    """The words of a sentence, in lower case, with "'ve" as have and "'d" as had in front of a participle."""
    if "'d" not in words and "'ve" not in words:
        return words
    return [_meant(words, at) if word in ("'d", "'ve") else word for at, word in enumerate(words)]


def _meant(words: list[str], at: int) -> str:
    if words[at] == "'ve":
        return "have"
    verb = at + 1
    while verb < len(words) and (words[verb] in _BETWEEN or words[verb].endswith("ly")):
        verb += 1
    if verb >= len(words):
        return words[at]
    done, either = _participles()
    regular = words[verb].endswith("ed") and len(words[verb]) >= _FEWEST_LETTERS and not words[verb].endswith("eed")
    related = at > 0 and words[at - 1] in _RELATIVE and words[verb] in either
    return "had" if regular or words[verb] in done or related else words[at]


@cache
def _participles() -> tuple[frozenset[str], frozenset[str]]:
    """Those that no base is spelled like, and those that are ("put", "cast")."""
    table = [*rows("irregular_verbs.csv"), *rows("verbs.csv")]
    bases = {row["base"] for row in table}
    done = {row["participle"] for row in table if row["participle"]}
    return frozenset(done - bases), frozenset(done & bases)
