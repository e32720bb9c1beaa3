"""Any other table, long or wide, read by the mapping given on the command line."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path

from onrecord.record.model import Option, Outcome
from onrecord.record.store import open_record

from .builders import COUNCIL_2024, write
from .conftest import Import

LONG = """\
Nr;Datum;Land;Stimme;Titel;Ergebnis
7;01.05.2020;Bund;ja;Ein Antrag;adopted
7;01.05.2020;Hessen;nein;Ein Antrag;adopted
8;02.05.2020;Bund;abwesend;Noch einer;
8;02.05.2020;Hessen;-;Noch einer;
"""
LONG_ARGUMENTS = shlex.split(
    "--body laender --body-name Länderkammer --map vote_event=Nr --map date=Datum --map member=Land "
    "--map option=Stimme --map title=Titel --map outcome=Ergebnis --date-format %d.%m.%Y "
    "--options 'ja=yes,nein=no,abwesend=not voting,-=none'"
)


def test_a_long_table_becomes_a_body_that_can_be_asked(tmp_path: Path, run_import: Import) -> None:
    path = write(tmp_path, "laender.csv", LONG)
    status, _, errors = run_import(path, *LONG_ARGUMENTS)
    record = open_record()
    first, second = record.vote_events("laender")
    assert (status, errors) == (0, "")
    assert record.bodies["laender"].name == "Länderkammer"
    assert (first.id, first.date, first.title, first.tally) == ("laender/7", date(2020, 5, 1), "Ein Antrag", "1-1-0")
    assert (first.outcome, second.outcome) == (Outcome.ADOPTED, Outcome.UNKNOWN)
    assert record.votes("laender/8") == {"laender:Bund": Option.NOT_VOTING}
    assert record.members["laender:Hessen"].name == "Hessen"


def test_a_wide_table_has_a_column_a_member(tmp_path: Path, run_import: Import) -> None:
    path = write(
        tmp_path, "wide.csv", "id,day,remark,Bund,Hessen,Bayern\n7,2020-05-01,x,yes,no,\n8,2020-05-02,,yes,,yes\n"
    )
    arguments = "--body laender --wide --map vote_event=id --map date=day --ignore remark"
    assert run_import(path, *arguments.split())[0] == 0
    record = open_record()
    assert record.votes("laender/7") == {"laender:Bund": Option.YES, "laender:Hessen": Option.NO}
    assert set(record.votes("laender/8")) == {"laender:Bund", "laender:Bayern"}


def test_states_of_a_new_body_are_the_records_members(tmp_path: Path, run_import: Import) -> None:
    path = write(
        tmp_path, "hrc.csv", "id,day,state,vote\nA/HRC/RES/1,2020-05-01,GERMANY,yes\nA/HRC/RES/1,2020-05-01,CUB,no\n"
    )
    arguments = "--body hrc --states --map vote_event=id --map date=day --map member=state --map option=vote"
    assert run_import(path, *arguments.split())[0] == 0
    assert open_record().votes("hrc/A/HRC/RES/1") == {"CUB": Option.NO, "DEU": Option.YES}


def test_a_table_of_the_councils_votes_must_have_the_members_that_sat(tmp_path: Path, run_import: Import) -> None:
    arguments = shlex.split("--body unsc --map vote_event=id --map date=day --map member=state --map option=vote")
    rows = [f"S/2024/9001@2024-06-05,2024-06-05,{code},yes" for code in COUNCIL_2024]
    whole = write(tmp_path, "whole.csv", "\n".join(["id,day,state,vote", *rows, ""]))
    lacking = write(tmp_path, "lacking.csv", "\n".join(["id,day,state,vote", *rows[1:], ""]))
    status, _, errors = run_import(lacking, *arguments)
    assert status == 2
    assert "14 members vote; expected 15, as the Council had on 2024-06-05" in errors
    assert run_import(whole, *arguments)[0] == 0
    assert open_record().vote_event("S/2024/9001@2024-06-05").yes == 15


def test_the_same_table_under_another_mapping_is_another_import(tmp_path: Path, run_import: Import) -> None:
    path = write(tmp_path, "table.csv", "id,day,state,vote,second\n1,2020-05-01,CUB,yes,no\n")
    common = "--body hrc --states --map vote_event=id --map date=day --map member=state --map option="
    assert run_import(path, *(common + "vote").split())[0] == 0
    _, said, _ = run_import(path, *(common + "second").split())
    assert "conflicting  1 values" in said
    assert "conflicting: hrc/1 vote:CUB: yes -> no" in said
    assert "imported already" in run_import(path, *(common + "vote").split())[1]


def test_a_vetoed_text_names_the_permanent_members_that_voted_against_it(tmp_path: Path, run_import: Import) -> None:
    rows = [
        f"S/2024/9001@2024-06-05,2024-06-05,{code},{'no' if code in ('RUS', 'DZA') else 'yes'},vetoed"
        for code in COUNCIL_2024
    ]
    path = write(tmp_path, "vetoed.csv", "\n".join(["id,day,state,vote,result", *rows, ""]))
    mapping = "--map vote_event=id --map date=day --map member=state --map option=vote --map outcome=result"
    assert run_import(path, "--body", "unsc", *mapping.split())[0] == 0
    event = open_record().vote_event("S/2024/9001@2024-06-05")
    assert (event.outcome, event.tally, event.vetoed_by) == (Outcome.VETOED, "13-2-0", ("RUS",))
