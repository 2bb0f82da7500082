"""JSON Lines from an open stream, as a pipeline hands them over."""

from __future__ import annotations

from collections.abc import Iterable

from compare.config import Config
from compare.model import Article, Unread
from compare.read.complete import complete
from compare.read.folder import LETTER, Folder
from compare.read.ids import with_ids
from compare.read.json_files import read_line


def read_stream(lines: Iterable[str | bytes], config: Config, name: str = "-") -> Folder:
    """The articles of JSON Lines, one a line, read as they come; `name` is what messages call the stream."""
    found: list[Article] = []
    unread: list[Unread] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if len(line) > config.read.max_bytes:
            unread.append(Unread(name, f"a line longer than {config.read.max_bytes:,} bytes", number))
            continue
        try:
            one = read_line(line, number, name, config.read, [])
        except UnicodeDecodeError as error:
            one = Unread(name, f"not UTF-8: {error.reason}", number)
        if isinstance(one, Article) and not LETTER.search(one.text):
            one = Unread(name, "no text in it", number)
        if isinstance(one, Unread):
            unread.append(one)
        else:
            found.append(complete(one))
    return Folder(tuple(with_ids(found, "")), tuple(unread), () if found or unread else (f"{name}: no articles",))
