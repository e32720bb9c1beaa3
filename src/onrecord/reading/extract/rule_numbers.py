"""Rules that are said with a number: "nine votes are enough", "takes two thirds", "had nine, as few as would do"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.reading.extract.rule_circumstances import of_all_members
from onrecord.reading.extract.rule_memory import Memory
from onrecord.reading.extract.rule_rows import Read, Row, make, rule_words
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.phrasing import Around, Fixed

ASSEMBLY_BACK = 2
"""Sentences behind one on the Assembly in which a share that was needed is one of its votes."""
MOST = 24
"""Numbers of one sentence that are looked at."""
FEWEST = 5
"""No body's rule here asks for fewer votes than this."""
_CONDITION = re.compile(r"\b(?:if|unless|whether|suppose|should a|were a)\b", re.IGNORECASE)
_TOOK = re.compile(r"\b(?:took|taken) \Z")
_ROUNDS = 6
"""As many votes as this may have been held one after the other: "it took five votes"."""
_TO_STOP = re.compile(
    r"\b(?:to|for) (?:stop|block|sink|kill|defeat|bring down|prevent|reject|vote down|thwart)(?:ping|ing)? "
    r"(?:a|any|the|such a|one|it) ?(?:text|draft|resolution|motion|decision)?\b[^.;:,]{0,40}\Z",
    re.IGNORECASE,
)
"""In front of how many votes it takes that a text should fail: "to sink a text without a veto it takes seven"."""
_GOT_THEM = re.compile(r"\b(?:got|won|had|found|mustered|secured|collected|obtained|drew) (?:the|its|their|all) \Z")
_NEW_CLAUSE = re.compile(r", and then |; |: | – | — ")
_MIGHT = re.compile(r"\b(?:might|may|could|should)\b", re.IGNORECASE)
_DENIED = re.compile(r"(?:\bnot|n't|\bnever)\b(?:(?! but )[^,;:.]){0,18}\Z")
_OUT_OF = re.compile(r"\s*(?:out )?of (?:the )?")
_OF_THE_SIZE = re.compile(r"\b(?:Council|body|chamber|organ|table|membership) of (?:then |only |just )?\Z")
_BARE_MINIMUM = re.compile(
    r"\b(?:had|got|won|with|by|on|mustered|reached|found|scraped (?:together|by on)|managed|cleared) "
    r"(?:only |just |exactly )?the (?:bare|required|strict) minimum\Z",
    re.IGNORECASE,
)
"""Where nine votes are meant though no number is given."""
_ASSEMBLY_MATTER = re.compile(
    r"important|Assembly|question|admission|admit|let(?:ting)? in|new (?:member|state)|elected|election|candidate|"
    r"(?:win|secure|gain|for) (?:a|the|its|their|that) (?:\w+ )?seat|"
    r"amend|such a decision|suspen|expel|expulsion",
    re.IGNORECASE,
)
_WILL_DO = re.compile(r"\b(?:enough|sufficient|suffice[sd]?|will do|carr(?:y|ies))\b")
SUPPOSING = ("blocking number",)
"""Statements of what would be so if others did something."""
ONE_OF_FIVE = re.compile(
    r"\b(?:vote|no|veto|nay|voice) (?:from|of|by|among) (?:(?:any|one|either) (?:one )?of )?the (?:permanent |big )?$",
    re.IGNORECASE,
)


def with_numbers(sentence: Sentence, memory: Memory, fitting: list[Row], least: bool) -> Iterator[Read]:
    text = sentence.text
    found = False
    numbers = [c.number for c in sentence.chunks if c.number is not None][:MOST] if fitting else []
    for number in numbers:
        if number.ordinal:
            continue
        if any(_OUT_OF.fullmatch(text[other.end : number.start]) for other in numbers if other.end < number.start):
            # "seven of eleven were enough" is said of the seven
            continue
        if number.unit == "fraction" and not conditioned(text, number.start):
            yield from _shares(sentence, number, fitting, memory)
        elif number.integer is not None and number.unit is None and 1 <= number.integer <= 15:
            supposed = conditioned(text, number.start)
            rows_ = [row for row in fitting if not supposed or row.statement in SUPPOSING]
            claim = _of_votes(sentence, number, memory, rows_) if rows_ else None
            if claim is not None and _OF_THE_SIZE.search(text, 0, number.start):
                # "Seven were for it, which in a Council of eleven was enough": said of the seven
                many = [n.integer for n in numbers if n.end < number.start and n.integer is not None]
                rule = claim.rule
                claim = (
                    replace(claim, rule=replace(rule, statement="enough votes", quantity=many[-1])) if many else None
                )
            if claim is not None:
                found = True
                yield claim
    if least and not found:
        yield from _least(sentence)


