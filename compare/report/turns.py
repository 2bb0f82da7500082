"""One run at a time writes to a folder, so that a report is never made of the pages of two."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compare.errors import ReportError

_TRIES, _APART = 600, 0.1
"""A minute, counted in tries: a clock that jumps makes it no longer."""


@contextmanager
def in_turn(folder: Path, wait: bool = True) -> Iterator[bool]:
    """Hold the folder, made where there is none; gives False where nobody can say who holds it.

    Nothing is left in the folder by it, and a run that dies lets go. Raises `ReportError` where another run writes
    there for more than a minute; without `wait` the block goes on beside it, and is told False.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReportError(f"cannot write {folder}: {error.strerror or error}; choose another folder") from error
    if sys.platform == "win32":
        yield False  # a file that is open there cannot be replaced or removed by another run
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _take(handle, folder, wait)
    finally:
        os.close(handle)


def _take(handle: int, folder: Path, wait: bool) -> bool:
    import fcntl

    for _ in range(_TRIES if wait else 1):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_APART if wait else 0)
        except OSError:
            return False  # a file system that knows no locks
        else:
            return True
    if wait:
        raise ReportError(f"another run is writing to {folder}; wait for it, or choose another folder")
    return False
