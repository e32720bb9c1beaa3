"""Reading plus checking against spaCy's blank English tokenizer on the same text, in one run, on one core.

`python benchmarks/check_speed.py` needs the extra `benchmarks`. It prints ratios for articles dense with claims and
for articles with nothing to check, with the tokenizer's cache cold (words met for the first time) and warm, and the
time and peak memory for texts of 1 KB to `--largest` MB. Nothing here is asserted: read the ratios.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial

import spacy

from onrecord.checking.check import Checker, shared_checker

DENSE = (
    "On Wednesday the United States vetoed a draft resolution on Gaza that ten elected members had tabled. The other "
    "14 members of the Security Council voted in favour. It was the fourth American veto since October 2023. In March "
    "2024 the Council had adopted resolution 2728 by 14 votes to none, with the United States abstaining. Russia and "
    "China vetoed an American text on 22 March 2024, by eleven votes to three with Guyana abstaining. "
)
EMPTY = (
    "The baker opens at six and sells out before nine. Her sourdough keeps for a week, she says, if it is wrapped in "
    "linen and not put near the stove. In the afternoon she mends clocks, most of them older than the shop, and in "
    "winter she teaches the neighbours' children to carve spoons from birch. Rain is forecast for the weekend. "
)
WHEN = date(2024, 11, 22)
RUNS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=float, default=5.0, help="megabytes of the largest text (50 takes minutes)")
    options = parser.parse_args()
    checker = shared_checker()
    checker.check(DENSE, date=WHEN)
    print("ratio of onrecord's time to the tokenizer's (at most 5 is wanted on dense, at most 0.1 on empty articles)")
    for name, text in (("dense", DENSE * 20), ("empty", EMPTY * 20)):
        ours = median(partial(checker.check, text, date=WHEN))
        warm_tokenizer = spacy.blank("en")
        warm_tokenizer.make_doc(text)
        warm = median(partial(warm_tokenizer.make_doc, text))
        cold = median_cold(text)
        print(f"  {name:5}  {len(text):>7} characters  warm {ours / warm:8.2f}  cold {ours / cold:8.2f}")
    scale(checker, options.largest)


def median(call: Callable[[], object]) -> float:
    """Seconds of processor time."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return max(statistics.median(times), 1e-9)


def median_cold(text: str) -> float:
    """The tokenizer's time for words that it has not met."""
    times = []
    for _ in range(RUNS):
        tokenizer = spacy.blank("en")
        start = time.process_time()
        tokenizer.make_doc(text)
        times.append(time.process_time() - start)
    return statistics.median(times)


def scale(checker: Checker, largest: float) -> None:
    print("dense text by size: seconds, microseconds a character, peak memory so far")
    size = 1_000
    while size <= largest * 1_000_000:
        text = (DENSE * (size // len(DENSE) + 1))[:size]
        start = time.process_time()
        checker.check(text, date=WHEN)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  {size:>11,}  {seconds:9.3f} s  {seconds / size * 1e6:7.2f} us  {peak:8.0f} MB")
        size *= 10


if __name__ == "__main__":
    main()
