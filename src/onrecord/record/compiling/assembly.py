"""The General Assembly's votes on adopted resolutions, from the UN Digital Library's records.

Dates are UNDL's, but for those in masters/corrections.csv: those of the roll calls in unvotes are wrong by days before
about 2000 (SOURCES.md).
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.record.compiling.reading import MASTERS, csv_rows
from onrecord.record.model import RESTATED, Disagreement

TITLE_TAIL = re.compile(
    r"\s*[:/;]?\s*(?:\[?res\w*\]?|declaration)?\s*/?\s*(?:add?opted\s+)?by the (?:General|Gneral)\s+Assem\w*\.?\s*$",
    re.IGNORECASE,
)


NO_VOTER = "the UN Digital Library prints no member as voting; how they voted is not known"


def assembly_events(source: Path, connection: Any) -> list[tuple[Any, ...]]:
    """Rows of `vote_events`; leaves a table `assembly_votes` (vote_event, member, option) on the connection.

    A record without symbol and date (one, in the copy of 2025) is left out: it cannot be told which text it is.
    """
    folder = source / "ga"
    resolutions = str(folder / "undl_ga_resolutions_1946_2025.parquet")
    rows = connection.execute(
        "select vote_idx, undl_id, symbol, date, meeting, title, agenda, recorded, n_members, yes, no, abstain, "
        "not_voting from read_parquet(?) where symbol <> 'N/A' and date <> 'N/A' order by date, undl_id",
        [resolutions],
    ).fetchall()
    connection.execute(
        "create table assembly_votes as select r.symbol as vote_event, n.code as member, case v.vote when 1 then 'yes' "
        "when -1 then 'no' when 0 then 'abstain' when 9 then 'not voting' end as option "
        "from read_parquet(?) v join read_parquet(?) r using (vote_idx) "
        "join read_csv(?, all_varchar = true) n on n.name_id = v.name_id::varchar",
        [str(folder / "undl_ga_votes_1946_2025.parquet"), resolutions, str(folder / "undl_country_names.csv")],
    )
    place: dict[str, int] = {}
    events = []
    corrected = {row["vote_event"]: row for row in date_corrections()}
    if strange := next((symbol for symbol in corrected if symbol not in {row[2] for row in rows}), None):
        raise InputError(f"{MASTERS / 'corrections.csv'}: {strange} is no vote event")
    rows = [(*row[:3], corrected[row[2]]["value"] if row[2] in corrected else row[3], *row[4:]) for row in rows]
    rows.sort(key=lambda row: (row[3], row[1]))
    for _, record, symbol, date, meeting, title, agenda, recorded, members, yes, no, abstain, absent in rows:
        place[date] = place.get(date, 0) + 1
        known = bool(recorded)
        events.append(
            (
                symbol,
                "unga",
                date,
                place[date],
                "adopted",
                "resolution",
                "vote" if known else "without vote",
                symbol,
                None,
                None if meeting == "N/A" else meeting,
                short_title(title),
                agenda_item(agenda),
                yes,
                no,
                abstain,
                absent,
                members if known else None,
                known,
                None,
                "confirmed",
                tuple(dict.fromkeys(("undl", corrected[symbol]["source"]) if symbol in corrected else ("undl",))),
                f"https://digitallibrary.un.org/record/{record}",
                None,
                NO_VOTER if known and not (yes or no or abstain) else None,
            )
        )
    return events


def date_corrections() -> list[dict[str, str]]:
    """The rows of masters/corrections.csv on the Assembly's votes, of which only days are corrected."""
    path = MASTERS / "corrections.csv"
    own = [row for row in csv_rows(path, ("vote_event", "field", "value", "reason", "source")) if of_assembly(row)]
    for row in own:
        if row["field"] != "date" or not re.fullmatch(r"\d{4}-\d\d-\d\d", row["value"]):
            raise InputError(f"{path}: cannot correct {row['field']!r} to {row['value']!r} on {row['vote_event']}")
    return own


def of_assembly(row: dict[str, str]) -> bool:
    return row["vote_event"].startswith("A/")


def corrected_days(source: Path, connection: Any) -> list[Disagreement]:
    """What UNDL has for the days that are corrected."""
    resolutions = str(source / "ga" / "undl_ga_resolutions_1946_2025.parquet")
    printed = dict(connection.execute("select symbol, date from read_parquet(?)", [resolutions]).fetchall())
    return [
        Disagreement(row["vote_event"], "date", row["value"], printed[row["vote_event"]], "undl", True, row["reason"])
        for row in date_corrections()
    ]


def told_otherwise(connection: Any) -> list[Disagreement]:
    """The rows of masters/disagreements.csv on the Assembly's votes, each beside what the record has.

    `assembly_votes` must be on the connection.
    """
    path = MASTERS / "disagreements.csv"
    found = []
    for row in csv_rows(path, ("vote_event", "field", "other", "source", "resolved", "reason")):
        if not of_assembly(row):
            continue
        event, field = row["vote_event"], row["field"]
        votes = dict(
            connection.execute("select member, option from assembly_votes where vote_event = ?", [event]).fetchall()
        )
        counts = Counter(votes.values())
        tally = "-".join(str(counts[option]) for option in ("yes", "no", "abstain"))
        chosen = tally if field in ("tally", RESTATED) else votes.get(field.removeprefix("vote:"))
        if not votes or chosen is None:
            raise InputError(f"{path}: the record has no {field!r} of {event}")
        found.append(
            Disagreement(event, field, chosen, row["other"], row["source"], row["resolved"] == "1", row["reason"])
        )
    return found


def short_title(title: str) -> str:
    """Without the catalogue's tail "resolution / adopted by the General Assembly"."""
    return TITLE_TAIL.sub("", title).strip(" :/") or title


def agenda_item(agenda: str) -> str | None:
    """The items' own words: without the document symbol and number in front and the index terms in capitals behind."""
    if agenda == "N/A":
        return None
    items = []
    for part in agenda.split(" | "):
        words = re.sub(r"^A/\S+\s+(?:\S+\s+)?", "", part)
        words = re.sub(r"(?<=\.)\s+[^a-z]{4,}$", "", words)
        if words and words.upper() != words:
            items.append(words.strip().rstrip("."))
    return " / ".join(dict.fromkeys(items)) or None
