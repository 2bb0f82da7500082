"""How long texts made to be slow take, per megabyte, beside plain prose of the same length in the same run.

    python tests/benchmarks/bench_adversarial.py [--stage claims] [--kilobytes 24 96] [--only "one surname"]

An input is fit to be read in a run when its time grows with its length: the last column is how much longer twice the
length takes, between the two lengths, and stays near 2.
"""

from __future__ import annotations

import argparse
import math
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


WORDS = "market river school police church bridge winter garden office doctor hunger summer island".split()
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
    "one common word": many(lambda i: f"{name(i * 7919)} {name(i * 104729)} market {name(i * 1299709)}.\n"),
    "some common words": many(lambda i: f"{name(i * 7919)} {WORDS[i % 7]} {WORDS[i % 11]} {WORDS[i % 13]}.\n"),
    "many templates": many(lambda i: f"The {name(i % 53)} of {name(i % 53 + 90)} saw {name(i * 7919)} there.\n"),
    "names in one sentence": many(lambda i: f"John {name(i * 7919)} and "),
    "long names alike": many(lambda i: f"John Alexandropoulos{name(i * 7919).lower()} said so. "),
    "lone long names": many(lambda i: f"He saw Alexandropoulos{name(i * 7919).lower()} and John Alexandropou{i}. "),
    "slips of one name": many(lambda i: f"Robert {name(i % 26 * 7)}{name(i)} and John Sm{name(i).lower()}ith met. "),
    "spaces": lambda n: "a" + " " * n + "b",
}
WARM = 4000
REPEATED_BELOW = 2.0
STAGES: dict[str, Callable[[str], object]] = {
    "claims": lambda text: compare.extract_claims(compare.Article(id="a", text=text)),
    "sentences": compare.split_sentences,
    "story": lambda text: compare.compare_story(
        [compare.Article(id="a", text=text), compare.Article(id="b", text=text)]
    ),
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
    prose = 0.0
    print(f"{'text':24} {f's/MB, {short} KB':>14} {f's/MB, {long} KB':>14} {'x prose':>8} {'for twice the length':>21}")
    for pattern in args.only:
        run(TEXTS[pattern](WARM)[:WARM])  # what a process loads once, and only some texts ask for
        few, many = (seconds(run, TEXTS[pattern](kb * 1000)[: kb * 1000]) for kb in (short, long))
        prose = prose or many
        growth = 2 ** (math.log(many / max(few, 1e-3)) / math.log(long / short))
        per_mb = f"{few / short * 1000:14.2f} {many / long * 1000:14.2f}"
        print(f"{pattern:24} {per_mb} {many / prose:8.2f} {growth:21.2f}", flush=True)


if __name__ == "__main__":
    main()