def _of_votes(sentence: Sentence, number: NumberMention, memory: Memory, fitting: list[Row]) -> Read | None:
    text = sentence.text
    clause = max(number.start - 40, text.rfind(", ", 0, number.start), 0)
    if _MIGHT.search(text, clause, number.start) or _DENIED.search(text[max(0, number.start - 28) : number.start]):
        fitting = [row for row in fitting if row.statement == "not reached"]
    for row in fitting:
        if row.statement == "share needed" or not isinstance(row.phrase, Around):
            continue
        span = row.phrase.matches(text, number.start, number.end)
        if span is None:
            continue
        if row.statement in ("votes needed", "enough votes") and ONE_OF_FIVE.search(text, 0, number.start):
            continue  # "one negative vote from the five is enough"
        about_noes = sentence.index - memory.rule_at <= 2 and memory.statement in ("noes needed", "one no stops")
        if row.statement == "votes needed" and _TO_STOP.search(text, 0, number.start) is not None:
            return make(sentence, *span, Row("blocking number", False, "unsc", row.phrase), quantity=number.integer)
        if row.statement == "votes needed" and number.value < FEWEST:
            if about_noes and number.value == 1:
                return make(sentence, *span, Row("one no stops", False, "unsc", row.phrase))
            continue
        if row.statement == "votes needed" and number.value <= _ROUNDS and _TOOK.search(text, 0, number.start):
            continue
        if row.statement == "votes needed" and _GOT_THEM.search(text, 0, number.start):
            # "Got the ten votes it needed" need not be as many as a rule asks for.
            return make(sentence, *span, Row("least", False, "unsc", row.phrase))
        return make(sentence, *span, row, quantity=number.integer, will_do=_WILL_DO.search(text, *span) is not None)
    return None


def conditioned(text: str, start: int) -> bool:
    """Whether a condition governs what begins there: "if", with no clause of its own begun since."""
    if _CONDITION.search(text, 0, start) is None:
        return False
    since = [m.end() for m in _NEW_CLAUSE.finditer(text, 0, start)]
    return _CONDITION.search(text, since[-1] if since else 0, start) is not None


def _shares(sentence: Sentence, number: NumberMention, fitting: list[Row], memory: Memory) -> Iterator[Read]:
    if not _ASSEMBLY_MATTER.search(sentence.text) and sentence.index - memory.assembly_at > ASSEMBLY_BACK:
        return
    for row in fitting:
        if row.statement == "share needed" and isinstance(row.phrase, Around):
            span = row.phrase.matches(sentence.text, number.start, number.end)
            if span is not None:
                if not of_all_members(sentence.text, number.end):
                    yield make(sentence, *span, row, share=number.value)
                return


def _least(sentence: Sentence) -> Iterator[Read]:
    """ "it had nine, as few as would do": settled on the vote that is spoken of."""
    match = rule_words("least").search(sentence.text)
    if match is None:
        return
    numbers = (c.number for c in sentence.chunks if c.number is not None and not c.number.ordinal)
    before = [n for n in numbers if n.end <= match.start() and FEWEST <= n.value <= 15]
    start = before[0].start if before else None
    if start is None and _BARE_MINIMUM.search(sentence.text[: match.end()]) and " time" not in sentence.text:
        start = match.start()
    if start is not None:
        yield make(sentence, start, match.end(), Row("least", False, "unsc", Fixed(match.re.pattern, ())))
