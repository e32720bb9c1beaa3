"""Seats, terms and sizes of the Security Council, against the table of terms and the dated rules."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.checking.check import check_text
from onrecord.checking.finding import ClaimKind, Finding, Verdict

IN_2024 = date(2024, 6, 15)


def seats(text: str, on: date | None) -> list[Finding]:
    return [f for f in check_text(text, date=on).findings if f.kind is ClaimKind.MEMBERSHIP]


SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
SETTLED = [
    ("Malta is an elected member of the Security Council.", IN_2024, SUPPORTED),
    ("Norway is an elected member of the Security Council.", IN_2024, CONTRADICTED),
    ("Brazil is not a permanent member of the Security Council.", None, SUPPORTED),
    ("Germany is a permanent member of the Security Council.", None, CONTRADICTED),
    ("Russia is one of the five permanent members of the Security Council.", IN_2024, SUPPORTED),
    ("France has had a permanent seat since 1945.", IN_2024, SUPPORTED),
    ("China has had a permanent seat since 1946.", IN_2024, SUPPORTED),
    ("France has had a permanent seat since 1950.", IN_2024, CONTRADICTED),
    ("Guyana, a member of the Council until the end of 2025, spoke first.", IN_2024, SUPPORTED),
    ("Guyana, a member of the Council until the end of 2024, spoke first.", IN_2024, CONTRADICTED),
    ("Slovenia joined the Security Council in January.", IN_2024, SUPPORTED),
    ("Slovenia joined the Security Council in January 2022.", IN_2024, CONTRADICTED),
    ("Gabon left the Security Council at the end of 2023.", IN_2024, SUPPORTED),
    ("Ecuador's term on the Council ends in December.", IN_2024, SUPPORTED),
    ("Pakistan and Somalia will take their seats on the Council in January.", IN_2024, SUPPORTED),
    ("Iceland has never served on the Security Council.", IN_2024, SUPPORTED),
    ("Ukraine has never sat on the Security Council.", IN_2024, CONTRADICTED),
    ("Japan has been elected to the Council twelve times, more often than any other state.", IN_2024, SUPPORTED),
    ("Japan has been elected to the Council nine times.", IN_2024, CONTRADICTED),
    ("In 1961 Turkey and Liberia held elected seats on the Council.", None, SUPPORTED),
    ("The Security Council has fifteen members, ten of them elected.", IN_2024, SUPPORTED),
    ("In 1950 the Security Council had fifteen members.", None, CONTRADICTED),
    ("The Council was enlarged from eleven members to fifteen in January 1966.", None, SUPPORTED),
    ("Elected members sit on the Council for two years.", IN_2024, SUPPORTED),
    ("Elected members sit on the Council for three years.", IN_2024, CONTRADICTED),
]


@pytest.mark.parametrize(("text", "on", "verdict"), SETTLED)
def test_a_seat_is_settled_at_its_time(text: str, on: date | None, verdict: Verdict) -> None:
    verdicts = {f.verdict for f in seats(text, on)}
    assert verdicts == {verdict}


@pytest.mark.parametrize(
    "text",
    [
        "Is Malta a member of the Security Council?",
        "Germany wants a permanent seat on the Security Council.",
        "If Kenya were a member of the Security Council, it would speak.",
        "Hungary is a member of the European Council and of NATO.",
        "The town council has nine members and meets on Mondays.",
        "The Security Council met and the term paper was late.",
    ],
)
def test_no_seat_is_said_to_be_held(text: str) -> None:
    assert seats(text, IN_2024) == []
