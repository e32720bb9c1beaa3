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
from onrecord.record.compiling.reading import MASTERS, checked, csv_rows, yaml_document

Row = tuple[Any, ...]


def topics(events: Mapping[str, Draft]) -> tuple[list[Row], list[Row]]:
    """Rows of `topics` and of `topic_events`; InputError where a topic names a vote event that is not in the record."""
    heads, entries = [], []
    for path in sorted((MASTERS / "topics").glob("*.yml")):
        topic = checked(yaml_document(path), path, _TOPIC, {})
        if topic["id"] != path.stem:
            raise InputError(f"{path}: its id is {topic['id']!r}; it must be the file's name")
        missing = json.dumps(topic["missing_from_record"], ensure_ascii=False) if topic["missing_from_record"] else None
        heads.append((topic["id"], topic["title"], topic["description"].strip(), topic["checked"], missing))
        for missing_vote in topic["missing_from_record"]:
            checked(missing_vote, path, {"date": str, "what": str}, {"known": str})
        for place, entry in enumerate(topic["members"], 1):
            checked(entry, path, {"vote_id": str}, _ENTRY)
            if entry.get("scope", "core") not in ("core", "wider"):
                raise InputError(f"{path}: scope of {entry['vote_id']} is {entry['scope']!r}; expected core or wider")
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
    path = MASTERS / "counting_rules.yml"
    document = checked(yaml_document(path), path, _RULES, {})
    for rule in document["rules"]:
        checked(rule, path, _RULE, _RULE_COUNTS)
        checked(rule["definition"], path, {"from": str}, _DEFINITION)
        if rule["definition"]["from"] not in ("library_list", "every_veto", "topic"):
            wrong = rule["definition"]["from"]
            raise InputError(f"{path}: {rule['id']} is from {wrong!r}; expected library_list, every_veto or topic")
    for published in document["published_figures"]:
        checked(published, path, {"date": str, "stated_by": str, "source": str, "figures": dict}, _PUBLISHED)
    return document


_TOPIC = {"id": str, "title": str, "description": str, "checked": str, "members": list, "missing_from_record": list}
_ENTRY = {"scope": str, "calls_for": str, "verb": str, "note": str, "vetoed_by": str}
_RULES = {
    "title": str,
    "as_of": str,
    "codes": str,
    "base": str,
    "rules": list,
    "published_figures": list,
    "reading": str,
}
_RULE = {
    "id": str,
    "title": str,
    "counts": str,
    "leaves_out": str,
    "uncertainty": str,
    "applies_to": str,
    "reference": str,
    "definition": dict,
    "counts_to_2026_04_07": dict,
}
_RULE_COUNTS = {
    "stored_copy_to": str,
    "entries_in_stored_copy": int,
    "counts_to_stored_copy": dict,
    "continued": str,
    "distinct": int,
}
_DEFINITION = {
    "also": list,
    "continued_after": date,
    "continued_kinds": list,
    "leave_out": list,
    "leave_out_kinds": list,
    "one_for_each": str,
    "topic": str,
    "members": list,
}
_PUBLISHED = {"rule": str, "record_every_vetoed_vote": dict, "record_dhl_rule": dict}
