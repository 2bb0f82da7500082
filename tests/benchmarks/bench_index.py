"""What it costs to add 1,000 articles to an index of many, beside datasketch's MinHashLSH pickled whole.

    python tests/benchmarks/bench_index.py [--known 20000] [--new 1000] [--signatures 100000 1000000]

CPU seconds and peak memory of the process that opens, adds and makes it durable; prose of invented words. Then growth:
new signatures against those of so many articles, without their texts.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = 350


def texts(start: int, stop: int) -> list[str]:
    vocabulary = [f"{c}{v}{i}" for i in range(400) for c in "bdfgk" for v in "aeiou"]
    return [" ".join(random.Random(n).choices(vocabulary, k=WORDS)) for n in range(start, stop)]


def add_ours(path: Path, start: int, given: list[str]) -> None:
    from compare import Article
    from compare.cluster.index import Index

    opened = time.process_time()
    with Index(path) as index:
        print(f"  opened in {1000 * (time.process_time() - opened):.1f} ms", file=sys.stderr)
        index.add([Article(f"{start + i:07}", text) for i, text in enumerate(given)])


def add_datasketch(path: Path, start: int, given: list[str]) -> None:
    from datasketch import MinHash, MinHashLSH

    lsh = pickle.loads(path.read_bytes()) if path.exists() else MinHashLSH(threshold=0.5, num_perm=128)
    words = (text.split() for text in given)
    sets = ({" ".join(w[i : i + 3]).encode() for i in range(len(w) - 2)} for w in words)
    for i, signature in enumerate(MinHash.generator(sets, num_perm=128)):
        lsh.query(signature)
        lsh.insert(start + i, signature)
    path.write_bytes(pickle.dumps(lsh))


def grow(path: Path, known: int, new: int) -> None:
    """Ask for the candidates of new signatures among so many known ones; the first call of two makes these."""
    import numpy as np

    from compare import Config
    from compare.cluster.known import append_signatures, known_candidates
    from compare.cluster.store import open_store, transaction

    def drawn(seed: int, count: int) -> np.ndarray:
        return np.random.default_rng(seed).integers(0, 1 << 32, (Config().copies.permutations, count), np.uint32)

    made = path.exists()
    db = open_store(path, 5)
    if not made:
        with transaction(db):
            for first in range(0, known, 10_000):
                append_signatures(db, first, drawn(first, min(10_000, known - first)))
        return
    asked = np.concatenate((drawn(0, 10_000)[:, : new // 2], drawn(1, new - new // 2)), axis=1)
    found = known_candidates(db, asked, Config().copies.promising)[0]
    assert set(range(new // 2)) <= set(found.tolist()), "an article that is known was not found"


ADD = {"twosource": add_ours, "datasketch": add_datasketch}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--known", type=int, default=20_000)
    parser.add_argument("--new", type=int, default=1000)
    parser.add_argument("--signatures", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--step", nargs=4, metavar=("NAME", "FILE", "START", "STOP"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        name, path, start, stop = given.step
        written = texts(int(start), int(stop)) if name in ADD else []
        before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        ADD[name](Path(path), int(start), written) if name in ADD else grow(Path(path), int(start), int(stop))
        usage = resource.getrusage(resource.RUSAGE_SELF)
        print(json.dumps([sum(usage[:2]) - before, usage.ru_maxrss / 1024, Path(path).stat().st_size / 1e6]))
        return
    print(f"{given.known:,} known, {given.new:,} new   build CPU s   add CPU s   MB   file MB")
    with tempfile.TemporaryDirectory() as folder:
        for name in ADD:
            path = str(Path(folder) / name)
            steps = ((0, given.known), (given.known, given.known + given.new))
            build, add = (step_of(name, path, *step) for step in steps)
            print(f"{name:24} {build[0]:13.2f} {add[0]:11.2f} {add[1]:5.0f} {add[2]:9.1f}")
        for known in given.signatures:
            path = str(Path(folder) / str(known))
            build, ask = (step_of("signatures", path, known, given.new) for _ in range(2))
            print(f"{known:13,} signatures {build[0]:13.2f} {ask[0]:11.2f} {ask[1]:5.0f} {ask[2]:9.1f}")


def step_of(name: str, path: str, start: int, stop: int) -> list[float]:
    """CPU seconds, memory and file in MB of a step in a process of its own."""
    command = [sys.executable, __file__, "--step", name, path, str(start), str(stop)]
    measured: list[float] = json.loads(subprocess.check_output(command))
    return measured


if __name__ == "__main__":
    main()
