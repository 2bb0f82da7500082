"""Copies or stories on Spark next to one machine, in one run: times, shuffled bytes, driver's memory; and skew.

    python tests/benchmarks/bench_spark.py [--articles 50000 200000] [--master 'local[2]']
        [--skew footer|reprints|short] [--stories [--few-texts 20000]]

The articles are made up: 370 words of Zipf's frequencies, one in five a reprint with a few words changed. Each number
of articles has a process of its own. `--skew` puts one footer under all of them, or makes all reprints of one text,
each with twelve words of its own at the end, or all one text of forty words. `--stories` times the whole
`write_parquet` instead (told by the workers where there are more than `--few-texts` texts), beside `find_stories`;
`--alone` runs one machine only. Seconds of CPU are those of Java, its Python workers and the driver together, or of
the one process.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
from pyarrow import parquet

from compare.cluster.copies import find_copies
from compare.cluster.stories import find_stories
from compare.model import Article

WORDS, TAIL, SHORT, AT_ONCE = 370, 12, 40, 2000
FOOTER = " ".join(f"footer{i:02}" for i in range(60))


def texts(count: int, skew: str) -> Iterator[list[str]]:
    rng = np.random.default_rng(1)
    syllables = np.array([a + b for a in "bdfgklmnprstvz" for b in "aeiou"])
    parts = rng.choice(syllables, (60_000, 4))
    words = np.array(["".join(p[: 1 + n % 4]) for n, p in enumerate(parts)])
    chance = 1 / (np.arange(len(words)) + 20)
    sums = np.cumsum(chance / chance.sum())
    for start in range(0, count, AT_ONCE):
        size = min(AT_ONCE, count - start)
        drawn = np.minimum(np.searchsorted(sums, rng.random((size, WORDS))), len(words) - 1)
        copies = np.flatnonzero(rng.random(size) < 0.2)
        copies = copies[copies > 0]
        drawn[copies] = drawn[copies - 1]
        changed = rng.random((len(copies), WORDS)) < 0.03
        drawn[copies] = np.where(changed, rng.integers(0, len(words), changed.shape), drawn[copies])
        if skew == "reprints":
            drawn[:, :-TAIL] = np.random.default_rng(2).integers(0, len(words), WORDS - TAIL)
        elif skew == "short":
            drawn = np.tile(np.random.default_rng(2).integers(0, len(words), SHORT), (size, 1))
        yield [" ".join(row) + (f" {FOOTER}" if skew == "footer" else "") for row in words[drawn].tolist()]


def write_corpus(folder: Path, count: int, skew: str) -> int:
    """Write the articles as Parquet; the number of characters."""
    size, number = 0, 0
    schema = pyarrow.schema([("id", pyarrow.string()), ("text", pyarrow.string())])
    with parquet.ParquetWriter(folder / "articles.parquet", schema) as writer:
        for part in texts(count, skew):
            ids = [f"a{number + i:09}" for i in range(len(part))]
            number += len(part)
            size += sum(map(len, part))
            writer.write_table(pyarrow.table({"id": ids, "text": part}, schema))
    return size


def on_spark(folder: Path, master: str, stories: bool, few_texts: int) -> list[tuple[str, ...]]:
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", "--driver-memory 2g pyspark-shell")
    from compare.engines.spark import Spark

    spark = Spark(master=master, few_texts=few_texts)
    frame = spark.read(str(folder / "articles.parquet"))
    frame.limit(1).collect()  # Java and Spark have started
    before, start, cpu = peak(), time.perf_counter(), cpu_seconds()
    if stories:
        spark.write_parquet(frame, str(folder / "out"))
    else:
        found = [cluster.members for cluster in spark.find_copies(frame)]
    seconds, cpu = time.perf_counter() - start, cpu_seconds() - cpu
    executors = spark.session.sparkContext._jsc.sc().statusStore().executorList(True)
    shuffled = sum(executors.apply(i).totalShuffleWrite() for i in range(executors.size()))
    told(
        "Spark",
        seconds,
        f"{cpu:.0f} s of CPU, shuffled {shuffled / 1e6:.0f} MB, Python driver {before:.0f} -> {peak():.0f} MB; "
        f"{heaviest_task(spark.session.sparkContext._jsc.sc().statusStore())}",
    )
    return written_stories(folder / "out") if stories else found


def written_stories(folder: Path) -> list[tuple[str, ...]]:
    """The members of each story, in the order of the stories' ids."""
    rows = parquet.read_table(folder / "stories").to_pylist()
    members: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        members.setdefault(row["story"], []).append((row["place"], row["article"]))
    return [tuple(article for _, article in sorted(members[story])) for story in sorted(members)]


