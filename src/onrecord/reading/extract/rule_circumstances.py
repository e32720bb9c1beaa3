"""Of which time a rule is told, and whether of procedure or of all else."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.rule import Rule
from onrecord.reading.date_distances import count_of
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import class_pattern, word_sets

WORDS = "rule_words.csv"
_EXCEPTED = re.compile(
    r"\b(?:unless|except|save|other than|but for|whether)\b[^,;.]{0,60}\Z|\b(?:not|non)[ -](?:\w+ )?\Z"
)
"""In front of "procedural" where the rule is said of all else."""
_ALL_ELSE = re.compile(
    r"\b(?:(?:everything|all|anything|every other question|whatever) else\b(?! procedural)|otherwise|"
    r"(?:all|any|every|on) other (?:matters?|questions?|things?|decisions?|business)|"
    r"(?:matters?|questions?|decisions?|points?) of substance|(?:on|of) substance|"
    r"substantive (?:matters?|questions?|decisions?|ones?|votes?|drafts?|texts?))\b",
    re.IGNORECASE,
)
"""What is not of procedure, in a sentence that speaks of both."""
_PAST = re.compile(
    r"\b(?:had|was|were|took|sufficed|did|could|didn't|couldn't|wasn't|weren't|hadn't|"
    r"(?<!is )(?<!are )(?<!be )(?<!number )(?<!figure )(?<!count )(?:needed|required|decided|carried))\b",
    re.IGNORECASE,
)
_AS_THEY_STAND = re.compile(r"\b(?:present|current|today's|modern|now(?:adays)?)\b", re.IGNORECASE)
"""Of the past by the rules of today: "with the present rules it would have needed nine"."""


def earlier(sentence: Sentence, start: int, date: DateMention | None) -> DateMention | None:
    """With "before that" in front, the time before the date."""
    near = sentence.text[max(0, start - 24) : start + 24].lower()
    if re.search(r"\b(?:before that|before then|until then|previously|earlier)\b", near):
        told = [c.date for c in sentence.dates if c.end - sentence.start <= start]
        date = date or (told[-1] if told else None)
        return replace(date, role="before") if date is not None else None
    return date


_OF_OLD = re.compile(
    r"\b(?:before (?:that|then)|(?:until|till|up to) then|previously|earlier|formerly|originally|back then|at first|"
    r"used to|in (?:the old|those|the early|the first) (?:days|years|times)|in the beginning|at the start|"
    r"once upon a time|in (?:my|his|her|our|their|your|\w+'s) (?:\w+'s )?(?:time|day|days|youth))\b",
    re.IGNORECASE,
)
_OF_ELEVEN = re.compile(
    r"\bof (?:the )?(?:eleven|11)\b|\b(?:there were|had|only|just|with|was) (?:then )?(?:only )?(?:eleven|11)\b"
    r"|\b(?:eleven|11)[ -](?:members?|seats?|states|countries)\b"
)


def of_old(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a rule is told of an earlier time, with or without a date, or of the Council of eleven."""
    near = max(0, start - len("before that, the number "))
    return _OF_OLD.search(sentence.text, near, end + 24) is not None or (
        _OF_ELEVEN.search(sentence.text, 0, end + 24) is not None
    )


_MISTAKEN = re.compile(
    r"\b(?:myths?|wrongly|mistakenly|falsely|erroneously|misconception|fallacy|mistaken|not true|untrue|"
    r"(?:a mistake|an error|wrong|false) to (?:say|think|believe|suppose)|is (?:false|wrong) that)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:propos(?:e|es|ed|ing) (?:that|to|a rule)|suggest(?:s|ed|ing)? (?:that|a)|reformers?|"
    r"dream(?:s|ed|t|ing)? (?:of|that)|would like|wish(?:es|ed)? for|"
    r"(?:I|we|one|he|she|they|you|many|some|who) (?:could |only )?wish(?:es|ed)?|(?:is|'s|high|about) time|if only|"
    r"(?:under|in) (?:the|a|one|this|his|her|its|their|\w+'s)(?: [\w-]+)? (?:plan|proposal|scheme|model|idea))\b",
    re.IGNORECASE,
)
_OF_A_VETO = frozenset({"holds veto", "one no stops", "veto applies", "could stop"})
_OF_EITHER = frozenset({"abstention stops", "one no stops", "elected veto", "re-election"})
"""Statements of which either they or what denies them is so."""
_BY_CONSENSUS = word_sets("rule_words.csv")["by_consensus"]


def proposed(text: str, start: int) -> bool:
    """Whether what begins there is what some would like the rule to be."""
    return _PROPOSED.search(text, 0, start) is not None


def mistaken(text: str, start: int) -> bool:
    """Whether what begins there is told as an error."""
    return _MISTAKEN.search(text, 0, start) is not None


def of_consensus(words: frozenset[str]) -> bool:
    """Whether the sentence speaks of what needs all members: statements, and what committees decide."""
    return not _BY_CONSENSUS.isdisjoint(words)


