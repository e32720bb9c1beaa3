"""The record's speed as ratios against a peer, measured in one run: `python benchmarks/record.py`.

`onrecord --help` against `import argparse`, a cold `onrecord show` against `import duckdb`, the Assembly's agreement
matrix against the plain SQL self-join. The best of several rounds is taken, the two sides in turn, so that what else
the machine does weighs on both alike. Exit status 1 where a bar is missed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

# Threads of the matrix product and of DuckDB would wait for each other on a machine with few cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROUNDS = 12
SELF_JOIN = """
    select a.member, b.member, count(*), count(*) filter (a.option = b.option)
    from votes a join votes b using (vote_event)
    where a.option <> 'not voting' and b.option <> 'not voting'
      and vote_event in (select id from vote_events where body = 'unga')
    group by all
"""


def python(*arguments: str) -> Callable[[], None]:
    """A cold start of this Python."""

    def start() -> None:
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)

    return start


def onrecord(*arguments: str) -> Callable[[], None]:
    return python("-c", "import sys; from onrecord.cli import main; sys.exit(main(sys.argv[1:]))", *arguments)


def best(sides: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Least seconds of each side, taken in turn."""
    least = [float("inf")] * len(sides)
    for _ in range(rounds):
        for place, side in enumerate(sides):
            started = time.perf_counter()
            side()
            least[place] = min(least[place], time.perf_counter() - started)
    return least


def matrix_and_self_join() -> tuple[Callable[[], object], Callable[[], object]]:
    """Both on tables that are at hand: the matrix from Parquet, the self-join from copies in memory."""
    from onrecord.record.layers import SHIPPED, Layers
    from onrecord.record.store import Record

    record = Record(Layers((SHIPPED,)))
    record.sql("select 1").fetchall()
    return lambda: record.agreement_matrix("unga"), lambda: record.sql(SELF_JOIN).fetchall()


def main() -> int:
    """Print one line a bar; 1 where one is missed."""
    matrix, self_join = matrix_and_self_join()
    bars = [
        ("onrecord --help / import argparse", onrecord("--help"), python("-c", "import argparse"), ROUNDS, 2.0, True),
        (
            "onrecord show S/RES/2803 / import duckdb",
            onrecord("show", "S/RES/2803"),
            python("-c", "import duckdb"),
            ROUNDS,
            2.5,
            True,
        ),
        ("SQL self-join / agreement matrix", self_join, matrix, 4, 5.0, False),
    ]
    missed = 0
    for title, ours, peer, rounds, bar, at_most in bars:
        one, other = best((ours, peer), rounds)
        ratio = one / other
        held = ratio <= bar if at_most else ratio >= bar
        missed += not held
        limit = f"{'at most' if at_most else 'at least'} {bar:g}"
        verdict = "held" if held else "MISSED"
        print(f"{title}: {ratio:.2f} ({1000 * one:.0f} ms / {1000 * other:.0f} ms; {limit}: {verdict})")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
