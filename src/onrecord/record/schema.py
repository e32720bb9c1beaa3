"""The record's tables and columns, once: what compile writes, export copies, the data package describes.

A table's rows are kept in the order of its key, so that equal content gives equal bytes. Lists are real lists in
Parquet and joined by their separator in CSV. Types are those of Frictionless Table Schema.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.record.model import Certainty, Kind, Modality, Option, Outcome

SPACE = " "
SEMICOLON = "; "

DUCKDB_TYPES = {"string": "VARCHAR", "date": "DATE", "integer": "INTEGER", "number": "DOUBLE", "boolean": "BOOLEAN"}


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str
    description: str
    separator: str | None = None
    """What joins the items in CSV, where the column holds a list of strings."""
    required: bool = False
    words: tuple[str, ...] = ()
    """The only values it may have, where they are few."""

    @property
    def duckdb_type(self) -> str:
        return "VARCHAR[]" if self.separator else DUCKDB_TYPES[self.type]


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    """What its rows are sorted by; they then have one order only."""
    layer_key: tuple[str, ...] = ()
    """What an overlay's rows replace the rows below by; the key where it is not given."""
    foreign_keys: tuple[tuple[str, str, str], ...] = ()
    """Column, table, column."""

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def columns_of_words(self) -> tuple[Column, ...]:
        """Those that may have a few values only."""
        return tuple(column for column in self.columns if column.words)

    @property
    def replaced_by(self) -> tuple[str, ...]:
        return self.layer_key or self.key


def _text(name: str, description: str, required: bool = False) -> Column:
    return Column(name, "string", description, None, required)


def _word(name: str, description: str, words: Iterable[str]) -> Column:
    return Column(name, "string", description, None, True, tuple(words))


def _list(name: str, description: str, separator: str = SPACE) -> Column:
    return Column(name, "array", description, separator)


def _date(name: str, description: str, required: bool = False) -> Column:
    return Column(name, "date", description, None, required)


def _integer(name: str, description: str) -> Column:
    return Column(name, "integer", description)


def _boolean(name: str, description: str, required: bool = False) -> Column:
    return Column(name, "boolean", description, None, required)


BODIES = Table(
    "bodies",
    "Bodies that vote",
    (
        _text("id", "`unsc`, `unga`", True),
        _text("name", "Full name", True),
        _text("short_name", "Name in running text", True),
        _date("complete_to", "Last day to which all its votes are known, as far as the sources reach"),
        _text("note", "What the record holds of it and what it lacks"),
    ),
    ("id",),
    ("id",),
)

MEMBERS = Table(
    "members",
    "States that are or were members",
    (
        _text("code", "ISO 3166-1 alpha-3 where there is one", True),
        _text("name", "Name to print, without article", True),
        _text("full_name", "Official name", True),
        _list("printed_names", "Names that the UN's voting data prints for it", SEMICOLON),
        _text("successor", "Code of the member that continued its seat"),
        _text("note", "Names over time and successions in a few words"),
    ),
    ("code",),
    ("code",),
)

MEMBERSHIPS = Table(
    "memberships",
    "Terms",
    (
        _text("body", "Body", True),
        _text("member", "Member's code", True),
        _word("kind", "`permanent`, `elected` or `member`", ("permanent", "elected", "member")),
        _date("start", "First day", True),
        _date("end", "Last day; empty where the term is open"),
        _text("regional_group", "Regional group; known for elected terms from 1966 and permanent members"),
        _text("note", "Remark"),
    ),
    ("body", "member", "start"),
    ("body", "start", "kind", "member"),
    foreign_keys=(("body", "bodies", "id"), ("member", "members", "code")),
)

