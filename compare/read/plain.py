"""Plain text: the whole file is one article; its date prefix, headline, signature and source line say what it is."""

from __future__ import annotations

from collections.abc import Iterator

from compare.config import ReadConfig
from compare.model import Article, Unread
from compare.read.decode import decode
from compare.read.file import SourceFile


def read_plain(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:  # noqa: ARG001  # a reader's form
    """One article; the text is the file's, with repaired characters and nothing else changed."""
    text, notes = decode(file.content, file.path)
    yield Article("", text, path=file.path, notes=tuple(notes))
