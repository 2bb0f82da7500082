"""A whole `twosource compare`, reports written, without a memory limit and under one: memory, CPU seconds, result.

    python tests/benchmarks/bench_memory.py FILE.jsonl [--articles 10000] [--limits 400MB,500MB] [--workers 1]

Each run is a process of its own. What all its processes hold together is looked at ten times a second (proportional
set size, Linux), CPU seconds are those of all; the digest is that of every byte of the report.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path


def held_by(process: int) -> int:
    """Bytes that a process and those that it started hold in memory, shared pages counted in parts."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:  # it has just ended
        return 0
    own = next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return own * 1024 + sum(held_by(int(child)) for child in children)


def digest_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def measured(corpus: Path, output: Path, more: list[str]) -> tuple[int, float, str]:
    """Most bytes held, CPU seconds, digest of the report, of one run; ends here where the run fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "compare.cli", "compare", str(corpus), "-q", "-o", str(output), *more]
    run = subprocess.Popen(command)
    most = 0
    while run.poll() is None:
        most = max(most, held_by(run.pid))
        time.sleep(0.1)
    if run.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)} failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return most, seconds, digest_of(output)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--limits", default="500MB", help="sizes, with commas")
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        some = Path(folder, "articles.jsonl")
        with args.corpus.open(encoding="utf-8") as lines:
            some.write_text("".join(islice(lines, args.articles)), encoding="utf-8")
        workers = ["--workers", str(args.workers)]
        free, seconds, digest = measured(some, Path(folder, "free"), workers)
        print(f"no limit   {free / 1e6:7,.0f} MB  {seconds:8.1f} CPU s  {digest}", flush=True)
        for limit in args.limits.split(","):
            most, took, found = measured(some, Path(folder, limit), [*workers, "--memory-limit", limit])
            print(
                f"{limit:10} {most / 1e6:7,.0f} MB  {took:8.1f} CPU s  {found}  "
                f"{most / free:.2f} of the memory, {took / seconds:.2f} times the CPU"
                f"{'' if found == digest else '  ANOTHER RESULT'}",
                flush=True,
            )


if __name__ == "__main__":
    main()
