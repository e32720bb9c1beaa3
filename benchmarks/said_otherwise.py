"""How far findings depend on how a text is put together: the same passages, said in ways that leave what they mean.

`python benchmarks/said_otherwise.py [--every N]` takes every N-th passage of `tests/passages`, changes each as named
below and prints how many of the findings are not made any more, or not with the same verdict and reason, and how many
contradictions are new. Some changes make bad English of some passages, so that none of these numbers reaches nought.
"""

from __future__ import annotations

import argparse
import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from onrecord.checking.check import Checker, shared_checker
from onrecord.reading.sentences import sentences

PASSAGES = Path(__file__).resolve().parents[1] / "tests" / "passages"
OPENING = re.compile(
    r"(?:It|They|This|That|In|On|The|A|An|Only|Then|There|No|Nobody|But|And|Yet|So|Not|All|Both|One|Two|Three|Four|Five|"
    r"Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|By|With|At|From|He|She|His|Her|Its|Their|We|Our|"
    r"What|When|After|Before)\b"
)
"""Words that are written small inside a sentence."""


def small(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:] if OPENING.match(sentence) else sentence


def joined(mark: str) -> Callable[[str], str]:
    """Every other full stop between two sentences of a line becomes the mark."""

    def change(text: str) -> str:
        spans = sentences(text)
        for place in range(len(spans) - 2, -1, -2):
            one, other = spans[place], spans[place + 1]
            stop = text[one.end - 1 : other.start]
            if stop == ". " and text[other.start].isalnum() and text[other.end - 1] != "?":
                text = text[: one.end - 1] + mark + small(text[other.start :])
        return text

    return change


def led(words: str) -> Callable[[str], str]:
    """Every longer statement opens with the words."""

    def change(text: str) -> str:
        for span in reversed(sentences(text)):
            said = text[span.start : span.end]
            if len(said) > 25 and said[0].isalnum() and not said.endswith("?") and ":" not in said[:25]:
                text = text[: span.start] + words + small(said) + text[span.end :]
        return text

    return change


CHANGES: dict[str, Callable[[str], str]] = {
    "as you will recall, …": led("As you will recall, "),
    "note that …": led("Note that "),
    "well, …": led("Well, "),
    "in the end …": led("In the end "),
    "…; …": joined("; "),
    "…, and …": joined(", and "),
    "… – …": joined(" – "),
    "in small letters": str.lower,
    "in capitals": str.upper,
    "in lines of 60": lambda text: "\n".join(textwrap.fill(line, 60) for line in text.split("\n")),
    "without articles": lambda text: re.sub(r"\b[Tt]he ", "", text),
}


def found(checker: Checker, text: str, day: str | None) -> Counter[tuple[str, str, str]]:
    findings = checker.check(text, date=date.fromisoformat(day) if day else None).findings
    return Counter((f.kind.value, f.verdict.value, f.reason) for f in findings)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=8)
    every = parser.parse_args().every
    lines = [line for file in sorted(PASSAGES.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    passages = [json.loads(line) for line in lines[::every]]
    checker = shared_checker()
    plain = [found(checker, p["text"], p.get("date")) for p in passages]
    for name, change in CHANGES.items():
        lost = new = total = 0
        for passage, before in zip(passages, plain, strict=True):
            changed = change(passage["text"])
            if changed == passage["text"]:
                continue
            after = found(checker, changed, passage.get("date"))
            total += before.total()
            lost += (before - after).total()
            new += sum(number for key, number in (after - before).items() if key[1] == "contradicted")
        print(f"{name:24} {lost:5} of {total} findings lost ({lost / max(total, 1):.1%}), {new} new contradictions")


if __name__ == "__main__":
    main()
