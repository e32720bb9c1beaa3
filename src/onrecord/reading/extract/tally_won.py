"""How many a text won besides those that put it forward: "it persuaded three others", "found two friends besides
itself".
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.vote import Tally
from onrecord.reading.extract.noun_owners import supposed
from onrecord.reading.extract.position_won import text_that_won
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence

BESIDES = re.compile(
    r"[, ][\w' -]{0,30}(?:besides|beside|apart from|other than|aside from|on top of|in addition to|plus)"
    r" (?:(?:the )?[A-Z]\w+(?:'s|s')(?: own)?|itself|themselves|him|his own|its own|their own"
    r"|(?:its|the|their|his) (?:own )?(?:authors?|sponsors?|movers?|drafters?|proposers?))(?!\w)"
)
"""Words behind a count that leave those out who put the text forward."""


def besides_its_authors(sentence: Sentence, told: list[Tally], near: bool) -> list[Tally]:
    """The counts told, with those marked that leave the authors out; else one of "others" that the text won."""
    chunks = sentence.chunks
    if told:
        return [replace(t, won=True) if _leaves_them_out(sentence, t) else t for t in told]
    if not near or not sentence.numbered or "obtain" not in sentence.kinds:
        return told
    for at, chunk in enumerate(chunks[: min(sentence.unreal_from, len(chunks))]):
        if not chunk.has("obtain") or (subject := text_that_won(chunks, at)) is None or supposed(sentence, at, at):
            continue
        number = at + 1
        while number < len(chunks) and chunks[number].has("only", "adverb"):
            number += 1
        last = number + 1
        if last >= len(chunks) or chunks[number].cardinal is None or chunks[number].number is None:
            continue
        if not (chunks[last].lower in ("others", "more") or chunks[last].lower.startswith("other ")):
            continue
        if last + 1 < len(chunks) and chunks[last + 1].is_word and not chunks[last + 1].has("and", "but"):
            continue  # "found three others to speak for it", "got two more weeks"
        return [Tally(*sentence.placed(subject, last, at), yes=chunks[number].number, won=True)]
    return told


def _leaves_them_out(sentence: Sentence, told: Tally) -> bool:
    if not isinstance(told.yes, NumberMention) or told.no is not None:
        return False
    return BESIDES.match(sentence.text, told.yes.end) is not None
