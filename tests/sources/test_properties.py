"""What holds for any file: readers give back what was written, or refuse; they never guess and never fall over."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.record.comparing import Comparison
from onrecord.record.model import Option
from onrecord.record.sources import mapped, undl_general_assembly, undl_security_council, voeten, voteview
from onrecord.record.sources.opening import lines, open_bytes
from onrecord.record.sources.publication import Reading, Request
from onrecord.record.sources.recognise import recognise
from onrecord.record.sources.table import ScatteredRowsError, gathered, open_table, together
from onrecord.record.store import Record, open_record

from .builders import (
    COUNCIL_2024,
    DATAVERSE,
    GENERAL_ASSEMBLY_2025,
    GENERAL_ASSEMBLY_2026,
    SECURITY_COUNCIL_2025,
    SECURITY_COUNCIL_2026,
    UNVOTES,
    VOTEVIEW,
    assembly_rows,
    council_rows,
    table,
)

quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
LETTERS = {"Y": Option.YES, "N": Option.NO, "A": Option.ABSTAIN, "X": Option.NOT_VOTING}
letters = st.sampled_from(sorted(LETTERS))
council_votes = st.fixed_dictionaries(dict.fromkeys(COUNCIL_2024, letters))
assembly_votes = st.dictionaries(st.sampled_from([*COUNCIL_2024, "DEU", "NAM", "YEM", "TUR"]), letters, min_size=1)


@pytest.fixture(scope="session")
def record(council_record: Path) -> Record:
    return open_record(council_record)


def _read(
    read: Callable[..., Reading], content: str | bytes, record: Record, **how: Any
) -> list[tuple[str, dict[str, Option]]]:
    """The vote events that a reader finds in one file, with their votes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        reading = read(Request({"votes": path}, **how), record)
        return [(found.event.id, dict(found.votes)) for found in reading.vote_events]


@given(st.lists(council_votes, min_size=1, max_size=4), st.sampled_from([SECURITY_COUNCIL_2025, SECURITY_COUNCIL_2026]))
@quick
def test_the_councils_file_is_read_as_it_was_written(
    record: Record, events: list[dict[str, str]], header: list[str]
) -> None:
    rows = [
        row
        for number, votes in enumerate(events)
        for row in council_rows(votes, f"S/RES/{9001 + number}", undl_id=number)
    ]
    found = _read(undl_security_council.read, table(header, rows), record)
    assert found == [
        (f"S/RES/{9001 + number}", {member: LETTERS[letter] for member, letter in votes.items()})
        for number, votes in enumerate(events)
    ]


@given(
    st.lists(assembly_votes, min_size=1, max_size=4), st.sampled_from([GENERAL_ASSEMBLY_2025, GENERAL_ASSEMBLY_2026])
)
@quick
def test_the_assemblys_file_is_read_as_it_was_written(
    record: Record, events: list[dict[str, str]], header: list[str]
) -> None:
    rows = [
        row for number, votes in enumerate(events) for row in assembly_rows(votes, f"A/RES/78/{number}", undl_id=number)
    ]
    found = _read(undl_general_assembly.read, table(header, rows), record)
    assert found == [
        (f"A/RES/78/{number}", {member: LETTERS[letter] for member, letter in votes.items()})
        for number, votes in enumerate(events)
    ]


@given(st.lists(assembly_votes, min_size=1, max_size=4), st.randoms(use_true_random=False))
@quick
def test_the_order_of_rows_does_not_matter(record: Record, events: list[dict[str, str]], random: Any) -> None:
    rows = [
        row for number, votes in enumerate(events) for row in assembly_rows(votes, f"A/RES/78/{number}", undl_id=number)
    ]
    expected = dict(_read(undl_general_assembly.read, table(GENERAL_ASSEMBLY_2026, rows), record))
    random.shuffle(rows)
    assert dict(_read(undl_general_assembly.read, table(GENERAL_ASSEMBLY_2026, rows), record, gather=True)) == expected


