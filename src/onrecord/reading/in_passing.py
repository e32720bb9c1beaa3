"""What is said in passing and bears on nothing that a record holds: "Chad, of course, abstained", "Mali did so in New
York all the same".

The words are in `tables/clause_words.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.table import any_of, word_sets


def in_passing(text: str) -> list[tuple[int, int]]:
    """Each such stretch in order, with the commas, dashes or brackets around it."""
    ends = word_sets("clause_words.csv")["vote_end"]
    return [
        match.span()
        for match in _passing().finditer(text)
        if match["behind"] is None or _word_before(text, match.start()) in ends
    ]


def _word_before(text: str, end: int) -> str:
    return text[max(0, end - 20) : end].rpartition(" ")[2].lower()


@cache
def _passing() -> re.Pattern[str]:
    words = word_sets("clause_words.csv")
    said = rf"(?:{any_of(words['in_passing'])}|{after_talks()})"
    there = rf"(?:{any_of(words['in_passing_there'])})"
    joins = r"(?:and|or|nor|but|while|whereas|who|which)\b"
    ends = rf"(?= ?(?:[.,;:!?)]|\Z|\n)| {joins})"
    between = rf", {said}(?:,(?= (?!{joins})[a-z])|(?=,))| [–—] ?{said} ?[–—](?= (?!{joins})[a-z])| \({said}\)"
    return re.compile(rf"{between}|,? {said}(?: {said})?{ends}|(?P<behind> {there}(?:,? {said})?{ends})")


@cache
def after_talks() -> str:
    """The source of a pattern for "after a long and bitter debate"."""
    words = word_sets("clause_words.csv")
    much, talk = any_of(words["talk_how"]), any_of(words["talk"])
    held = rf"(?:(?:{much})(?:, | and | ))*(?:{talk})"
    return rf"(?:after|following) {held}(?: and {held})?(?: behind closed doors| in New York)?"
