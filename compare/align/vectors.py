"""Sentences as sparse vectors: weighed words, anchors that tie two sentences, and runs of letters."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from compare.align.stack import Floats, Ints, Stack
from compare.cluster.background import number_chance, stem_chances, word_chance

BACKGROUND = 40
"""Background sentences that are counted beside the story's own: what makes the rarity of two sentences meaningful."""
_SHARE = 22 / 200
"""A sentence holds 22 words, the chances of the background are those of 200."""
_RAREST = math.log(1e-5)
_LEAST = 1e-9
"""Weights stay above zero, so that all products have the same cells."""
SPREAD = 0.35
"""An anchor counts (sentences of its article that hold it)^-SPREAD on each side."""
LENGTH = 0.25
"""Anchors are divided by (words of the sentence)^LENGTH on each side."""
RUN, RUN_RARITY = 4, 1.5
"""Letters of a run, and the power of its rarity."""


@dataclass(frozen=True)
class Vectors:
    """Matrices of scipy, one row per stacked sentence; `words`, `anchors` and `masses` have the same cells.

    `words`: tf-idf, length 1. `anchors`: the rarer a word in the language and in its article, the more. `masses`: the
    root of each word's rarity; `mass` is what a sentence holds of it in all. `runs`: four letters, length 1.
    """

    words: Any
    anchors: Any
    masses: Any
    mass: Floats
    runs: Any


def read_vectors(stack: Stack) -> Vectors:
    """Vectors of the stacked sentences; rarity is that of the story and of the language together."""
    column = {head: k for k, head in enumerate(dict.fromkeys(sorted(stack.family.values())))}
    sizes = np.array([len(words) for words in stack.content], np.int64)
    sentence = np.repeat(np.arange(len(sizes)), sizes)
    words = np.array([column[stack.family[word.stem]] for words in stack.content for word in words], np.int64)
    row, col, count = _cells(sentence, words, max(1, len(column)))
    chance = np.array(_chances(stack, list(column)))
    spread = np.bincount(col, minlength=len(chance))
    rarity = np.maximum(-np.log((spread + BACKGROUND * chance) / (len(sizes) + BACKGROUND)), _LEAST)
    shape = (len(sizes), max(1, len(column)))
    weights = (1 + np.log(count)) * rarity[col]
    return Vectors(
        _matrix(row, col, weights / _norms(row, weights)[row], shape),
        _matrix(row, col, _anchor_weights(stack, row, col, chance), shape),
        _matrix(row, col, np.sqrt(rarity[col]), shape),
        np.bincount(row, rarity[col], len(sizes)).astype(np.float64) + _LEAST,
        _runs(stack),
    )


def _cells(sentence: Ints, columns: Ints, width: int) -> tuple[Ints, Ints, Ints]:
    keys, count = np.unique(sentence * width + columns, return_counts=True)
    return keys // width, keys % width, count


def _matrix(row: Ints, col: Ints, values: Floats, shape: tuple[int, int]) -> Any:  # noqa: ANN401  # scipy has no types
    from scipy.sparse import csr_matrix

    return csr_matrix((values, col, np.searchsorted(row, np.arange(shape[0] + 1))), shape=shape)


def _norms(row: Ints, weights: Floats) -> Floats:
    norms = np.sqrt(np.bincount(row, weights**2))
    return np.where(norms > 0, norms, 1.0)


def _chances(stack: Stack, heads: list[str]) -> list[float]:
    """Chance that a sentence of any article holds the family: that of its commonest member."""
    chances = dict.fromkeys(heads, 0.0)
    for stem, head in stack.family.items():
        chances[head] = max(chances[head], _chance(stem))
    return list(chances.values())


@cache
def _chance(stem: str) -> float:
    in_article: float = number_chance(stem) if stem[0].isdigit() and stem not in stem_chances() else word_chance(stem)
    return float(1 - (1 - min(in_article, 0.9999)) ** _SHARE)


def _anchor_weights(stack: Stack, row: Ints, col: Ints, chance: Floats) -> Floats:
    """A word that each article has once ties its two sentences: anchors, weighed by rarity."""
    rare = np.sqrt(np.clip(np.log(np.maximum(chance, 1e-12)) / _RAREST, _LEAST, 1.0)) if len(chance) else chance
    owner = stack.owner[row]
    _, inverse, spread = np.unique(owner * max(1, len(chance)) + col, return_inverse=True, return_counts=True)
    length = (np.bincount(row, rare[col], len(stack.owner)) + 1) ** LENGTH
    weights: Floats = np.sqrt(rare[col]) / spread[inverse] ** SPREAD / length[row]
    return weights


def _runs(stack: Stack) -> Any:  # noqa: ANN401
    texts = [" " + " ".join(word.folded for word in words) + " " for words in stack.words]
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32).astype(np.int64)
    sentence = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    starts = (
        np.flatnonzero(sentence[: 1 - RUN or None] == sentence[RUN - 1 :]) if len(letters) >= RUN else np.zeros(0, int)
    )
    keys = np.zeros(len(starts), np.int64)
    for k in range(RUN):
        keys = (keys * 0x10FFFF + letters[starts + k]) % (2**61 - 1)
    _, columns = np.unique(keys, return_inverse=True)
    row, col, count = _cells(sentence[starts], columns.astype(np.int64), int(columns.max(initial=0)) + 1)
    spread = np.bincount(col) if len(col) else np.zeros(1)
    rarity = np.log((len(texts) + BACKGROUND / 2) / np.maximum(spread, 1)) ** RUN_RARITY
    weights = (1 + np.log(count)) * rarity[col]
    return _matrix(row, col, weights / _norms(row, weights)[row], (len(texts), len(spread)))
