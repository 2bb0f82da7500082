"""Sentences as weighed words: rarity in the story and in the language together, anchors, and word pairs."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from compare.align.cells import Cells, count_cells, unit_rows
from compare.align.stack import Floats, Ints, Stack
from compare.cluster.background import number_chance, stem_chances, word_chance
from compare.text.remembered import Table

BACKGROUND = 40
"""Background sentences that are counted beside the story's own: what makes the rarity of two sentences meaningful."""
SPREAD = 0.35
"""An anchor counts (sentences of its article that hold it)^-SPREAD on each side."""
LENGTH = 0.25
"""Anchors are divided by (words of the sentence)^LENGTH on each side."""
_SHARE = 22 / 200
"""A sentence holds 22 words, the chances of the background are those of 200."""
_RAREST = math.log(1e-5)


@dataclass(frozen=True)
class Vectors:
    """Weights for each cell of `words`, and of `pairs` (two words side by side, function words too).

    `cosine`: tf-idf, rows of length 1. `anchor`: the rarer a word in the language and in its article, the more.
    `rarity`: in the story and the language; `mass`: what a sentence holds of it in all. `verbatim`: rows of length 1.
    """

    words: Cells
    cosine: Floats
    anchor: Floats
    rarity: Floats
    mass: Floats
    pairs: Cells
    verbatim: Floats

    def of_rows(self, rows: Ints) -> Vectors:
        """Those of some sentences, which rise, as they weigh among all."""
        if len(rows) == len(self.mass):
            return self
        words, w = self.words.of_rows(rows)
        pairs, p = self.pairs.of_rows(rows)
        kept = self.cosine[w], self.anchor[w], self.rarity[w], self.mass[rows]
        return Vectors(words, *kept, pairs, self.verbatim[p])


def read_vectors(stack: Stack) -> Vectors:
    """Vectors of the stacked sentences."""
    heads = sorted(set(stack.family.values()))
    column = {head: k for k, head in enumerate(heads)}
    number = {stem: column[head] for stem, head in stack.family.items()}
    held = np.array([number[form.stem] if form in stack.telling else -1 for form in stack.kinds], np.int64)[stack.kind]
    telling = held >= 0
    words = count_cells(stack.row[telling], held[telling], (len(stack.forms), max(1, len(heads))))
    chance = np.zeros(words.shape[1])
    np.maximum.at(chance, list(number.values()), list(map(_CHANCE.__getitem__, number)))
    seen = (words.spread + BACKGROUND * chance) / (words.shape[0] + BACKGROUND)
    rarity = np.maximum(-np.log(np.maximum(seen, 1e-9)), 0.0)[words.col]
    pairs = _pairs(stack)
    return Vectors(
        words,
        unit_rows(words, (1 + np.log(words.count)) * rarity),
        _anchors(stack, words, chance),
        rarity,
        np.bincount(words.row, rarity, words.shape[0]).astype(np.float64) + 1e-9,
        pairs,
        unit_rows(pairs, (1 + np.log(pairs.count)) * _pair_rarity(pairs)),
    )


def _chance(stem: str) -> float:
    """Chance that a sentence of any article holds the stem."""
    in_article = number_chance(stem) if stem[0].isdigit() and stem not in stem_chances() else word_chance(stem)
    return float(1 - (1 - min(in_article, 0.9999)) ** _SHARE)


_CHANCE = Table(_chance)


def _anchors(stack: Stack, words: Cells, chance: Floats) -> Floats:
    """A word that each article has once ties its two sentences; a word that comes often ties nothing."""
    rare = np.sqrt(np.clip(np.log(np.maximum(chance, 1e-12)) / _RAREST, 0.0, 1.0))[words.col]
    place = stack.owner[words.row] * words.shape[1] + words.col
    spread = np.bincount(place)[place]
    length = (np.bincount(words.row, rare, words.shape[0]) + 1) ** LENGTH
    anchors: Floats = np.sqrt(rare) / spread**SPREAD / length[words.row]
    return anchors


def _pairs(stack: Stack) -> Cells:
    word = stack.folded
    beside = np.flatnonzero(stack.row[1:] == stack.row[:-1])
    kinds, pair = np.unique(word[beside] * len(stack.kinds) + word[beside + 1], return_inverse=True)
    return count_cells(stack.row[beside], pair, (len(stack.forms), max(1, len(kinds))))


def _pair_rarity(pairs: Cells) -> Floats:
    rarity: Floats = np.log((pairs.shape[0] + BACKGROUND / 2) / pairs.spread[pairs.col])
    return rarity
