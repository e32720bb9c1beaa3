"""The figure series: stored values, the daily tables of the Gaza war, and what the record itself can count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.record.compiling.council import Draft
from onrecord.record.compiling.reading import MASTERS, csv_rows, required_day

Row = tuple[Any, ...]

COMPUTED = {"sc-resolutions-adopted": ("adopted", "resolutions"), "sc-vetoed-votes": ("vetoed", "votes")}
YEARLY = frozenset(("un-member-states", "unrwa-refugees-unhcr", "unrwa-registered-refugees", "palestine-idps-idmc"))
"""Stocks of a year, stored by its last day: they are for the year, not for that day alone."""
FISCAL = frozenset(
    (
        "us-aid-israel-crs-total",
        "us-aid-israel-disbursements",
        "us-aid-israel-obligations",
        "us-military-aid-israel-fmf",
        "us-missile-defence-israel",
    )
)
FIELDS = {"JOR": "jordan", "LBN": "lebanon", "SYR": "syria", "PSE": "palestine"}
RETROACTIVE = "includes earlier deaths that a committee of the Ministry of Health added on this day"


def series() -> list[Row]:
    columns = ("series_id", "title", "measure_words", "place", "population", "publisher", "licence_or_terms")
    return [
        tuple(row[name].split("; ") if name == "measure_words" else row[name] for name in columns)
        for row in csv_rows(MASTERS / "series.csv", columns)
    ]


def figures(source: Path, events: Iterable[Draft]) -> list[Row]:
    folder = source / "figures"
    return [
        *_stored(folder / "figures.csv"),
        *_daily(
            folder / "gaza_casualties_daily.csv", {"gaza-killed-moh": "killed_cum", "gaza-injured-moh": "injured_cum"}
        ),
        *_daily(folder / "west_bank_daily.csv", {"west-bank-killed": "killed_cum"}),
        *_displaced(folder / "palestine_idps_idmc.csv"),
        *_refugees_by_field(folder / "unrwa_refugees_by_year.csv"),
        *_aid_before_1997(folder / "us_aid_to_israel_usd_millions.csv"),
        *_computed(events),
    ]


def _stored(path: Path) -> Iterator[Row]:
    for row in csv_rows(path, ("series_id", "date", "value", "unit", "bound", "source", "note", "verified")):
        if row["series_id"] in COMPUTED:
            continue
        end = required_day(row, "date", path)
        start = _start(row["series_id"], end)
        value, verified = float(row["value"]), int(row["verified"] or 0)
        yield (
            row["series_id"],
            start,
            end,
            value,
            row["unit"],
            row["bound"],
            row["source"],
            verified,
            row["note"] or None,
        )


def _start(series: str, end: date) -> date:
    if series in YEARLY:
        return date(end.year, 1, 1)
    if series in FISCAL:
        # The United States' fiscal year began on 1 July until 1976, on 1 October since.
        return date(end.year - 1, 10, 1) if end.year > 1976 else date(end.year - 1, 7, 1)
    return end


def _daily(path: Path, columns: Mapping[str, str]) -> Iterator[Row]:
    """Cumulative values as reported; a day without a report has no value, and none is made up for it."""
    for row in csv_rows(path, ("date", *columns.values())):
        day = required_day(row, "date", path)
        source = row.get("source") or row.get("flash_source") or "Tech for Palestine"
        for name, column in columns.items():
            if row[column]:
                added = float(row.get("killed_committee") or 0) > 0 and name == "gaza-killed-moh"
                note = RETROACTIVE if added else None
                yield (name, day, day, float(row[column]), "persons", "exact", source, 1, note)


def _displaced(path: Path) -> Iterator[Row]:
    for row in csv_rows(path, ("year", "idps_conflict_end_of_year", "source", "note")):
        year, value = int(row["year"]), float(row["idps_conflict_end_of_year"])
        end = date(year, 12, 31)
        yield ("palestine-idps-idmc", date(year, 1, 1), end, value, "persons", "exact", row["source"], 1, row["note"])


def _refugees_by_field(path: Path) -> Iterator[Row]:
    """Palestine refugees by the country that an UNRWA field is in, year end; sums are stored elsewhere."""
    for row in csv_rows(path, ("year", "iso3", "refugees", "source")):
        if row["iso3"] in FIELDS:
            year = int(row["year"])
            note = "mid-year" if year == 2025 else "year end"
            start, end = date(year, 1, 1), date(year, 6 if year == 2025 else 12, 30 if year == 2025 else 31)
            name = f"unrwa-refugees-{FIELDS[row['iso3']]}"
            yield (name, start, end, float(row["refugees"]), "persons", "exact", row["source"], 1, note)


def _aid_before_1997(path: Path) -> Iterator[Row]:
    """The one sum that the CRS table gives for the years before its yearly rows."""
    for row in csv_rows(path, ("fiscal_year", "total", "source")):
        first, dash, last = row["fiscal_year"].partition("-")
        if dash and first.isdigit() and last.isdigit():
            # Fiscal years began on 1 July of the year before until 1976; fiscal 1996 ended on 30 September.
            start, end, value = date(int(first) - 1, 7, 1), date(int(last), 9, 30), round(float(row["total"]) * 1e6, 2)
            note = f"sum of fiscal years {first} to {last}"
            yield ("us-aid-israel-crs-total", start, end, value, "USD", "exact", row["source"], 1, note)


def _computed(events: Iterable[Draft]) -> Iterator[Row]:
    """Adopted resolutions and vetoed votes of the Council by calendar year, counted in this record."""
    counted: Counter[tuple[str, int]] = Counter()
    last = 0
    for event in events:
        counted[event.outcome, event.date.year] += event.outcome == "vetoed" or event.resolution is not None
        last = max(last, event.date.year)
    for name, (outcome, unit) in COMPUTED.items():
        for year in range(1946, last + 1):
            value = float(counted[outcome, year])
            first, end = date(year, 1, 1), date(year, 12, 31)
            note = "year not complete" if year == last else None
            yield (name, first, end, value, unit, "exact", "counted in this record", 1, note)
