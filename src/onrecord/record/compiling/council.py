"""The Security Council's votes: the hand-checked merge of the UN's files, laid over with what later sources add.

Method and traps: SOURCES.md and SOURCES-2.md beside the source files. `vote_best` is read, never `vote`: a member
that took no part did not abstain, whatever the UN Digital Library prints.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from onrecord.errors import InputError
from onrecord.record.compiling.reading import csv_rows, required_day, whole
from onrecord.record.model import VETO_HOLDERS, Certainty, Kind, Modality, Outcome, VoteEvent

OPTIONS = {"Y": "yes", "N": "no", "A": "abstain", "X": "not voting"}
KINDS = {"resolution": "resolution", "draft": "draft", "amendment": "amendment", "part_or_one_of_several": "part"}
OUTCOMES = {"adopted": "adopted", "vetoed": "vetoed", "not_adopted": "not adopted"}
MODALITIES = {"vote": "vote", "without_vote": "without vote"}

PROCEDURAL_RESOLUTIONS = frozenset((34, 87, 88, 110, 119, 120, 129, 132, 157, 303, 462, 500, 2623))
"""Adopted by the rule for procedural matters (Charter, Article 27 (2)), most of them over a permanent member's No."""


SOURCE_KEYS = {
    "undl": "undl",
    "bd": "bd",
    "dhl-tally": "dhl",
    "dhl-veto-list": "dhl-vetoes",
}


@dataclass(slots=True)
class Draft:
    """One vote event while it is being put together; the columns of the table `vote_events`."""

    id: str
    date: date
    outcome: str
    kind: str
    modality: str
    resolution: str | None
    draft: str | None
    meeting: str | None
    title: str
    agenda_item: str | None
    sources: list[str]
    certainty: str
    url: str | None
    note: str | None
    chapter_vii: bool | None = None
    votes: dict[str, str] = field(default_factory=dict)
    counts: tuple[int | None, int | None, int | None, int | None] = (None, None, None, None)
    members: int | None = None
    votes_known: bool = False
    before: str | None = None
    """The vote event of that day that it came before, where that is known."""
    order: int = 0

    def count(self) -> None:
        """Take the counts from the votes, where every member's is known."""
        if self.votes_known:
            counted = Counter(self.votes.values())
            self.counts = (counted["yes"], counted["no"], counted["abstain"], counted["not voting"])
            self.members = len(self.votes)

    @property
    def vetoed_by(self) -> tuple[str, ...]:
        """The permanent members whose No stopped it; none where the outcome was another."""
        if self.outcome != "vetoed":
            return ()
        return tuple(sorted(member for member in VETO_HOLDERS if self.votes.get(member) == "no"))

    def finished(self) -> VoteEvent:
        yes, no, abstain, not_voting = self.counts
        return VoteEvent(
            id=self.id,
            body="unsc",
            date=self.date,
            order=self.order,
            outcome=Outcome(self.outcome),
            kind=Kind(self.kind),
            modality=Modality(self.modality),
            resolution=self.resolution,
            draft=self.draft,
            meeting=self.meeting,
            title=self.title,
            agenda_item=self.agenda_item,
            yes=yes,
            no=no,
            abstain=abstain,
            not_voting=not_voting,
            members=self.members,
            votes_known=self.votes_known,
            vetoed_by=self.vetoed_by,
            certainty=Certainty(self.certainty),
            sources=tuple(self.sources),
            url=self.url,
            chapter_vii=self.chapter_vii,
            note=self.note,
        )

    @property
    def tally(self) -> str:
        return "-".join("?" if part is None else str(part) for part in self.counts[:3])


def read_council(source: Path) -> tuple[dict[str, Draft], dict[str, dict[str, str]]]:
    """Vote events by id, and how UNDL printed the votes where that differs from the record's."""
    path = source / "sc" / "sc_votes.csv"
    events = {row["vote_id"]: _event(row, path) for row in csv_rows(path, ("vote_id", "date", "outcome", "notes"))}
    printed = _read_votes(source / "sc" / "sc_member_votes.csv", events)
    later = source / "sc" / "sc_votes_2818_2825.csv"
    for row in csv_rows(later, ("vote_id", "date", "adoption")):
        events[row["vote_id"]] = _later_event(row, later)
    _read_votes(source / "sc" / "sc_member_votes_2818_2825.csv", events)
    for event in events.values():
        event.votes_known = bool(event.votes)
        event.count()
    return events, printed