def heaviest_task(store: Any) -> str:
    """Of the stage that handed on most rows, how many of them one task did."""
    stages: list[list[int]] = []
    with contextlib.suppress(Exception):  # the stage after the last, which the store does not know
        while True:
            store.lastStageAttempt(len(stages))
            tasks = store.taskList(len(stages), 0, 10_000)
            metrics = [tasks.apply(i).taskMetrics() for i in range(tasks.size())]
            rows = [m.get().shuffleWriteMetrics().recordsWritten() for m in metrics if m.isDefined()]
            stages.append(rows)
    most = max(stages, key=sum)
    return f"of {sum(most):,} rows one task of {len(most)} handed on {max(most):,}"


def on_one_machine(folder: Path, stories: bool) -> list[tuple[str, ...]]:
    rows = parquet.read_table(folder / "articles.parquet").to_pylist()
    articles = [Article(row["id"], row["text"]) for row in rows]
    before, start, cpu = peak(), time.perf_counter(), time.process_time()
    if stories:
        told_stories = sorted(find_stories(articles), key=lambda story: story.id)
        found = [tuple(article.id for article in story.articles) for story in told_stories]
    else:
        found = [cluster.members for cluster in find_copies(articles)]
    cpu = time.process_time() - cpu
    told("one machine", time.perf_counter() - start, f"{cpu:.0f} s of CPU, process {before:.0f} -> {peak():.0f} MB")
    return found


def cpu_seconds() -> float:
    """Of this process and all that it started: the JVM and its Python workers (Linux)."""
    ticks, above = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(") ")[2].split()
            above[int(folder.name)], ticks[int(folder.name)] = int(fields[1]), sum(map(int, fields[11:15]))
    mine, todo = set(), {os.getpid()}
    while todo:
        mine |= todo
        todo = {child for child, parent in above.items() if parent in todo} - mine
    return sum(ticks.get(pid, 0) for pid in mine) / os.sysconf("SC_CLK_TCK")


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def told(what: str, seconds: float, more: str) -> None:
    print(f"{what}: {seconds:.1f} s, {more}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, nargs="+", default=[50_000, 200_000])
    options.add_argument("--master", default="local[2]")
    options.add_argument("--few-texts", type=int, default=20_000)
    options.add_argument("--skew", choices=["footer", "reprints", "short"], default="")
    for flag in ("--stories", "--alone"):
        options.add_argument(flag, action="store_true")
    chosen = options.parse_args()
    if len(chosen.articles) == 1:
        measure(chosen.articles[0], chosen)
    flags = [f"--{flag}" for flag in ("stories", "alone") if getattr(chosen, flag)]
    flags += ["--skew", chosen.skew] if chosen.skew else []
    for count in chosen.articles if len(chosen.articles) > 1 else ():
        command = [sys.executable, __file__, "--articles", str(count), "--master", chosen.master, *flags]
        command += ["--few-texts", str(chosen.few_texts)]
        subprocess.run(command, check=True)


def measure(count: int, chosen: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_corpus(folder, count, chosen.skew)
        print(f"{count} articles, {size / 1e6:.0f} MB of text", flush=True)
        there = [] if chosen.alone else on_spark(folder, chosen.master, chosen.stories, chosen.few_texts)
        here = on_one_machine(folder, chosen.stories)
        same = "" if chosen.alone else f"; the same on Spark: {here == there}"
        print(f"{len(here)} {'stories' if chosen.stories else 'clusters'}{same}")


if __name__ == "__main__":
    sys.exit(main())
