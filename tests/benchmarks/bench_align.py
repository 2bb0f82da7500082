"""Alignment beside plain diffs, pair by pair in one run: `python tests/benchmarks/bench_align.py`.

The diffs know nothing of moved or reworded sentences: their speed is a yardstick, not a rival. Texts are drawn from the
seeds, a tenth of their words left out. CPU seconds, the median of the rounds.
"""

from __future__ import annotations

import argparse
import difflib
import random
import statistics
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from diff_match_patch import diff_match_patch

from compare import Article, Config, Story, align_articles, split_sentences
from compare.align.links import link_witnesses
from compare.align.rows import align_story
from compare.facts.facts import read_facts
from compare.text.witness import read_witness

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
STOCK = [s.text for path in SEEDS for s in split_sentences(path.read_text(encoding="utf-8")) if len(s.text) > 40]
GOALS = {"pairs a second": 150, "growth for twice the sentences": 4, "seconds for 60 witnesses": 5}


def draw(size: int, chance: random.Random, name: str) -> Article:
    """An article of `size` sentences; each round of the stock in other words, so that long ones repeat no more."""
    rounds = [STOCK, *([_renamed(s, chr(97 + k)) for s in STOCK] for k in range(size // len(STOCK)))]
    drawn = chance.choices([sentence for one in rounds for sentence in one], k=size)
    return Article(name, "\n".join(" ".join(w for w in s.split() if chance.random() < 0.9) for s in drawn))


def _renamed(sentence: str, letter: str) -> str:
    return " ".join(letter + word[::-1] if len(word) > 5 else word for word in sentence.split())


def cpu(call: Callable[[], object], rounds: int) -> float:
    """Median CPU seconds of a call."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def words_diff(a: str, b: str) -> object:
    """diff-match-patch over words, the whole diff."""
    codes: dict[str, str] = {}
    left, right = ("".join(codes.setdefault(w, chr(0xE000 + len(codes))) for w in text.split()) for text in (a, b))
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine.diff_main(left, right, False)


def fuzzy_sentences(a: str, b: str) -> object:
    """Each line of a with its nearest line of b by characters: what people write first."""
    return [difflib.get_close_matches(line, b.split("\n"), 1) for line in a.split("\n")]


def peers() -> dict[str, Callable[[str, str], object]]:
    """Everything that is timed on a pair of texts."""
    found: dict[str, Callable[[str, str], object]] = {
        "twosource align": lambda a, b: align_articles(Article("a", a), Article("b", b)),
        "  its reasons asked too": lambda a, b: [x.reasons for x in align_articles(Article("a", a), Article("b", b))],
        "difflib, words": lambda a, b: difflib.SequenceMatcher(None, a.split(), b.split(), False).get_opcodes(),
        "difflib, nearest line": fuzzy_sentences,
        "diff-match-patch, words": words_diff,
    }
    try:
        from redlines import Redlines

        found["redlines"] = lambda a, b: Redlines(a, b).output_markdown
    except ImportError:
        print("redlines is not installed: left out")
    return found


def bench_pairs(pairs: int, rounds: int, chance: random.Random) -> None:
    """Article pairs a second, 25 sentences a side."""
    texts = [(draw(25, chance, "a").text, draw(25, chance, "b").text) for _ in range(pairs)]
    print(f"{pairs} pairs of {statistics.mean(len(a.split()) + len(b.split()) for a, b in texts):.0f} words")
    ours = 0.0
    for name, run in peers().items():
        run(*texts[0])
        rate = pairs / cpu(lambda run=run: [run(a, b) for a, b in texts], rounds)  # type: ignore[misc]
        ours = ours or rate
        print(f"  {name:26} {rate:8.1f} pairs a second   ours / theirs {ours / rate:6.2f}")


def bench_growth(rounds: int, chance: random.Random) -> None:
    """Seconds of the links alone for ever more sentences a side."""
    spent = []
    for size in (625, 1250, 2500, 5000):
        a, b = (read_witness(draw(size, chance, name), Config()) for name in "ab")
        assert all(w.forms for w in (a, b))  # words are read when they are first asked for: not in the links' time
        spent.append(cpu(lambda a=a, b=b: link_witnesses(a, b, Config()), rounds))  # type: ignore[misc]
        print(f"  {size:5} sentences a side {spent[-1]:7.2f} s")
    print("  growth for twice the sentences:", ", ".join(f"{y / x:.2f}" for x, y in pairwise(spent)))


def bench_story(chance: random.Random) -> None:
    """Rows of 60 witnesses of 30 sentences."""
    articles = tuple(draw(30, chance, f"w{k:02}") for k in range(60))
    witnesses = [read_witness(article, Config()) for article in articles]
    facts = [read_facts(witness) for witness in witnesses]
    spent = cpu(lambda: align_story(Story("s", articles), witnesses, facts, Config()), 1)
    print(f"  60 witnesses of 30 sentences: {spent:.2f} s")


def main() -> None:
    """Print the three tables, with the goals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    chance = random.Random(1)
    print("goals:", "; ".join(f"{name} {goal}" for name, goal in GOALS.items()))
    bench_pairs(given.pairs, given.rounds, chance)
    bench_growth(1, chance)
    bench_story(chance)


if __name__ == "__main__":
    main()
