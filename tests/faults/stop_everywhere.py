"""Stop `twosource compare --index` at random moments of every stage, by kill -9, SIGTERM and SIGINT, many times.

    python tests/faults/stop_everywhere.py [--each 12] [--seed 1]

Each run is a process of its own, forked from one that has imported everything, on one output and one index. A stage
begins to be stopped at a random moment of its usual length; every fourth time a second run goes on beside it. After
each: the report is the old or the new one and whole, the index is sound and knows all articles or none, and none that
was not reported before. At the end the next run writes what a run that was never stopped writes, and nothing
temporary is left.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import compare  # noqa: E402

STAGES = {
    "reading": "compare.read.paths:read_all",
    "taking into the index": "compare.cluster.ledger:Ledger.compare",
    "copies": "compare.cluster.stories:copy_groups",
    "stories": "compare.cluster.stories:stories_of",
    "comparing": "compare.pipeline:_compare_one",
    "writing": "compare.report.atomic:WholeFiles.write",
    "putting in place": "compare.report.atomic:WholeFiles.__exit__",
    "keeping the index": "compare.cluster.story_index:transaction",
}
SIGNS = {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGINT: 130}
OLD = "what stood there before"
PAGES = ("index.html", "comparison.json")


def load_everything() -> None:
    """Import all that a run imports, so that a fork begins at once; not what an extra needs that is not installed."""
    for module in walk_packages(compare.__path__, "compare."):
        if "spark" not in module.name and not module.name.endswith("__main__"):
            try:
                import_module(module.name)
            except ModuleNotFoundError as missing:
                if str(missing.name).startswith("compare"):
                    raise


class Place:
    """A folder of articles, a report and an index, with an old report in it."""

    def __init__(self, home: Path) -> None:
        self.articles, self.out, self.index, self.scratch = (home / n for n in ("in", "out", "wire.sqlite", "tmp"))
        for folder in (self.out, self.scratch):
            folder.mkdir(parents=True)
        self.articles.symlink_to(ROOT / "seeds")
        self.renew()

    def renew(self) -> None:
        """The old report, and no index."""
        for page in PAGES:
            (self.out / page).write_text(OLD)
        for file in self.index.parent.glob(f"{self.index.name}*"):
            file.unlink()

    def left_behind(self) -> list[str]:
        """What is neither a page nor the index."""
        kept = {self.index.name, f"{self.index.name}-wal", f"{self.index.name}-shm", "in", "out", "tmp"}
        beside = [p.name for p in self.index.parent.iterdir() if p.name not in kept]
        return sorted(beside + [p.name for p in self.out.iterdir() if p.name not in PAGES])

    def faults(self, new: dict[str, bytes]) -> Iterator[str]:
        """What is wrong with what stands there; `new` are the pages of a run that was not stopped."""
        now = {page: (self.out / page).read_bytes() for page in PAGES}
        yield from (f"{p} is half" for p in PAGES if now[p] not in (OLD.encode(), new[p]))
        known = self.known()
        if known not in (0, len(list((ROOT / "seeds").glob("*.txt")))):
            yield f"the index knows {known} articles"
        if known and now != new:
            yield "the index knows articles that were not reported"

    def known(self) -> int:
        """Articles in the index, which is sound."""
        if not self.index.exists() or not self.index.stat().st_size:
            return 0
        with sqlite3.connect(self.index) as db:
            assert db.execute("pragma integrity_check").fetchone() == ("ok",)
            tables = {name for (name,) in db.execute("select name from sqlite_master")}
            return int(db.execute("select count(*) from article").fetchone()[0]) if "article" in tables else 0


def begun(place: Place, hook: Callable[[], Any] | None = None) -> int:
    """A run in a process of its own; gives its number."""
    number = os.fork()
    if number:
        return number
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tempfile.tempdir = str(place.scratch)
        if hook:
            hook()
        from compare.cli.group import main

        main(["compare", str(place.articles), "-o", str(place.out), "--index", str(place.index)])
    except SystemExit as end:
        os._exit(int(end.code or 0))
    os._exit(99)


def ended(number: int) -> int:
    """Its exit code, or the number of the signal that ended it, as a negative."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def wrap(stage: str, before: Callable[[], Any], after: Callable[[], Any]) -> None:
    """Call something as a stage begins, the first time, and as it ends."""
    module, _, name = STAGES[stage].partition(":")
    owner: Any = import_module(module)
    *outer, name = name.split(".")
    for part in outer:
        owner = getattr(owner, part)
    real = getattr(owner, name)

    def wrapped(*args: Any, **more: Any) -> Any:
        before()
        try:
            return real(*args, **more)
        finally:
            after()

    @contextmanager
    def at_the_end(db: sqlite3.Connection) -> Iterator[None]:
        with real(db):
            yield
            before()
        after()

    setattr(owner, name, at_the_end if stage == "keeping the index" else wrapped)


