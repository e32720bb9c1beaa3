"""Score `onrecord check` on labelled passages and refuse a fall below the last landed score.

`python benchmarks/gold.py FOLDER` runs FOLDER/score.py on FOLDER/dev.jsonl; `--land` writes the new figures
to benchmarks/gold.json, which is what the next run is held against.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

LANDED = Path(__file__).with_name("gold.json")
SHARES = ("recall", "precision", "verdict", "event", "end_to_end")
SLACK = 0.01
COMMAND = f"{Path(sys.executable).with_name('onrecord')} check --jsonl - --format jsonl"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--land", action="store_true", help="write the figures as the ones to hold to")
    options = parser.parse_args()
    score = measure(options.folder)
    print(json.dumps(score))
    if options.land:
        LANDED.write_text(json.dumps(score, indent=2) + "\n", encoding="utf-8")
        return 0
    return compare(score, json.loads(LANDED.read_text(encoding="utf-8")))


def measure(folder: Path) -> dict[str, float]:
    """The scorer's last line."""
    run = subprocess.run(
        [sys.executable, str(folder / "score.py"), str(folder / "dev.jsonl"), "--command", COMMAND],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        sys.exit(f"the scorer failed: {run.stderr or run.stdout}")
    score: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return score


def compare(score: dict[str, float], landed: dict[str, float]) -> int:
    fallen = [f"{name} {score[name]} below {landed[name]}" for name in SHARES if score[name] < landed[name] - SLACK]
    if fallen:
        print(f"gold score fell: {', '.join(fallen)}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
