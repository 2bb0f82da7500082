"""Copies side by side with datasketch and, where it is installed, rensa: ratios from one run on one core.

    python tests/benchmarks/bench_copies.py [--articles 10000 100000] [--rounds 3]

Each contender reads the same JSON Lines and gives clusters, in a process of its own; imports and a warm-up are off the
clock. "read only" parses and hashes every text: nothing can be quicker. Prose is made of invented words with Zipf's
frequencies, with planted copies (2, 10, 25 % of the words changed, cut to half, a footer added) and market lines from
one template as traps. F1 is over pairs of articles.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from itertools import accumulate
from pathlib import Path

WORDS = 400
FOOTER = "Sign up for our {} letter to get the top stories in your inbox. Copyright {}. All rights reserved. Call {}."
NAMES = ("read only", "datasketch", "rensa", "numpy", "numba")


def write_corpus(path: Path, count: int, seed: int = 1) -> None:
    rng = random.Random(seed)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    vocabulary = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(30_000)]
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(vocabulary))))

    def prose(words: int) -> list[str]:
        return rng.choices(vocabulary, cum_weights=weights, k=words)

    def edited(words: list[str], share: float) -> list[str]:
        changed = ((w, rng.randrange(3) if rng.random() < share else 3) for w in words)
        return [x for w, kind in changed for x in ([], prose(1), [w, *prose(1)], [w])[kind]]

    def footer() -> list[str]:
        return FOOTER.format(rng.choice(["daily", "weekly"]), rng.randint(2000, 2030), rng.randint(1000, 9999)).split()

    def market() -> list[str]:
        n = rng.randint
        line = f"Shares of {' '.join(prose(2))} rose {n(1, 99)} percent to {n(10, 999)} dollars in trading on the main"
        return f"{line} exchange. Some {n(1, 999)} thousand changed hands. The index was at {n(1000, 9999)}.".split()

    reprints = (
        lambda w: edited(w, 0.02),
        lambda w: edited(w, 0.10),
        lambda w: edited(w, 0.25),
        lambda w: w[: len(w) // 2],
        lambda w: [*w, *footer()],
    )
    texts = [(i, prose(max(60, int(rng.gauss(WORDS, 120))))) for i in range(count * 7 // 10)]
    texts += [(i, reprints[k % 5](texts[i][1])) for k, i in enumerate(rng.choices(range(len(texts)), k=count // 5))]
    texts += [(len(texts) + k, market()) for k in range(count - len(texts))]
    rng.shuffle(texts)
    with path.open("w") as file:
        for number, (label, words) in enumerate(texts):
            file.write(json.dumps({"id": f"{number:07}", "label": label, "text": " ".join(words)}) + "\n")


def shingles(text: str, size: int = 3) -> set[bytes]:
    words = text.lower().split()
    return {" ".join(words[i : i + size]).encode() for i in range(max(1, len(words) - size + 1))}


class Groups:
    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = i = self.parent[self.parent[i]]
        return i

    def join(self, a: int, b: int) -> None:
        self.parent[self.find(a)] = self.find(b)

    def labels(self) -> list[int]:
        return [self.find(i) for i in range(len(self.parent))]


def read_only(texts: list[str]) -> list[int]:
    seen: dict[bytes, int] = {}
    return [seen.setdefault(hashlib.blake2b(text.encode(), digest_size=8).digest(), i) for i, text in enumerate(texts)]


def datasketch(texts: list[str]) -> list[int]:
    from datasketch import MinHash, MinHashLSH

    signatures = list(MinHash.generator((shingles(text) for text in texts), num_perm=128))
    lsh = MinHashLSH(threshold=0.5, num_perm=128)
    for i, signature in enumerate(signatures):
        lsh.insert(i, signature, check_duplication=False)
    groups = Groups(len(texts))
    for i, signature in enumerate(signatures):
        for j in lsh.query(signature):
            if signature.jaccard(signatures[j]) >= 0.5:
                groups.join(i, j)
    return groups.labels()


def rensa(texts: list[str]) -> list[int]:
    import rensa as peer

    signatures = peer.RMinHash.from_token_sets([[s.decode() for s in shingles(text)] for text in texts], 128, 42)
    lsh = peer.RMinHashLSH(0.5, 128, 32)
    lsh.insert_many(signatures)
    groups = Groups(len(texts))
    for i, found in enumerate(lsh.query_all(signatures)):
        for j in found:
            groups.join(i, j)
    return groups.labels()


def ours(texts: list[str], *, fast: bool) -> list[int]:
    from compare import Article, Config, find_copies
    from compare.config import CopyConfig

    articles = [Article(f"{i:07}", text) for i, text in enumerate(texts)]
    labels = list(range(len(texts)))
    for cluster in find_copies(articles, Config(copies=CopyConfig(fast=fast))):
        for member in cluster.members:
            labels[int(member)] = int(cluster.members[0])
    return labels


CONTENDERS = {
    "read only": read_only,
    "datasketch": datasketch,
    "rensa": rensa,
    "numpy": lambda texts: ours(texts, fast=False),
    "numba": lambda texts: ours(texts, fast=True),
}


def f1(predicted: list[int], truth: list[int]) -> float:
    def pairs(labels: list[object]) -> int:
        counts: dict[object, int] = {}
        for label in labels:
            counts[label] = counts.get(label, 0) + 1
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = pairs(list(zip(predicted, truth, strict=True)))
    return 2 * both / max(1, pairs(list(predicted)) + pairs(list(truth)))


def run(name: str, path: str) -> None:
    """One contender in this process; prints CPU seconds, peak memory in MB and F1 as JSON."""
    contender = CONTENDERS[name]
    contender(["a few words to warm up with", "a few words to warm up on", "and others"])
    before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    with Path(path).open("rb") as file:
        rows = [json.loads(line) for line in file]
    labels = contender([row["text"] for row in rows])
    seconds = sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([seconds, memory, f1(labels, [row["label"] for row in rows])]))


def measure(name: str, path: Path) -> list[float] | None:
    threads = dict.fromkeys(("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
    command = [sys.executable, __file__, "--only", name, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **threads}, check=False)
    if done.returncode:
        print(f"  {name}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        return run(*given.only)
    smallest: dict[str, float] = {}
    for count in given.articles:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "corpus.jsonl"
            write_corpus(path, count)
            rounds = [{name: measure(name, path) for name in NAMES} for _ in range(given.rounds)]
        print(f"\n{count:,} articles   CPU s   x datasketch   x read only   MB      F1   growth")
        for name in NAMES:
            results = [r for r in rounds if r[name] and r["datasketch"] and r["read only"]]
            if results:
                seconds, memory, quality = (statistics.median(r[name][k] for r in results) for k in range(3))
                ratio = statistics.median(r["datasketch"][0] / r[name][0] for r in results)
                floor = statistics.median(r[name][0] / r["read only"][0] for r in results)
                growth = seconds / smallest.setdefault(name, seconds)
                print(
                    f"{name:16} {seconds:7.2f} {ratio:14.1f} {floor:13.1f} {memory:4.0f} {quality:7.3f} {growth:8.1f}"
                )
    return None


if __name__ == "__main__":
    main()
