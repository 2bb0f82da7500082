"""Paths as a report shows them: from the folder that all inputs share, so that it is the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar

from compare.model import Article, Unread

T = TypeVar("T", Article, Unread)


def from_shared_folder(articles: Sequence[Article], unread: Sequence[Unread]) -> tuple[list[Article], list[Unread]]:
    """The same articles and unread files, their paths counted from the deepest folder that holds them all."""
    paths = [a.path for a in articles] + [u.path for u in unread]
    parents = {PurePath(path).parent.parts for path in paths if path}
    depth = _shared(parents)
    return [_cut(a, depth) for a in articles], [_cut(u, depth) for u in unread]


def _shared(parents: set[tuple[str, ...]]) -> int:
    depth = 0
    for parts in zip(*parents, strict=False):
        if len(set(parts)) > 1:
            break
        depth += 1
    return depth


def _cut(one: T, depth: int) -> T:
    return replace(one, path="/".join(PurePath(one.path).parts[depth:])) if one.path else one
