"""Time and memory of `find_stories`, against the usual answer (tf-idf, cosine, connected components) in the same run.

    python tests/benchmarks/bench_stories.py [--articles 10000] [--beat 5000] [--corpus FILE.jsonl.gz] [--peer story.py]

Without a corpus the articles are made up: events of a few reports each, and one beat of thousands of notices: half
share the words of one form and report different events, half hang together, each with words of those before and after
it, in one component. `--peer` times the function `cluster(documents)` of another module instead.
CPU seconds are told, not wall clock: the machine may be shared.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import numpy as np

from compare.cluster.stories import find_stories
from compare.model import Article

RUNNING = 30
"""Words that a notice of the running half shares with its neighbours, one less with each step away."""


def words_of(rng: random.Random, count: int) -> list[str]:
    syllables = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zan dor mel tir".split()
    return ["".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(count)]


def made_up(count: int, beat: int) -> list[Article]:
    """`count` articles: events of one to six reports, and a beat of `beat` notices of one form."""
    rng = random.Random(1)
    common, rare, articles = words_of(rng, 3000), words_of(rng, 60_000), []
    while len(articles) < count - beat:
        own = rng.sample(rare, 25)
        name = f"{own[0].title()} {own[1].title()}"
        for _ in range(rng.choice([1, 1, 1, 2, 3, 6])):
            text = " ".join(rng.sample(own, 15) + rng.choices(common, k=120) + [name])
            articles.append(f"{name} {text}")
    firms = words_of(rng, 4000)
    form = words_of(rng, 40)
    for _ in range(beat // 2):
        figures = [str(rng.randint(10, 9999)) for _ in range(8)]
        articles.append(" ".join([rng.choice(firms).title(), rng.choice(firms), *rng.sample(form, 30), *figures]))
    running = words_of(rng, beat // 2 + RUNNING)
    for i in range(beat - beat // 2):
        words = zip(rng.sample(running[i : i + RUNNING], RUNNING), rng.choices(common, k=RUNNING), strict=True)
        articles.append(" ".join([*(word for pair in words for word in pair), *rng.choices(common, k=60)]))
    articles = articles[:count]
    rng.shuffle(articles)
    return [Article(f"a{i}", text, language="en") for i, text in enumerate(articles)]


def read_corpus(path: Path, count: int) -> list[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line, _ in zip(lines, range(count), strict=False)]
    return [
        Article(
            row["id"],
            row["text"],
            row.get("title") or "",
            published=datetime.fromisoformat(row["published"]) if row.get("published") else None,
        )
        for row in rows
    ]


def usual_answer(articles: list[Article]) -> int:
    """Stories by tf-idf cosine of at least .2 and connected components."""
    from scipy.sparse import csr_matrix, diags
    from scipy.sparse.csgraph import connected_components

    number: dict[str, int] = {}
    row, column = [], []
    for i, article in enumerate(articles):
        for word in article.text.lower().split():
            row.append(i)
            column.append(number.setdefault(word, len(number)))
    counts = csr_matrix((np.ones(len(row)), (row, column)), shape=(len(articles), len(number)))
    df = np.bincount(counts.tocsr().indices, minlength=len(number))
    weighted = counts @ diags(np.log(len(articles) / np.maximum(df, 1)))
    unit = (diags(1 / np.maximum(np.sqrt(weighted.multiply(weighted).sum(axis=1)).A1, 1e-9)) @ weighted).tocsr()
    parts = [unit[at : at + 1000] @ unit.T for at in range(0, len(articles), 1000)]
    from scipy.sparse import vstack

    alike = vstack([part.multiply(part >= 0.2) for part in parts])
    return int(connected_components(alike, directed=False)[0])


def peer_of(path: Path) -> Callable[[list[Article]], int]:
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    spec.loader.exec_module(module)  # type: ignore[union-attr]

    def run(articles: list[Article]) -> int:
        day = [a.published.date().isoformat() if a.published else None for a in articles]
        return len(
            set(
                module.cluster(
                    [{"title": a.title, "text": a.text, "date": d} for a, d in zip(articles, day, strict=True)]
                )
            )
        )

    return run


def timed(name: str, run: Callable[[], int]) -> float:
    start = time.process_time()
    stories = run()
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:34} {seconds:8.1f} CPU s  {stories:7} stories  peak {memory} MB so far", flush=True)
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--beat", type=int, default=5_000, help="notices of the beat")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--peer", type=Path)
    args = parser.parse_args()

    def folder(count: int) -> list[Article]:
        return read_corpus(args.corpus, count) if args.corpus else made_up(count, args.beat * count // args.articles)

    few, many = folder(args.articles // 10), folder(args.articles)
    find_stories(few[:50])
    small = timed(f"find_stories {len(few)}", lambda: len(find_stories(few)))
    large = timed(f"find_stories {len(many)}", lambda: len(find_stories(many)))
    peer = peer_of(args.peer) if args.peer else usual_answer
    other = timed(f"{args.peer or 'tf-idf and components'}"[-34:], lambda: peer(many))
    print(f"ten times the articles: {large / small:.1f} times as long; {other / large:.2f} times as fast as the peer")


if __name__ == "__main__":
    main()