VOTE_EVENTS = Table(
    "vote_events",
    "Votes taken, one row each",
    (
        _text("id", "`S/RES/2803`, `S/2025/353@2025-06-04`, `A/RES/68/262`", True),
        _text("body", "Body", True),
        _date("date", "Day of the vote", True),
        _integer("order", "Place among the body's votes of that day, from 1, as far as it is known"),
        _word("outcome", "`adopted`, `vetoed`, `not adopted` or `unknown`", Outcome),
        _word("kind", "`resolution`, `draft`, `amendment`, `part` or `procedural`", Kind),
        _word("modality", "`vote` or `without vote`", Modality),
        _text("resolution", "Symbol of the resolution"),
        _text("draft", "Symbol of the draft"),
        _text("meeting", "Symbol of the meeting's record"),
        _text("title", "Short title", True),
        _text("agenda_item", "Agenda item"),
        _integer("yes", "Members that voted for it"),
        _integer("no", "Members that voted against it"),
        _integer("abstain", "Members that abstained"),
        _integer("not_voting", "Members that took no part; they did not abstain"),
        _integer("members", "Members that the body had"),
        _boolean("votes_known", "Whether the record says how every member voted", True),
        _list("vetoed_by", "Members whose No stopped it"),
        _word("certainty", "`confirmed`, `single source`, `press` or `general knowledge`", Certainty),
        _list("sources", "Keys of the table of sources"),
        _text("url", "Where to look it up"),
        _boolean("chapter_vii", "Whether it acts under Chapter VII of the Charter"),
        _text("note", "Remark"),
    ),
    ("id",),
    ("body", "date", "order"),
    foreign_keys=(("body", "bodies", "id"),),
)

VOTES = Table(
    "votes",
    "How each member acted",
    (
        _text("vote_event", "Vote event", True),
        _text("member", "Member's code", True),
        _word("option", "`yes`, `no`, `abstain` or `not voting`", Option),
    ),
    ("vote_event", "member"),
    ("vote_event", "member"),
    layer_key=("vote_event",),
    foreign_keys=(("vote_event", "vote_events", "id"), ("member", "members", "code")),
)

DISAGREEMENTS = Table(
    "disagreements",
    "Where sources say different things of one vote event",
    (
        _text("vote_event", "Vote event", True),
        _text(
            "field",
            "`date`, `tally`, `restated tally`, `modality`, `draft` or `vote:CHN`",
            True,
        ),
        _text("chosen", "What the record says", True),
        _text("other", "What the other source says", True),
        _text("source", "Key of the source that says otherwise", True),
        _boolean("resolved", "Whether the record has chosen for a stated reason", True),
        _text("reason", "The reason, or why there is none yet", True),
    ),
    ("vote_event", "field", "source"),
    ("vote_event", "field", "source"),
    foreign_keys=(("vote_event", "vote_events", "id"), ("source", "sources", "id")),
)

SPONSORS = Table(
    "sponsors",
    "Who put texts forward; no row means not known, never none",
    (
        _text("vote_event", "Vote event", True),
        _list("sponsors", "Codes of the sponsors"),
        _list("leads", "Who tabled or drafted it, where the list is longer"),
        _text("as_group", "Group that the sponsors are, on that day"),
        _boolean("complete", "Whether the list is the whole official one", True),
        _integer("verified", "Independent sources seen; 0 is general knowledge"),
        _text("basis", "Where the list comes from", True),
        _text("note", "Remark"),
    ),
    ("vote_event",),
    ("vote_event",),
    foreign_keys=(("vote_event", "vote_events", "id"),),
)

TOPICS = Table(
    "topics",
    "Curated sets of vote events",
    (
        _text("id", "Key", True),
        _text("title", "Title", True),
        _text("description", "What is in and what is out", True),
        _text("checked", "How far it was checked", True),
        _text("missing", "Votes that belong here and that the record lacks, as JSON"),
    ),
    ("id",),
    ("id",),
)

TOPIC_EVENTS = Table(
    "topic_events",
    "Which vote events a topic holds, and why",
    (
        _text("topic", "Topic", True),
        _integer("place", "Place in the topic's list, from 1"),
        _text("vote_event", "Vote event", True),
        _word("scope", "`core` or `wider`", ("core", "wider")),
        _text("calls_for", "What the text calls for"),
        _text("verb", "With what force"),
        _text("note", "Why it is in"),
    ),
    ("topic", "vote_event"),
    ("topic", "place"),
    layer_key=("topic",),
    foreign_keys=(("topic", "topics", "id"), ("vote_event", "vote_events", "id")),
)

COUNTING_RULES = Table(
    "counting_rules",
    "What counts as a veto",
    (
        _text("id", "Key", True),
        _integer("place", "Place in the list, from 1"),
        _text("title", "Title", True),
        _text("counts", "What it counts", True),
        _text("leaves_out", "What it leaves out"),
        _text("uncertainty", "What is not sure"),
        _text("reference", "Where the rule was seen", True),
    ),
    ("id",),
    ("place",),
)

