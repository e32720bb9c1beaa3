"""Where the Council's sources say different things: both values, whose they are, and whether the record has chosen.

Read from the remarks of the merged file (SOURCES.md says how it was merged), the two lists of non-participation and
hand-made rows in masters/disagreements.csv. A resolved row states why; an unresolved one leaves both values open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from onrecord.errors import InputError
from onrecord.record.compiling.assembly import of_assembly
from onrecord.record.compiling.council import OPTIONS, Draft
from onrecord.record.compiling.reading import MASTERS, csv_rows, day
from onrecord.record.model import Disagreement

DAY = r"(\d{4}-\d\d-\d\d)"
TALLY = r"(\d+-\d+-\d+)"


def correct(events: Mapping[str, Draft]) -> list[Disagreement]:
    """Lay masters/corrections.csv over the events; every row replaced becomes a resolved disagreement."""
    path = MASTERS / "corrections.csv"
    found = []
    for row in csv_rows(path, ("vote_event", "field", "value", "reason", "source")):
        if of_assembly(row):
            continue
        event = events.get(row["vote_event"])
        if event is None:
            raise InputError(f"{path}: {row['vote_event']} is no vote event")
        first = event.sources[0]
        field, value = row["field"], row["value"]
        if field == "date":
            found.append(Disagreement(event.id, field, value, event.date.isoformat(), first, True, row["reason"]))
            event.date = day(value) or event.date
        elif field == "title":
            found.append(Disagreement(event.id, field, value, event.title, first, True, row["reason"]))
            event.title = value
        elif field.startswith("vote:") and field[5:] in event.votes and value in OPTIONS.values():
            member, before = field[5:], event.tally
            found.append(Disagreement(event.id, field, value, event.votes[member], "bd", True, row["reason"]))
            event.votes[member] = value
            event.count()
            found.append(Disagreement(event.id, "tally", event.tally, before, "bd", True, row["reason"]))
        else:
            raise InputError(f"{path}: cannot correct {field!r} to {value!r} on {event.id}")
        if row["source"] not in event.sources:
            event.sources.append(row["source"])
    return found


def find_disagreements(
    source: Path, events: Mapping[str, Draft], printed: Mapping[str, Mapping[str, str]]
) -> list[Disagreement]:
    """All but the corrections' own; takes what they say out of the events' remarks."""
    found = list(correct(events))
    for event in events.values():
        found.extend(_non_participation(event, printed.get(event.id, {})))
        kept = []
        for part in (event.note or "").split("; "):
            said = list(_from_remark(event, part))
            found.extend(said)
            same = f"DHL meeting table prints {event.tally}" in part
            if not (said or same or _MERGED.search(part)):
                kept.append(part)
        event.note = "; ".join(part for part in kept if part) or None
    found.extend(_without_vote(source, events))
    found.extend(_by_hand(events))
    return _once_each(found)


_MERGED = re.compile(
    r"^(non-participation coded|DHL prints|vote_best follows|UNDL appears to have swapped|UNDL and Haass agree"
    r"|no UNDL record in the stored crawl|bd only|no individual votes in UNDL|coded Y|DHL table: / [Ww]ithout"
    r"|bd shows SUN|DHL veto list has FRA|bd shows UKR|Ukraine probably|order of numbers|UNDL record shows"
    r"|bd and others say)"
)
"""Remarks about the merging of files that the tables say in their own way."""


def _non_participation(event: Draft, printed: Mapping[str, str]) -> Iterator[Disagreement]:
    if not printed:
        return
    swapped = event.id in ("S/RES/400", "S/RES/401")
    reason = (
        "the UN Digital Library has the votes on resolutions 400 and 401 the wrong way round, as the library's own "
        "tables show"
        if swapped
        else "took no part, as the tallies of the UN library's tables show; the UN Digital Library prints an abstention"
    )
    for member, option in sorted(printed.items()):
        yield Disagreement(event.id, f"vote:{member}", event.votes[member], option, "undl", swapped, reason)
    other = Counter((dict(event.votes) | dict(printed)).values())
    tally = f"{other['yes']}-{other['no']}-{other['abstain']}"
    yield Disagreement(event.id, "tally", event.tally, tally, "undl", swapped, reason)


def _from_remark(event: Draft, part: str) -> Iterator[Disagreement]:
    date = event.date.isoformat()
    if found := re.search(rf"date corrected from UNDL {DAY}", part):
        reason = "the UN library's tables and Haaß agree on the day"
        yield Disagreement(event.id, "date", date, found[1], "undl", True, reason)
    elif found := re.search(rf"date corrected from bd {DAY}", part):
        reason = "the order of the numbers and the official file give this day"
        yield Disagreement(event.id, "date", date, found[1], "bd", True, reason)
    elif found := re.search(rf"DHL meeting table has {DAY}", part):
        reason = "the UN Digital Library and Haaß agree on the day"
        yield Disagreement(event.id, "date", date, found[1], "dhl", True, reason)
    elif "date uncertain by a day" in part:
        for name, key in (("DHL", "dhl"), ("Haass", "haass")):
            if (found := re.search(rf"{name} {DAY}", part)) and found[1] != date:
                yield Disagreement(event.id, "date", date, found[1], key, False, "the sources differ by days")
    elif found := re.search(rf"TALLY CONFLICT undl {TALLY} vs DHL {TALLY}", part):
        reason = "two tables of the UN give different counts and no third source was seen"
        yield Disagreement(event.id, "tally", event.tally, found[2], "dhl", False, reason)
    elif (found := re.search(rf"DHL meeting table prints {TALLY}", part)) and found[1] != event.tally:
        impossible = event.outcome == "vetoed" and found[1].split("-")[1] == "0"
        reason = (
            "a vetoed text has a vote against, which the table's figure lacks"
            if impossible
            else "the UN library's table, which has transposed figures elsewhere, differs from the member votes"
        )
        yield Disagreement(event.id, "tally", event.tally, found[1], "dhl", impossible, reason)
    elif found := re.search(r"bd disagrees: (.+)", part):
        for member, code in re.findall(r"([A-Z]{3}):([YNAX])", found[1]):
            reason = "the UN's own file is followed where the hand-made copy differs"
            yield Disagreement(event.id, f"vote:{member}", event.votes[member], OPTIONS[code], "bd", True, reason)
    elif (found := re.search(r"bd prints (S/\d+)", part)) and event.draft:
        yield Disagreement(
            event.id, "draft", event.draft, found[1], "bd", True, "the UN library's veto list prints this symbol"
        )


def _without_vote(source: Path, events: Mapping[str, Draft]) -> Iterator[Disagreement]:
    """Adopted without a vote by the official file, coded as fifteen votes in favour by the UN Digital Library."""
    for row in csv_rows(source / "sc" / "sc_adopted_2000_2026.csv", ("vote_id", "by_vote", "adoption")):
        if row["by_vote"] == "1" and events[row["vote_id"]].modality == "without vote":
            reason = "the UN library's table says without a vote, the official file unanimously"
            yield Disagreement(row["vote_id"], "modality", "without vote", "vote", "unxml", False, reason)
        if row["by_vote"] == "0":
            how = "by acclamation" if "acclamation" in row["adoption"] else "without a vote"
            reason = (
                f"the official file says that it was adopted {how}; the voting data codes every member as in favour"
            )
            yield Disagreement(
                row["vote_id"], "modality", events[row["vote_id"]].modality, "vote", "undl", True, reason
            )


def _by_hand(events: Mapping[str, Draft]) -> Iterator[Disagreement]:
    path = MASTERS / "disagreements.csv"
    for row in csv_rows(path, ("vote_event", "field", "other", "source", "resolved", "reason")):
        if of_assembly(row):
            continue
        event = events.get(row["vote_event"])
        if event is None:
            raise InputError(f"{path}: {row['vote_event']} is no vote event")
        field = row["field"]
        chosen = {"date": event.date.isoformat(), "tally": event.tally}.get(field) or event.votes[field[5:]]
        yield Disagreement(event.id, field, chosen, row["other"], row["source"], row["resolved"] == "1", row["reason"])


def _once_each(found: list[Disagreement]) -> list[Disagreement]:
    """A row that two places say is kept once, with the values as they stand at the end."""
    kept: dict[tuple[str, str, str], Disagreement] = {}
    for row in found:
        if row.chosen != row.other:
            kept.setdefault((row.vote_event, row.field, row.source), row)
    return [replace(row) for _, row in sorted(kept.items())]
