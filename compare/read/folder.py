"""From a path to articles: every file below it becomes articles, or a reason why not."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import splitext
from typing import Any

from compare.config import Config, ReadConfig
from compare.errors import EngineError, ReadError
from compare.model import Article, Unread
from compare.read.complete import complete
from compare.read.fields import article_from, has_text, read_map
from compare.read.file import open_file, shown
from compare.read.ids import with_ids
from compare.read.long_lines import is_long_lines, read_long_lines
from compare.read.readers import read_file
from compare.read.sidecar import read_sidecar
from compare.read.walk import walk

_LOG = logging.getLogger(__name__)
_PLAIN = frozenset({".txt", ".text", ""})
_FIELDS = ("id", "title", "source", "authors", "published", "modified", "url", "language")
_MOST_NAMED = 5


Keep = Callable[[Article], Article]


@dataclass(frozen=True, slots=True)
class Folder:
    """What a walk found: the articles, the files that could not be read with their reasons, and what was left out."""

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()


def read_folder(
    path: str | Path,
    config: Config,
    wanted: Callable[[Path], bool] | None = None,
    keep: Keep | None = None,
) -> Folder:
    """Read every file under `path` (or the one file), in a stable order; raises `ReadError` where nothing is there.

    Files that `wanted` refuses are passed over: an index that knows them needs them no more. What `keep` makes of an
    article stands for it: a text can be put aside before the next is read.
    """
    if not str(path):
        raise ReadError('""', "an empty path; . is the folder where you are")
    if isinstance(path, str) and "://" in path:
        web = path.lower().startswith(("http:", "https:"))
        advice = (
            "nothing is fetched: save the page, and give its file" if web else "only Spark reads it: --engine spark"
        )
        raise ReadError(path, advice)
    root = Path(path)
    read_map(config.read.map)
    if not root.exists() and not root.is_symlink():
        raise ReadError(shown(root), "no such file or folder")
    hidden: list[str] = []
    found: list[Article] = []
    unread: list[Unread] = []
    for entry in walk(root, hidden) if root.is_dir() else (root,):
        if wanted and isinstance(entry, Path) and not wanted(entry):
            continue
        for one in (entry,) if isinstance(entry, Unread) else _read(entry, root, config.read):
            if isinstance(one, Unread):
                unread.append(one)
            else:
                found.append(keep(one) if keep else one)
    base = shown(root) if root.is_dir() else shown(root.parent)
    notes = (*_hidden(hidden), *(() if found or unread else (f"{shown(root)}: no files",)))
    return Folder(tuple(with_ids(found, base)), tuple(unread), notes)


def load_articles(path: str | Path, config: Config | None = None) -> list[Article]:
    """The articles under `path`. Files of a folder that cannot be read are logged and left out.

    Raises `ReadError` for a missing path, a single file that cannot be read, or a folder with nothing to read.
    """
    folder = read_folder(path, config or Config())
    if not folder.articles:
        first = folder.unread[0] if folder.unread else None
        if first and Path(path).is_file():
            raise ReadError(first.path, first.reason, first.line)
        reason = f"nothing to read: {first.path}: {first.reason}" if first else "nothing to read: the folder is empty"
        raise ReadError(shown(path), reason)
    for one in folder.unread:
        _LOG.warning("left out %s: %s", f"{one.path}:{one.line}" if one.line else one.path, one.reason)
    return list(folder.articles)


def _read(path: Path, root: Path, config: ReadConfig) -> Iterator[Article | Unread]:
    """The articles of one file, completed from its sidecar, its text and its folder."""
    some = False
    try:
        found = (
            read_long_lines(path, config) if is_long_lines(path, config) else read_file(open_file(path, config), config)
        )
        sidecar = read_sidecar(path, config)
        folder = shown(path.parent.name) if root.is_dir() and path.parent != root else ""
        for one in found:
            some = True
            yield one if isinstance(one, Unread) else _finished(one, shown(path), sidecar, folder, config)
        if not some:
            yield Unread(shown(path), "no article in it")
    except ReadError as error:
        yield Unread(error.path, error.reason, error.line)
    except EngineError as error:  # an extra that is not installed: the message says the pip line
        yield Unread(shown(path), str(error))
    except RecursionError:
        yield Unread(shown(path), "nested too deeply")
    except MemoryError:
        yield Unread(shown(path), "it needs more memory than there is")
    except Exception as error:  # a reader's own fault must not stop the run; the reason names it
        _LOG.debug("reader failed on %s", shown(path), exc_info=True)
        yield Unread(shown(path), f"broken or not what its name says ({type(error).__name__}: {str(error)[:200]})")


def _finished(
    article: Article, path: str, sidecar: Mapping[str, Any], folder: str, config: ReadConfig
) -> Article | Unread:
    article = article if article.path else replace(article, path=path)
    if not has_text(article):
        return Unread(article.path, "no text in it")
    if sidecar:
        article = _over(article, article_from(sidecar, config, article.path, ours=True))
    own_title = splitext(article.path.removesuffix(".gz"))[1].lower() not in _PLAIN
    return complete(article, folder, own_title)


def _over(article: Article, better: Article) -> Article:
    """The article with every field that `better` has."""
    given = {name: value for name in _FIELDS if (value := getattr(better, name))}
    return replace(article, **given)


def _hidden(paths: Sequence[str]) -> tuple[str, ...]:
    if not paths:
        return ()
    named = ", ".join(paths[:_MOST_NAMED]) + (" …" if len(paths) > _MOST_NAMED else "")
    return (f"hidden, left out ({len(paths)}): {named}",)
