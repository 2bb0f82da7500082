"""What it costs to add 1,000 articles to an index of many, beside datasketch's MinHashLSH pickled whole.

    python tests/benchmarks/bench_index.py [--known 20000] [--new 1000]

CPU seconds and peak memory of the process that opens, adds and makes it durable; prose of invented words.
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


ADD = {"twosource": add_ours, "datasketch": add_datasketch}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--known", type=int, default=20_000)
    parser.add_argument("--new", type=int, default=1000)
    parser.add_argument("--step", nargs=4, metavar=("NAME", "FILE", "START", "STOP"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        name, path, start, stop = given.step
        written = texts(int(start), int(stop))
        before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        ADD[name](Path(path), int(start), written)
        usage = resource.getrusage(resource.RUSAGE_SELF)
        print(json.dumps([sum(usage[:2]) - before, usage.ru_maxrss / 1024, Path(path).stat().st_size / 1e6]))
        return
    print(f"{given.known:,} known, {given.new:,} new   build CPU s   add CPU s   MB   file MB")
    with tempfile.TemporaryDirectory() as folder:
        for name in ADD:
            path = str(Path(folder) / name)
            steps = ((0, given.known), (given.known, given.known + given.new))
            commands = [[sys.executable, __file__, "--step", name, path, *map(str, step)] for step in steps]
            build, add = (json.loads(subprocess.check_output(command)) for command in commands)
            print(f"{name:24} {build[0]:13.2f} {add[0]:11.2f} {add[1]:5.0f} {add[2]:9.1f}")


if __name__ == "__main__":
    main()