COUNTED_VETOES = Table(
    "counted_vetoes",
    "Vetoes as each counting rule counts them",
    (
        _text("rule", "Counting rule", True),
        _text("vote_event", "Vote event that stands for it", True),
        _text("member", "Permanent member that voted against", True),
        _date("date", "Day of the vote", True),
    ),
    ("rule", "vote_event", "member"),
    ("rule", "date", "vote_event", "member"),
    layer_key=("rule",),
    foreign_keys=(("rule", "counting_rules", "id"), ("vote_event", "vote_events", "id"), ("member", "members", "code")),
)

PUBLISHED_COUNTS = Table(
    "published_counts",
    "Veto counts that others have published",
    (
        _date("date", "Day up to which was counted", True),
        _text("what", "Member's code, `RUS_SUN` for both, or what was counted", True),
        _integer("count", "The published count"),
        _text("stated_by", "Who said so", True),
        _text("source", "Where it was seen", True),
        _text("rule", "Counting rule it was counted by, where that is stated or known to reproduce it"),
    ),
    ("date", "what", "stated_by"),
    ("date", "stated_by", "what"),
    foreign_keys=(("rule", "counting_rules", "id"),),
)

ALIASES = Table(
    "aliases",
    "Words that name members and groups",
    (
        _text("code", "Member's code, `GROUP:x`, or `-` where the words block a match", True),
        _text("alias", "The words", True),
        _text("kind", "Kind of alias", True),
        _date("start", "First day"),
        _date("end", "Last day"),
        _text("ambiguous", "What else it may mean"),
        _text("note", "Remark"),
    ),
    ("code", "alias", "kind", "start"),
    ("code", "kind", "alias", "start"),
)

GROUPS = Table(
    "groups",
    "Groups of members",
    (
        _text("id", "Key", True),
        _text("title", "Title", True),
        _text("rule", "Who is in it on a day", True),
        _list("members", "Static members"),
        _date("start", "First day"),
        _date("end", "Last day"),
        _text("computed_from", "What its members on a day are computed from, or need"),
    ),
    ("id",),
    ("id",),
)

SERIES = Table(
    "series",
    "Figure series",
    (
        _text("id", "Key", True),
        _text("title", "Title", True),
        _list("measure_words", "Words that name the measure", SEMICOLON),
        _text("place", "Place", True),
        _text("population", "Who or what is counted", True),
        _text("publisher", "Whose figures they are", True),
        _text("terms", "Terms", True),
    ),
    ("id",),
    ("id",),
)

FIGURES = Table(
    "figures",
    "Values of the series",
    (
        _text("series", "Series", True),
        _date("start", "First day that the value is for", True),
        _date("end", "Last day that the value is for", True),
        Column("value", "number", "The value", None, True),
        _text("unit", "`persons`, `USD`, `states` and so on", True),
        _word("bound", "`exact`, `at least`, `about` or `up to`", ("exact", "at least", "about", "up to")),
        _text("source", "Where the value was seen", True),
        _integer("verified", "Independent sources seen; 0 is general knowledge"),
        _text("note", "Remark"),
    ),
    ("series", "start", "end", "bound", "source"),
    ("series", "end", "start", "bound", "value", "source"),
    layer_key=("series",),
    foreign_keys=(("series", "series", "id"),),
)

SOURCES = Table(
    "sources",
    "Where the record comes from",
    (
        _text("id", "Key", True),
        _text("title", "Title", True),
        _text("publisher", "Publisher", True),
        _text("terms", "Terms as stated there", True),
        _text("citation", "How to cite it", True),
        _text("url", "Address"),
        _text("version", "Version read"),
        _text("note", "Remark"),
    ),
    ("id",),
    ("id",),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        BODIES,
        MEMBERS,
        MEMBERSHIPS,
        VOTE_EVENTS,
        VOTES,
        DISAGREEMENTS,
        SPONSORS,
        TOPICS,
        TOPIC_EVENTS,
        COUNTING_RULES,
        COUNTED_VETOES,
        PUBLISHED_COUNTS,
        ALIASES,
        GROUPS,
        SERIES,
        FIGURES,
        SOURCES,
    )
}
"""Every table of the record, by name."""
