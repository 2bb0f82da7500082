"""How common a feature is in news at large: the chance that an article of 400 words holds it.

A folder of five articles cannot tell rare words from common ones; a hundred such background articles are counted beside
it. The table holds stems of English; for other languages a stem counts as rare and function words are left out before.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

import numpy as np

from compare.cluster.arrays import Floats

RARE = 2e-4
"""Chance of a stem that the table does not know."""
NAME = 1e-3
"""Chance of a run of capitalised words."""
_BURST_WORDS = 200
"""400 words of an article; a word that comes once comes about twice."""


@cache
def stem_chances() -> dict[str, float]:
    """Stem → chance that an article holds it."""
    lines = files("compare.cluster").joinpath("data/background_en.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return {stem: max(RARE, 1 - math.exp(-_BURST_WORDS * float(count) / 1e6)) for stem, count in cells}


def word_chance(key: str) -> float:
    """Chance of a stem."""
    return stem_chances().get(key, RARE)


def pair_chance(first: Floats, second: Floats) -> Floats:
    """Chances that an article has two stems side by side, from those of the stems."""
    return np.maximum(RARE, 0.05 * np.minimum(first, second))


def number_chance(written: str) -> float:
    """Chance of a number: years and numbers of one or two digits are everywhere."""
    is_year = len(written) == 4 and written[:2] in ("19", "20")
    return 0.1 if len(written) <= 2 or is_year else 0.01
