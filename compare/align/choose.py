"""How a pair stands among its rivals: the same sentences' other pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.align.alike import Alike
from compare.align.stack import Floats, Ints

MOST_ANSWERS = 50
"""What would answer more sentences of one article than this is a line printed over and over."""


def near_best(i: Ints, j: Ints, owner: Ints, scores: Floats) -> Floats:
    """Each pair's share of the best that either sentence has in the other's article: 1 for a best pair."""
    articles = int(owner.max(initial=0)) + 1
    of_i, of_j = _best_of(i * articles + owner[j], scores), _best_of(j * articles + owner[i], scores)
    least = np.minimum(of_i, of_j)
    return scores / np.where(least > 0, least, 1.0)


def _best_of(groups: Ints, scores: Floats) -> Floats:
    _, inverse = np.unique(groups, return_inverse=True)
    best = np.zeros(int(inverse.max(initial=-1)) + 1)
    np.maximum.at(best, inverse, scores)
    return best[inverse]


@dataclass(frozen=True)
class Few:
    """Pairs of stacked sentences to keep, sorted by (i, j); `of` is the number of the classes' pair that each is of.

    `repeated` holds rows (i, m): a line printed over and over, and the article in which it has so many answers.
    """

    i: Ints
    j: Ints
    of: Ints
    repeated: Ints


def few_best(i: Ints, j: Ints, alike: Alike, scores: Floats) -> Few:
    """From sorted pairs of classes to pairs of sentences: all, but of a repeated line its best, of equals the nearest.

    Prose never has so many answers; two texts of one repeated line would tie everything to everything. The work is in
    proportion to the classes' pairs and to what is kept.
    """
    articles = int(alike.owner.max(initial=0)) + 1
    group = i * articles + alike.owner[j]
    answers = np.bincount(group, alike.size[j], minlength=1)
    many = np.flatnonzero(answers > MOST_ANSWERS)
    parts = [_every(i, j, np.flatnonzero(answers[group] <= MOST_ANSWERS), alike)]
    for start, end in zip(np.searchsorted(group, many), np.searchsorted(group, many, "right"), strict=True):
        best = start + np.flatnonzero(scores[start:end] == scores[start:end].max())
        parts.append(_nearest(int(i[start]), j[best], best, alike))
    left, right, of = (np.concatenate(part) for part in zip(*parts, strict=True))
    order = np.lexsort((right, left))
    repeated = sorted((row, int(g) % articles) for g in many for row in alike.members(int(g) // articles).tolist())
    return Few(left[order], right[order], of[order], np.array(repeated, np.int64).reshape(-1, 2))


def _every(i: Ints, j: Ints, pairs: Ints, alike: Alike) -> tuple[Ints, Ints, Ints]:
    """Each sentence of the one class with each of the other, for these pairs of classes."""
    wide = alike.size[j[pairs]]
    each = alike.size[i[pairs]] * wide
    of = np.repeat(pairs, each)
    within = np.arange(len(of)) - np.repeat(np.cumsum(each) - each, each)
    down, across = np.divmod(within, np.repeat(wide, each))
    return alike.rows[alike.begins[i[of]] + down], alike.rows[alike.begins[j[of]] + across], of


def _nearest(number: int, answers: Ints, pairs: Ints, alike: Alike) -> tuple[Ints, Ints, Ints]:
    """Each sentence of a class with that sentence of the answering classes which stands nearest in its article."""
    rows = np.concatenate([alike.members(int(answer)) for answer in answers])
    of = np.repeat(pairs, alike.size[answers])
    order = np.argsort(rows)
    rows, of = rows[order], of[order]
    mine, theirs = alike.place[alike.members(number)], alike.place[rows]
    after = np.minimum(np.searchsorted(theirs, mine), len(rows) - 1)
    before = np.maximum(after - 1, 0)
    at = np.where(np.abs(theirs[before] - mine) <= np.abs(theirs[after] - mine), before, after)
    return alike.members(number), rows[at], of[at]
