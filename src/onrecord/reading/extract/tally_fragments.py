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
_TEXT = r"(?:it|that|they|the (?:draft|text|motion|resolution|paper))"
_GET = r"(?:get|muster|find|manage|reach|gather|collect|win|attract|raise|scrape (?:together|up)|drum up|round up)"
_GOT = r"(?:got|had|won|found|managed|mustered|reached|gathered|collected|attracted|drew)"
_NO_MORE_BEHIND = re.compile(
    rf"(?: votes?| hands?| yeses)? (?:was|were) (?:all|as (?:far|high|many) as|the (?:most|best)|its ceiling)"
    rf"(?: that)? {_TEXT} (?:ever )?(?:{_GOT}|could {_GET}|would {_GET}|went)\b",
    re.IGNORECASE,
)
_NO_MORE_BEFORE = re.compile(
    rf"\b{_TEXT} (?:still |just |again )?(?:"
    rf"(?:could|did)(?: not|n['’]t) (?:get|go|come|rise|make it) (?:beyond|past|above|further than)"
    r"|never (?:got|went|came|rose|made it) (?:beyond|past|above|further than)"
    rf"|(?:could )?(?:{_GET}|{_GOT}) no (?:more|further) than|could (?:only|but) {_GET}|could {_GET} (?:only|just|but)"
    r") (?:a (?:mere|measly|paltry|meagre) |the )?$",
    re.IGNORECASE,
)
ALL = frozenset({"all", "everybody", "everyone", "whole"})
LIMITS = frozenset({"all", "far", "most", "best", "beyond", "past", "further", "than", "only", "above", "high", "many"})
FEWEST = 2


def in_passing(sentence: Sentence, discourse: Discourse) -> Tally | None:
    """At most one."""
    if sentence.unreal_from == 0:
        return None
    told = discourse.text_before(sentence) or discourse.vote_before(sentence) or discourse.voted_near(sentence)
    if not told:
        return _had_all(sentence) if "text" in sentence.kinds else None
    return _everybody(sentence) or _no_more(sentence) or _had_all(sentence)


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


def _no_more(sentence: Sentence) -> Tally | None:
    """ "Eight was all it got", "it never got past eight", "it could find no more than eight"."""
    if not sentence.numbered or LIMITS.isdisjoint(sentence.words):
        return None
    for at, chunk in enumerate(sentence.chunks):
        number = chunk.number
        if number is None or chunk.cardinal is None or chunk.cardinal < FEWEST or at >= sentence.unreal_from:
            continue
        behind = _NO_MORE_BEHIND.match(sentence.text, number.end)
        hedged = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
        before = _NO_MORE_BEFORE.search(sentence.text, 0, number.start) or _NO_MORE_BEFORE.search(
            sentence.text, 0, hedged
        )
        if behind is None and before is None:
            continue
        start = sentence.start + (before.start() if before is not None else number.start)
        end = sentence.start + (behind.end() if behind is not None else number.end)
        return Tally(start, end, sentence.index, sentence.speaker_at(start), yes=int(number.value))
    return None
