"""Hold articles against the record: what each asserts that the record can settle, and whether it is so.

An article is a file (plain text, Markdown or HTML), standard input (`-`), or a line of JSON lines with `id` and
`text`, optionally `date`, `title`, `url` and `source`. Exit status: 0 done; 1 with --strict when something is
contradicted; 2 when an input or an argument is unusable (the other articles are still answered).

Examples:
  onrecord check column.txt
  onrecord check --format html --output answer.html column.html
  onrecord check --jsonl articles.jsonl --format jsonl
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from onrecord.commands.arguments import day
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.report.answers import Answer, Refusal, Source, Wish
    from onrecord.report.formats import Report, Totals

_FORMATS = ("text", "html", "json", "jsonl", "claimreview", "annotations")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="articles to check; - for standard input")
    parser.add_argument("--jsonl", metavar="PATH", help="articles as JSON lines; - for standard input")
    parser.add_argument(
        "--date", type=day, metavar="YYYY-MM-DD", help="when the articles appeared, where a line gives no date itself"
    )
    parser.add_argument("--format", choices=_FORMATS, default="text", help="what to write (default: text)")
    parser.add_argument("--output", metavar="PATH", help="where to write it (default: -, standard output)")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 when something is contradicted")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes to use (default: 1)")


def run(options: argparse.Namespace) -> int:
    if not options.paths and options.jsonl is None:
        raise InputError("nothing to check: name a file, - for standard input, or --jsonl PATH")
    if [*options.paths, options.jsonl].count("-") > 1:
        raise InputError("standard input can be read only once")
    from onrecord.checking.finding import Verdict
    from onrecord.report.answers import Wish, prepare
    from onrecord.report.output import open_output, style_for

    with open_output(options.output, options.format) as stream:
        wish = Wish(options.format, options.date, style_for(stream))
        report = prepare(wish)
        with closing(_answers(options, wish)) as answers:
            answered = _Answered(answers, hide_progress=stream.isatty())
            totals = _write(report, answered, stream)
    if answered.refused:
        return 2
    return 1 if options.strict and totals.verdicts[Verdict.CONTRADICTED] else 0


class _Answered:
    """The answers that are ones, in order; each refusal goes to standard error as it comes."""

    def __init__(self, answers: Iterator[Answer | Refusal], hide_progress: bool) -> None:
        from onrecord.report.output import Progress

        self._answers = answers
        self._progress = Progress(hide_progress)
        self.refused = 0

    def __iter__(self) -> Iterator[Answer]:
        from onrecord.report.answers import Refusal
        from onrecord.report.folding import printable

        for answer in self._answers:
            self._progress.step()
            if isinstance(answer, Refusal):
                self.refused += 1
                self._progress.clear()
                print(f"onrecord check: {printable(answer.message)}", file=sys.stderr)
            else:
                yield answer
        self._progress.clear()


def _answers(options: argparse.Namespace, wish: Wish) -> Generator[Answer | Refusal]:
    from onrecord.report.answers import Question, answer, prepare, weigh
    from onrecord.report.stream import Work, mapped

    work = Work(answer, partial(prepare, wish), weigh)
    questions = (Question(place, source) for place, source in enumerate(_sources(options), start=1))
    return mapped(work, questions, options.jobs)


def _sources(options: argparse.Namespace) -> Iterator[Source]:
    """Every input in the order it was named; what cannot be opened is a refusal in its place."""
    from onrecord.reading.document import read_bytes
    from onrecord.reading.jsonl import open_lines, read_lines
    from onrecord.report.answers import Bytes, Refusal

    for path in options.paths:
        try:
            yield Bytes(path, read_bytes(path)) if path == "-" else path
        except InputError as error:
            yield Refusal(str(error))
    if options.jsonl is not None:
        try:
            with open_lines(options.jsonl) as lines:
                yield from read_lines(lines, options.jsonl)
        except InputError as error:
            yield Refusal(str(error))


def _write(report: Report, answered: _Answered, stream: TextIO) -> Totals:
    from onrecord.report.formats import Totals, headline

    totals = Totals()
    answers = iter(answered)
    # Only a report with a title may wait for a second document: a caller may send one line and wait for its answer.
    first = [*islice(answers, 2)] if report.has_title else []
    stream.write(report.start(headline(answer.title for answer in first)))
    gap = ""
    for answer in chain(first, answers):
        if answer.rendered:
            stream.write(gap + answer.rendered)
            stream.flush()
            gap = report.separator
        totals.add(answer.verdicts)
    stream.write(report.finish(totals))
    return totals


def _jobs(value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 256:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of processes from 1 to 256")
    return int(value)
