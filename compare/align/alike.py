"""Sentences of one article in the same words: scored once, as one class."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from compare.align.stack import Ints, Stack, number_all


@dataclass(frozen=True)
class Alike:
    """`rows` are the stacked sentences class by class, each class rising; class c is `rows[begins[c]:begins[c + 1]]`.

    Classes are numbered by their first sentence, so those of one article stand together. `owner[c]` is the witness of
    class c; `place[r]` is where stacked sentence r stands in its article, counted in compared sentences.
    """

    rows: Ints
    begins: Ints
    owner: Ints
    place: Ints

    @cached_property
    def first(self) -> Ints:
        """The first sentence of each class."""
        return self.rows[self.begins[:-1]]

    @cached_property
    def size(self) -> Ints:
        """How many sentences each class has."""
        return np.diff(self.begins)

    def members(self, number: int) -> Ints:
        """The sentences of one class."""
        return self.rows[self.begins[number] : self.begins[number + 1]]


def find_alike(stack: Stack) -> Alike:
    """The classes of the stacked sentences: one article, the same words in the same order."""
    kinds, of = _classes(stack, stack.folded)
    if len(kinds) < len(of):  # words that are folded to one can have two stems: us and US
        kinds, of = _classes(stack, number_all([form[1:] for form in stack.kinds])[1][stack.kind])
    rows: Ints = np.argsort(of, kind="stable")
    begins: Ints = np.searchsorted(of[rows], np.arange(len(kinds) + 1))
    place = np.arange(len(of)) - np.searchsorted(stack.owner, stack.owner)
    return Alike(rows, begins, stack.owner[rows[begins[:-1]]], place)


def _classes(stack: Stack, words: Ints) -> tuple[list[tuple[int, bytes]], Ints]:
    said = [words[start:end].tobytes() for start, end in pairwise((0, *stack.ends.tolist()))]
    return number_all(zip(stack.owner.tolist(), said, strict=True))
