"""A file as readers see it: its name and its bytes, wherever they came from."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from compare.config import ReadConfig
from compare.errors import LimitExceeded, ReadError


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file or an archive member. `path` is what messages say; `nesting` counts the archives around it."""

    path: str
    content: bytes
    nesting: int = 0

    @property
    def name(self) -> str:
        """Last part of the path."""
        return PurePosixPath(self.path).name

    @property
    def stem(self) -> str:
        """The name without its suffix, and without `.gz`."""
        return PurePosixPath(self.name.removesuffix(".gz")).stem

    @property
    def suffix(self) -> str:
        """Lower-case suffix with its dot, "" where there is none."""
        return PurePosixPath(self.name).suffix.lower()


def shown(path: str | os.PathLike[str]) -> str:
    """A path that can be printed and stored: bytes that are not UTF-8 are written as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def open_file(path: Path, config: ReadConfig) -> SourceFile:
    """Read a regular file within the size limit; raises `ReadError` with the reason."""
    name = shown(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(name, "not a regular file (a pipe, socket or device): left unread")
        if status.st_size > config.max_bytes:
            raise too_large(name, config)
        with path.open("rb") as opened:
            content = opened.read(status.st_size + 1)  # Python makes room for as much as is asked for
            if len(content) > status.st_size:
                content += opened.read(config.max_bytes)
    except FileNotFoundError as error:
        reason = "a link to nothing" if path.is_symlink() else "the file is gone"
        raise ReadError(name, reason) from error
    except OSError as error:
        raise ReadError(name, error.strerror or str(error)) from error
    if len(content) > config.max_bytes:
        raise too_large(name, config)
    if not content:
        raise ReadError(name, "the file is empty")
    return SourceFile(name, content)


def too_large(name: str, config: ReadConfig) -> LimitExceeded:
    """The error for a file beyond `max_bytes`."""
    return LimitExceeded(name, f"larger than {config.max_bytes:,} bytes; raise read.max_bytes to read it")
