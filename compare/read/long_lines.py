"""JSON Lines files of any size, read line by line: what one file may hold at most holds for each line here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from compare.config import ReadConfig
from compare.errors import ReadError
from compare.model import Article, Unread
from compare.read.file import shown
from compare.read.json_files import read_lines

SUFFIXES = (".jsonl", ".ndjson")


def is_long_lines(path: Path, config: ReadConfig) -> bool:
    """True for a JSON Lines file that is larger than a file that is read whole."""
    return path.suffix.lower() in SUFFIXES and path.is_file() and path.stat().st_size > config.max_bytes


def read_long_lines(path: Path, config: ReadConfig) -> Iterator[Article | Unread]:
    """Its articles, each line UTF-8; raises `ReadError` where the file cannot be read."""
    try:
        with path.open("rb") as opened:
            yield from read_lines(_bounded(opened, config.max_bytes), shown(path), config)
    except OSError as error:
        raise ReadError(shown(path), error.strerror or str(error)) from error


def _bounded(opened: IO[bytes], most: int) -> Iterator[bytes]:
    """The lines; of one that is longer, `most` bytes and one."""
    while line := opened.readline(most + 1):
        yield line
        while len(line) > most and not line.endswith(b"\n"):
            line = opened.readline(most + 1)
