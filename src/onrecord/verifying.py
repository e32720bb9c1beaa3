"""Every invariant of the record, and what breaks it.

Stands on the record and the decision rules: outcomes are recomputed from who voted how, never taken from the stored
word. A break that has a reason in the data is explained; any other is an error of the record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.record.datapackage import described_files, sha256
from onrecord.record.model import RESTATED, Membership, Option, VoteEvent
from onrecord.record.schema import TABLES, Table
from onrecord.record.store import Record
from onrecord.record.tabular import identifier
from onrecord.rules import decide, decision_rule, rule_of


@dataclass(frozen=True, slots=True)
class Break:
    row: str
    """The table and key of the row."""
    what: str
    explanation: str | None = None
    """Why the data is right all the same; None makes it an error."""


@dataclass(frozen=True, slots=True)
class Check:
    id: str
    title: str
    examined: int
    breaks: tuple[Break, ...]

    @property
    def unexplained(self) -> tuple[Break, ...]:
        return tuple(found for found in self.breaks if found.explanation is None)


Invariant = Callable[[Record], tuple[int, list[Break]]]


def verify(record: Record) -> Iterator[Check]:
    """Run every invariant, one after another."""
    for id, (title, invariant) in INVARIANTS.items():
        examined, breaks = invariant(record)
        yield Check(id, title, examined, tuple(breaks))


def _files(record: Record) -> tuple[int, list[Break]]:
    examined, breaks = 0, []
    for folder in record.folders:
        for name, expected in described_files(folder).items():
            examined += 1
            path = folder / name
            if not path.is_file():
                breaks.append(Break(name, "the file is missing"))
            elif sha256(path) != expected:
                breaks.append(Break(name, "its bytes are not those that datapackage.json describes"))
    return examined, breaks


def _keys(record: Record) -> tuple[int, list[Break]]:
    breaks = []
    for table in TABLES.values():
        key = ", ".join(map(identifier, table.key))
        for *values, times in record.sql(
            f"select {key}, count(*) from {identifier(table.name)} group by all having count(*) > 1"
        ).fetchall():
            breaks.append(Break(_row(table, values), f"{times} rows have this key"))
        for column in table.columns:
            if column.required:
                query = f"select {key} from {identifier(table.name)} where {identifier(column.name)} is null"
                breaks += [Break(_row(table, row), f"{column.name} is empty") for row in record.sql(query).fetchall()]
    return sum(map(len, (table.columns for table in TABLES.values()))), breaks


def _references(record: Record) -> tuple[int, list[Break]]:
    examined, breaks = 0, []
    for table in TABLES.values():
        key = ", ".join(map(identifier, table.key))
        name = identifier(table.name)
        pairs = [(identifier(column), column, other, to) for column, other, to in table.foreign_keys]
        pairs += [(f"unnest({identifier(c)})", c, other, to) for c, other, to in _LISTS.get(table.name, ())]
        for select, column, other, to in pairs:
            examined += 1
            query = (
                f"select {key}, value from (select {key}, {select} as value from {name}) where value is not null "
                f"and value not in (select {identifier(to)} from {identifier(other)})"
            )
            breaks += [
                Break(_row(table, row), f"{column} {value!r} is not in {other}")
                for *row, value in record.sql(query).fetchall()
            ]
    for alias in record.aliases:
        known = alias.code == "-" or alias.code in record.members or alias.code.removeprefix("GROUP:") in record.groups
        if not known:
            breaks.append(Break(f"aliases {alias.code} {alias.alias}", "names no member and no group"))
    return examined + len(record.aliases), breaks


_LISTS = {
    "vote_events": (("sources", "sources", "id"), ("vetoed_by", "members", "code")),
    "sponsors": (("sponsors", "members", "code"), ("leads", "members", "code")),
    "groups": (("members", "members", "code"),),
}


def _words(record: Record) -> tuple[int, list[Break]]:
    examined, breaks = 0, []
    for table in TABLES.values():
        for column in table.columns_of_words:
            examined += 1
            found = record.sql(f"select distinct {identifier(column.name)} from {identifier(table.name)}").fetchall()
            breaks += [
                Break(table.name, f"{column.name} {word!r} is none of {', '.join(column.words)}")
                for (word,) in found
                if word not in column.words
            ]
    return examined, breaks


def _seats(record: Record) -> tuple[int, list[Break]]:
    """Member sets equal the terms, wherever the record has both; beyond the Council, none votes without a term.

    The roll calls of other bodies, where imported, leave out some that were absent.
    """
    examined, breaks = 0, []
    for body in record.bodies:
        terms = record.memberships(body)
        if not terms:
            continue
        votes = record.all_votes(body)
        for event in record.vote_events(body):
            if event.votes_known:
                examined += 1
                sitting = {term.member for term in terms if term.covers(event.date)}
                voting = set(votes[event.id])
                if voting - sitting or (body == "unsc" and sitting - voting):
                    odd = ", ".join(sorted(sitting ^ voting))
                    breaks.append(Break(f"vote_events {event.id}", f"terms and votes do not agree on {odd}"))
    return examined, breaks


def _terms(record: Record) -> tuple[int, list[Break]]:
    """No member sits twice at once, and the Council has the size the Charter gives it, from one term to the next."""
    breaks = []
    terms = record.memberships("unsc")
    days = sorted({term.start for term in terms})
    by_member: dict[str, list[Membership]] = {}
    for term in terms:
        by_member.setdefault(term.member, []).append(term)
    for member, held in by_member.items():
        for one, next_one in pairwise(held):
            if one.end is None or one.end >= next_one.start:
                breaks.append(Break(f"memberships unsc {member} {next_one.start}", "begins before the one before ends"))
    last = record.as_of["unsc"]
    for day in days:
        size = decision_rule("unsc", day).size
        seated = sum(term.covers(day) for term in terms)
        if day <= last and seated != size:
            breaks.append(Break(f"memberships unsc {day}", f"{seated} members sit where the Charter has {size}"))
    return len(terms), breaks


def _totals(record: Record) -> tuple[int, list[Break]]:
    examined, breaks = 0, []
    for body in record.bodies:
        votes = record.all_votes(body)
        for event in record.vote_events(body):
            if event.votes_known:
                examined += 1
                counted = Counter(votes.get(event.id, {}).values())
                counts = tuple(counted[option] for option in Option)
                stored = (event.yes, event.no, event.abstain, event.not_voting)
                if (*counts, counted.total()) != (*stored, event.members):
                    breaks.append(Break(f"vote_events {event.id}", f"counts {stored}, votes {counts}"))
    return examined, breaks


def _outcomes(record: Record) -> tuple[int, list[Break]]:
    """What the rule of the day makes of the votes is what the record says became of the motion."""
    examined, breaks = 0, []
    names = {code: member.name for code, member in record.members.items()}
    for body in ("unsc", "unga"):
        votes = record.all_votes(body)
        for event in record.vote_events(body):
            examined += 1
            decision = decide(rule_of(event), event, votes.get(event.id, {}) if event.votes_known else {}, names)
            if decision is None:
                why = "the counts are not known, so nothing can be recomputed"
                breaks.append(Break(f"vote_events {event.id}", f"recorded as {event.outcome}", why))
            elif decision.outcome is not event.outcome or decision.blocking != event.vetoed_by:
                what = f"recorded as {event.outcome}; by the rule {decision.reason}"
                breaks.append(Break(f"vote_events {event.id}", what, _explained(event)))
    return examined, breaks


def _explained(event: VoteEvent) -> str | None:
    if event.votes_known and event.yes == event.no == event.abstain == 0 and "undl" in event.sources:
        return "the UN Digital Library's record of this vote prints no member as voting; it lists the text as adopted"
    return None


def _numbers(record: Record) -> tuple[int, list[Break]]:
    """Resolutions of the Council are numbered without a gap, and later numbers are not of earlier days."""
    adopted = [event for event in record.vote_events("unsc") if event.resolution]
    adopted.sort(key=_number)
    breaks = [] if not adopted or _number(adopted[0]) == 1 else [Break("vote_events unsc", "S/RES/1 is missing")]
    for one, next_one in pairwise(adopted):
        if _number(next_one) != _number(one) + 1:
            breaks.append(Break(f"vote_events {next_one.id}", f"follows {one.id}"))
        if (next_one.date, next_one.order) <= (one.date, one.order):
            breaks.append(Break(f"vote_events {next_one.id}", f"is not later than {one.id}"))
    return len(adopted), breaks


def _number(event: VoteEvent) -> int:
    return int(event.id.removeprefix("S/RES/"))


def _order(record: Record) -> tuple[int, list[Break]]:
    """Votes of one day have places 1, 2, 3 without a gap."""
    breaks = [
        Break(f"vote_events {body} {day}", f"places {places}")
        for body, day, places in record.sql(
            'select body, date, list("order" order by "order") from vote_events group by all '
            'having list("order" order by "order") <> range(1, count(*) + 1)'
        ).fetchall()
    ]
    return sum(len(record.vote_events(body)) for body in record.bodies), breaks


def _veto_counts(record: Record) -> tuple[int, list[Break]]:
    """Where a published list states the rule that it counts by, the record's count by that rule is the list's."""
    examined, breaks = 0, []
    for published in record.published_counts:
        if published.rule is None:
            continue
        examined += 1
        codes = {"RUS_SUN": ("RUS", "SUN")}.get(published.what, (published.what,))
        count = sum(veto.member in codes and veto.date <= published.date for veto in record.vetoes(published.rule))
        if count != published.count:
            row = f"published_counts {published.date} {published.what}"
            breaks.append(Break(row, f"{published.stated_by} has {published.count}, the record {count}"))
    return examined, breaks


def _disagreements(record: Record) -> tuple[int, list[Break]]:
    """What a disagreement calls the record's value is the record's value."""
    examined, breaks = 0, []
    for body in record.bodies:
        for event in record.vote_events(body):
            for found in record.disagreements(event.id):
                examined += 1
                said = {"date": event.date.isoformat(), "tally": event.tally, RESTATED: event.tally}.get(found.field)
                if found.field.startswith("vote:"):
                    said = record.all_votes(body).get(event.id, {}).get(found.field[5:])
                elif said is None:
                    said = getattr(event, found.field)
                if said != found.chosen or found.chosen == found.other:
                    row = f"disagreements {event.id} {found.field}"
                    breaks.append(Break(row, f"says the record has {found.chosen!r}; it has {said!r}"))
    return examined, breaks


def _figures(record: Record) -> tuple[int, list[Break]]:
    """Stretches begin before they end, and those killed by a day are never fewer than by the day before."""
    examined, breaks = 0, []
    for series in record.series:
        values = record.figures(series)
        examined += len(values)
        if not values:
            breaks.append(Break(f"series {series}", "has no values"))
        breaks += [Break(f"figures {series} {v.end}", "ends before it begins") for v in values if v.end < v.start]
        if series in ("gaza-killed-moh", "west-bank-killed"):
            for one, next_one in pairwise(values):
                if next_one.value < one.value:
                    breaks.append(Break(f"figures {series} {next_one.end}", "is less than the day before"))
    return examined, breaks


def _row(table: Table, values: object) -> str:
    parts = [str(value) for value in values] if isinstance(values, list | tuple) else [str(values)]
    return f"{table.name} {' '.join(parts)}"


INVARIANTS: dict[str, tuple[str, Invariant]] = {
    "files": ("files are those that datapackage.json describes", _files),
    "keys": ("keys are unique and required values are there", _keys),
    "references": ("members, vote events, topics, sponsors, groups and sources that rows name exist", _references),
    "words": ("columns that may have a few words have no others", _words),
    "terms": ("terms do not overlap and fill the Council's seats", _terms),
    "seats": ("who voted is who sat", _seats),
    "totals": ("counts are those of the votes", _totals),
    "outcomes": ("outcomes and vetoes are those that the rules make of the votes", _outcomes),
    "numbers": ("resolution numbers have no gap and follow the days", _numbers),
    "order": ("votes of one day have places without a gap", _order),
    "veto-counts": ("vetoes by member are those of the published lists that state their rule", _veto_counts),
    "disagreements": ("disagreements quote the record as it is", _disagreements),
    "figures": ("figure series have values in order", _figures),
}
"""By id: what holds, and what looks for breaks; gives how much it examined."""
