"""Money that the United States gave Israel: "$3.8bn a year in military aid", "$158 billion in total since 1948"."""

from __future__ import annotations

import re

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.figure import Figure
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_measures import MEMORY, Memory, piece, words_of
from onrecord.reading.extract.figure_times import right_behind
from onrecord.reading.extract.figures import MOST
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import class_pattern

LEAST = 50e6
"""Dollars; the yearly series begin in tens of millions, and smaller sums are parts of something."""
AGREEMENT_LEAST = 10e9
TOTAL_LEAST = 50e9
"""Dollars; no single year's aid comes near."""
_BEFORE = re.compile(
    r"\b(?:the one before|before it|previous|earlier one|predecessor|the last one|preceding|the Bush|Bush's|"
    r"(?:old|older|earlier|former) (?:one|deal|agreement|memorandum|pact|accord))\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\bof (?:that|which|this|it|those|these|them)\b|\bamong them\b", re.IGNORECASE)
BEHIND = 22
"""Characters behind a sum within which it is said to be an earlier one's: "$30bn in the one before it"."""
AGREEMENTS = ("agreement", "agreement before", "agreement part")
_NOT_INCLUDED = re.compile(
    r"\bmissile[ -]defen[cs]e (?:not included|excluded|aside|apart)|\b(?:not including|excluding|without|not counting|"
    r"leaving out|before) (?:the )?missile",
    re.IGNORECASE,
)
_ADJUSTED = re.compile(
    r"\b(?:today's (?:dollars|money|prices)|adjusted for inflation|inflation-adjusted|constant dollars|"
    r"in real terms)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\b(?:a year|annually|annual|per year|each year|every year|yearly)\b", re.IGNORECASE)
_OF_A_DEAL = re.compile(
    r"\b(?:memorandum|agreement|deal|accord|understanding|MOU|pact|package)(?: of understanding)?"
    r"(?:,? (?:signed|concluded|agreed|reached|made|dating))?(?: (?:of|in|from))? \Z"
)
"""In front of the year that a deal, and no sum, is of."""
_GRANTS = re.compile(r"\b(?:military grants?|FMF|foreign military financing)\b", re.IGNORECASE)
_CALLED = {"military": "military aid", "grants": "military aid", "missile": "missile defence"}
_TABLE = "aid_words.csv"
_SERIES = {
    "missile": ("us-missile-defence-israel",),
    "total": ("us-aid-israel-cumulative",),
    "agreement": ("us-mou-israel",),
    "grants": ("us-military-aid-israel-fmf",),
    "military": ("us-military-aid-israel-fmf", "us-missile-defence-israel"),
    "any": (
        "us-aid-israel-obligations", "us-aid-israel-disbursements", "us-aid-israel-crs-total",
        "us-military-aid-israel-fmf", "us-missile-defence-israel",
    ),
}  # fmt: skip


def aid(sentence: Sentence, memory: Memory) -> list[Figure]:
    """Claims in the order of the sentence; `memory` is the one that the other figures use."""
    if sentence.question or sentence.withdrawn or not sentence.numbered:
        return []
    chunks = [c for c in sentence.chunks if c.number is not None and _sum_of_money(c.number)][:MOST]
    if not chunks or not _speaks_of_aid(sentence, memory):
        return []
    claims = []
    for chunk in chunks:
        claim = _claim(sentence, chunk.number, memory) if chunk.number is not None else None
        if claim is not None:
            claims.append(claim)
            memory.aid_at = sentence.index
            if claim.kind != "yearly" or memory.aid_kind not in AGREEMENTS:
                # "Half a billion a year of that": an agreement is still what is spoken of.
                memory.aid_kind = claim.kind
    return claims


def _has(kind: str, text: str, start: int = 0, end: int | None = None) -> bool:
    return class_pattern(_TABLE, kind).search(text, start, len(text) if end is None else end) is not None


def _sum_of_money(number: NumberMention) -> bool:
    money = number.unit == "USD" or (number.unit is None and number.step >= 1e6)
    return money and not number.ordinal and not number.vague and number.value >= LEAST


