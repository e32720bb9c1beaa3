"""Answers that come with the record: rows of whole tables, asked of the compiled tables and written beside them."""

from __future__ import annotations

from pathlib import Path

from onrecord.record.datapackage import FILE, json_resource, read_description, to_json
from onrecord.record.kept import keep_rows
from onrecord.record.layers import Layers
from onrecord.record.questions import WITH_THE_RECORD
from onrecord.record.tables import Tables
from onrecord.record.tabular import replacing


def write_answers(folder: Path) -> None:
    """Write the answers to WITH_THE_RECORD into a folder of compiled tables, and describe them in its package."""
    tables = Tables(Layers((folder,)))
    description = read_description(folder)
    for question in WITH_THE_RECORD:
        keep_rows(folder / question.file, question.asked, tables.select(question))
        title = f"Rows of the tables at hand as {question.name.replace('-', ' ')}, which spare a query"
        description["resources"].append(json_resource(folder, question.file, title))
    with replacing(folder / FILE) as temporary:
        temporary.write_text(to_json(description), encoding="utf-8")
