"""What makes two indexes comparable: mixing signatures of different making finds nothing, or the wrong things."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from compare.cluster.letters import NORMALISER
from compare.cluster.signature import DATASKETCH_MAJOR
from compare.cluster.store import FORMAT, transaction
from compare.config import CopyConfig
from compare.errors import IndexMismatch


def made_with(settings: CopyConfig) -> dict[str, str]:
    """The names and values that have to be the same."""
    return {
        "datasketch": str(DATASKETCH_MAJOR),
        "format": FORMAT,
        "normaliser": NORMALISER,
        "permutations": str(settings.permutations),
        "scheme": settings.scheme,
        "seed": str(settings.seed),
        "shingle": str(settings.shingle),
    }


def note_made_with(db: sqlite3.Connection, settings: CopyConfig) -> None:
    """Write down what the index is made with."""
    db.executemany("insert or replace into meta values (?, ?)", made_with(settings).items())


def check_made_with(db: sqlite3.Connection, path: Path, settings: CopyConfig) -> None:
    """Raise `IndexMismatch` where the index was made otherwise; a new one is marked, whole or not at all."""
    wanted, found = made_with(settings), _found(db)
    if not found:
        with transaction(db):
            if not (found := _found(db)):  # another process may have marked it meanwhile
                note_made_with(db, settings)
                return
    differ = [
        f"{key} {found.get(key, 'none')}, not {value}" for key, value in wanted.items() if found.get(key) != value
    ]
    if differ:
        raise IndexMismatch(
            f"index {path} was made with {'; '.join(differ)}: use those settings, "
            f"or rebuild it with these: twosource index rebuild --index {path}"
        )


def _found(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("select key, value from meta where typeof(value) = 'text'").fetchall())
