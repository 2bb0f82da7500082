"""Where sentences are very many, pairs too weak to be linked are passed over: the same links for far less work."""

import random
from itertools import product

import numpy as np
import pytest

from compare import Article
from compare.align import promising, scores
from compare.align.cells import Cells
from compare.align.scores import score_stack
from compare.align.stack import stack_witnesses
from compare.config import Config
from compare.text.witness import read_witness

NAMES = ["".join(letters).title() for letters in product("bcdfglmnprst", "aeiou", "dklmnrst", "aeiou")]
WORDS = "fire flood police seven minister bridge river market school church doctor winter".split()


def stack_of(*texts):
    witnesses = [read_witness(Article(str(k), text, language="en"), Config()) for k, text in enumerate(texts)]
    return stack_witnesses(witnesses, [w.compared for w in witnesses])


def report(chance, count):
    """Sentences of common and rare words, some of which come again with a word or two changed."""
    said = []
    for _ in range(count):
        words = chance.choices(WORDS, k=chance.randint(1, 4)) + chance.choices(NAMES, k=chance.randint(0, 3))
        chance.shuffle(words)
        said.append(f"the {' '.join(words)} said so." if chance.random() < 0.5 else f"{' '.join(words)}.")
    return "\n".join(said)


@pytest.mark.parametrize("least", [0.05, 0.265])
@pytest.mark.parametrize("seed", range(8))
def test_passing_weak_pairs_over_loses_no_link(seed, least, monkeypatch):
    chance = random.Random(seed)
    shared = report(chance, chance.randint(0, 60))
    stack = stack_of(*(report(chance, chance.randint(1, 120)) + "\n" + shared for _ in range(chance.randint(2, 4))))
    monkeypatch.setattr(scores, "_MANY", 10**9)
    expected = score_stack(stack, least)
    monkeypatch.setattr(scores, "_MANY", 0)
    monkeypatch.setattr(promising, "_AT_ONCE", chance.choice([1, 50, 2**20]))
    found = score_stack(stack, least)
    assert len(expected.i)
    for part in ("i", "j", "score", "verbatim", "repeated"):
        assert np.array_equal(getattr(found, part), getattr(expected, part)), part


@pytest.mark.parametrize("common", ["Smith said so", "market"])
def test_different_sentences_with_a_common_word_are_work_in_proportion_to_their_number(common, monkeypatch):
    monkeypatch.setattr(scores, "_MANY", 0)
    joined = [0]
    for way in ("shared", "met"):
        plain = getattr(Cells, way)

        def counting(self, *args, plain=plain):
            found = plain(self, *args)
            joined[0] += len(found[0])
            return found

        monkeypatch.setattr(Cells, way, counting)

    def work(count):
        joined[0] = 0
        text = "\n".join(f"{name} {common}." for name in NAMES[:count])
        score_stack(stack_of(text, text), 0.265)
        return joined[0]

    assert work(2 * 900) <= 2.2 * work(900)
