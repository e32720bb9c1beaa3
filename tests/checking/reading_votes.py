"""Texts read as far as linking: their claims about votes, found again by words of theirs."""

from __future__ import annotations

from datetime import date

from onrecord.checking.check import Checker
from onrecord.checking.choosing import Link
from onrecord.checking.finding import Finding
from onrecord.checking.linking import Linker
from onrecord.checking.thread import Thread
from onrecord.checking.threads import threads
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.read import Reading, read

OPENING = "The Security Council met again. "


def finding(checker: Checker, day: str | None, text: str, kind: str) -> Finding:
    """The first finding of that kind in a text that opens by naming the Council."""
    found = findings(kind, checker, OPENING + text, date.fromisoformat(day) if day else None)
    told = [f for f in found if f.start >= len(OPENING) - 1]
    assert told, f"no {kind} in {text!r}"
    return told[0]


def findings(kind: str, checker: Checker, text: str, when: date | None) -> list[Finding]:
    return [f for f in checker.check(text, date=when).findings if f.kind == kind]


def read_text(checker: Checker, text: str) -> Reading:
    return read(text, checker.lexicon)


def words_of(reading: Reading, claim: VoteClaim) -> str:
    return reading.normal.text[claim.start : claim.end]


def claim_with(reading: Reading, words: str) -> VoteClaim:
    """The shortest claim that holds the words."""
    fitting = [claim for claim in reading.claims if words in words_of(reading, claim)]
    assert fitting, f"no claim says {words!r}: {[words_of(reading, c) for c in reading.claims]}"
    return min(fitting, key=lambda claim: claim.end - claim.start)


def woven(checker: Checker, reading: Reading, when: date | None = None) -> list[Thread]:
    return threads(reading, checker.dockets["unsc"].ever_seated, when)


def linked(checker: Checker, text: str, when: date | None = None) -> list[tuple[Thread, Link]]:
    """The threads of a text, each with what it is about."""
    reading = read_text(checker, text)
    linker = Linker(reading, checker.dockets, when)
    return [(thread, linker.link(thread)) for thread in woven(checker, reading, when)]