def _speaks_of_aid(sentence: Sentence, memory: Memory) -> bool:
    text = sentence.text
    remembered = sentence.index - memory.aid_at <= MEMORY
    if not (_has("taker", text) or remembered):
        return _of_their_agreement(sentence, memory)
    if not _has("taker", text) and any(c.has("member") and not _has("giver", c.text) for c in sentence.chunks[:3]):
        return False  # "Egypt's deal is worth 15 billion over ten years", behind Israel's
    return (_has("aid", text) and (_has("giver", text) or _has("taker", text))) or (
        (_has("gives", text) and (_has("giver", text) or remembered)) or remembered
    )


_OVER_YEARS = re.compile(
    r"\b(?:over|for|in|runs?|ran) (?:the (?:next|coming) )?(?:ten|10) years\b|\bten-year\b|\bdecade\b", re.I
)


def _of_their_agreement(sentence: Sentence, memory: Memory) -> bool:
    """ "Obama signs, Netanyahu smiles. 38 billion dollars over ten years.": of the two, with both named near by."""
    text = sentence.text
    if _OVER_YEARS.search(text) is None or any(c.has("member") and not _has("giver", c.text) for c in sentence.chunks):
        return False
    fragment = bool(sentence.chunks) and sentence.chunks[0].number is not None
    if not (fragment or _has("giver", text) or _has("aid", text)):
        return False
    given = _has("giver", text) or _has("aid", text) or any(_has("giver", said) for said in memory.texts)
    return given and any(_has("taker", said.text) for said in memory.whole)


def _claim(sentence: Sentence, number: NumberMention, memory: Memory) -> Figure | None:
    text = sentence.text
    if number.unit is None and sentence.index - memory.aid_at > MEMORY and not _told_as_money(text):
        return None
    first, last = piece(text, number.start, number.end)
    if _ADJUSTED.search(text, first, last):
        return None
    if not _asserted(sentence, number, first) or not (
        _has("aid", text, first, last) or _has("gives", text, first, last) or _has("total", text, first, last)
        or sentence.index - memory.aid_at <= MEMORY or _has("aid", text) or _has("agreement", text, first, last)
    ):  # fmt: skip
        return None
    date, period = _when(sentence, number)
    kind = _kind(text, number, first, last, period, memory.aid_kind in AGREEMENTS)
    earlier = kind == "agreement" or (memory.aid_kind in AGREEMENTS and kind == "total" and number.value < TOTAL_LEAST)
    reach = number.end + BEHIND
    stop = text.find(";", number.end, reach)
    if earlier and _BEFORE.search(text, 0, stop if stop >= 0 else reach):
        kind = "agreement before"
    elif _is_part(kind, text, first, last, memory):
        kind = "agreement part"
    measure = _measure(text, number, first, last, kind)
    excluded = _NOT_INCLUDED.search(text, number.end)
    last = max(last, excluded.end()) if excluded else last
    if kind == "single" or (measure == "any" and kind is None and _has("single", text, first, last)):
        return None
    if 0 < sentence.index - memory.aid_at <= MEMORY and not _of_the_aid(text, number):
        return None
    return Figure(
        sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + first),
        measure=_CALLED.get(measure, "aid"),
        place="israel", number=number, words=words_of(text, number), series=_SERIES[measure], date=date, period=period,
        kind=kind,
    )  # fmt: skip


_WHAT_WAS_SPOKEN_OF = re.compile(
    r"(?:(?:and|but|so|now|today|then|back|still|yet|or|nor|all|which)\b,?\s*)*"
    r"(?:(?:in|by|for|since|under|at|over|from|until|before|after|during|between|of|with|as|on|to|up)\b[^,;:]*[,;:]?\s*)*"
    r"(?:(?:it|that|this|they|we|he|she|you|I|there|which|these|those|\w+ years?)\b|"
    r"(?:the|its|his|their|our|that|this) (?:\w+ )?"
    r"(?:sum|figure|amount|total|money|bill|number|rest|year|one|share|grants?)\b|[^\w]*\Z)",
    re.IGNORECASE,
)


_JOINS = re.compile(r"[;:] |, (?:and|but) ")


