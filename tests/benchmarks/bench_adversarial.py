"""How long texts made to be slow take against edited copies of them, per megabyte and per sentence, beside prose.

    python tests/benchmarks/bench_adversarial.py [--stage claims] [--kilobytes 24 96] [--only "one surname"]

An input is fit to be read in a run when its time grows with its length: `for twice the length` is how much longer that
takes, between the two lengths, and stays near 2. Each sentence is a row with findings of its own, so texts of many
short sentences take most for a megabyte; hence the time for a sentence and its copy. The last column is the share of
the bound that the longer text took; for the story stage the run ends with exit code 1 where a text is above it.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from collections.abc import Callable

from adversarial_texts import TEXTS, edited

import compare

SENTENCE = 0.004
"""Seconds that a sentence and its copy may take in the story stage, on one core of a two-core machine."""
PER_MB = 60.0
"""... and besides a megabyte, whatever is in it."""
GROWTH = 2.3
"""Longer than this for twice the length is told as growth above linear."""
WARM = 4000
REPEATED_BELOW = 2.0


def pair(text: str) -> list[compare.Article]:
    """The text by one outlet, and an edited copy by another."""
    return [compare.Article(id="a", text=text, source="A"), compare.Article(id="b", text=edited(text), source="B")]


def whole(text: str) -> None:
    """Everything that `twosource compare` does once it has read its files."""
    with tempfile.TemporaryDirectory() as folder:
        compare.write_report(compare.compare_articles(pair(text)), folder, "html,json")


STAGES: dict[str, Callable[[str], object]] = {
    "claims": lambda text: compare.extract_claims(compare.Article(id="a", text=text)),
    "sentences": compare.split_sentences,
    "stories": lambda text: compare.find_stories(pair(text)),
    "story": lambda text: compare.compare_story(pair(text)),
    "whole": whole,
}


def seconds(run: Callable[[str], object], text: str) -> float:
    """Processor seconds, the least of two runs where they are short."""
    took = []
    while len(took) < 2 and sum(took) < REPEATED_BELOW:
        began = time.process_time()
        run(text)
        took.append(time.process_time() - began)
    return min(took)


def measured(run: Callable[[str], object], pattern: str, kilobytes: tuple[int, int]) -> tuple[str, float]:
    """A line of the table, and which share of the bound the longer text took."""
    run(TEXTS[pattern](WARM)[:WARM])  # what a process loads once, and only some texts ask for
    texts = [TEXTS[pattern](kb * 1000)[: kb * 1000] for kb in kilobytes]
    few, many = (seconds(run, text) for text in texts)
    sizes = [len(text) / 1e6 for text in texts]
    growth = 2 ** (math.log(many / max(few, 1e-3)) / math.log(sizes[1] / sizes[0]))
    sentences = len(compare.split_sentences(texts[1]))
    share = many / (SENTENCE * sentences + PER_MB * sizes[1])
    line = f"{pattern:30} {few / sizes[0]:14.2f} {many / sizes[1]:14.2f} {1000 * many / max(1, sentences):14.2f}"
    return f"{line} {growth:20.2f}{'!' if growth > GROWTH else ' '} {share:9.0%}", share


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, nargs=2, default=[24, 96], metavar=("SHORT", "LONG"))
    parser.add_argument("--stage", choices=sorted(STAGES), default="story")
    parser.add_argument("--only", nargs="*", default=list(TEXTS), choices=list(TEXTS))
    args = parser.parse_args()
    short, long = args.kilobytes
    lengths = f"{f's/MB, {short} KB':>14} {f's/MB, {long} KB':>14}"
    print(f"{'text':30} {lengths} {'ms a sentence':>14} {'for twice the length':>21} {'of bound':>9}")
    above = []
    for pattern in args.only:
        line, share = measured(STAGES[args.stage], pattern, (short, long))
        print(line, flush=True)
        above += [pattern] if share > 1 and args.stage == "story" else []
    if above:
        sys.exit(f"above the bound of {1000 * SENTENCE:.0f} ms a sentence and {PER_MB:.0f} s/MB: {', '.join(above)}")


if __name__ == "__main__":
    main()
