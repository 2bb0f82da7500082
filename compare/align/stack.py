"""The compared sentences of a story, one under another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from compare.align.families import word_families
from compare.text.witness import Witness
from compare.text.words import Form

REPORTING = frozenset("1 according mr mrs ms new one said say says since tell tells told".split())
"""Words with which news reports speech and addresses people, and the like: in every article, so they tie nothing."""

T = TypeVar("T", bound=Hashable)
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Stack:
    """`owner[r]` is the witness of stacked sentence r, `index[r]` its place there, `forms[r]` its words."""

    owner: Ints
    index: Ints
    forms: tuple[tuple[Form, ...], ...]

    @cached_property
    def _numbered(self) -> tuple[list[Form], Ints]:
        return number_all(chain.from_iterable(self.forms))

    @property
    def kinds(self) -> list[Form]:
        """The distinct words of the story."""
        return self._numbered[0]

    @property
    def kind(self) -> Ints:
        """For each word of the sentences, end to end, which of `kinds` it is."""
        return self._numbered[1]

    @cached_property
    def folded(self) -> Ints:
        """For each word of the sentences, end to end, a number that those have in common which are folded to one."""
        return number_all([form.folded for form in self.kinds])[1][self.kind]

    @cached_property
    def ends(self) -> Ints:
        """Where the words of each sentence end among those of all."""
        return np.cumsum([len(forms) for forms in self.forms], dtype=np.int64)

    @cached_property
    def row(self) -> Ints:
        """For each word of the sentences, end to end, which sentence it stands in."""
        return np.repeat(np.arange(len(self.forms)), [len(forms) for forms in self.forms])

    @cached_property
    def telling(self) -> frozenset[Form]:
        """The content words: neither function words nor those with which news reports speech."""
        return frozenset(form for form in self.kinds if form.stem and form.folded not in REPORTING)

    @cached_property
    def family(self) -> dict[str, str]:
        """Stem → the stem that stands for its family in this story; in the order of the alphabet."""
        return word_families(form.stem for form in self.telling)

    def content(self, row: int) -> tuple[Form, ...]:
        """The content words of a stacked sentence."""
        return tuple(filter(self.telling.__contains__, self.forms[row]))

    def at(self, row: int) -> tuple[int, int]:
        """Witness and sentence index of a stacked sentence."""
        return int(self.owner[row]), int(self.index[row])

    @cached_property
    def rows(self) -> dict[tuple[int, int], int]:
        """Witness and sentence index → the stacked sentence."""
        return {at: row for row, at in enumerate(zip(self.owner.tolist(), self.index.tolist(), strict=True))}

    @cached_property
    def bounds(self) -> list[int]:
        """Where each witness begins in the stack, and the end."""
        ends: list[int] = np.searchsorted(self.owner, np.arange(int(self.owner.max(initial=-1)) + 2)).tolist()
        return ends


def stack_witnesses(witnesses: Sequence[Witness], kept: Sequence[Sequence[int]]) -> Stack:
    """Stack the sentences `kept[k]` of each witness k."""
    owner = np.repeat(np.arange(len(witnesses)), [len(k) for k in kept])
    index = np.array([i for k in kept for i in k], np.int64)
    return Stack(owner, index, tuple(w.forms[i] for w, k in zip(witnesses, kept, strict=True) for i in k))


def number_all(things: Iterable[T]) -> tuple[list[T], Ints]:
    """The distinct things, in order of appearance, and for each thing which of them it is."""
    number: defaultdict[T, int] = defaultdict(count().__next__)
    of = np.array(list(map(number.__getitem__, things)), np.int64)
    return list(number), of
