"""Files that are whole or not there: all written beside their places, then put there one right after the other."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from compare.errors import ReportError

_PART = re.compile(r"\.(.+)\.[a-z0-9_]{8}\.part")
"""How `tempfile` names what stands beside a file while it is written."""


class WholeFiles:
    """Files that belong together: the old ones stand until the block ends well, when all new ones take their places.

    Raises `ReportError` where a place cannot be written; then, as after any error, all is as it was.
    """

    def __init__(self) -> None:
        self._beside: list[tuple[Path, Path]] = []

    @property
    def paths(self) -> set[Path]:
        """The files that were written."""
        return {path for _, path in self._beside}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                for beside, path in self._beside:
                    _or_report_error(path, partial(beside.replace, path))
        finally:
            for beside, _ in self._beside:
                beside.unlink(missing_ok=True)

    def write(self, path: Path, pieces: Iterable[str]) -> None:
        """Write the pieces as UTF-8 beside `path`; a device or a pipe, which nothing may replace, is written into."""
        act = _write_into if path.exists() and not (path.is_file() or path.is_dir()) else self._write
        _or_report_error(path, partial(act, path, pieces))

    def _write(self, path: Path, pieces: Iterable[str]) -> None:
        if path.is_dir():
            raise IsADirectoryError(None, "there is a folder of that name")
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        self._beside.append((Path(name), path))
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
        Path(name).chmod(0o666 & ~_mask())


def _write_into(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(pieces)


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write one file as `WholeFiles` does."""
    with WholeFiles() as files:
        files.write(path, pieces)


def is_part_of(file: Path, names: Callable[[str], bool]) -> bool:
    """True for what a run that was killed left beside a file with such a name."""
    part = _PART.fullmatch(file.name)
    return bool(part and names(part[1]))


def _or_report_error(path: Path, act: Callable[[], object]) -> None:
    try:
        act()
    except OSError as error:
        raise ReportError(f"cannot write {path}: {error.strerror or error}; choose another folder") from error


def _mask() -> int:
    """The process's file mode mask; the system only tells it when it is set."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
