"""Reading for an index: only files that are new or changed, and ids that tomorrow's files do not take again."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from compare.cli.screen import Screen
from compare.config import Config
from compare.model import Article, Run, Unread

if TYPE_CHECKING:
    from compare.cluster.files import FileMark
    from compare.cluster.index import Index
    from compare.engines.engine import Engine


SHOWN = 3
"""Files named in one line."""


@dataclass(frozen=True)
class News:
    """What is new under some paths: articles, the marks of their files, what could not be read, how many were known."""

    articles: tuple[Article, ...]
    marks: tuple[FileMark, ...]
    unread: tuple[Unread, ...]
    notes: tuple[str, ...]
    unchanged: int


def read_news(paths: Sequence[str], index: Index, config: Config, screen: Screen, output: str = "-") -> News:
    """Read those files under `paths` that the index does not know as they are; `-` always, an earlier report never."""
    from compare.cluster.files import whole_path
    from compare.read.paths import read_all
    from compare.report.write import is_own_page

    marks: dict[str, FileMark] = {}
    unchanged = 0

    def is_new(file: Path) -> bool:
        nonlocal unchanged
        if output != "-" and is_own_page(file, Path(output)):
            return False
        try:
            changed = index.changed_files([file])
        except FileNotFoundError:
            return True  # reading it tells that it is gone
        marks.update({mark.path: mark for mark in changed})
        unchanged += not changed
        return bool(changed)

    screen.progress("reading", 0, 0)
    folder = read_all(paths, config, sys.stdin.buffer, is_new)
    articles = tuple(with_lasting_id(article, index) for article in folder.articles)
    failed = {whole_path(file.path) for file in folder.unread}
    kept = tuple(mark for path, mark in sorted(marks.items()) if path not in failed)
    return News(articles, kept, folder.unread, folder.notes, unchanged)


@contextmanager
def compare_news(
    paths: Sequence[str], file: Path, config: Config, engine: Engine, screen: Screen, output: str
) -> Iterator[Run]:
    """Add what is new under `paths` to the index and compare the stories that it makes or changes.

    The index keeps it only if the block, which writes the report, ends well.
    """
    from compare.cluster.story_index import StoryIndex
    from compare.engines.local import Local
    from compare.pipeline import as_run, compare_stories

    with StoryIndex(file, config) as index:
        news = read_news(paths, index, config, screen, output)
        screen.progress("finding stories", 0, 0)
        notes = list(news.notes)
        find = Local(config.workers).find_stories  # whoever compares: a batch is small
        with index.updating(news.articles, news.marks, tell=notes.append, find=find) as stories:
            comparisons = compare_stories(stories, config, engine, progress=screen.progress)
            yield as_run(comparisons, stories, config, unread=news.unread, notes=dict.fromkeys(notes))


def tell_kept(removed: Sequence[str], file: Path, config: Config, screen: Screen) -> None:
    """Say of files that were taken away that the index keeps their articles, and how they are taken out."""
    from compare.cluster.index import Index

    with Index(file, config) as index:
        kept = [shown_from_here(path) for path in removed if index.ids_of(path)]
    if kept:
        more = f" and {len(kept) - SHOWN:,} more" if len(kept) > SHOWN else ""
        way = f"twosource index forget FILE --index {file}"
        screen.say(f"taken away, but kept by the index: {', '.join(kept[:SHOWN])}{more} ({way} takes them out)")


def shown_from_here(path: str) -> str:
    """The path from the present folder on, where it is under it."""
    whole = Path(path)
    return str(whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole)


def with_lasting_id(article: Article, index: Index) -> Article:
    """An article that is known by its file's name alone is known by its path, as given; ids of its own are kept.

    Where the index knows another file by that path (given from another folder), the whole path is taken.
    """
    from compare.cluster.files import whole_path

    path = PurePath(article.path)
    own = article.path and path.name.startswith(PurePath(article.id).name) and "/" not in article.id
    if not own:
        return article
    whole = whole_path(article.path)
    return replace(article, id=article.path if index.file_of(article.path) in (None, whole) else whole)
