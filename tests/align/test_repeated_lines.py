"""Lines printed over and over: scored once as one class, with the answers that scoring each would give."""

import random

import numpy as np
import pytest

from compare import Article, compare_story
from compare.align import scores
from compare.align.alike import Alike
from compare.align.cells import Cells
from compare.align.scores import score_stack
from compare.align.stack import stack_witnesses
from compare.config import Config
from compare.text.witness import read_witness

WORDS = "fire flood Hanoi police seven minister bridge".split()
REPEATED = {
    "one short line": lambda _: "a b\n",
    "one sentence": lambda _: "Seven people died in Hanoi.\n",
    "three sentences by turns": lambda i: (
        "Seven people died in Hanoi.\n",
        "The bridge fell on Monday.\n",
        "Police said so.\n",
    )[i % 3],
}


def lines(chance, count):
    said = [" ".join(chance.choices(WORDS, k=chance.randint(1, 3))).capitalize() + "." for _ in range(6)]
    return "\n".join(chance.choices(said, k=count))


def each_alone(stack):
    """Every sentence a class of its own."""
    rows = np.arange(len(stack.owner))
    return Alike(rows, np.arange(len(rows) + 1), stack.owner, rows - np.searchsorted(stack.owner, stack.owner))


@pytest.mark.parametrize("seed", range(12))
def test_classes_are_scored_as_their_sentences_are(seed, monkeypatch):
    chance = random.Random(seed)
    texts = [lines(chance, chance.randint(1, 180)) for _ in range(chance.randint(2, 3))]
    witnesses = [read_witness(Article(str(k), text, language="en"), Config()) for k, text in enumerate(texts)]
    stack = stack_witnesses(witnesses, [w.compared for w in witnesses])
    found = score_stack(stack, 0.05)
    monkeypatch.setattr(scores, "find_alike", each_alone)
    expected = score_stack(stack, 0.05)
    assert len(expected.i)
    for part in ("i", "j", "score", "verbatim", "repeated"):
        assert np.array_equal(getattr(found, part), getattr(expected, part)), part


@pytest.mark.parametrize("make", REPEATED.values(), ids=REPEATED)
def test_twice_the_lines_are_twice_the_work(make, monkeypatch):
    joined = [0]
    shared = Cells.shared

    def counting(self, start, end, rest):
        found = shared(self, start, end, rest)
        joined[0] += len(found[0])
        return found

    monkeypatch.setattr(Cells, "shared", counting)

    def work(count):
        joined[0] = 0
        text = "".join(make(i) for i in range(count))
        comparison = compare_story([Article(which, text, language="en") for which in "ab"])
        return joined[0] + sum(len(row.diffs) for row in comparison.rows) + len(comparison.findings)

    assert work(400) <= 2.5 * work(200) + 50
