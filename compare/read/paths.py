"""Several paths in one go, `-` for standard input among them; ids stay unique over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from compare.config import Config
from compare.model import Article, Unread
from compare.read.folder import Folder, Keep, read_folder
from compare.read.stream import read_stream


def read_all(
    paths: Sequence[str],
    config: Config,
    stdin: BinaryIO,
    wanted: Callable[[Path], bool] | None = None,
    keep: Keep | None = None,
) -> Folder:
    """Every article under the paths, in their order; `-` reads JSON Lines from `stdin`.

    `wanted` chooses files; `keep` is called with each article as it is read, in the order of the result.
    """
    articles: list[Article] = []
    unread: list[Unread] = []
    notes: list[str] = []
    for path in paths:
        folder = read_stream(stdin, config, keep=keep) if path == "-" else read_folder(path, config, wanted, keep)
        articles += folder.articles
        unread += folder.unread
        notes += folder.notes
    return Folder(tuple(_apart(articles) if len(paths) > 1 else articles), tuple(unread), tuple(notes))


def _apart(articles: Iterable[Article]) -> list[Article]:
    """Give an id that an earlier path used already a number of its own."""
    seen: dict[str, int] = {}
    apart = []
    for article in articles:
        seen[article.id] = count = seen.get(article.id, 0) + 1
        apart.append(article if count == 1 else replace(article, id=f"{article.id}~{count}"))
    return apart
