"""One id for each article: its own, else its file's name, else as much of its path as tells it from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from compare.model import Article


def with_ids(articles: Sequence[Article], root: str) -> list[Article]:
    """The articles with unique ids, the same whatever the order of reading.

    Two files with one name get their path below `root`; articles of one file that would still share an id are numbered
    in the file's order.
    """
    ids = [article.id or _stem(article.path) for article in articles]
    for longer in (_below, _whole):
        shared = _in_several_files(articles, ids)
        ids = [longer(a, root) if i in shared else i for a, i in zip(articles, ids, strict=True)]
    counts, seen = Counter(ids), Counter[str]()
    taken = set(ids)
    unique = []
    for base in ids:
        name = base
        while counts[base] > 1 and (name == base or name in taken):
            seen[base] += 1
            name = f"{base}#{seen[base]}"
        taken.add(name)
        unique.append(name)
    return [a if a.id == name else replace(a, id=name) for a, name in zip(articles, unique, strict=True)]


def _in_several_files(articles: Sequence[Article], ids: Sequence[str]) -> frozenset[str]:
    """Ids that articles of different files have."""
    at: dict[str, str] = {}
    return frozenset(i for a, i in zip(articles, ids, strict=True) if at.setdefault(i, a.path) != a.path)


def _stem(path: str) -> str:
    name = PurePosixPath(path).name
    return PurePosixPath(name.removesuffix(".gz")).stem or name


def _below(article: Article, root: str) -> str:
    """`folder/name` for a file's stem, `folder/name:own` for an id of its own."""
    below = _relative(article.path, root)
    stem = str(PurePosixPath(below).with_name(_stem(below)))
    return f"{stem}:{article.id}" if article.id else stem


def _whole(article: Article, root: str) -> str:
    below = _relative(article.path, root)
    return f"{below}:{article.id}" if article.id else below


def _relative(path: str, root: str) -> str:
    return path[len(root) :].lstrip("/\\") if root and path.startswith(root) else path
