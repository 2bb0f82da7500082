"""Files that are whole or not there: written beside their place, then put into it in one step."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from compare.errors import ReportError


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write the pieces as UTF-8 to `path`; until the last one is written the old file stands.

    Raises `ReportError` where the place cannot be written.
    """
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        beside.chmod(0o666 & ~_mask())
        beside.replace(path)
    except OSError as error:
        raise ReportError(f"cannot write {path}: {error.strerror or error}; choose another folder") from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _mask() -> int:
    """The process's file mode mask; the system only tells it when it is set."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
