"""The folder walk: every file under a path becomes articles or a reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from compare.config import Config
from compare.model import Article, Unread


@dataclass(frozen=True, slots=True)
class Folder:
    """What a walk found: the articles, and the files that could not be read, each with its reason."""

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...] = ()


def read_folder(path: str | Path, config: Config) -> Folder:
    """Read every file under `path` (or the one file), in a stable order."""
    files = [Path(path)] if Path(path).is_file() else sorted(p for p in Path(path).rglob("*") if p.is_file())
    return Folder(tuple(Article(p.stem, p.read_text("utf-8"), path=str(p)) for p in files))


def load_articles(path: str | Path, config: Config | None = None) -> list[Article]:
    """The articles under `path`."""
    return list(read_folder(path, config or Config()).articles)
