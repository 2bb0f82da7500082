"""Articles as an index keeps them: rows, compressed texts, and the texts as a sequence that is read as needed."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from hashlib import blake2b
from typing import overload

from compare.cluster.arrays import Ints
from compare.cluster.clusters import Member
from compare.cluster.files import whole_path
from compare.cluster.store import as_written
from compare.model import Article

Row = tuple[int, str, bytes, bytes, int, float | None, str, str]
_TIMES = ("published", "modified")
_SEVERAL = ("authors", "notes")
_ABOUT = [field.name for field in fields(Article) if field.name not in ("id", "text")]


def row_of(number: int, article: Article) -> Row:
    """An article as a row of the table."""
    member, text = Member.of(article), article.text.encode("utf-8", "surrogatepass")
    path = whole_path(article.path) if article.path else ""  # as the marks of files have it
    packed = zlib.compress(text, 1)
    return number, article.id, digest_of(article), packed, member.length, member.published, path, _about(article)


@as_written()
def restore(db: sqlite3.Connection, name: str) -> Article:
    """The article of this id as it was given."""
    query = "select text, length, published, path, about from article where id = ?"
    packed, length, published, path, about = db.execute(query, (name,)).fetchone()
    known = {"path": path} | json.loads(about)
    for key in known.keys() & set(_TIMES):
        known[key] = datetime.fromisoformat(known[key])
    for key in _SEVERAL:
        known[key] = tuple(known.get(key, ()))
    if published is not None:
        known.setdefault("published", datetime.fromtimestamp(published, UTC))
    words = [name, *(known[key] for key in known.keys() - {*_TIMES, *_SEVERAL}), *known["authors"], *known["notes"]]
    if not all(isinstance(word, str) for word in words):
        raise TypeError("an article of something else than words")
    return Article(name, _unpacked(packed, length), **known)


def _unpacked(packed: bytes, length: int) -> str:
    """The text of so many characters; a row that says otherwise unpacks to no more than it says."""
    text = zlib.decompressobj().decompress(packed, 4 * length + 1).decode("utf-8", "surrogatepass")
    if len(text) != length:
        raise ValueError(f"a text that is not of {length} characters")
    return text


def _about(article: Article) -> str:
    """What is known of an article besides its text, as JSON."""
    about = {key: value for key in _ABOUT if (value := getattr(article, key))}
    return json.dumps(about | {key: about[key].isoformat() for key in _TIMES if key in about}, ensure_ascii=True)


def digest_of(article: Article) -> bytes:
    """What tells whether an article is the one that is known under its id."""
    return blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def store_articles(db: sqlite3.Connection, first: int, articles: Iterable[Article]) -> None:
    """Keep these articles under the numbers from `first` on."""
    rows = (row_of(first + i, article) for i, article in enumerate(articles))
    db.executemany("insert into article values (?, ?, ?, ?, ?, ?, ?, ?)", rows)


@as_written()
def stored_members(db: sqlite3.Connection, numbers: Ints) -> list[Member]:
    """What clusters tell of these articles."""
    query = "select id, length, published from article where n = ?"
    found = [db.execute(query, (n,)).fetchone() for n in numbers.tolist()]
    return [Member(str(name), int(length), None if time is None else float(time)) for name, length, time in found]


class StoredTexts(Sequence[str]):
    """The texts of the articles with these numbers, followed by others that are at hand."""

    def __init__(self, db: sqlite3.Connection, numbers: Sequence[int], others: Sequence[str] = ()) -> None:
        self._db, self._numbers, self._others = db, numbers, others

    def __len__(self) -> int:
        return len(self._numbers) + len(self._others)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    @as_written()
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        if at >= len(self._numbers):
            return self._others[at - len(self._numbers)]
        query = "select text, length from article where n = ?"
        return _unpacked(*self._db.execute(query, (int(self._numbers[at]),)).fetchone())
