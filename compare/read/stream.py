"""JSON Lines from an open stream, as a pipeline hands them over."""

from __future__ import annotations

from collections.abc import Iterable

from compare.config import Config
from compare.model import Article, Unread
from compare.read.complete import complete
from compare.read.folder import Folder, Keep
from compare.read.ids import with_ids
from compare.read.json_files import read_lines


def read_stream(lines: Iterable[str | bytes], config: Config, name: str = "-", *, keep: Keep | None = None) -> Folder:
    """The articles of JSON Lines, one a line, read as they come; `name` is what messages call the stream.

    What `keep` makes of an article stands for it, as in `read_folder`.
    """
    found: list[Article] = []
    unread: list[Unread] = []
    for one in read_lines(lines, name, config.read):
        if isinstance(one, Unread):
            unread.append(one)
        else:
            article = complete(one)
            found.append(keep(article) if keep else article)
    return Folder(tuple(with_ids(found, "")), tuple(unread), () if found or unread else (f"{name}: no articles",))
