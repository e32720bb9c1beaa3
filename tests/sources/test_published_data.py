"""The readers on the published data itself, where the reference copies are at hand.

The library's two files are written anew from the stored copies, with the votes and days as the library prints them,
so that every correction that the record makes of them must turn up as known and nothing as a conflict.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import pytest

from onrecord.record.store import open_record

from .builders import GENERAL_ASSEMBLY_2026, SECURITY_COUNCIL_2026
from .conftest import Import

DATA = Path(__file__).resolve().parents[2] / "../shared/data"

pytestmark = [
    pytest.mark.skipif(not DATA.is_dir(), reason="the reference data is not at hand (../shared/data)"),
    pytest.mark.usefixtures("whole_record"),
]

COUNCIL = """
    select s.undl_record, m.member, m.member_name, 'False', m.vote, s.date_recorded,
        'S/RES/' || s.resolution || ' (' || year(s.date::date) || ')', s.draft, s.meeting,
        'Security Council resolution ' || s.resolution || ' (' || year(s.date::date) || ') [' || s.title || ']',
        s.topic, s.agenda_subjects, '', split_part(tally_recorded, '-', 1), split_part(tally_recorded, '-', 2),
        split_part(tally_recorded, '-', 3), split_part(tally_recorded, '-', 4), s.members, '',
        'https://digitallibrary.un.org/record/' || s.undl_record
    from read_csv('{data}/sc/sc_votes.csv', all_varchar = true) s
    join read_csv('{data}/sc/sc_member_votes.csv', all_varchar = true) m using (vote_id)
    where s.source like 'undl%' and s.resolution is not null and s.undl_record is not null
    order by s.resolution::int, m.member
"""
ASSEMBLY = """
    select r.undl_id, n.code, n.ms_name, case v.vote when 1 then 'Y' when -1 then 'N' when 0 then 'A' else 'X' end,
        r.date, '1', r.symbol, '', r.committee_report, r.meeting, r.title, r.agenda, '', '', r.yes || '.0',
        r.no || '.0', r.abstain || '.0', r.not_voting || '.0', r.n_members || '.0',
        'https://digitallibrary.un.org/record/' || r.undl_id
    from '{data}/ga/undl_ga_votes_1946_2025.parquet' v
    join '{data}/ga/undl_ga_resolutions_1946_2025.parquet' r using (vote_idx)
    join read_csv('{data}/ga/undl_country_names.csv', all_varchar = true) n on n.name_id = v.name_id::varchar
    where r.symbol <> 'N/A' order by r.date, r.undl_id, n.ms_name
"""
VOTEVIEW_VOTES = """
    select congress, case chamber when 1 then 'House' else 'Senate' end as chamber, rollnumber, icpsr, cast_code,
        99.0 as prob
    from '{data}/congress/voteview_votes.parquet' where chamber = 1 or congress in (111, 118, 119)
"""
VOTEVIEW_ROLLCALLS = "select * from '{data}/congress/voteview_rollcalls.parquet'"
UNVOTES_VOTES = """
    select rcid, country, coalesce(iso2, 'NA') as country_code,
        case vote when 1 then 'yes' when -1 then 'no' else 'abstain' end as vote
    from '{data}/ga/unvotes_votes_1946_2019.parquet'
    join read_csv('{data}/ga/unvotes_countries.csv', nullstr = '') using (country_id) order by rcid, country_id
"""
UNVOTES_ROLL_CALLS = """
    select rcid, session, importantvote, date, unres, amend, para, short, descr
    from '{data}/ga/unvotes_roll_calls_1946_2019.parquet'
"""


def _write(path: Path, query: str, header: Sequence[str] | None = None) -> Path:
    result = duckdb.sql(query.format(data=DATA))
    rows: Iterable[tuple[object, ...]] = result.fetchall()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header or result.columns)
        writer.writerows(rows)
    return path


def test_the_librarys_council_file_differs_from_the_record_only_where_the_record_says_so(
    tmp_path: Path, run_import: Import
) -> None:
    path = _write(tmp_path / "2026_02_06_sc_voting.csv", COUNCIL, SECURITY_COUNCIL_2026)
    status, said, _ = run_import(path, "--dry-run")
    assert status == 0
    assert "2,797 vote events with 41,079 votes" in said
    assert "new          0 vote events" in said
    assert "changed      0 values" in said
    assert "conflicting  0 values" in said
    assert "differences that the record already notes" in said


def test_the_librarys_assembly_file_agrees_with_the_record(tmp_path: Path, run_import: Import) -> None:
    path = _write(tmp_path / "2026_02_06_ga_voting.csv", ASSEMBLY, GENERAL_ASSEMBLY_2026)
    status, said, _ = run_import(path, "--dry-run")
    assert status == 0
    assert "5,539 vote events with 917,380 votes" in said
    assert "new          0 vote events" in said
    assert "conflicting  0 values" in said


def test_every_stored_roll_call_of_voteview_matches_its_printed_totals(tmp_path: Path, run_import: Import) -> None:
    status, said, _ = run_import(
        _write(tmp_path / "votes.csv", VOTEVIEW_VOTES),
        _write(tmp_path / "rollcalls.csv", VOTEVIEW_ROLLCALLS),
        DATA / "congress" / "voteview_members.csv",
    )
    record = open_record()
    assert status == 0
    assert "new          2,314 vote events (us-house 304, us-senate 2,010)" in said
    assert not [event.id for event in record.vote_events("us-senate") if event.outcome == "unknown"]
    assert max(event.members or 0 for event in record.vote_events("us-senate")) == 100
    assert not {member for member in record.members if member.startswith("ICPSR999")}


def test_every_state_of_voetens_roll_calls_is_known(tmp_path: Path, run_import: Import) -> None:
    status, said, _ = run_import(
        _write(tmp_path / "unvotes.csv", UNVOTES_VOTES), _write(tmp_path / "roll_calls.csv", UNVOTES_ROLL_CALLS)
    )
    assert status == 0
    assert "6,203 vote events with 870,109 votes" in said
    assert "members      0" not in said
    assert len(open_record().vote_events("unga-roll-calls")) == 6203
