"""A day of a wire: batches of made articles into one index, each compared with what it knows; memory, time stay flat.

    python tests/benchmarks/bench_wire.py [--articles 20000] [--batch 50] [--picture docs/load.svg] [--minutes 60]

One batch in the life of a desk, in one process as `twosource compare --index --watch` runs it: the index takes the
articles in and tells the stories that are new or changed by them, and these are compared. Events are invented: each is
reported one to four times in the batch, every tenth article is a reprint of one of the last thousand. Numbers are CPU
seconds of this process and its resident memory.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from compare import Article
from compare.cluster.story_index import StoryIndex
from compare.pipeline import compare_stories

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zan dor mel tir".split()
KEPT = 1000
WIDTH, HEIGHT, EDGE = 720, 220, 56


@dataclass(frozen=True)
class Batch:
    """What one batch cost, and what was found: articles known by now, seconds, megabytes, copies, stories."""

    known: int
    index: float
    comparison: float
    memory: float
    copies: int
    shared_stories: int


class Wire:
    """An endless wire of invented reports, the same for the same seed; `planted` counts the reprints sent."""

    def __init__(self, seed: int = 1) -> None:
        self._rng = random.Random(seed)
        self._common = self._invented(2000)
        self._sent: list[Article] = []
        self._count = 0
        self.planted = 0

    def batch(self, size: int) -> list[Article]:
        """The next articles."""
        batch: list[Article] = []
        while len(batch) < size:
            if self._sent and self._rng.random() < 0.1:
                batch.append(self._numbered(self._rng.choice(self._sent).text))
                self.planted += 1
            else:
                batch += [self._numbered(text) for text in self._event()]
        batch = batch[:size]
        self._sent = [*self._sent, *batch][-KEPT:]
        return batch

    def _numbered(self, text: str) -> Article:
        self._count += 1
        return Article(f"wire-{self._count:07}", text, source=f"paper{self._count % 40}", language="en")

    def _event(self) -> Iterator[str]:
        """Reports of one invented event, in words of their own, with figures that may differ."""
        rng = self._rng
        place, person, family, thing = (word.title() for word in self._invented(4))
        toll, rare = rng.randint(3, 900), self._invented(12)
        for _ in range(rng.choice([1, 1, 2, 3, 4])):
            said = " ".join(rng.choices(self._common, k=14))
            told = [
                f"{place} counts {toll + rng.choice([0, 0, 0, 7])} injured after the {thing} accident.",
                f"Minister {person} {family} said the {rng.choice(rare)} {rng.choice(rare)} was {said}.",
                f"“We will not leave the {rng.choice(rare)} {said},” {family} said on May {rng.randint(1, 28)}.",
                *(
                    " ".join([*rng.choices(self._common, k=16), *rng.sample(rare, 3)]).capitalize() + "."
                    for _ in range(9)
                ),
            ]
            yield "\n".join([f"{thing} accident in {place}", *told])

    def _invented(self, count: int) -> list[str]:
        return ["".join(self._rng.choices(SYLLABLES, k=self._rng.randint(2, 4))) for _ in range(count)]


def run(wire: Wire, path: Path, articles: int, size: int, seconds: float = 1e9) -> Iterator[Batch]:
    """Send batches until so many articles are known, or the time is over."""
    end = time.monotonic() + seconds
    with StoryIndex(path) as index:
        for known in range(size, articles + 1, size):
            batch = wire.batch(size)
            began = time.process_time()
            with index.updating(batch) as stories:
                indexed = time.process_time()
                compare_stories(stories)
                done = time.process_time()
            kept = time.process_time() - done
            fresh = {article.id for article in batch}
            copies = sum(len(fresh & set(group)) for story in stories for group in story.copies)
            shared = sum(len(story.articles) > 1 for story in stories)
            yield Batch(known, indexed - began + kept, done - indexed, memory(), copies, shared)
            if time.monotonic() > end:
                return


def memory() -> float:
    """Resident megabytes of this process, now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def picture(batches: list[Batch]) -> str:
    """The curves as SVG: memory above, seconds per batch below, over the articles known."""
    known = [batch.known for batch in batches]
    panels = [
        ("megabytes in memory", [("all", "#1a56a0", [b.memory for b in batches])]),
        (
            "seconds per batch",
            [
                ("comparison", "#1a56a0", [b.comparison for b in batches]),
                ("index", "#b3461e", [b.index for b in batches]),
            ],
        ),
    ]
    drawn = [_panel(n * HEIGHT, title, known, curves) for n, (title, curves) in enumerate(panels)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {2 * HEIGHT}" font-family="sans-serif">'
    ground = f'<rect width="{WIDTH}" height="{2 * HEIGHT}" fill="#fff"/>'
    return "\n".join([head, "<title>A day of a wire: memory and time per batch</title>", ground, *drawn, "</svg>\n"])


def _panel(top: int, title: str, known: list[int], curves: list[tuple[str, str, list[float]]]) -> str:
    most = 1.1 * max(value for _, _, values in curves for value in values)
    low, left, right = top + HEIGHT - 34, EDGE, WIDTH - 16

    def at(x: float, y: float) -> str:
        return f"{left + (right - left) * x / known[-1]:.1f},{low - (HEIGHT - 64) * y / most:.1f}"

    parts = [
        f'<text x="{left}" y="{top + 18}" font-size="13" font-weight="bold">{title}</text>',
        f'<path d="M{left},{top + 26} V{low} H{right}" fill="none" stroke="#888"/>',
        *(
            f'<text x="{left - 6}" y="{low - (HEIGHT - 64) * share + 4:.0f}" font-size="11" text-anchor="end">'
            f"{most * share:.3g}</text>"
            for share in (0, 0.5, 1)
        ),
        f'<text x="{right}" y="{low + 16}" font-size="11" text-anchor="end">{known[-1]:,} articles known</text>',
    ]
    for n, (name, colour, values) in enumerate(curves):
        points = " ".join(at(x, y) for x, y in zip(known, values, strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.3"/>')
        parts.append(f'<text x="{left + 150 + 100 * n}" y="{top + 18}" font-size="12" fill="{colour}">{name}</text>')
    return "\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--batch", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--picture", type=Path)
    args = parser.parse_args()
    batches, wire = [], Wire()
    print(f"{'articles':>9} {'index s':>8} {'compare s':>9} {'MB':>7} {'copies':>7} {'stories of several':>19}")
    with tempfile.TemporaryDirectory() as folder:
        for batch in run(wire, Path(folder) / "wire.sqlite", args.articles, args.batch, 60 * args.minutes):
            batches.append(batch)
            if batch.known % (20 * args.batch) == 0:
                numbers = f"{batch.known:9,} {batch.index:8.2f} {batch.comparison:9.2f} {batch.memory:7.0f}"
                print(f"{numbers} {batch.copies:7} {batch.shared_stories:19}", flush=True)
    if args.picture:
        args.picture.write_text(picture(batches), "utf-8")


if __name__ == "__main__":
    main()
