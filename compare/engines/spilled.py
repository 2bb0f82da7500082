"""Comparisons on disk: what a run under a memory limit has found waits in a temporary file, to be read one by one."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any, overload
from zlib import compress, decompress

from compare.errors import EngineError
from compare.model import Comparison


class Spilled(Sequence[Comparison]):
    """Comparisons in the order of their keys, none of which is held: each is read again whenever it is asked for.

    The file has no name and is gone with this object. Raises `EngineError` where it cannot be written.
    """

    def __init__(self, comparisons: Iterable[Comparison], key: Callable[[Comparison], tuple[Any, ...]]) -> None:
        self._file = tempfile.TemporaryFile(prefix="twosource-")  # noqa: SIM115  # lives as long as this object
        found = [(key(comparison), self._write(comparison)) for comparison in comparisons]
        self._places = [place for _, place in sorted(found)]

    def _write(self, comparison: Comparison) -> tuple[int, int]:
        """Where it stands: first byte, bytes."""
        packed = compress(pickle.dumps(comparison, pickle.HIGHEST_PROTOCOL), 1)
        try:
            start = self._file.tell()
            self._file.write(packed)
            self._file.flush()
        except OSError as error:
            where = tempfile.gettempdir()
            raise EngineError(
                f"results cannot wait in {where}: {error.strerror}; set TMPDIR to a folder with room"
            ) from error
        return start, len(packed)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Comparison: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Comparison]: ...
    def __getitem__(self, at: int | slice) -> Comparison | Sequence[Comparison]:
        """The comparison of this place, or a list of those of a slice."""
        if isinstance(at, slice):
            return [self._read(*place) for place in self._places[at]]
        return self._read(*self._places[at])

    def _read(self, start: int, size: int) -> Comparison:
        self._file.seek(start)
        comparison: Comparison = pickle.loads(decompress(self._file.read(size)))
        return comparison
