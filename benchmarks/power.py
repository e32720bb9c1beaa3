"""Voting power and replays as ratios against peers, measured in one run: `python benchmarks/power.py`.

Peers are the packages `powerindex`, `powerindices` and `tucoopy` (pip install 'onrecord[benchmarks]'), each in a
process of its own with a limit of time and memory, so that one that cannot do the work says so. Exit status 1 where a
bar is missed. `--limit 60` cuts the slowest peer short; the ratio is then a lower bound.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.scenarios import Replay

MEMORY = 6 << 30
_MINUTES = 5
PEERS = ("powerindex", "powerindices", "tucoopy")
RULES = (
    "unsc", "no-veto", "two-vetoes", "restraint", "g4", "ezulwini", "uniting-for-consensus", "intermediate",
)  # fmt: skip
OWN_RULES = {
    "three-vetoes": "veto: {needed: 3}",
    "two-thirds": "veto: ~\n    carried_by: {at_least: 2/3}",
}
"""Two rules more, so that there are ten."""


@dataclass(frozen=True, slots=True)
class Task:
    name: str
    index: str
    quota: int
    weights: tuple[int, ...]
    ratio: float | None = None
    """How many times faster than the fastest peer that gets it right we have to be."""
    seconds: float | None = None
    """How long we may take."""
    peers: bool = True


def tasks() -> list[Task]:
    from onrecord.rules import decision_rule

    college = tuple(decision_rule("us-electoral-college", date(2024, 11, 5)).weights["electors"].values())
    fund = tuple(decision_rule("imf", date(2024, 2, 1)).weights["votes"].values())
    votes = sum(fund)
    council = (7,) * 5 + (1,) * 10
    return [
        Task("Council", "shapley-shubik", 39, council),
        Task("Council", "banzhaf-normalised", 39, council),
        Task("Electoral College", "shapley-shubik", 270, college, ratio=50),
        Task("Electoral College", "banzhaf-normalised", 270, college),
        Task("Fund, half of the votes", "banzhaf-normalised", votes // 2 + 1, fund, ratio=300),
        Task("Fund, half of the votes", "shapley-shubik", votes // 2 + 1, fund, seconds=60),
        Task("Fund, 70 per cent", "shapley-shubik", -(-votes * 70 // 100), fund, seconds=60, peers=False),
        Task("Fund, 85 per cent", "shapley-shubik", -(-votes * 85 // 100), fund, seconds=60, peers=False),
    ]


def ours(task: Task) -> list[float]:
    from onrecord.power import measure, weighted

    return [float(value) for value in measure(weighted(task.quota, task.weights), [task.index]).values[task.index]]


def theirs(peer: str, task: Task) -> list[float]:
    weights = list(task.weights)
    shapley = task.index == "shapley-shubik"
    if peer == "powerindex":
        import powerindex

        game = powerindex.Game(task.quota, weights)
        game.calc_shapley_shubik() if shapley else game.calc_banzhaf()
        return list(game.shapley_shubik if shapley else game.banzhaf)
    if peer == "powerindices":
        import powerindices

        compute = powerindices.compute_ssi if shapley else powerindices.compute_pbi
        return list(map(float, compute(task.quota, weights)))
    from tucoopy.power import banzhaf_index_weighted_voting, shapley_shubik_index_weighted_voting

    compute = shapley_shubik_index_weighted_voting if shapley else banzhaf_index_weighted_voting
    return list(map(float, compute(weights, task.quota)))


def run(task: Task, peer: str, limit: float) -> tuple[float, list[float] | str]:
    """Seconds and values of one peer, or why there are none; it is stopped after `limit` seconds."""
    receiver, sender = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=_child, args=(sender, task, peer))
    process.start()
    sender.close()
    started = time.perf_counter()
    if not receiver.poll(limit):
        process.kill()
        process.join()
        return time.perf_counter() - started, f"stopped after {limit:.0f} s"
    try:
        answer: tuple[float, list[float] | str] = receiver.recv()
    except EOFError:
        answer = (time.perf_counter() - started, "died")
    process.join()
    return answer


def _child(sender: Connection, task: Task, peer: str) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    started = time.perf_counter()
    try:
        values = theirs(peer, task)
        seconds = time.perf_counter() - started
        if seconds < 1:
            seconds = min(seconds, *_timed(lambda: theirs(peer, task), 5))
        sender.send((seconds, values))
    except Exception as error:
        sender.send((time.perf_counter() - started, f"{type(error).__name__}: {error}"[:60]))


def _timed(work: Callable[[], object], rounds: int) -> list[float]:
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return seconds


def compare(task: Task, limit: float) -> bool:
    """Print one task's line for each side; whether its bar is met."""
    values = ours(task)
    first = _timed(lambda: ours(task), 1)
    mine = min(first + (_timed(lambda: ours(task), 10) if first[0] < 1 else []))
    print(f"\n{task.name}, {task.index}, {len(task.weights)} members, quota {task.quota:,}", flush=True)
    print(f"  {'onrecord':<13}{mine:>12.5f} s   exact")
    best = None
    for peer in PEERS if task.peers else ():
        seconds, answer = run(task, peer, limit if task.seconds is None else min(limit, task.seconds))
        if isinstance(answer, str):
            said, counts = answer, answer.startswith("stopped")
        else:
            counts = _agree(answer, values, task.index)
            said = f"{'agrees' if counts else 'WRONG'}, {seconds / mine:,.0f} times ours"
        print(f"  {peer:<13}{seconds:>12.5f} s   {said}", flush=True)
        if counts:
            best = seconds if best is None else min(best, seconds)
    met = True
    if task.ratio is not None:
        met = best is not None and best / mine >= task.ratio
        print(f"  bar: {task.ratio:.0f} times faster than the fastest that gets it right: {'met' if met else 'MISSED'}")
    if task.seconds is not None:
        met = mine <= task.seconds
        print(f"  bar: within {task.seconds:.0f} s: {'met' if met else 'MISSED'}")
    return met


