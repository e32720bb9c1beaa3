"""Peak memory of `onrecord check --jsonl - --format jsonl` over streams of growing length: it should not grow.

    python benchmarks/check_stream.py [--documents 1000 10000 100000] [--jobs 1]

Peak memory is the child's maximum resident set, from getrusage(2); with several jobs it is the largest process's.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from typing import IO

_DENSE = (
    "On 4 June 2025 the United States vetoed draft S/2025/353 on Gaza; the other 14 members voted in favour. "
    "It was document number {number} of a long stream."
)
_QUIET = "The town's bakers met on a Tuesday, as they do. It was document number {number} of a long stream."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    print(f"{'documents':>10} {'seconds':>8} {'a second':>9} {'peak MB':>8}")
    for documents in options.documents:
        seconds, peak = stream(documents, options.jobs)
        print(f"{documents:>10,} {seconds:>8.1f} {documents / seconds:>9,.0f} {peak / 1e6:>8.1f}", flush=True)


def stream(documents: int, jobs: int) -> tuple[float, int]:
    """Seconds and peak bytes of one run; a tenth of the documents hold something to check."""
    start = [sys.executable, "-c", "import sys; from onrecord.cli import main; sys.exit(main())"]
    command = [*start, "check", "--jsonl", "-", "--format", "jsonl", "--jobs", str(jobs)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stdin is not None
    feeder = threading.Thread(target=_feed, args=(process.stdin, documents))
    feeder.start()
    _, status, usage = os.wait4(process.pid, 0)
    feeder.join()
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"the check ended with status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - started, usage.ru_maxrss * 1024


def _feed(pipe: IO[bytes], documents: int) -> None:
    with pipe:
        for number in range(documents):
            text = (_QUIET if number % 10 else _DENSE).format(number=number)
            pipe.write(json.dumps({"id": str(number), "text": text}).encode() + b"\n")


if __name__ == "__main__":
    main()
