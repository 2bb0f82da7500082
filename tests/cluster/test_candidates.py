"""Which pairs are scored: the nearest of each article, so that the work grows with the articles, not their square."""

from __future__ import annotations

import random

import numpy as np
import pytest

from compare.cluster import candidates
from compare.cluster.candidates import candidate_pairs
from compare.cluster.voices import Voices, read_voices
from compare.config import Config
from compare.model import Article


def beat(count: int) -> Voices:
    """Notices that share figures by chance, every two of them the name of their firm."""
    rng = random.Random(7)
    made = []
    for i in range(count):
        figures = " ".join(str(rng.randint(1000, 1099)) for _ in range(8))
        made.append(Article(f"a{i:03}", f"Firm{i // 2:03} Holdings of Town{i // 2:03} earned {figures}", language="en"))
    return read_voices(made, [], Config())


@pytest.mark.parametrize("nearest", [3, 10])
def test_each_article_of_a_beat_keeps_its_nearest(monkeypatch: pytest.MonkeyPatch, nearest: int) -> None:
    monkeypatch.setattr(candidates, "ALL_PAIRS", 0)
    voices = beat(120)
    a, b, crowded = candidate_pairs(voices.vectors)
    assert not crowded.all()
    assert np.bincount(np.concatenate([a, b])).max() > 2 * nearest
    monkeypatch.setattr(candidates, "NEAREST", nearest)
    few_a, few_b, crowded = candidate_pairs(voices.vectors)
    assert crowded.any()
    assert 0 < len(few_a) <= nearest * len(voices)
    every, few = set(zip(a.tolist(), b.tolist(), strict=True)), set(zip(few_a.tolist(), few_b.tolist(), strict=True))
    assert few < every
    firm_of = [group[0].article.text.split()[0] for group in voices.members]
    same = {(x, y) for x, y in every if firm_of[x] == firm_of[y]}
    assert len(same) == 60
    assert same <= few


def test_pairs_come_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "ALL_PAIRS", 0)
    monkeypatch.setattr(candidates, "NEAREST", 5)
    pairs = list(zip(*(side.tolist() for side in candidate_pairs(beat(60).vectors)[:2]), strict=True))
    assert pairs == sorted(set(pairs))
    assert all(a < b for a, b in pairs)
