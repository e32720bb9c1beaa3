"""Counts told without a word about voting, behind a sentence that speaks of a text or a vote: "All fifteen.", "Every
last one of them.", "Eight was all it got.", "It never got past eight.".
"""

from __future__ import annotations

import re

from onrecord.reading.claims.vote import Tally
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_words import clause_start, supposed
from onrecord.reading.parsed import Sentence

LONGEST = 9
"""Chunks of such a sentence."""
_OPENING = r"(?:(?:yes|well|and|so|that is|that['’]s|it was|that was|with|this time|for once)[,:]?\s+)*"
_SEATED = r"(?:fifteen|15|eleven|11)"
_ALL = re.compile(
    rf"\W*{_OPENING}"
    rf"(?:all (?:the )?{_SEATED}(?: of (?:them|the members))?(?: hands?| members| votes| voices| yeses)?"
    rf"|every (?:one|single one|last one) of (?:them|the {_SEATED})|the (?:whole )?lot(?: of them)?|the whole table"
    rf"|{_SEATED}, (?:no less|and not one (?:fewer|less)|no fewer)|{_SEATED} and not one (?:fewer|less)"
    r"|all hands(?: up| in the air)?|(?:nobody|no one|not one) (?:broke ranks?|stepped out of line|held out|demurred))"
    r"(?:,? (?:this time|for once|no less|in the air|up|in favou?r))?[\s.!)]*$",
    re.IGNORECASE,
)


_HAD_ALL = re.compile(
    r"\b(?:(?:had|got|won|received|drew|collected|gained|obtained) (?:them )?"
    r"|(?:through|passed|carried)\b[^.;:,]{0,30} (?:with|by) )"
    rf"all (?:the )?{_SEATED}"
    r"(?: (?:votes|hands|yeses|voices|members))?(?=[.,;:!)]|$| (?:and|in favou?r|behind|on|for it|to)\b)"
    rf"|\ball {_SEATED} of (?:us|them)\b,? (?:voted|agreed|said yes|backed|supported|approved|adopted|put|raised|sent"
    r"|packed|called|demanded|extended|renewed|wanted)\b"
    rf"|\bvoted, all {_SEATED} of (?:us|them)\b"
    r"|\bhad (?:everybody|everyone|the whole (?:council|table|room)) (?:behind|for|with) it\b",
    re.IGNORECASE,
)
ALL = frozenset({"all", "everybody", "everyone", "whole"})


def in_passing(sentence: Sentence, discourse: Discourse) -> Tally | None:
    """At most one."""
    if sentence.unreal_from == 0:
        return None
    told = discourse.text_before(sentence) or discourse.vote_before(sentence) or discourse.voted_near(sentence)
    if not told:
        return _had_all(sentence) if "text" in sentence.kinds else None
    return _everybody(sentence) or _had_all(sentence)


def _everybody(sentence: Sentence) -> Tally | None:
    """As far as the record bears it out."""
    if len(sentence.chunks) > LONGEST or _ALL.match(sentence.text) is None:
        return None
    words = [i for i, c in enumerate(sentence.chunks) if c.is_word]
    return Tally(*sentence.placed(words[0], words[-1]), unanimous=True, stray=True)


def _had_all(sentence: Sentence) -> Tally | None:
    """ "The second, on Friday, had all eleven"."""
    if ALL.isdisjoint(sentence.words):
        return None
    match = _HAD_ALL.search(sentence.text)
    if match is None or "negation" in sentence.kinds:
        return None
    at = next(i for i, c in enumerate(sentence.chunks) if c.end > sentence.start + match.start())
    if at >= sentence.unreal_from or supposed(sentence, at):
        return None
    start = sentence.chunks[clause_start(sentence, at)].start
    return Tally(start, sentence.start + match.end(), sentence.index, sentence.speaker_at(start), unanimous=True)
