"""The compared sentences of a story, one under another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from compare.align.families import word_families
from compare.text.witness import Witness
from compare.text.words import Word

REPORTING = frozenset("1 according mr mrs ms new one said say says since tell tells told".split())
"""Words with which news reports speech and addresses people, and the like: in every article, so they tie nothing."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Stack:
    """`owner[r]` is the witness of stacked sentence r, `index[r]` its place there, `words[r]` its words.

    `content[r]` are its content words: neither function words nor the words with which news reports speech.
    """

    owner: Ints
    index: Ints
    words: tuple[tuple[Word, ...], ...]
    content: tuple[tuple[Word, ...], ...]

    @cached_property
    def family(self) -> dict[str, str]:
        """Stem → the stem that stands for its family in this story; in the order of the alphabet."""
        return word_families(word.stem for words in self.content for word in words)

    def at(self, row: int) -> tuple[int, int]:
        """Witness and sentence index of a stacked sentence."""
        return int(self.owner[row]), int(self.index[row])

    @cached_property
    def bounds(self) -> list[int]:
        """Where each witness begins in the stack, and the end."""
        ends: list[int] = np.searchsorted(self.owner, np.arange(int(self.owner.max(initial=-1)) + 2)).tolist()
        return ends


def stack_witnesses(witnesses: Sequence[Witness], kept: Sequence[Sequence[int]]) -> Stack:
    """Stack the sentences `kept[k]` of each witness k."""
    owner = np.repeat(np.arange(len(witnesses)), [len(k) for k in kept]).astype(np.int64)
    index = np.array([i for k in kept for i in k], np.int64)
    words, content = [], []
    for witness, chosen in zip(witnesses, kept, strict=True):
        for i in chosen:
            said = witness.words[i]
            telling = [word.stem and word.folded not in REPORTING for word in said]
            words.append(said)
            content.append(tuple(compress(said, telling)))
    return Stack(owner, index, tuple(words), tuple(content))
