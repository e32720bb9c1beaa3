"""Rules put together from their parts: whose vote, what vote, and what it does to a text.

"If one of the five abstains, nothing is lost", "no draft survives a permanent member's No", "an elected member may
vote against without stopping anything": the parts are in `tables/rule_parts.csv`, in the notation of `phrasing.py`,
and stand in any order that tells a condition from what follows of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.reading.phrasing import Vocabulary
from onrecord.reading.table import rows, word_sets

PARTS = "rule_parts.csv"
WORDS = "rule_words.csv"
_WORDS = word_sets("rule_words.csv")
WHO = _WORDS["composed_who"]
ACT = _WORDS["composed_act"]
IDLE = _WORDS["composed_idle"]
NEAR = 70
"""Characters between a vote and what it does."""
_PIECES = re.compile(r"[^;:—–]+(?:[;:—–] ?(?:it|that|this) (?!takes|needs|would take|only)[^;:—–]*)?")
_NOT_SO = re.compile(r"(?:\b(?:no|none|not|neither|without|non|two|three|four|both|other|new|than)|n't)[ -]\Z", re.I)
"""In front of whose vote it is, where the words are of nobody's vote or of more than one."""
_WHOSE = re.compile(r"\b(?:of|by|from|with|against) \Z", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:two|three|four|both|several)(?: of the)? \Z", re.IGNORECASE)
"""In front of those whose abstentions are said to stop nothing; how many Noes it takes is another matter."""
_OPEN = re.compile(
    r"\b(?:may|might|could|would|should|must|ought|need not|no longer|perhaps|only)[^,.;]{0,14}\Z", re.IGNORECASE
)
"""In front of what a vote does, where it is not told as a fact."""
_NOR = re.compile(r"\bnor (?:is|does|do|will|would|can|could|has|are) (?:an? |the )?\Z", re.IGNORECASE)
_NAMES = re.compile(r"\{(\w+)\}")
_ONLY = re.compile(r"\b(?:only|except|not|even less)\W+\Z", re.IGNORECASE)
_LINKED = re.compile(
    r"(?:, (?:unlike|however|though|by contrast|of course|on the other hand|in turn|for its part)\b[^,;]{0,30},)?\W*"
    r"(?:(?:and|but|yet|so|then|means|that means|,|to|still|also|it|that|this|which|is|are|can|may)\W*){0,4}\Z|"
    r"[^;.,]{0,24} and (?:yet |still )?\Z|[^;.,]{0,44}[;,] (?:but |and |yet )?(?:it|that|this) (?:is |still )?\Z",
    re.IGNORECASE,
)
"""Between a vote and what is said of it, or of what it comes to."""
_BREAK = re.compile(r"[;:—–]")
_FOREIGN = re.compile(
    r"\s+(?:the|an?|any|its|their|this|that|every)\s+(?!(?:\w+ )?(?:resolution|draft|text|decision|motion|proposal|"
    r"measure|thing|paper|majority|council|vote|adoption))\w",
    re.IGNORECASE,
)
"""What a vote is said to stop or not, where it is no text: "it does not stop the war"."""
_WISHED = re.compile(r"\b(?:would|dream|wish|wishes|hope|ideal|if|where|world|better|ought|should)\b", re.IGNORECASE)
"""In front of what is no rule, but what somebody would like."""
_NEW_SUBJECT = re.compile(
    r"\b(?:Assembly|sponsors?|war|world|he|she|I|we|nine|seven|eight|ten|majority|some|many|"
    r"[A-Z][a-z]+ (?:said|says))\b"
)
"""Between a condition and what follows where something else has come up."""


_STATEMENT = {"five": "one no stops", "ten": "elected veto", "any": "elected veto"}


@dataclass(frozen=True, slots=True)
class Composed:
    statement: str
    negated: bool
    start: int
    end: int
    named: bool = False
    """Whether it is said that the vote is no veto, or only a vote, rather than that it stops nothing."""


@dataclass(frozen=True, slots=True)
class _Vote:
    """Whose vote, and what vote: `against` or not cast."""

    five: bool
    against: bool
    start: int
    end: int
    conditional: bool = False
    unless: bool = False
    subject: bool = False
    """Whether the vote itself is what the following words are said of, as in "an abstention by one of them"."""
    anyone: bool = False
    """Whether it is said of any member's vote."""


