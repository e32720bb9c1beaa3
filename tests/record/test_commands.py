"""The record's commands as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from onrecord.cli import main
from onrecord.record.store import Record

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line; gives exit status, standard output and standard error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(arguments)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command


SHOWN = [
    (
        "S/RES/2803",
        ["adopted 13-0-2", "17 November 2025", "S/PV.10046", "Draft: S/2025/748", "United States; complete list"],
    ),
    ("S/RES/2803", ["Abstaining (2): China*, Russia*", "* permanent member", "Adopted with 13 votes in favour"]),
    ("S/2024/173", ["vetoed 13-1-1", "Against (1): United States*", "Sponsors: Algeria", "Topics: gaza-ceasefire"]),
    ("S/2024/173", ["Vetoed: it had 13 votes in favour, where 9 were needed", "[unsc/substantive/1991-12-24]"]),
    ("S/PV.9929", ["S/2025/353@2025-06-04", "E10"]),
    ("2024-02-20", ["S/2024/173@2024-02-20"]),
    ("S/RES/143", ["Disagreement on the date: 1960-07-14 here, 1960-07-13 in", "not resolved"]),
    (
        "S/2001/270",
        ["Took no part (1): Ukraine", "Disagreement on the vote of Ukraine: not voting here, yes in", "; resolved:"],
    ),
    ("S/RES/1358", ["adopted without a vote", "Votes: none was taken"]),
    ("S/516", ["the record does not say who voted how", "?-?-?"]),
    ("oral-amendment@2024-01-10#RUS-1", ["(general knowledge)"]),
    ("S/RES/2623", ["procedural", "no veto"]),
    ("A/RES/68/262", ["adopted 100-11-58", "General Assembly"]),
]


@pytest.mark.parametrize(("query", "said"), SHOWN)
def test_show(run: Run, query: str, said: list[str]) -> None:
    status, out, err = run("show", query)
    assert (status, err) == (0, "")
    assert [part for part in said if part not in out] == []
    assert "\033[" not in out


def test_show_as_json_cites_record_and_sources(run: Run, record: Record) -> None:
    document = json.loads(run("show", "S/2024/173", "--format", "json")[1])
    [event] = document["vote_events"]
    assert document["record"] == {"version": record.version, "as_of": {"unga": "2025-10-29", "unsc": "2026-04-07"}}
    assert event["votes"]["USA"] == "no"
    assert event["vetoed_by"] == ["USA"]
    assert "Sciences Po" in event["source"]
    assert event["rule"]["references"]


REFUSED = [
    (("show", "S/RES/3000"), "its last resolution is S/RES/2825"),
    (("show", "2024-02-21"), "nearest days with votes"),
    (("votes", "--body", "hrc"), "no body 'hrc'"),
    (("votes", "--vetoed-by", "Atlantis"), "'Atlantis' names no member"),
    (("votes", "--member", "Congo"), "'Congo' may be COD, COG"),
    (("votes", "--option", "no"), "give --member too"),
    (("votes", "--year", "2024", "--since", "2024-02-01"), "give one or the other"),
    (("votes", "--format", "parquet"), "needs --output"),
    (("members", "--body", "unga"), "holds no terms of 'unga'"),
    (("members", "--on", "1900-01-01"), "nobody sat"),
    (("vetoes", "--rule", "mine"), "no counting rule 'mine'"),
    (("agree", "USA"), "between two members"),
    (("agree",), "give two members, or --matrix"),
    (("topics", "weather"), "no topic 'weather'"),
    (("figures", "rainfall"), "no figure series 'rainfall'"),
    (("sql", "drop table votes"), "only one SELECT"),
    (("sql", "select 1/"), "cannot be run"),
    (("compile", "nowhere", "out"), "no such folder"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_what_cannot_be_answered_is_one_line_on_standard_error(run: Run, arguments: tuple[str, ...], said: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--since", "2024-13-01", "is not a date; write it as 2025-06-05"),
        ("--since", "yesterday", "is not a date; write it as 2025-06-05"),
        ("--year", "99999", "is not a year; write it as 2025"),
        ("--year", "0000", "is not a year; write it as 2025"),
        ("--year", "last", "is not a year; write it as 2025"),
    ],
)
def test_a_time_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], option: str, value: str, said: str) -> None:
    with pytest.raises(SystemExit):
        main(["votes", option, value])
    assert f"{value!r} {said}" in capsys.readouterr().err


LISTED = [
    (("votes", "--vetoed-by", "France"), 17),
    (("votes", "--body", "unsc", "--year", "2011", "--member", "CHN", "--option", "abstain"), 2),
    (("votes", "--with", "GBR", "--against", "USA", "--body", "unsc", "--outcome", "vetoed"), 38),
    (("members", "--on", "1990-08-02"), 15),
    (("vetoes",), 8),
    (("vetoes", "--by", "GBR", "--rule", "dhl_list"), 29),
    (("vetoes", "--list", "--rule", "us_on_israel"), 52),
    (("topics",), 15),
    (("topics", "gaza-ceasefire"), 18),
    (("figures", "us-mou-israel"), 2),
    (("sources",), 11),
    (("sql", "select code, name from members where code in ('USA', 'GBR')"), 2),
    (("agree", "USA", "GBR", "--since", "2020-01-01", "--until", "2021-12-31"), 3),
]


@pytest.mark.parametrize(("arguments", "count"), LISTED)
def test_every_row_as_json_and_csv_cites_its_source_and_the_record(
    run: Run, record: Record, arguments: tuple[str, ...], count: int
) -> None:
    as_json = json.loads(run(*arguments, "--format", "json")[1])["rows"]
    as_csv = list(csv.DictReader(io.StringIO(run(*arguments, "--format", "csv")[1])))
    assert (len(as_json), len(as_csv)) == (count, count)
    assert list(as_json[0]) == list(as_csv[0])
    for row in (*as_json, *as_csv):
        assert row["source"]
        assert row["record_version"] == record.version


def test_a_column_named_source_of_the_querys_own_is_kept(run: Run, tmp_path: Path) -> None:
    query = "select distinct source from figures order by 1 limit 1"
    (row,) = json.loads(run("sql", query, "--format", "json")[1])["rows"]
    assert list(row) == ["source", "source_2", "record_version"]
    path = tmp_path / "sources.parquet"
    assert run("sql", query, "--format", "parquet", "--output", str(path)) == (0, "", "")


def test_a_listing_as_parquet_has_types(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "votes.parquet"
    assert run("votes", "--vetoed-by", "FRA", "--format", "parquet", "--output", str(path)) == (0, "", "")
    with duckdb.connect() as connection:
        types = dict(connection.execute(f"select column_name, column_type from (describe from '{path}')").fetchall())
        rows = connection.execute(f"select count(*) from '{path}'").fetchall()
    assert rows == [(17,)]
    assert (types["date"], types["yes"], types["title"]) == ("DATE", "BIGINT", "VARCHAR")


def test_a_listing_is_plain_text_where_it_is_piped(run: Run) -> None:
    out = run("votes", "--vetoed-by", "FRA", "--until", "1950-01-01")[1]
    assert out.splitlines()[0].split() == ["date", "vote_event", "tally", "outcome", "vetoed_by", "title"]
    assert "\033[" not in out
    assert "1 vote events; record" in out


def test_vetoes_are_counted_under_every_rule_side_by_side(run: Run, record: Record) -> None:
    rows = {row["member"]: row for row in json.loads(run("vetoes", "--format", "json")[1])["rows"]}
    assert rows["USA"]["dhl_list"] == 89
    assert rows["USA"]["every_vetoed_vote"] == 95
    assert rows["RUS+SUN"]["distinct_drafts"] == 131
    assert set(record.counting_rules) <= set(rows["USA"])


def test_published_counts_stand_beside_the_record_s(run: Run) -> None:
    rows = json.loads(run("vetoes", "--published", "--format", "json")[1])["rows"]
    [moscow_times] = [r for r in rows if r["stated_by"].startswith("The Moscow Times") and r["what"] == "RUS_SUN"]
    assert (moscow_times["published"], moscow_times["dhl_list"], moscow_times["every_vetoed_vote"]) == (101, 101, 129)


def test_the_matrix_lists_every_pair_once(run: Run) -> None:
    rows = json.loads(run("agree", "--matrix", "--since", "2024-01-01", "--until", "2024-12-31", "--format", "json")[1])
    pairs = [(row["member"], row["other"]) for row in rows["rows"]]
    assert len(pairs) == 15 * 14 / 2
    assert len(set(map(frozenset, pairs))) == len(pairs)


def test_verify_reports_every_invariant_and_ends_with_zero(run: Run) -> None:
    status, out, _ = run("verify", "--format", "json")
    rows = json.loads(out)["rows"]
    assert status == 0
    assert sum(row["unexplained"] for row in rows) == 0
    assert sum(row["explained"] for row in rows) == 13


def test_verify_lists_breaks_and_ends_with_one_where_one_is_not_explained(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord import verifying

    broken = ("a rule that nothing keeps", lambda record: (1, [verifying.Break("bodies unsc", "is odd")]))
    monkeypatch.setattr(verifying, "INVARIANTS", {"odd": broken})
    status, out, _ = run("verify")
    assert status == 1
    assert "bodies unsc" in out


def test_export_writes_a_new_folder_and_spares_others(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "new"), "--format", "csv")[0] == 0
    assert (tmp_path / "new" / "votes.csv").is_file()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").touch()
    status, _, err = run("export", str(tmp_path / "other"))
    assert status == 2
    assert "holds other files" in err
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["mine.txt"]


def test_an_earlier_export_in_another_format_is_replaced(run: Run, tmp_path: Path) -> None:
    for format in ("parquet", "csv"):
        assert run("export", str(tmp_path / "mine"), "--format", format)[0] == 0
    assert {path.suffix for path in (tmp_path / "mine").iterdir()} == {".csv", ".json"}


def test_a_file_is_no_place_to_export_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    status, _, err = run("export", str(tmp_path / "file"))
    assert status == 2
    assert "is a file" in err
