"""Members, terms, aliases and groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.record.compiling.reading import MASTERS, checked, csv_rows, day, required_day, yaml_document

Row = tuple[Any, ...]

GROUPS_SINCE_1966 = 1966
"""Before the Council grew the table's regional groups are those of later years (SOURCES.md)."""


def bodies() -> list[Row]:
    path = MASTERS / "bodies.yml"
    required = {"id": str, "name": str, "short_name": str, "complete_to": date, "note": str}
    found = [checked(body, path, required, {}) for body in yaml_document(path)]
    return [(body["id"], body["name"], body["short_name"], body["complete_to"], body["note"].strip()) for body in found]


def members(source: Path) -> list[Row]:
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for row in csv_rows(source / "country_codes.csv", ("code", "printed_names")):
        printed[row["code"]].update(row["printed_names"].split(" | "))
    for row in csv_rows(source / "ga" / "undl_country_names.csv", ("ms_name", "code")):
        printed[row["code"]].add(row["ms_name"])
    return [
        (
            row["code"],
            row["name"],
            row["full_name"],
            sorted(printed[row["code"]] - {""}),
            row["successor"] or None,
            row["note"] or None,
        )
        for row in csv_rows(MASTERS / "members.csv", ("code", "name", "full_name", "successor", "note"))
    ]


def council_memberships(source: Path) -> list[Row]:
    """Terms with inclusive ends: where a seat was continued, the one before ends the day before.

    The source gives the day of succession as the last day of one holder and the first of the next.
    """
    path = source / "sc" / "sc_membership.csv"
    rows = list(csv_rows(path, ("member", "kind", "start", "end", "regional_group")))
    continued = {(row["member"], row["start"]) for row in rows if row["kind"] == "permanent"}
    continued |= {("SUN", row["start"]) for row in rows if row["member"] == "RUS" and row["kind"] == "permanent"}
    terms = []
    for row in rows:
        start, end = required_day(row, "start", path), day(row["end"])
        if end and (row["member"], row["end"]) in continued:
            end -= timedelta(days=1)
        group_known = row["kind"] == "permanent" or start.year >= GROUPS_SINCE_1966
        group = row["regional_group"] if group_known else ""
        for member, first, last in _holders(row["member"], start, end):
            terms.append(("unsc", member, row["kind"], first, last, group or None, row["note"] or None))
    return terms


def _holders(member: str, start: date, end: date | None) -> Iterator[tuple[str, date, date | None]]:
    """A term's holders in turn, where masters/successions.csv says that another held its first part."""
    path = MASTERS / "successions.csv"
    for row in csv_rows(path, ("predecessor", "successor", "date", "reason")):
        day = required_day(row, "date", path)
        if row["successor"] == member and start < day and (end is None or day <= end):
            yield row["predecessor"], start, day - timedelta(days=1)
            start = day
    yield member, start, end


def council_on(terms: list[Row], on: str) -> list[str]:
    """Codes of the members that day, given as YYYY-MM-DD."""
    return [t[1] for t in terms if t[3].isoformat() <= on and (t[4] is None or on <= t[4].isoformat())]


def aliases() -> list[Row]:
    return [
        (
            row["code"],
            row["alias"],
            row["kind"],
            day(row["from"]),
            day(row["to"]),
            row["ambiguous"] or None,
            row["note"] or None,
        )
        for row in csv_rows(MASTERS / "aliases.csv", ("code", "alias", "kind", "from", "to", "ambiguous", "note"))
    ]


def groups() -> list[Row]:
    columns = ("group", "title", "rule", "static_members", "from", "to", "computed_from")
    return [
        (
            row["group"],
            row["title"],
            row["rule"],
            row["static_members"].split(),
            day(row["from"]),
            day(row["to"]),
            row["computed_from"] or None,
        )
        for row in csv_rows(MASTERS / "groups.csv", columns)
    ]


def sponsors() -> list[Row]:
    columns = ("vote_id", "sponsors", "as_group", "basis", "verified", "lead", "complete", "note")
    return [
        (
            row["vote_id"],
            row["sponsors"].split(),
            row["lead"].split(),
            row["as_group"] or None,
            row["complete"] == "1",
            int(row["verified"]),
            row["basis"],
            row["note"] or None,
        )
        for row in csv_rows(MASTERS / "sponsors.csv", columns)
    ]


def sources() -> list[Row]:
    keys = ("id", "title", "publisher", "terms", "citation", "url", "version", "note")
    path = MASTERS / "sources.yml"
    required, optional = dict.fromkeys(keys[:5], str), dict.fromkeys(keys[5:], str)
    found = [checked(row, path, required, optional) for row in yaml_document(path)]
    return [tuple(row[key].strip() if key in row else None for key in keys) for row in found]