def composed(text: str, words: frozenset[str]) -> list[Composed]:
    """What the sentence says that a vote of the five, or of the ten, does to a text."""
    if ACT.isdisjoint(words) or (WHO.isdisjoint(words) and IDLE.isdisjoint(words)):
        return []
    found: list[Composed] = []
    for piece in _PIECES.finditer(text):
        found += _abilities(text, piece.start(), piece.end())
        for vote in _votes(text, piece.start(), piece.end()):
            told = _told(text, vote, piece.start(), piece.end())
            if told is not None and not any(told.start < c.end and c.start < told.end for c in found):
                found.append(told)
    return found


def _abilities(text: str, first: int, last: int) -> list[Composed]:
    """What those may do or not, and whether they hold a veto, with no vote told."""
    found: list[Composed] = []
    for who in ("five", "ten"):
        for match in _pattern(f"none_{who}").finditer(text, first, last):
            at = _skip(text, match.end())
            if _WISHED.search(text, first, match.start()):
                continue
            if (behind := _pattern("can_strike").match(text, at, last)) is not None:
                found.append(Composed(_STATEMENT[who], True, match.start(), behind.end()))
            elif who == "five" and (behind := _pattern("must_not_object").match(text, at, last)) is not None:
                found.append(Composed(_STATEMENT[who], False, match.start(), behind.end()))
    for who in ("five", "ten", "any"):
        for match in _pattern(f"who_{who}").finditer(text, first, last):
            if _NOT_SO.search(text[max(first, match.start() - 12) : match.start()]):
                continue
            if _condition(text, match.start(), first) != (False, False) or _WHOSE.search(text, first, match.start()):
                continue
            for form in ("unable", "without_veto", "able", "with_veto"):
                behind = _pattern(form).match(text, _skip(text, match.end()), last)
                if behind is not None:
                    negated = form in ("unable", "without_veto")
                    if (form.endswith("veto") and who == "five") or _OPEN.search(text, first, match.start()):
                        break
                    found.append(Composed(_STATEMENT[who], negated, match.start(), behind.end()))
                    break
    return found


def _votes(text: str, first: int, last: int) -> list[_Vote]:
    votes: list[_Vote] = []
    for five, who in ((True, "five"), (False, "ten")):
        for match in _pattern(f"who_{who}").finditer(text, first, last):
            before = text[max(first, match.start() - 12) : match.start()]
            several = _SEVERAL.search(before) is not None
            if several or not _NOT_SO.search(before):
                of_them = _votes_of(text, five, match, first, last)
                votes += [vote for vote in of_them if not (several and vote.against)]
        for match in _pattern(f"idle_{who}").finditer(text, first, last):
            votes.append(_Vote(five, False, match.start(), match.end(), *_condition(text, match.start(), first), True))
    for match in _pattern("idle_anyone").finditer(text, first, last):
        votes.append(
            _Vote(True, False, match.start(), match.end(), *_condition(text, match.start(), first), True, True)
        )
    for match in _pattern("no_of_five").finditer(text, first, last):
        votes.append(_Vote(True, True, match.start(), match.end(), *_condition(text, match.start(), first), True))
    return votes


def _votes_of(text: str, five: bool, who: re.Match[str], first: int, last: int) -> list[_Vote]:
    for against, act in ((False, "nothing"), (True, "no")):
        for form in ("own", "after", "may", "aside"):
            name = f"{form}_{act}"
            behind = _pattern(name).match(text, _skip(text, who.end()), last)
            if behind is not None:
                told = _condition(text, who.start(), first)
                return [_Vote(five, against, who.start(), behind.end(), *told, form == "own")]
        by = _pattern(f"by_{act}", ends=True).search(text, max(first, who.start() - NEAR), who.start())
        if by is not None:
            return [_Vote(five, against, by.start(), who.end(), subject=True)]
        over = _pattern("against_of", ends=True).search(text, max(first, who.start() - NEAR), who.start())
        if against and over is not None:
            return [_Vote(five, True, over.start(), who.end(), True)]
        before = _pattern(f"{act}_of", ends=True).search(text, max(first, who.start() - NEAR), who.start())
        if before is not None:
            told = _condition(text, before.start(), first)
            return [_Vote(five, against, before.start(), who.end(), *told, True)]
    return []


