"""Which vote a count that a vote belies is of: that of a number beside it, one lost, or none that was told of."""

from __future__ import annotations

import re

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge, met
from onrecord.checking.settlers.no_vote_meant import (
    DOUBTFUL,
    of_something_else,
    opens_elsewhere,
)
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.thread import Thread
from onrecord.checking.words import text_of
from onrecord.reading.claims.vote import Sponsor, Tally, VoteClaim, whole
from onrecord.reading.read import Reading
from onrecord.record.model import Kind, Outcome

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SOME = rf"(?:{'|'.join(NUMBERS)})"
TIMES_BEFORE = re.compile(
    rf"\b(?:twice|thrice|(?:both|each|every|all|{SOME}|\d+) times?"
    rf"|on (?:both|each|every|all|{SOME})(?: \w+)? occasions?)"
    r"(?: (?:in|on|during) [\w ]{1,20})?(?:,| it| the text)? ?$",
    re.I,
)
"""Words in front of a clause that make what it tells of more votes than one: "twice France abstained"."""
AT_FIRST = re.compile(
    r"(?:(?:The )?(?:[Ll]ast|[Pp]revious) (?:time|round)|The time before|The vote before|Once before|Earlier on"
    r"|Before that|In between(?! (?:sits|sat|stands|stood|comes|came|lies|lay)\b))\b"
)
ANOTHER_TIME = re.compile(
    r"\b(?:(?:just|only)(?: the)? once|had once|did once"
    r"|once (?:voted|abstained|opposed|supported|backed|vetoed|blocked|used|cast|sank|killed)"
    r"|at (?:the outset|the start|the beginning|first)|to begin with|initially"
    r"|originally|in the beginning|the first time(?: round| around)?|(?:the )?last time|the time before|on one occasion"
    r"|(?:later|subsequently|afterwards) (?:voted|abstained|opposed|supported|backed|vetoed|blocked)"
    r"|on another occasion|in between|in the interval|in the past|in earlier years|in former days"
    r"|the other times?|every other time|the rest of the time)\b"
)
"""Words that tell of another time than that of the vote told of last."""
OF_A_PART = re.compile(
    r"\bseparate (?:vote|votes|ballot) (?:was (?:taken )?|were (?:taken )?)?on\b"
    r"|\b(?:paragraph|clause|article|provision)s?\b[^.;]*\b(?:voted on |voted |put to the vote )?separately\b"
    r"|\b(?:against|for|[Oo]n|opposed|rejected) (?:the |its |operative |preambular |only )*"
    r"(?i:section|part|paragraph|para\.?|clause|article|OP|PP)s? ?(?:[A-Z]\b|\d|(?:[ivx]+|one|two|three|four)\b)"
    r"|\bnot on the (?:text|draft|resolution|whole)\b(?: as a whole)?[^.;]{0,20}"
    r"\bon (?:a|one|two|its|the) (?:\w+ )?(?:para|clause|part|sec)"
    r"|\bon (?:(?:a|one|two|three|some|\d) )?(?:of )?(?:its |the )?(?:preamb|operative para)"
    r"|\b(?:abstained|voted|vote|did so) (?:only )?on (?:a|one|that) (?:\w+ )?(?:paragraph|clause|section|part) (?!y)"
)
"""Words of a paragraph that was voted on by itself, which the record mostly does not hold."""
NUMBERED = re.compile(r"(?<![\d.,/$€£:-])\b((?!19|20\d\d)[1-9]\d{2,3})(?=[,;:)]| (?:was|is|too)\b|\.?$)")
"""A number that stands by itself, as a resolution may be called: "she typed 425, with two abstaining"."""
CITED_BACK = 2
"""Sentences before a claim of which it may take one of the texts cited."""
LOST = "The words are of a text that was not carried, and which one that was cannot be told."
POINTING = frozenset(
    {"council", "assembly", "member", "group", "delegate", "cite", "text", "veto_noun", "vote_noun", "member_noun",
     "pronoun_text", "pronoun_member"}
)  # fmt: skip
"""Kinds of words by which a sentence says that it goes on about a vote of the United Nations."""
FAR = 3
"""Votes in favour by which a count is that of nobody who miscounts."""


def so_many_times(before: str, settled: Settled) -> bool:
    """ "Twice France and Thailand abstained", where fewer votes are known."""
    return len(settled.events) == 1 and TIMES_BEFORE.search(before) is not None