def _of_the_aid(text: str, number: NumberMention) -> bool:
    """Whether a sum behind others of the aid is of the aid too: not "The war cost 60 billion"."""
    if _has("aid", text) or _has("total", text) or (_has("gives", text) and _has("taker", text)):
        return True
    joined = list(_JOINS.finditer(text, 0, number.start))
    lead = text[joined[-1].end() if joined else 0 : number.start]
    return _WHAT_WAS_SPOKEN_OF.match(lead) is not None or text[:1].isdigit()


def _is_part(kind: str | None, text: str, first: int, last: int, memory: Memory) -> bool:
    """ "$33 billion of that in military grants": of an agreement, whose whole alone is published."""
    if memory.aid_kind in AGREEMENTS:
        return kind in ("agreement", "total") and _OF_IT.search(text, first, last) is not None
    return kind == "agreement" and not memory.aid_kind and _GRANTS.search(text, first, last) is not None


def _told_as_money(text: str) -> bool:
    """Whether a bare number is money: a sign or a word for it, or all of who gives what to whom."""
    if "$" in text or "dollar" in text:
        return True
    told = _has("gives", text) or (_has("aid", text) and (_has("agreement", text) or _has("yearly", text)))
    return told and _has("giver", text) and _has("taker", text)


def _kind(
    text: str, number: NumberMention, first: int, last: int, period: DateMention | None, of_agreements: bool
) -> str | None:
    if number.value >= TOTAL_LEAST or (_has("total", text, first, last) and not _has("agreement", text)):
        return "total" if period is None or period.role == "since" else None
    if number.value >= AGREEMENT_LEAST:
        return "agreement" if _has("agreement", text) else "total" if of_agreements else "single"
    if _has("yearly", text, max(first, number.start - 40), min(len(text), number.end + 90)):
        return "yearly"
    return None


def _measure(text: str, number: NumberMention, first: int, last: int, kind: str | None) -> str:
    if kind in AGREEMENTS or kind == "total":
        return "agreement" if kind in AGREEMENTS else kind
    if _NOT_INCLUDED.search(text, number.end):
        return "grants"
    if _has("missile", text, number.end, last) and not re.search(r"\b(?:and|plus|besides)\b", text[number.end : last]):
        return "missile"
    near = (max(0, min(first, number.start - 60)), min(len(text), last + 30))
    if _GRANTS.search(text, *near):
        return "grants"
    return "military" if _has("military", text, *near) else "any"


def _asserted(sentence: Sentence, number: NumberMention, first: int) -> bool:
    for position, chunk in enumerate(sentence.chunks):
        start = chunk.start - sentence.start
        if first <= start < number.start and chunk.date is None and chunk.has("modal", "unreal"):
            return chunk.lower.startswith(("promised", "pledged"))
        if position >= sentence.unreal_from and start <= number.start:
            return False
    return True


def _behind_a_stop(sentence: Sentence, number: NumberMention, date: Chunk) -> bool:
    """ "Worth $38 billion; the one of 2007 was worth 30": the date of another clause behind the sum's."""
    return ";" in sentence.text[number.end : max(number.end, date.start - sentence.start)]


def _when(sentence: Sentence, number: NumberMention) -> tuple[DateMention | None, DateMention | None]:
    """The time of the sum (right behind it, else before it) and the stretch that it was gathered over."""
    period: DateMention | None = None
    points: list[Chunk] = []
    for chunk in sentence.dates:
        mention = chunk.date
        yearly = _YEARLY.search(sentence.text) is not None
        if mention is None or (yearly and _OF_A_DEAL.search(sentence.text, 0, chunk.start - sentence.start)):
            continue
        if mention.role in ("between", "since") or mention.until is not None:
            period = mention
        elif mention.form != "span":
            points.append(chunk)
    points = [c for c in points if not _behind_a_stop(sentence, number, c)]
    behind = [c for c in points if right_behind(sentence, c, number.end)]
    before = [c for c in points if c.end - sentence.start <= number.start]
    chosen = behind[:1] or before[-1:] or points[:1]
    return (chosen[0].date if chosen else None), period
