"""How long texts made to be slow take against edited copies of them, per megabyte and per sentence, beside prose.

    python tests/benchmarks/bench_adversarial.py [--stage claims] [--kilobytes 24 96] [--only "one surname"]

An input is fit to be read in a run when its time grows with its length: the last column is how much longer twice the
length takes, between the two lengths, and stays near 2. Each sentence is a row with findings of its own, so texts of
many short sentences take most for a megabyte; hence the time for a sentence and its copy.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Callable

from adversarial_texts import TEXTS, edited

import compare

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, nargs=2, default=[24, 96], metavar=("SHORT", "LONG"))
    parser.add_argument("--stage", choices=sorted(STAGES), default="story")
    parser.add_argument("--only", nargs="*", default=list(TEXTS), choices=list(TEXTS))
    args = parser.parse_args()
    run, (short, long) = STAGES[args.stage], args.kilobytes
    lengths = f"{f's/MB, {short} KB':>14} {f's/MB, {long} KB':>14}"
    print(f"{'text':28} {lengths} {'ms a sentence':>14} {'for twice the length':>21}")
    for pattern in args.only:
        run(TEXTS[pattern](WARM)[:WARM])  # what a process loads once, and only some texts ask for
        texts = [TEXTS[pattern](kb * 1000)[: kb * 1000] for kb in (short, long)]
        few, many = (seconds(run, text) for text in texts)
        growth = 2 ** (math.log(many / max(few, 1e-3)) / math.log(long / short))
        each = 1000 * many / max(1, len(compare.split_sentences(texts[1])))
        per_mb = f"{few / short * 1000:14.2f} {many / long * 1000:14.2f}"
        print(f"{pattern:28} {per_mb} {each:14.2f} {growth:21.2f}", flush=True)


if __name__ == "__main__":
    main()
