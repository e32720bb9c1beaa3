"""Reading plus checking against spaCy's blank English tokenizer on the same texts, in one run, on one core.

`python benchmarks/check_speed.py` needs the extra `benchmarks`. It prints ratios for articles dense with claims, for
articles with nothing to check and for articles that only sound like it. spaCy remembers words that it has met, so each
ratio is given for a tokenizer that has read these very texts, one that has read others, and a fresh one for each text;
the passages of `tests/passages` are texts in which both sides meet new words. Then time and peak memory for texts of
1 KB to `--largest` MB. Nothing here is asserted: read the ratios.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import spacy

from onrecord.checking.check import Checker, shared_checker

PASSAGES = Path(__file__).resolve().parents[1] / "tests" / "passages"
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
QUIET = (
    "Our side lost again, and the trainer blamed the pitch. “We’ll be back,” he promised, though nobody had asked. The "
    "keeper let three through his legs before half-time; a fourth went in off the linesman’s flag. ",
    "Fry the onions gently until they turn gold, then add garlic, cumin and a spoonful of tomato paste. Chickpeas go "
    "in last. Serve with flat bread, lemon and plenty of parsley, which in France they would call excessive. ",
    "The observatory at the edge of the desert closes its dome this spring. Engineers found cracks in the mirror's "
    "mount, and a new one would cost more than the telescope did in 1987, the institute's bursar told us. ",
    "Prices for used bicycles rose by 12 percent last year. Dealers in Lyon and Turin speak of a shortage of frames; "
    "a courier we met outside the station had repaired his chain with a paper clip and a shoelace. ",
)
SOUNDS_LIKE_IT = (
    "The city council voted on Tuesday to close the swimming pool. Nine councillors were in favour, four against; the "
    "mayor, who had threatened a veto, said that the resolution would cost two million a year. Swimmers booed. ",
    "Three people died and eleven were injured when a bus left the road near Kyoto. The driver, police said, had been "
    "awake for nineteen hours. The company's membership of the safety scheme had lapsed in the spring. ",
)
WHEN = date(2024, 11, 22)
RUNS = 5
PASSAGES_TIMED = 25
"""A fresh tokenizer for each takes a while to make."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=float, default=5.0, help="megabytes of the largest text (50 takes minutes)")
    options = parser.parse_args()
    checker = shared_checker()
    passages = [
        json.loads(line)["text"]
        for file in sorted(PASSAGES.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    for text in passages:
        checker.check(text, date=WHEN)
    print("ratio of onrecord's time to the tokenizer's (at most 5 is wanted on dense, at most 0.1 on empty articles)")
    print(f"{'':24} {'texts':>5} {'characters':>10} {'us/char':>8}   {'same texts':>10} {'others':>10} {'fresh':>10}")
    compare("dense, repeated", [DENSE * 20], passages, checker)
    some = passages[:: len(passages) // PASSAGES_TIMED]
    others = [passage for passage in passages if passage not in some]
    compare("dense, passages", some, others, checker)
    compare("dense, passages joined", ["\n\n".join(some)], others, checker)
    compare("empty, repeated", [EMPTY * 20], passages, checker)
    compare("empty, varied", [quiet * 10 for quiet in QUIET], passages, checker)
    compare("sounds like it", [text * 10 for text in SOUNDS_LIKE_IT], passages, checker)
    scale(checker, options.largest)


def compare(name: str, texts: Sequence[str], others: Sequence[str], checker: Checker) -> None:
    """One row: our time against that of a tokenizer that knows the texts, one that knows others, and new ones."""
    ours = median(lambda: [checker.check(text, date=WHEN) for text in texts])
    knowing = tokenizer(texts)
    same = median(lambda: [knowing(text) for text in texts])
    elsewhere = median_of(lambda: [tokenizer(others)] * len(texts), texts)
    fresh = median_of(lambda: [tokenizer() for _ in texts], texts)
    characters = sum(map(len, texts))
    print(
        f"{name:24} {len(texts):>5} {characters:>10,} {ours / characters * 1e6:8.3f}   "
        f"{ours / same:>10.2f} {ours / elsewhere:>10.2f} {ours / fresh:>10.2f}",
        flush=True,
    )


def tokenizer(known: Sequence[str] = ()) -> Callable[[str], object]:
    """spaCy's, which has read the texts that it is given."""
    make_doc: Callable[[str], object] = spacy.blank("en").make_doc
    for text in known:
        make_doc(text)
    return make_doc


def median(call: Callable[[], object]) -> float:
    """Seconds of processor time."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return max(statistics.median(times), 1e-9)


def median_of(tokenizers: Callable[[], list[Callable[[str], object]]], texts: Sequence[str]) -> float:
    """Seconds that new tokenizers, one for each text, take to cut the texts; making them is not counted."""
    times = []
    for _ in range(RUNS):
        ready = tokenizers()
        start = time.process_time()
        for make_doc, text in zip(ready, texts, strict=True):
            make_doc(text)
        times.append(time.process_time() - start)
    return max(statistics.median(times), 1e-9)


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
