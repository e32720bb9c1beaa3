"""Topics and counting rules: which vote events each holds, computed from the masters' definitions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.record.compiling.council import Draft
from onrecord.record.compiling.reading import MASTERS, csv_rows, yaml_document

Row = tuple[Any, ...]


def topics(events: Mapping[str, Draft]) -> tuple[list[Row], list[Row]]:
    """Rows of `topics` and of `topic_events`; InputError where a topic names a vote event that is not in the record."""
    heads, entries = [], []
    for path in sorted((MASTERS / "topics").glob("*.yml")):
        topic = yaml_document(path)
        if topic.get("id") != path.stem:
            raise InputError(f"{path}: its id is {topic.get('id')!r}; it must be the file's name")
        missing = json.dumps(topic["missing_from_record"], ensure_ascii=False) if topic["missing_from_record"] else None
        heads.append((topic["id"], topic["title"], topic["description"].strip(), topic["checked"], missing))
        for place, entry in enumerate(topic["members"], 1):
            if entry["vote_id"] not in events:
                raise InputError(f"{path}: {entry['vote_id']} is no vote event of the record")
            rest = (entry.get("scope", "core"), entry.get("calls_for"), entry.get("verb"), entry.get("note"))
            entries.append((topic["id"], place, entry["vote_id"], *rest))
    return heads, entries


def counting_rules() -> list[Row]:
    return [
        (
            rule["id"],
            place,
            rule["title"],
            rule["counts"],
            rule["leaves_out"] or None,
            rule["uncertainty"] or None,
            rule["reference"],
        )
        for place, rule in enumerate(_document()["rules"], 1)
    ]


def published_counts() -> list[Row]:
    """What others counted, and the library's own list member by member."""
    document = _document()
    rows = [
        (
            date.fromisoformat(published["date"]),
            what,
            count,
            published["stated_by"],
            published["source"],
            published.get("rule"),
        )
        for published in document["published_figures"]
        for what, count in published["figures"].items()
    ]
    for rule in document["rules"]:
        day = rule.get("stored_copy_to")
        for what, count in rule.get("counts_to_stored_copy", {}).items():
            stated_by = "Dag Hammarskjöld Library, veto list"
            rows.append((date.fromisoformat(day), what, count, stated_by, rule["reference"], rule["id"]))
    return rows


def counted_vetoes(source: Path, events: Mapping[str, Draft], topic_events: list[Row]) -> list[Row]:
    """One row a rule, vote event and vetoing member, as the rule's `definition` in counting_rules.yml selects them."""
    on_list = {
        row["vote_id"]
        for row in csv_rows(source / "sc" / "sc_vetoes.csv", ("vote_id", "on_dhl_list"))
        if row["on_dhl_list"] == "1"
    }
    vetoed = [event for event in events.values() if event.outcome == "vetoed"]
    rows: list[Row] = []
    for rule in _document()["rules"]:
        selected = _select(rule["definition"], vetoed, on_list, topic_events)
        for also in rule["definition"].get("also", ()):
            selected.append((events[also["vote_event"]], tuple(also["members"])))
        if rule["definition"].get("one_for_each") == "symbol":
            selected = _one_for_each_symbol(selected)
        rows += [(rule["id"], event.id, member, event.date) for event, members in selected for member in members]
    return rows


def _select(
    definition: Mapping[str, Any], vetoed: list[Draft], on_list: set[str], topic_events: list[Row]
) -> list[tuple[Draft, tuple[str, ...]]]:
    chosen = [event for event in vetoed if event.id not in definition.get("leave_out", ())]
    chosen = [event for event in chosen if event.kind not in definition.get("leave_out_kinds", ())]
    if definition["from"] == "library_list":
        after, kinds = definition["continued_after"], definition["continued_kinds"]
        chosen = [e for e in chosen if e.id in on_list or (e.date > after and e.kind in kinds)]
    elif definition["from"] == "topic":
        topic = {row[2] for row in topic_events if row[0] == definition["topic"]}
        chosen = [event for event in chosen if event.id in topic]
    only = definition.get("members")
    return [(e, tuple(member for member in e.vetoed_by if not only or member in only)) for e in chosen]


def _one_for_each_symbol(selected: list[tuple[Draft, tuple[str, ...]]]) -> list[tuple[Draft, tuple[str, ...]]]:
    """The first vote under each symbol stands for all, with every member that vetoed any of them."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, Draft] = {}
    for event, vetoing in sorted(selected, key=lambda item: (item[0].date, item[0].order)):
        symbol = event.id.split("@")[0] if event.draft or event.meeting else event.id
        first.setdefault(symbol, event)
        members[symbol].update(vetoing)
    return [(event, tuple(sorted(members[symbol]))) for symbol, event in first.items()]


def _document() -> dict[str, Any]:
    document: dict[str, Any] = yaml_document(MASTERS / "counting_rules.yml")
    return document