@given(st.data(), council_votes)
@quick
def test_one_changed_vote_never_passes(record: Record, data: st.DataObject, votes: dict[str, str]) -> None:
    """The totals stand on every row, so that a vote that is changed alone always disagrees with them."""
    member = data.draw(st.sampled_from(COUNCIL_2024))
    other = data.draw(letters.filter(lambda letter: letter != votes[member]))
    rows = [row | ({"ms_vote": other} if row["ms_code"] == member else {}) for row in council_rows(votes)]
    with pytest.raises(InputError, match=r"file\.csv, row 2, column total_"):
        _read(undl_security_council.read, table(SECURITY_COUNCIL_2026, rows), record)


@given(st.data())
@quick
def test_a_file_cut_anywhere_is_refused_or_gives_whole_vote_events_only(record: Record, data: st.DataObject) -> None:
    rows = [
        *council_rows(dict.fromkeys(COUNCIL_2024, "Y")),
        *council_rows(dict.fromkeys(COUNCIL_2024, "A"), "S/RES/9002", undl_id=7),
    ]
    whole = table(SECURITY_COUNCIL_2026, rows)
    expected = _read(undl_security_council.read, whole, record)
    cut = data.draw(st.integers(0, len(whole) - 1))
    try:
        found = _read(undl_security_council.read, whole[:cut], record)
    except InputError:
        return
    assert found in (expected[:1], expected)


