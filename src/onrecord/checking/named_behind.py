"""What the sentence behind a vote calls it: "Ten were in favour, with only Panama against. That was resolution 502"."""

from __future__ import annotations

import re

from onrecord.checking.set_apart import HAD_ITS_TURN, OTHER_TEXT
from onrecord.reading.claims.vote import Outcome, Position, Reference, VoteClaim
from onrecord.reading.read import Reading

REACH = 3
"""Sentences behind a claim within which its text may still be named."""
NAMES_IT = re.compile(
    r"(?:And |So )?(?:that|this|it|the (?:result|outcome|upshot|text|resolution))"
    r" (?:was|is|became|becomes|bears|bore|carries|carried|got|has|had|went|would)\b(?! (?:not|no|never)\b)"
    r"(?: (?:the|a|its|be|to|in|into|as|by|become|been|gone|go|down|now|then|today|still|best|better|since|known|called"
    r"|adopted|recorded|remembered|history|books|numbered|number|famous|celebrated|fateful|landmark|UN|council|assembly"
    r"|resolution|UNSCR|No\.))*$",
    re.IGNORECASE,
)
"""What stands in front of the number: "That became", "It went down in history as"."""


def named_behind(reading: Reading, claim: VoteClaim) -> tuple[str, ...]:
    """The text that one of the next sentences says the claim's to have been; an adopted one, since it has a number."""
    vetoed = (isinstance(claim, Position) and claim.choice == "veto") or (
        isinstance(claim, Outcome) and claim.outcome == "vetoed"
    )
    if vetoed or isinstance(claim, Reference):
        return ()
    first = claim.sentence
    sentences = reading.sentences
    for index in range(first, min(first + REACH + 1, len(sentences))):
        sentence, cited = sentences[index], reading.cited[index]
        if sentence.paragraph != sentences[first].paragraph or (cited and index == first):
            return ()
        if len(cited) == 1:
            before = reading.normal.text[sentence.start : cited[0].start].rstrip()
            following = reading.normal.text[cited[0].end : cited[0].end + len(" that ")]
            cleft = following.startswith((" that ", "'s ", " who "))
            return () if NAMES_IT.match(before) is None or cleft else (cited[0].symbol,)
        apart = sentence.dates or not (HAD_ITS_TURN | OTHER_TEXT).isdisjoint(sentence.words)
        if cited or (index > first and apart):
            return ()
    return ()
