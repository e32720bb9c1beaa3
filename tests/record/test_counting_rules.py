"""Vetoes under each counting rule equal what the rule's master and the published lists state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from onrecord.errors import RecordError
from onrecord.record.compiling.reading import MASTERS
from onrecord.record.store import Record

DOCUMENT: dict[str, Any] = yaml.safe_load((MASTERS / "counting_rules.yml").read_text(encoding="utf-8"))
MEMBERS = ("CHN", "FRA", "GBR", "RUS", "SUN", "USA")


def _counts(record: Record, rule: str, until: date) -> dict[str, int]:
    counted = Counter(veto.member for veto in record.vetoes(rule) if veto.date <= until)
    return {**counted, "RUS_SUN": counted["RUS"] + counted["SUN"]}


def _stated() -> Iterator[tuple[str, str, str, int]]:
    for rule in DOCUMENT["rules"]:
        for key, until in (("counts_to_2026_04_07", "2026-04-07"), ("counts_to_stored_copy", "2022-05-26")):
            for member, count in rule.get(key, {}).items():
                if member in (*MEMBERS, "RUS_SUN"):
                    yield rule["id"], until, member, count


@pytest.mark.parametrize(("rule", "until", "member", "count"), list(_stated()))
def test_counts_are_those_that_the_rule_s_master_states(
    record: Record, rule: str, until: str, member: str, count: int
) -> None:
    assert _counts(record, rule, date.fromisoformat(until))[member] == count


@pytest.mark.parametrize("published", DOCUMENT["published_figures"], ids=lambda published: published["stated_by"])
def test_the_record_s_counts_beside_published_ones(record: Record, published: dict[str, Any]) -> None:
    until = date.fromisoformat(published["date"])
    for rule, key in (("every_vetoed_vote", "record_every_vetoed_vote"), ("dhl_list", "record_dhl_rule")):
        counted = _counts(record, rule, until)
        assert {member: counted[member] for member in published[key]} == published[key]


def test_the_library_s_list_has_213_entries_to_its_last(record: Record) -> None:
    entries = {veto.vote_event for veto in record.vetoes("dhl_list") if veto.date <= date(2022, 5, 26)}
    assert len(entries) == 213


def test_distinct_drafts_are_counted_once_each(record: Record) -> None:
    assert len({veto.vote_event for veto in record.vetoes("distinct_drafts")}) == 236


def test_every_vetoed_vote_is_what_the_vote_events_say(record: Record) -> None:
    counted = {(veto.vote_event, veto.member) for veto in record.vetoes("every_vetoed_vote")}
    assert counted == {(event.id, member) for event in record.vote_events("unsc") for member in event.vetoed_by}


def test_china_s_only_veto_before_1971_is_no_entry_of_the_library_s_list(record: Record) -> None:
    def early(rule: str) -> list[date]:
        return [veto.date for veto in record.vetoes(rule) if veto.member == "CHN" and veto.date.year < 1971]

    assert early("every_vetoed_vote") == [date(1955, 12, 13)]
    assert early("dhl_list") == []


def test_vetoes_come_by_date(record: Record) -> None:
    for rule in record.counting_rules:
        days = [veto.date for veto in record.vetoes(rule)]
        assert days == sorted(days)


def test_an_unknown_rule_is_answered_with_the_rules_there_are(record: Record) -> None:
    with pytest.raises(RecordError, match="no counting rule 'mine'; there are dhl_list"):
        record.vetoes("mine")
