"""Compiling gives the same bytes every time, the shipped tables, and clear errors where a source or master is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.errors import InputError
from onrecord.record.compiling import (
    assembly,
    council_additions,
    council_disagreements,
    figures,
    names,
    reading,
    topics,
)
from onrecord.record.compiling import compile as compiling
from onrecord.record.compiling.assembly import agenda_item, short_title
from onrecord.record.compiling.compile import compile_record
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.questions import WITH_THE_RECORD, Question
from onrecord.record.schema import TABLES
from onrecord.record.store import Record


@pytest.fixture(scope="module")
def compiled(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    compile_record(published, folder)
    return folder


def test_compiling_twice_gives_the_same_bytes(published: Path, compiled: Path, tmp_path: Path) -> None:
    compile_record(published, tmp_path)
    names_of_files = sorted(path.name for path in compiled.iterdir())
    assert names_of_files == sorted(path.name for path in tmp_path.iterdir())
    assert all((compiled / name).read_bytes() == (tmp_path / name).read_bytes() for name in names_of_files)


@pytest.mark.parametrize("table", list(TABLES))
def test_the_shipped_tables_are_what_the_sources_and_masters_give(record: Record, compiled: Path, table: str) -> None:
    fresh = Record(Layers((compiled,)))
    assert fresh.table(table).fetchall() == record.table(table).fetchall()
    assert fresh.version == record.version


def test_the_shipped_files_are_those_of_a_compile(compiled: Path) -> None:
    assert sorted(path.name for path in SHIPPED.iterdir()) == sorted(path.name for path in compiled.iterdir())


@pytest.mark.parametrize("question", WITH_THE_RECORD, ids=lambda question: question.name)
def test_the_shipped_answers_are_those_of_a_compile(compiled: Path, question: Question) -> None:
    assert (SHIPPED / question.file).read_bytes() == (compiled / question.file).read_bytes()


@pytest.fixture
def masters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the masters to spoil."""
    copy = tmp_path / "masters"
    shutil.copytree(reading.MASTERS, copy)
    for module in (assembly, compiling, council_additions, council_disagreements, figures, names, reading, topics):
        monkeypatch.setattr(module, "MASTERS", copy)
    return copy


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(masters: Path) -> None:
        path = masters / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


SPOILED = [
    (lambda masters: (masters / "bodies.yml").unlink(), "bodies.yml: no such file"),
    (_replace("bodies.yml", "- id: unsc", "- id: [unsc"), "bodies.yml: not readable as YAML"),
    (
        _replace("bodies.yml", "  complete_to: 2026-04-07", "  complete_to: soon"),
        "complete_to of unsc is 'soon'; expected a day",
    ),
    (_replace("sources.yml", "  publisher: Felix Haaß\n", ""), "sources.yml: haass has no 'publisher'"),
    (_replace("sources.yml", "  terms: MIT", "  licence: MIT"), "haass has"),
    (_replace("topics/mali.yml", "id: mali", "id: benin"), "its id is 'benin'; it must be the file's name"),
    (_replace("topics/mali.yml", "S/RES/2056", "S/RES/20566"), "S/RES/20566 is no vote event of the record"),
    (
        _replace("topics/mali.yml", 'scope: "core"', 'scope: "inner"'),
        "scope of S/RES/2056 is 'inner'; expected core or wider",
    ),
    (_replace("topics/mali.yml", "missing_from_record: []", ""), "mali has no 'missing_from_record'"),
    (
        _replace("topics/mali.yml", 'note: "the situation', 'nota: "the situation'),
        "has 'nota', which means nothing here",
    ),
    (
        _replace("counting_rules.yml", "from: library_list", "from: memory"),
        "dhl_list is from 'memory'; expected library_list",
    ),
    (_replace("counting_rules.yml", "  reference:", "  referred:"), "dhl_list has no 'reference'"),
    (_replace("corrections.csv", "S/RES/2763", "S/RES/27630"), "S/RES/27630 is no vote event"),
    (_replace("corrections.csv", "vote:UKR", "vote:ATL"), "cannot correct 'vote:ATL'"),
    (_replace("corrections.csv", "A/RES/37/84", "A/RES/37/840"), "A/RES/37/840 is no vote event"),
    (_replace("corrections.csv", "A/RES/37/84,date", "A/RES/37/84,title"), "cannot correct 'title'"),
    (_replace("corrections.csv", "field", "column"), "corrections.csv: no column 'field'"),
    (_replace("disagreements.csv", "S/RES/1287", "S/RES/12870"), "S/RES/12870 is no vote event"),
    (_replace("disagreements.csv", "A/RES/61/295,vote:MNE", "A/RES/61/2950,vote:MNE"), "the record has no 'vote:MNE'"),
    (_replace("disagreements.csv", "vote:IRQ", "vote:IRK"), "the record has no 'vote:IRK' of A/RES/ES-10/21"),
    (
        _replace("missing_votes.csv", ",S/RES/2728,", ",S/RES/27280,"),
        "comes before 'S/RES/27280', which is no vote event",
    ),
    (_replace("missing_votes.csv", "2024-03-25,amendment", "25 March,amendment"), "date is '25 March'; expected a day"),
    (
        _replace("aliases.csv", "-,American Samoa,", "-,American, Samoa,"),
        "not as many values as the header has columns",
    ),
]


@pytest.mark.parametrize(("spoil", "said"), SPOILED, ids=[said for _, said in SPOILED])
def test_a_spoiled_master_is_refused_with_file_and_place(
    published: Path, masters: Path, tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(masters)
    with pytest.raises(InputError) as refused:
        compile_record(published, tmp_path / "out")
    assert said in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_a_source_that_is_missing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["compile", str(tmp_path / "empty"), str(tmp_path / "out")]) == 2
    assert "sc_votes.csv: no such file" in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []


def test_a_record_that_breaks_an_invariant_is_not_written(
    published: Path, masters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _replace("sponsors.csv", "S/1125@1948-12-17,SYR", "S/1125@1948-12-17,ATL")(masters)
    assert main(["compile", str(published), str(tmp_path / "out")]) == 2
    assert "'ATL' is not in members" in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Land reform : resolution / adopted by the General Assembly", "Land reform"),
        ("Land reform : resolution /  adopted by the General Assemly.", "Land reform"),
        ("Land reform : resolutions / adopted by the General Assembly.", "Land reform"),
        ("Land reform : new ways : resolution / by the General Assembly", "Land reform : new ways"),
        (
            "Decisions adopted by the General Assembly at its 10th session",
            "Decisions adopted by the General Assembly at its 10th session",
        ),
        ("Land reform", "Land reform"),
    ],
)
def test_the_assembly_s_titles_are_cut_to_what_they_are_about(printed: str, title: str) -> None:
    assert short_title(printed) == title


@pytest.mark.parametrize(
    ("printed", "item"),
    [
        ("N/A", None),
        ("A/9751 45 Operational activities for development.", "Operational activities for development"),
        (
            "A/65/251 97v Southern hemisphere areas. SOUTHERN HEMISPHERE--NUCLEAR-WEAPON-FREE ZONES",
            "Southern hemisphere areas",
        ),
        (
            "A/65/251 67 Right of peoples. SELF-DETERMINATION OF PEOPLES | A/65/251 67[1] MERCENARIES",
            "Right of peoples",
        ),
    ],
)
def test_the_assembly_s_agenda_items_are_without_symbols_and_index_terms(printed: str, item: str | None) -> None:
    assert agenda_item(printed) == item
