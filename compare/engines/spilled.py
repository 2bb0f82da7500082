"""Comparisons on disk: what a run under a memory limit has found waits there, to be read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, overload

from compare.engines.shelf import Shelf
from compare.model import Comparison

_KIND = "comparison"


class Spilled(Sequence[Comparison]):
    """Comparisons in the order of their keys, none of which is held: each is read again whenever it is asked for.

    Raises `EngineError` where they cannot be written.
    """

    def __init__(self, comparisons: Iterable[Comparison], key: Callable[[Comparison], tuple[Any, ...]]) -> None:
        self._shelf = Shelf()
        keys = []
        for number, comparison in enumerate(comparisons):
            self._shelf.put(_KIND, number, 0, comparison)
            keys.append((key(comparison), number))
        self._numbers = [number for _, number in sorted(keys)]

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Comparison: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Comparison]: ...
    def __getitem__(self, at: int | slice) -> Comparison | Sequence[Comparison]:
        """The comparison of this place, or a list of those of a slice."""
        if isinstance(at, slice):
            return [self._read(number) for number in self._numbers[at]]
        return self._read(self._numbers[at])

    def _read(self, number: int) -> Comparison:
        comparison: Comparison
        (comparison,) = self._shelf.take(_KIND, number)
        return comparison
