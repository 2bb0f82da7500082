"""Files that an index has read: one that is unchanged, by size and time or else by content, is not read again."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file, by its whole path, as it was when it was looked at: bytes, time of change in nanoseconds, digest."""

    path: str
    size: int
    mtime_ns: int
    digest: bytes


def whole_path(path: str | Path) -> str:
    """The path from the root on, by which a file is known wherever it is given from; links are not followed."""
    return os.path.abspath(path)  # noqa: PTH100  # resolve() would follow them


def changed_files(db: sqlite3.Connection, paths: Iterable[Path]) -> tuple[list[FileMark], list[FileMark]]:
    """Of these files those that are new or whose content changed, and those that only look changed."""
    changed: list[FileMark] = []
    touched: list[FileMark] = []
    for path in sorted(Path(whole_path(path)) for path in paths):
        stat = path.stat()
        row = db.execute("select size, mtime_ns, digest from file where path = ?", (str(path),)).fetchone()
        if row and row[:2] == (stat.st_size, stat.st_mtime_ns):
            continue
        with path.open("rb") as file:
            digest = file_digest(file, "blake2b").digest()[:16]
        mark = FileMark(str(path), stat.st_size, stat.st_mtime_ns, digest)
        (touched if row and row[2] == digest else changed).append(mark)
    return changed, touched


def forget_files(db: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Forget that those of these files were read that are there no more: if they come back they are news."""
    db.executemany("delete from file where path = ?", ((path,) for path in paths if not os.path.lexists(path)))


def note_files(db: sqlite3.Connection, marks: Iterable[FileMark]) -> None:
    """Remember that these files were read."""
    rows = ((mark.path, mark.size, mark.mtime_ns, mark.digest) for mark in marks)
    db.executemany("insert or replace into file values (?, ?, ?, ?)", rows)