_THE_ASSEMBLY = re.compile(
    r"\b(?:[Ii]n|(?:texts?|resolutions?|drafts?|decisions?|votes?) (?:of|by)) (?:the )?(?:UN )?(?:General )?"
    r"(?:Assembly|UNGA|GA)\b|\bAssembly (?:texts?|resolutions?|drafts?|decisions?)\b"
)
_THE_COUNCIL = re.compile(r"\b(?:Council|UNSC)\b")


_TRAILING = re.compile(r"(?:\s*[\w'-]+){0,3}\s*")
"""Between a rule and the place that is told behind it."""


def in_the_assembly(text: str, start: int, end: int) -> bool | None:
    """Whether a rule is told of the Assembly; None where both bodies are named and it may be either."""
    place = _THE_ASSEMBLY.search(text)
    if place is None:
        return False
    fronted = place.start() < start and not text[: place.start()].strip("\"' ").lower().endswith(("not", "unlike"))
    if _THE_COUNCIL.search(text) is None and (fronted or _TRAILING.fullmatch(text[end : place.start()])):
        return True
    return None


def of_procedure(text: str, end: int) -> bool:
    """Whether a rule that ends there is told of procedure, and not of "everything else"."""
    matter = class_pattern(WORDS, "procedural").search(text)
    if matter is not None and matter.start() > end and ";" in text[end : matter.start()]:
        return False  # "nine votes and no negative one by the five; procedural matters only need the nine"
    if matter is None or _EXCEPTED.search(text, 0, matter.start()) is not None:
        return False
    other = _ALL_ELSE.search(text)
    if other is None:
        return True
    told = [m for m in (matter, other) if m.start() < end]
    return (max(told, key=re.Match.start) if told else min((matter, other), key=re.Match.start)) is matter


_OF_ALL = re.compile(
    r"\A[^,;.]{0,16} of all (?:of )?(?:the )?(?:UN |193 |United Nations )?(?:members?|states|countries)\b"
    r"(?! (?:present|voting|that vote|who vote|casting))"
)
_OF_THE_CHARTER = re.compile(r"\b(?:amend|ratif|Charter)", re.IGNORECASE)


def of_all_members(text: str, end: int) -> bool:
    """ "Two thirds of all members", as only amendments of the Charter need: others, two thirds of those who vote."""
    return _OF_ALL.search(text[end:]) is not None and _OF_THE_CHARTER.search(text) is None


_WRONG_MAJORITY = re.compile(
    r"(?<!not)(?<!never) (?:by|with) (?:an? )?(?:simple|bare|plain|absolute|mere|relative) majority"
)
_MAJORITY_FIRST = re.compile(
    r"\b(?:simple|bare|plain|absolute|mere|relative) majority of ?(?:the ?)?(?:UN ?)?(?:General ?)?\Z", re.IGNORECASE
)


def by_another_majority(text: str, start: int, end: int) -> bool:
    """ "The Assembly elects them by a simple majority": by whom is right, and by how many is not."""
    behind = _WRONG_MAJORITY.search(text, start, end + len(", in a secret ballot by a simple majority"))
    return behind is not None or _MAJORITY_FIRST.search(text, 0, start) is not None


def told_of_the_past(sentence: Sentence, first: int, last: int) -> bool:
    past = _PAST.search(sentence.text, first, last)
    return past is not None and not _AS_THEY_STAND.search(sentence.text)


_WITHIN = re.compile(r"\bwithin (?P<number>[\w-]+)(?: working| calendar)? (?P<unit>days?|weeks?|months?|hours?)\b")
_DAYS = {"hour": 0, "day": 1, "week": 5, "month": 22}
"""Working days of each."""


def days_told(text: str, end: int) -> int | None:
    """ "Within ten working days", "within two weeks": in how many working days something is said to follow."""
    match = _WITHIN.search(text, max(0, end - WITHIN_REACH), end + WITHIN_REACH)
    number = count_of(match["number"].lower()) if match is not None else None
    return None if match is None or number is None else number * _DAYS[match["unit"].rstrip("s")]


WITHIN_REACH = 60
_VETOED = re.compile(r"\bvetoe?[ds]?\b|\bvetoing\b", re.IGNORECASE)


def of_the_assembly(rule: Rule, text: str, start: int, end: int) -> Rule:
    """ "In the Assembly the five have a veto" is said of the Assembly."""
    could = rule.statement == "could stop" and _VETOED.search(text, start, end) is not None
    general = rule.statement in _OF_A_VETO and rule.body == "unsc" and (could or not rule.past)
    if not general or not in_the_assembly(text, start, end):
        return rule
    return replace(rule, statement="veto applies", body="unga")


def turned(rule: Rule, is_mistaken: bool) -> Rule | None:
    """The rule, or what denies it where the text tells it as what some mistake for the rule."""
    if not is_mistaken:
        return rule
    return replace(rule, negated=not rule.negated) if rule.statement in _OF_EITHER else None
