"""Search a text for a large pattern only where a word stands that it may begin with; the matches are the same.

A pattern of many forms costs a text most where nothing matches: at every word all its forms are tried in vain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_FIRST = re.compile(r"\w+|\S")


class Scanner:
    """A pattern that begins at a word's beginning, with a digit or with one of the words (or signs) given."""

    def __init__(self, pattern: re.Pattern[str], openings: Iterable[str]) -> None:
        """Of openings of several words, or of a sign and a word, the first part counts."""
        self.pattern = pattern
        self._openings = frozenset(match.group().lower() for words in openings if (match := _FIRST.match(words)))
        signs = "".join(re.escape(opening) for opening in sorted(self._openings) if not opening[0].isalnum())
        self._words = re.compile(r"[^\W\d]+|\d+" + (f"|[{signs}]" if signs else ""))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As the pattern's own: from left to right, none overlapping."""
        end, openings, match_at = 0, self._openings, self.pattern.match
        for word in self._words.finditer(text):
            # Nearly every word of a text ends here.
            if (found := word[0].lower()) not in openings and not found[0].isdigit():
                continue
            if (start := word.start()) >= end and (match := match_at(text, start)) is not None:
                yield match
                end = match.end()