def of_a_number_beside(claim: VoteClaim, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """The contradiction, left open where its sentence has the number of a resolution of which the words hold, or one
    just before cites several: "1591 came on 29 March and two days later 1593. Four abstained."; and where a full count
    is that of another vote of the day.
    """
    if isinstance(claim, Tally) and None not in (claim.yes, claim.no, claim.abstain) and settled.events:
        day = settled.events[0].date
        of_it = (e for e in docket.between(day, day) if e.kind is not Kind.PART)
        if (other := next((e for e in of_it if judge(claim, e, docket).holds is Holds.YES), None)) is not None:
            reason = f"{settled.reason[:-1]}; but {text_of(other)} may be meant, of which it holds."
            return settled.left_open(reason, DOUBTFUL)
    if docket.body != "unsc" or reading.cited[claim.sentence]:
        return settled
    numbers = [f"S/RES/{match[1]}" for match in NUMBERED.finditer(reading.sentences[claim.sentence].text)]
    before = range(claim.sentence - 1, max(-1, claim.sentence - 1 - CITED_BACK), -1)
    cited = next((list(dict.fromkeys(c.symbol for c in reading.cited[i])) for i in before if reading.cited[i]), [])
    for symbol in (*numbers, *(cited if len(cited) > 1 else ())):
        for event in docket.with_symbol(symbol):
            if judge(claim, event, docket).holds is Holds.YES:
                reason = f"{settled.reason[:-1]}; but {text_of(event)} may be meant, of which it holds."
                return settled.left_open(reason, DOUBTFUL)
    return settled


def of_a_lost_text(thread: Thread, settled: Settled, reading: Reading) -> bool:
    """ "Two days in, Chad's motion went down twelve to three", behind a text that was adopted."""
    if not settled.events or settled.events[0].outcome is not Outcome.ADOPTED:
        return False
    lost = {c.sentence for c in thread.claims if isinstance(c, Tally) and c.lost}
    of_somebody = (i for i in lost if any(isinstance(c, Sponsor) for c in reading.claims_in(i)))
    return any(not reading.cited[i] and not reading.sentences[i].dates for i in of_somebody)


OF_EACH = re.compile(
    r"(?:twice|both times|each time)\b|(?:all|each|both),? (?:by )?[a-z\d]+(?: to |-|–)[a-z\d]+\b", re.I
)
"""Words that count several votes at once: "all fourteen to one: in February, in May …"."""
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\d+)"
OF_TWO = re.compile(
    rf"\b{_NUMBER} and {_NUMBER} (?:votes |members )?(?:in favou?r|for|votes|against|abstentions)\b", re.I
)
"""Words that give one side of two votes: "nine and twelve in favour"."""
THE_SAME = re.compile(
    rf"[^.;]{{0,140}}\bthe same {_NUMBER} (?:had |have |members )?\w+, (?:together |along )?with (?:the )?[A-Z]"
)
"""Words that count those named before, and not all: "the same three abstained, with Egypt and Kenya"."""


def of_whatever_vote(claim: Tally, thread: Thread, settled: Settled, reading: Reading) -> Settled:
    """ "Biscuits: agreed, six to two.", behind a vote of 14 to 1: a count that says of no vote that it is of it, and of
    which no number fits.
    """
    if opens_elsewhere(claim, reading):
        return settled.left_open(f"{settled.reason[:-1]}; the words may be of no vote of the body itself.", DOUBTFUL)
    if (reason := of_something_else(claim, reading)) is not None:
        return settled.left_open(reason, DOUBTFUL)
    if claim.lost and of_a_lost_text(thread, settled, reading):
        return settled.left_open(LOST, DOUBTFUL)
    event, sentence = settled.events[0], reading.sentences[claim.sentence]
    words = reading.normal.text[claim.start : claim.end]
    before = reading.normal.text[sentence.start : claim.start]
    of_more = OF_EACH.match(words) or OF_TWO.search(words) or THE_SAME.match(reading.normal.text, claim.start)
    if of_more or so_many_times(before, settled):
        return settled.left_open("The words are of several votes, of which only some can be told.", DOUBTFUL)
    if OF_A_PART.search(sentence.text) and event.kind is not Kind.PART:
        return settled.left_open("The words are of a part of the text that was voted on by itself.", DOUBTFUL)
    opens = AT_FIRST.match(reading.normal.text, sentence.start) is not None
    dated = any(claim.start <= chunk.start < claim.end for chunk in sentence.dates)
    if not dated and (opens or ANOTHER_TIME.search(reading.normal.text, claim.start, claim.end)):
        return settled.left_open(f"{settled.reason[:-1]}; the words are of another time.", DOUBTFUL)
    if claim.no is None or claim.yes is None or event.yes is None or sentence.dates:
        return settled
    if "verb" not in sentence.kinds:
        return settled  # "The Council voted on Gaza. Nine to six."
    if not sentence.kinds.isdisjoint(POINTING) or met(claim, event) or abs(whole(claim.yes) - event.yes) < FAR:
        return settled
    return settled.left_open(f"{settled.reason[:-1]}; the words may be of another vote.", DOUBTFUL)