FILES: dict[str, tuple[Callable[..., Reading], str]] = {
    "security council": (
        undl_security_council.read,
        table(SECURITY_COUNCIL_2026, council_rows(dict.fromkeys(COUNCIL_2024, "Y"))),
    ),
    "general assembly": (
        undl_general_assembly.read,
        table(GENERAL_ASSEMBLY_2025, assembly_rows({"USA": "N", "FRA": "Y"})),
    ),
    "dataverse": (voeten.read_dataverse, DATAVERSE),
    "mapped": (
        lambda request, record: mapped.read(
            request,
            record,
            mapped.Mapped("hrc", {"vote_event": "id", "date": "day", "member": "state", "option": "vote"}, states=True),
        ),
        "id,day,state,vote\n1,2020-05-01,CUB,yes\n1,2020-05-01,GERMANY,no\n",
    ),
}


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
@quick
def test_a_spoilt_file_is_read_or_refused_and_nothing_else(record: Record, name: str, data: st.DataObject) -> None:
    read, text = FILES[name]
    content = bytearray(text.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(st.one_of(st.binary(max_size=3), st.sampled_from([b",", b'"', b"\n", b"\r\n", b"", b"\xff"])))
        content[place : place + data.draw(st.integers(0, 3))] = piece
        assume(content)
    _read_or_refuse(lambda: _read(read, bytes(content), record))


@pytest.mark.parametrize("name", ["members", "rollcalls", "votes"])
@given(data=st.data())
@quick
def test_a_spoilt_part_of_voteview_is_read_or_refused_and_nothing_else(
    record: Record, name: str, data: st.DataObject
) -> None:
    _read_or_refuse(lambda: _read_spoilt_set(voteview.read, VOTEVIEW, "S118_{}.csv", name, data, record))


@pytest.mark.parametrize("name", ["unvotes", "roll_calls"])
@given(data=st.data())
@quick
def test_a_spoilt_part_of_unvotes_is_read_or_refused_and_nothing_else(
    record: Record, name: str, data: st.DataObject
) -> None:
    _read_or_refuse(lambda: _read_spoilt_set(voeten.read_unvotes, UNVOTES, "{}.csv", name, data, record))


def _read_spoilt_set(
    read: Callable[..., Reading],
    contents: dict[str, str],
    pattern: str,
    spoilt: str,
    data: st.DataObject,
    record: Record,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for name, text in contents.items():
            part = name.removeprefix(pattern.split("{")[0]).removesuffix(".csv")
            content = text
            if part == spoilt:
                place = data.draw(st.integers(0, len(text) - 1))
                content = text[:place] + data.draw(st.text(max_size=4)) + text[place + data.draw(st.integers(0, 4)) :]
            files["votes" if part == "unvotes" else part] = Path(folder) / name
            (Path(folder) / name).write_text(content, encoding="utf-8")
        for _found in read(Request(files), record).vote_events:
            pass


def _read_or_refuse(read: Callable[[], object]) -> None:
    try:
        read()
    except InputError as refusal:
        assert str(refusal).isprintable()  # noqa: PT017
    except ScatteredRowsError:
        pass


@given(st.binary(max_size=400))
@quick
def test_any_bytes_are_known_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(content)
        with pytest.raises(InputError):
            recognise([path])


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=300))
@quick
def test_lines_are_the_text_again(text: str) -> None:
    assume(not text.startswith("\ufeff"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_text(text, encoding="utf-8", newline="")
        assume(path.read_bytes()[:2] not in (b"PK", b"\x1f\x8b", b"BZ"))
        assume(not text.startswith(("PAR1", "%PDF", "RDX", "BZh")))
        with open_bytes(path, 10_000) as stream:
            assert "".join(lines(stream, "file")) == text


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), min_size=1, max_size=30))
@quick
def test_rows_gathered_on_disk_are_those_gathered_in_memory(pairs: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_text("key,value\n" + "".join(f"{key},{value}\n" for key, value in pairs))
        with open_table(path, 10_000) as (_, rows):
            on_disk = [
                [row["value"] for row in group] for group in gathered(rows, lambda row: row["key"], Path(folder))
            ]
        in_memory: dict[int, list[str]] = {}
        for key, value in pairs:
            in_memory.setdefault(key, []).append(str(value))
        assert on_disk == list(in_memory.values())
        with open_table(path, 10_000) as (_, rows):
            apart = len([1 for before, after in itertools.pairwise(pairs) if before[0] != after[0]]) + 1
            if apart > len(in_memory):
                with pytest.raises(ScatteredRowsError):
                    list(together(rows, lambda row: row["key"]))
            else:
                assert [[row["value"] for row in group] for group in together(rows, lambda row: row["key"])] == on_disk


@given(council_votes, council_votes)
@quick
def test_every_vote_that_differs_is_a_fact_once_and_none_that_agrees(
    record: Record, held: dict[str, str], read: dict[str, str]
) -> None:
    """Against a record that holds the vote event: as many facts as votes differ, and the record's stand."""
    (found,) = _reading(held, record)
    holding = _Holding(record, found.event, found.votes)
    (again,) = _reading(read, record)
    publication = undl_security_council.read(Request({"votes": Path("sc.csv")}), record).publication
    difference = Comparison(holding, publication, "undl-later", "sc.csv").compare(again)
    differing = {f"vote:{member}" for member in held if held[member] != read[member]}
    assert {fact.field for fact in difference.conflicting} == differing
    assert {row.field for row in difference.disagreements} == differing
    assert difference.changed == ()
    assert difference.event is None


def _reading(votes: dict[str, str], record: Record) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_text(table(SECURITY_COUNCIL_2026, council_rows(votes)), encoding="utf-8")
        return list(undl_security_council.read(Request({"votes": path}), record).vote_events)


class _Holding:
    """A record that holds one vote event."""

    def __init__(self, record: Record, event: Any, votes: Any) -> None:
        self.bodies, self.sources = record.bodies, record.sources
        self._event, self._votes = event, votes

    def vote_events(self, body: str) -> tuple[Any, ...]:
        return (self._event,)

    def all_votes(self, body: str) -> Any:
        return MappingProxyType({self._event.id: self._votes})

    def disagreements(self, vote_event: str) -> tuple[Any, ...]:
        return ()