def lengths(place: Place) -> dict[str, float]:
    """Seconds that each stage takes in a run that is not stopped."""
    told = place.scratch.parent / "lengths.json"
    spent: dict[str, float] = dict.fromkeys(STAGES, 0.0)

    def hook() -> None:
        for stage in STAGES:
            begin: list[float] = []

            def after(stage: str = stage, begin: list[float] = begin) -> None:
                spent[stage] += time.monotonic() - begin.pop()
                told.write_text(json.dumps(spent))

            wrap(stage, lambda begin=begin: begin.append(time.monotonic()), after)  # type: ignore[misc]

    assert ended(begun(place, hook)) == 0
    found: dict[str, float] = json.loads(told.read_text())
    told.unlink()
    return found


def stopping(stage: str, sign: int, seconds: float) -> Callable[[], None]:
    """A hook that sends the signal so long after the stage has begun."""

    def send() -> None:
        time.sleep(seconds)
        os.kill(os.getpid(), sign)

    def hook() -> None:
        waiting = [threading.Thread(target=send, daemon=True)]
        wrap(stage, lambda: waiting and waiting.pop().start(), lambda: None)

    return hook


def stop_everywhere(home: Path, each: int, seed: int = 1) -> tuple[Counter[str], list[str]]:
    """How often what happened, and every fault that was found."""
    load_everything()
    rng, place, counts, found = random.Random(seed), Place(home), Counter[str](), list[str]()
    usual = lengths(place)
    new = {page: (place.out / page).read_bytes() for page in PAGES}
    for stage in STAGES:
        for turn in range(each * len(SIGNS)):
            sign = list(SIGNS)[turn % len(SIGNS)]
            place.renew()
            before = place.left_behind()  # by a kill -9; the next run that ends well takes it away
            seconds = rng.random() * usual[stage]
            stopped = begun(place, stopping(stage, sign, seconds))
            beside = begun(place) if turn % 4 == 3 else None
            code = ended(stopped)
            if beside and (other := ended(beside)):
                found.append(f"{stage}: the run beside it ended with {other}")
            counts[f"{stage}: {'stopped' if code == SIGNS[sign] else 'was done before'}"] += 1
            where = f"{stage}, signal {sign} after {seconds:.4f} s{', one beside it' if beside else ''}"
            if code not in (0, SIGNS[sign]):
                found.append(f"{where}: exit code {code}")
            found += [f"{where}: {fault}" for fault in place.faults(new)]
            if sign != signal.SIGKILL:
                found += [f"{where}: left {name}" for name in place.left_behind() if name not in before]
    place.renew()
    if ended(begun(place)) or any((place.out / page).read_bytes() != new[page] for page in PAGES):
        found.append("the next run did not write the report")
    found += [f"left at the end: {name}" for name in (*place.left_behind(), *(p.name for p in place.scratch.iterdir()))]
    return counts, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=12, help="times for each stage and signal")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    home = Path(tempfile.mkdtemp())
    counts, found = stop_everywhere(home, args.each, args.seed)
    shutil.rmtree(home)
    for what, count in counts.items():
        print(f"{count:5} {what}")
    print(f"{sum(counts.values()):5} runs, {len(found)} faults")
    print("\n".join(found))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
