"""How long texts made to be slow take, per megabyte, beside plain prose of the same length in the same run.

    python tests/benchmarks/bench_adversarial.py [--kilobytes 250] [--stage claims]

An input is fit to be read in a run when its time grows with its length: the last column is the time for twice the
length over the time for once, and stays near 2.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import compare


def name(number: int) -> str:
    """One of half a million made names."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4)).title()


def many(make: Callable[[int], str]) -> Callable[[int], str]:
    """A text of so many characters whose parts are numbered, so that no two are alike."""
    return lambda n: "".join(make(i) for i in range(n // len(make(1000)) + 1))


SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS: dict[str, Callable[[int], str]] = {
    "prose": lambda n: (SEEDS / "003_89399890a234e51b.txt").read_text("utf-8") * (n // 5000 + 1),
    "digits": lambda n: "9" * n,
    "digits and commas": lambda n: "1,234," * (n // 6),
    "numbers in words": lambda n: "twenty-five hundred million " * (n // 28),
    "open quotation marks": lambda n: "“" * n,
    "nested quotations": lambda n: "“he said ‘she said " * (n // 19),
    "one word": lambda n: "x" * n,
    "no space": lambda n: "word." * (n // 5),
    "capitals": lambda n: "Aaa Bbb Ccc " * (n // 12),
    "capitals without end": lambda n: "A" * n,
    "months": lambda n: "May May 31 February " * (n // 20),
    "brackets": lambda n: "(" * n,
    "dashes": lambda n: "-" * n,
    "commas": lambda n: "a, " * (n // 3),
    "said": lambda n: "said that he said " * (n // 18),
    "not": lambda n: "not never no " * (n // 13),
    "short lines": lambda n: "a b\n" * (n // 4),
    "combining marks": lambda n: "e" + "\u0301" * n,
    "chinese": lambda n: "他说会议举行" * (n // 18),
    "titles": lambda n: "President Minister Deputy Director " * (n // 35),
    "acronyms": lambda n: "U.N. (UN) " * (n // 10),
    "one surname": many(lambda i: f"{name(i * 7919)} Smith said so. "),
    "one first name": many(lambda i: f"John {name(i * 7919)} said so. "),
    "lone names": many(lambda i: f"He saw {name(i * 7919)} {name(i * 104729)} said and {name(i * 1299709)}. "),
    "ministers": many(lambda i: f"Minister {name(i * 7919)} {name(i * 104729)} spoke. The Minister left. "),
    "numbered toll": many(lambda i: f"{i} people died, {i * 7} others. "),
    "numbered quotations": many(lambda i: f'"Words number {i} are four," said {name(i * 7919)} {name(i)}. '),
    "days": many(lambda i: f"on May {i % 28 + 1}, {1900 + i % 150} "),
    "spaces": lambda n: "a" + " " * n + "b",
}
STAGES: dict[str, Callable[[str], object]] = {
    "claims": lambda text: compare.extract_claims(compare.Article(id="a", text=text)),
    "sentences": compare.split_sentences,
    "story": lambda text: compare.compare_story(
        [compare.Article(id="a", text=text), compare.Article(id="b", text=text)]
    ),
}


def seconds(run: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    run(text)
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, default=250)
    parser.add_argument("--stage", choices=sorted(STAGES), default="claims")
    parser.add_argument("--only", nargs="*", default=list(TEXTS))
    args = parser.parse_args()
    run = STAGES[args.stage]
    run(TEXTS["prose"](5000))
    prose = 0.0
    print(f"{'text':24} {'s per MB':>9} {'x prose':>8} {'twice/once':>11}")
    for name in args.only:
        half, whole = (TEXTS[name](size)[:size] for size in (args.kilobytes * 500, args.kilobytes * 1000))
        once, twice = seconds(run, half), seconds(run, whole)
        per_mb = twice / (len(whole) / 1e6)
        prose = prose or per_mb
        print(f"{name:24} {per_mb:9.2f} {per_mb / prose:8.2f} {twice / max(once, 1e-3):11.2f}", flush=True)


if __name__ == "__main__":
    main()