def _event(row: Mapping[str, str], path: Path) -> Draft:
    number = whole(row["resolution"])
    procedural = number in PROCEDURAL_RESOLUTIONS
    sources, note = _sources(row["source"])
    draft, remark = _draft(row["draft"])
    record = row["undl_record"]
    return Draft(
        id=row["vote_id"],
        date=required_day(row, "date", path),
        outcome=OUTCOMES[row["outcome"]],
        kind="procedural" if procedural else KINDS[row["kind"]],
        modality=MODALITIES[row["modality"]],
        resolution=row["vote_id"] if number else None,
        draft=draft,
        meeting=meeting_symbol(row["meeting"]),
        title=_title(row["title"]),
        agenda_item=_agenda_item(row["topic"]),
        sources=sources,
        certainty=_certainty(row["source"]),
        url=f"https://digitallibrary.un.org/record/{record}" if record else _url(row["vote_id"], draft),
        note="; ".join(part for part in (note, remark, row["notes"]) if part) or None,
        counts=(whole(row["yes"]), whole(row["no"]), whole(row["abstain"]), whole(row["not_voting"])),
        members=whole(row["members"]),
    )


def _later_event(row: Mapping[str, str], path: Path) -> Draft:
    return Draft(
        id=row["vote_id"],
        date=required_day(row, "date", path),
        outcome=OUTCOMES[row["outcome"]],
        kind=KINDS[row["kind"]],
        modality=MODALITIES[row["modality"]],
        resolution=row["vote_id"],
        draft=row["draft"] or None,
        meeting=meeting_symbol(row["meeting"]),
        title=_title(row["title"]),
        agenda_item=_agenda_item(row["topic"]),
        sources=["unxml"],
        certainty="confirmed",
        url=_url(row["vote_id"], None),
        note=None,
        members=whole(row["members"]),
    )


def _read_votes(path: Path, events: Mapping[str, Draft]) -> dict[str, dict[str, str]]:
    printed: dict[str, dict[str, str]] = {}
    for row in csv_rows(path, ("vote_id", "member", "vote", "vote_best")):
        event = events.get(row["vote_id"])
        if event is None:
            raise InputError(f"{path}: {row['vote_id']} is no vote event of sc_votes.csv")
        if row["member"] in event.votes:
            raise InputError(f"{path}: {row['member']} votes twice on {event.id}")
        event.votes[row["member"]] = OPTIONS[row["vote_best"]]
        if row["vote"] != row["vote_best"]:
            printed.setdefault(event.id, {})[row["member"]] = OPTIONS[row["vote"]]
    return printed


def _sources(text: str) -> tuple[list[str], str | None]:
    if press := re.fullmatch(r"press\((.*?)\)(.*)", text):
        return ["press"], f"press: {press[1]}{press[2]}"
    return [SOURCE_KEYS[key] for key in text.split("+")], None


def _certainty(source: str) -> str:
    if source.startswith("press("):
        return "press"
    return "single source" if source == "bd" else "confirmed"


def meeting_symbol(text: str) -> str | None:
    return re.sub(r"^S/PV(?=\d)", "S/PV.", text) or None


def _title(text: str) -> str:
    """The short title alone: without "Security Council resolution 24 (1947)" and the brackets around it."""
    bracketed = re.fullmatch(r"(?:Security Council resolution )?\d+ \(\d{4}\) \[(.+)\]", text)
    title = bracketed[1] if bracketed else text
    # The catalogue's closing bracket, sometimes with a piece of another title behind it.
    title = title if "[" in title else title.split("]")[0]
    return re.sub(r"\s*\(/!\\.*\)$", "", title).replace("[...", "…").strip()


def _draft(text: str) -> tuple[str | None, str | None]:
    """The draft's symbol, and what stands behind it: "S/3710 (as amended)". A meeting's symbol is no draft's."""
    symbol, _, rest = text.partition(" ")
    return (None if symbol.startswith("S/PV.") else symbol or None), rest.strip("()").replace(")", " ") or None


def _agenda_item(text: str) -> str | None:
    return re.sub(r"\s*/(?:\s*/)*\s*", " / ", text).strip(" /") or None


def _url(id: str, draft: str | None) -> str | None:
    symbol = draft or id.split("@")[0]
    return f"https://docs.un.org/{symbol}" if re.fullmatch(r"S/[\w./]+", symbol) else None
