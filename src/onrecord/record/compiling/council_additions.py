"""What later sources add to the Council's votes: the official list, checks of vetoes, and votes no file holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.errors import InputError
from onrecord.record.compiling.council import OPTIONS, Draft, meeting_symbol
from onrecord.record.compiling.reading import MASTERS, csv_rows, required_day, whole


def lay_official_list_over(path: Path, events: Mapping[str, Draft]) -> None:
    """Draft symbols, meetings, items, Chapter VII, cut titles and modality from the official files of 2000 on."""
    for row in csv_rows(path, ("vote_id", "draft", "meeting", "by_vote", "note", "title_where_record_is_cut")):
        event = events[row["vote_id"]]
        if "unxml" not in event.sources:
            event.sources.append("unxml")
        event.certainty = "confirmed"
        event.chapter_vii = row["chapter_vii"] == "1"
        event.meeting = event.meeting or meeting_symbol(row["meeting"])
        event.agenda_item = row["agenda_item"].rstrip(".") or event.agenda_item
        event.title = row["title_where_record_is_cut"] or event.title
        if row["by_vote"] == "0":
            event.modality = "without vote"
        # One symbol printed for two resolutions, or the Secretary-General's report: the draft is then not known.
        if "draft symbol" not in row["note"]:
            event.draft = event.draft or row["draft"] or None


def lay_veto_checks_over(path: Path, events: Mapping[str, Draft]) -> None:
    """Vetoed votes after the library's list ends were held against press reports one by one; say what was found."""
    for row in csv_rows(path, ("vote_id", "verified", "second_sources")):
        if row["second_sources"]:
            event = events[row["vote_id"]]
            event.certainty = "confirmed"
            event.sources += [key for key in ("press",) if key not in event.sources]
            event.note = "; ".join(part for part in (event.note, _checked(row)) if part)


def _checked(row: Mapping[str, str]) -> str:
    seen = row["second_sources"].replace("; ", ", ")
    what = row["verified"].split("; the symbol")[0].replace("; ", ", ").replace("bd", "the Sciences Po database")
    return f"{what} ({seen})"


def read_missing(events: dict[str, Draft], membership: Mapping[str, Iterable[str]]) -> None:
    """Add the votes known to have been taken that no file holds, each marked by how sure it is.

    `membership` gives the Council's members by ISO day, for the rows that say how all others voted.
    """
    path = MASTERS / "missing_votes.csv"
    for row in csv_rows(path, ("id", "date", "votes", "others", "before", "verified")):
        if row["before"] not in events:
            raise InputError(f"{path}: {row['id']} comes before {row['before']!r}, which is no vote event")
        later = events[row["before"]]
        votes = {code: OPTIONS[option] for code, option in (item.split(":") for item in row["votes"].split())}
        if row["others"]:
            votes |= {code: OPTIONS[row["others"]] for code in membership[row["date"]] if code not in votes}
        known = bool(row["others"])
        sure = int(row["verified"])
        event = Draft(
            id=row["id"],
            date=required_day(row, "date", path),
            outcome=row["outcome"],
            kind=row["kind"],
            modality="vote",
            resolution=None,
            draft=None,
            meeting=row["meeting"] or later.meeting,
            title=row["title"],
            agenda_item=row["agenda_item"] or later.agenda_item,
            sources=["press"] if sure else ["general-knowledge"],
            certainty=_certainty_of_missing(sure, row["basis"]),
            url=None,
            note=f"not in the UN's voting data; {row['basis']}",
            votes=votes,
            counts=(whole(row["yes"]), whole(row["no"]), whole(row["abstain"]), 0 if row["yes"] else None),
            members=later.members,
            votes_known=known,
            before=row["before"],
        )
        event.count()
        events[event.id] = event


def missing_days() -> list[str]:
    """The days that masters/missing_votes.csv speaks of, as YYYY-MM-DD."""
    return [row["date"] for row in csv_rows(MASTERS / "missing_votes.csv", ("date",))]


def _certainty_of_missing(verified: int, basis: str) -> str:
    if verified == 0:
        return "general knowledge"
    if verified == 1:
        return "single source"
    return "confirmed" if "press.un.org" in basis else "press"
