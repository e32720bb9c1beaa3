"""What is truly told is never contradicted, and what is falsely told never borne out: the record's own votes, told in
the ways of `true_stories.txt`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

import onrecord
from onrecord.checking.check import Checker, shared_checker
from onrecord.checking.finding import Verdict
from onrecord.record.model import Certainty, Kind, Modality, Option, VoteEvent

TELLINGS = [
    (fact, words)
    for line in Path(__file__).with_name("true_stories.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
    for fact, _, words in [line.partition(": ")]
]
DID = {Option.YES: "voted yes", Option.NO: "voted no", Option.ABSTAIN: "abstained"}
SIDES = {"abstained": Option.ABSTAIN, "opposed": Option.NO, "backed": Option.YES}
ASIDES = (
    "The ministers went home.",
    "Nobody in the corridor was surprised.",
    "The dockers of the port voted 40 to 3 to strike that week.",
    "At the golf club the bylaws were amended by nine votes to four.",
    "What would have happened if Moscow had vetoed?",
    "In Geneva talks went on.",
)
EACH, STORIES = 12, 120
"""Votes that each way of telling is tried on, and stories of several votes."""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return shared_checker()


@pytest.fixture(scope="module")
def events() -> list[VoteEvent]:
    """Contested votes of the Council that were its day's only one, and on which all sources agree."""
    record = onrecord.open()
    all_events = list(record.vote_events("unsc"))
    on_day = Counter(event.date for event in all_events)
    return [
        event
        for event in all_events
        if event.votes_known
        and (event.no or event.abstain)
        and event.modality is Modality.VOTE
        and event.kind in (Kind.RESOLUTION, Kind.DRAFT)
        and event.certainty is Certainty.CONFIRMED
        and on_day[event.date] == 1
        and not record.disagreements(event.id)
    ]


def told(fact: str, words: str, event: VoteEvent, chance: random.Random) -> str | None:
    """The words with the names and numbers of the vote; None where the fact is not one of it."""
    votes = all_votes()[event.id]
    sides = {option: [c for c, o in votes.items() if o is option and "(" not in named(c)] for option in DID}
    yes, no, abstain = (sum(o is option for o in votes.values()) for option in DID)
    fill: dict[str, str] = {"yes": str(yes), "no": str(no), "abstain": str(abstain)}
    people: tuple[str, ...] = ()
    if fact in SIDES:
        people = pick(sides[SIDES[fact]], 1, chance)
    elif fact == "lone_no":
        people = tuple(sides[Option.NO]) if no == 1 else ()
    elif fact == "lone_abstention":
        people = tuple(sides[Option.ABSTAIN]) if abstain == 1 else ()
    elif fact == "vetoed":
        people = event.vetoed_by if len(event.vetoed_by) == 1 else ()
    elif fact in ("apart", "alike"):
        people = pick([c for side in sides.values() for c in side], 2, chance)
        if len(people) < 2 or (votes[people[0]] is votes[people[1]]) != (fact == "alike"):
            return None
        fill |= {"did_x": DID[votes[people[0]]], "did_y": DID[votes[people[1]]]}
    elif fact == "count":
        return words.format(**fill)
    elif (no if fact == "no_noes" else abstain) == 0:
        return words
    if not people:
        return None
    fill |= dict(zip("xy", map(named, people), strict=False))
    sentence = words.format(**fill)
    return sentence[0].upper() + sentence[1:]


def pick(codes: list[str], many: int, chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(codes, many)) if len(codes) >= many else ()


@cache
def all_votes() -> Mapping[str, Mapping[str, Option]]:
    return onrecord.open().all_votes("unsc")


@cache
def names() -> Mapping[str, str]:
    return {code: member.name for code, member in onrecord.open().members.items()}


def named(code: str) -> str:
    return names()[code]


def opened(event: VoteEvent) -> str:
    return f"On {event.date.day} {event.date:%B %Y} the Security Council voted on a text."


def contradicted(checker: Checker, text: str) -> Iterator[str]:
    for finding in checker.check(text).findings:
        if finding.verdict is Verdict.CONTRADICTED:
            yield f"{text!r}: {text[finding.start : finding.end]!r}: {finding.reason}"


@pytest.mark.parametrize(("fact", "words"), TELLINGS, ids=[words for _, words in TELLINGS])
def test_no_true_telling_is_contradicted(checker: Checker, events: list[VoteEvent], fact: str, words: str) -> None:
    chance = random.Random(words)
    tried: list[str] = []
    for event in chance.sample(events, len(events)):
        if (sentence := told(fact, words, event, chance)) is not None:
            tried.append(f"{opened(event)} {sentence}")
        if len(tried) == EACH:
            break
    assert len(tried) == EACH
    assert [wrong for text in tried for wrong in contradicted(checker, text)] == []


@pytest.mark.parametrize(("fact", "words"), [t for t in TELLINGS if t[0] in SIDES], ids=lambda words: str(words))
def test_no_false_telling_is_borne_out(checker: Checker, events: list[VoteEvent], fact: str, words: str) -> None:
    chance = random.Random(words)
    borne_out: list[str] = []
    for event in chance.sample(alone(events), EACH):
        others = [
            c for c, o in all_votes()[event.id].items() if o in DID and o is not SIDES[fact] and "(" not in named(c)
        ]
        if not others:
            continue
        sentence = words.format(x=named(chance.choice(others)))
        text = f"{opened(event)} {sentence}"
        told_of = [f.verdict for f in checker.check(text).findings if f.end > len(opened(event))]
        if told_of and set(told_of) == {Verdict.SUPPORTED}:
            borne_out.append(text)
    assert borne_out == []


def alone(events: list[VoteEvent]) -> list[VoteEvent]:
    """Those on whose day before and after nothing else was voted on, which a date misremembered by a day might mean."""
    days = {event.date for event in onrecord.open().vote_events("unsc")}
    return [e for e in events if not {e.date + timedelta(days=shift) for shift in (-2, -1, 1, 2)} & days]


@pytest.mark.parametrize("seed", range(STORIES))
def test_no_true_story_of_several_votes_is_contradicted(checker: Checker, events: list[VoteEvent], seed: int) -> None:
    chance = random.Random(seed)
    parts: list[str] = []
    for event in chance.sample(events, 2):
        parts.append(opened(event))
        possible = (told(*chance.choice(TELLINGS), event, chance) for _ in range(12))
        parts += [sentence for sentence in possible if sentence is not None][:4]
        parts.append(chance.choice(ASIDES))
    assert list(contradicted(checker, " ".join(parts))) == []