def _skip(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at


def _when(text: str, at: int, first: int = 0) -> re.Match[str] | None:
    """ "If", "when", "unless" and the like right in front of what begins there."""
    return _pattern("when", ends=True).search(text, max(first, at - 24), at)


def _condition(text: str, at: int, first: int) -> tuple[bool, bool]:
    """Whether "if", "when" and the like stand before what begins there, and whether it is "unless"."""
    match = _when(text, at, first)
    if match is None:
        return False, False
    unless = _pattern("unless").match(text, match.start()) is not None
    return not _ONLY.search(text[max(first, match.start() - 12) : match.start()]), unless


def _told(text: str, vote: _Vote, first: int, last: int) -> Composed | None:
    """What the vote does, as it is told behind it or, where the vote is a condition, in front."""
    if not vote.anyone:
        leading = _pattern("fatal_before", ends=True).search(text, max(first, vote.start - NEAR), vote.start)
        if leading is not None:
            return _composed(text, vote, True, leading)
    behind = _effect(text, vote.end, min(last, vote.end + NEAR))
    if behind is not None and _reaches(text, vote, behind[1].start()):
        return _composed(text, vote, *behind)
    if vote.conditional or vote.subject:
        before = _last_effect(text, max(first, vote.start - NEAR), vote.start)
        if before is not None and _leads_to(text, vote, before[1].end()):
            return _composed(text, vote, *before)
    return None


def _reaches(text: str, vote: _Vote, at: int) -> bool:
    """Whether what begins there is said of the vote, and not of something else that has come in between."""
    between = text[vote.end : at]
    if vote.conditional and not vote.subject:
        return _NEW_SUBJECT.search(between) is None and _BREAK.search(between) is None
    return _LINKED.fullmatch(between) is not None


def _leads_to(text: str, vote: _Vote, at: int) -> bool:
    between = text[at : vote.start]
    return (
        vote.conditional and len(between) <= len(" the whole of the matter, even though ") and "," not in between[:-9]
    )


def _before_condition(text: str, start: int) -> int:
    match = _when(text, start)
    return match.start() if match is not None else start


def _effect(text: str, first: int, last: int) -> tuple[bool, re.Match[str]] | None:
    """The first of what is fatal to a text, or not, in that stretch, and which it is."""
    told = [
        (fatal, match)
        for fatal, kind in ((False, "harmless"), (True, "fatal"))
        if (match := _pattern(kind).search(text, first, last)) is not None
    ]
    return min(told, key=lambda one: one[1].start()) if told else None


def _last_effect(text: str, first: int, last: int) -> tuple[bool, re.Match[str]] | None:
    found = None
    at = first
    while (effect := _effect(text, at, last)) is not None:
        found, at = effect, max(effect[1].end(), at + 1)
    return found


def _composed(text: str, vote: _Vote, fatal: bool, effect: re.Match[str]) -> Composed | None:
    if vote.unless and fatal:
        return None
    if vote.unless or _NOR.search(text, 0, vote.start):
        fatal = vote.unless
    start, end = min(vote.start, effect.start()), max(vote.end, effect.end())
    right = fatal == (vote.five and vote.against)
    if not right and (_OPEN.search(text, 0, effect.start()) or _WISHED.search(text, 0, _before_condition(text, start))):
        return None
    if not right and effect.start() >= vote.end and _FOREIGN.match(text, effect.end()):
        return None
    if not vote.against and (not vote.five or (vote.anyone and fatal)):
        return None
    statement = "elected veto" if not vote.five else "one no stops" if vote.against else "abstention stops"
    return Composed(statement, not fatal, start, end, _pattern("no_veto").search(effect.group()) is not None)


@cache
def _pattern(part: str, ends: bool = False) -> re.Pattern[str]:
    """A part of the table; where it `ends`, only just before the place where the stretch does."""
    source = _vocabulary().patterns[part]
    left = "" if part.startswith("own") else r"(?<![\w-])"
    return re.compile(left + source + (r"\s?\Z" if ends else r"(?!\w)"), re.IGNORECASE)


@cache
def _vocabulary() -> Vocabulary:
    vocabulary = Vocabulary()
    for kind in ("no_vote", "stop"):
        vocabulary.add_words(kind, word_sets(WORDS)[kind])
    waiting = [(row["part"], row["phrase"]) for row in rows(PARTS)]
    while waiting:
        part, phrase = waiting.pop(0)
        if all(name in vocabulary.patterns for name in _NAMES.findall(phrase)):
            vocabulary.add_phrase(part, phrase)
        else:
            waiting.append((part, phrase))
    return vocabulary