def thousand() -> bool:
    """A thousand members, which no peer can do: two majorities at once, all indices under one; exact, in minutes."""
    from onrecord.power import Bar, Every, Game, measure

    members = range(1000)
    alike, people = (1,) * 1000, tuple(1 + member * 7 % 200 for member in members)
    first, second = tuple(1 + member % 32 for member in members), tuple(1 + member // 32 for member in members)
    ten = tuple(1 + member % 10 for member in members)
    rules = [
        ("55 per cent of members, 65 per cent of 100,500 people", (alike, people), (55, 65), ["shapley-shubik"]),
        ("the same, without sizes", (alike, people), (55, 65), ["banzhaf", "coleman-prevent"]),
        ("two thirds of one weight, 60 per cent of another, no two alike", (first, second), (67, 60), ["banzhaf"]),
        ("half of 100,500 people", (people,), (50,), ["shapley-shubik", "banzhaf", "public-good", "shift"]),
        ("half of ten weights", (ten,), (50,), ["deegan-packel"]),
        ("half of ten weights", (ten,), (50,), ["johnston"]),
    ]
    met = True
    for title, rows, shares, indices in rules:
        quotas = (-(-sum(row) * share // 100) for row, share in zip(rows, shares, strict=True))
        game = Game(tuple(map(str, members)), rows, Every(tuple(Bar(place, own) for place, own in enumerate(quotas))))
        started = time.perf_counter()
        power = measure(game, indices)
        seconds = time.perf_counter() - started
        own = not power.left_out and seconds <= _MINUTES * 60
        met = met and own
        print(f"\n1,000 members, {title}: {', '.join(indices)}\n  onrecord     {seconds:>12.5f} s   exact")
        print(f"  bar: within {_MINUTES} minutes: {'met' if own else 'MISSED'}", flush=True)
    return met


def _agree(theirs: Sequence[float], ours: Sequence[float], index: str) -> bool:
    """Whether the values are the same to six places; some peers give the Banzhaf index in absolute terms only."""
    total = sum(theirs) if index == "banzhaf-normalised" else 1.0
    if len(theirs) != len(ours) or not total > 0:
        return False
    return max(abs(left / total - right) for left, right in zip(theirs, ours, strict=True)) < 1e-6


def replays() -> bool:
    """All recorded votes of the Council under ten rules, as a process from start to end, in turn with a cold show.

    Nothing is kept from an earlier run: the user's folder is empty at the start.
    """
    import onrecord
    from onrecord.scenarios import recorded_ballots, replay_ballots

    with tempfile.TemporaryDirectory() as folder:
        rules = [*RULES, *(str(_written(Path(folder), name)) for name in OWN_RULES)]
        record = onrecord.open()
        counted = recorded_ballots(record)

        def ten() -> list[Replay]:
            return [replay_ballots(record, rule, counted) for rule in rules]

        decided = min(_timed(ten, 7))
        in_words = min(_timed(lambda: [found.flips for found in ten()], 7))
        commands = {"show": (*_COLD, "show", "S/RES/2728"), "replay": (*_COLD, "replay", "--rule", ",".join(rules))}
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        empty = {"ONRECORD_DATA": str(Path(folder) / "user")}
        for _ in range(_PAIRS):
            for name, command in commands.items():
                started = time.perf_counter()
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **empty})
                seconds[name].append(time.perf_counter() - started)
    show, replay = (sorted(seconds[name]) for name in ("show", "replay"))
    print(f"\nReplay of {len(counted.each):,} votes under {len(rules)} rules")
    print(f"  the votes at hand: decided          {decided:.5f} s")
    print(f"  and each that changes put in words  {in_words:.5f} s")
    print(f"  onrecord replay --rule, ten rules   {replay[0]:.5f} s, median {statistics.median(replay):.5f}")
    print(f"  onrecord show S/RES/2728            {show[0]:.5f} s, median {statistics.median(show):.5f}")
    met = statistics.median(replay) < statistics.median(show)
    print(f"  bar: less time, Python's start and reading the record included: {'met' if met else 'MISSED'}")
    return met


_PAIRS = 15
_COLD = (sys.executable, "-c", "import sys; from onrecord.cli import main; sys.exit(main())")


def _written(folder: Path, name: str) -> Path:
    path = folder / f"{name}.yml"
    rule = f"id: {name}\nname: {name}\namends: unsc\nmatters:\n  substantive:\n    {OWN_RULES[name]}\n"
    path.write_text(rule, encoding="utf-8")
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=float, default=600, metavar="SECONDS", help="for each peer (default: 600)")
    parser.add_argument("--quick", action="store_true", help="leave out the Fund and the thousand members")
    options = parser.parse_args(arguments)
    met = [replays()]
    if not options.quick:
        met.append(thousand())
    met += [compare(task, options.limit) for task in tasks() if not (options.quick and task.name.startswith("Fund"))]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
