"""What a run under a memory limit does not hold: a temporary SQLite index, and whatever else waits beside its texts."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any
from zlib import compress, decompress

from compare import model
from compare.cluster.copies import by_id
from compare.cluster.store import open_temporary
from compare.cluster.stored import StoredTexts, store_articles
from compare.errors import EngineError
from compare.model import Article

_TABLES = (
    "create table waiting(kind text not null, key integer not null, part integer not null, packed blob not null)",
    "create unique index waiting_for on waiting(kind, key, part)",
)


def _by_fields(noun: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    names = [field.name for field in fields(noun)]
    return lambda one: (noun, tuple(getattr(one, name) for name in names))


_NOUNS = {noun: _by_fields(noun) for noun in vars(model).values() if isinstance(noun, type) and is_dataclass(noun)}


def _pickled(value: Any) -> bytes:  # noqa: ANN401
    """The value pickled, nouns as calls: read again in less than half the time that their states take."""
    packed = BytesIO()
    pickler = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _NOUNS
    pickler.dump(value)
    return packed.getvalue()


@contextmanager
def _room() -> Iterator[None]:
    """What SQLite complains of, as an `EngineError` that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise EngineError(
            f"what must wait on disk under memory_limit cannot: {error}; set TMPDIR to a folder with room"
        ) from error


class Shelf:
    """A database without a name in the folder for temporary files, gone with this object however the process ends.

    Raises `EngineError` where it has no room.
    """

    def __init__(self) -> None:
        with _room():
            self.db = open_temporary()
            for table in _TABLES:
                self.db.execute(table)

    room = staticmethod(_room)
    """A block that reads or writes the database: what fails there is told as lack of room."""

    def put(self, kind: str, key: int, part: int, value: Any) -> None:  # noqa: ANN401  # any noun of ours
        """Let a value wait under this key, as this part of it."""
        packed = compress(_pickled(value), 1)
        with _room():
            self.db.execute("insert into waiting values (?, ?, ?, ?)", (kind, key, part, packed))

    def take(self, kind: str, key: int) -> Iterator[Any]:
        """What waits under this key, in the order of its parts."""
        query = "select packed from waiting where kind = ? and key = ? order by part"
        with _room():
            for (packed,) in self.db.execute(query, (kind, key)):
                yield pickle.loads(decompress(packed))

    def drop(self, kind: str) -> None:
        """Let nothing of this kind wait any more: its room is used again."""
        with _room():
            self.db.execute("delete from waiting where kind = ?", (kind,))


class Arrivals:
    """Puts the texts of articles on a shelf as they are read, in the order in which they come."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.lengths: list[int] = []

    def __call__(self, article: Article) -> Article:
        """The article without its text, which waits from now on."""
        self.shelf.put("arrived", len(self.lengths), 0, article.text)
        self.lengths.append(len(article.text))
        return replace(article, text="")

    def text(self, place: int) -> str:
        """The text of the article that came in this place."""
        text: str
        (text,) = self.shelf.take("arrived", place)
        return text


class ShelvedArticles(Sequence[Article]):
    """Articles in the order of their ids, whose texts wait on a shelf of their own; raises `DuplicateIds`.

    `bare` are the same without texts, `lengths` the characters of these. On the shelf articles go by their numbers,
    which stand in the order of the ids.
    """

    def __init__(self, bare: Sequence[Article], arrivals: Arrivals) -> None:
        """`bare` are the articles that arrived, in that order; under whatever ids they have come to have since."""
        self.shelf = shelf = arrivals.shelf
        self.bare = by_id(bare)
        self._number = {article.id: n for n, article in enumerate(self.bare)}
        places = sorted(range(len(bare)), key=lambda place: self._number[bare[place].id])
        self.lengths = [arrivals.lengths[place] for place in places]
        texts = (Article(f"{n:012}", arrivals.text(p), published=bare[p].published) for n, p in enumerate(places))
        with _room():
            store_articles(shelf.db, 0, texts)
        shelf.drop("arrived")
        self._texts = StoredTexts(shelf.db, range(len(places)))

    @classmethod
    def of(cls, articles: Iterable[Article]) -> ShelvedArticles:
        """These articles, of which no more than one is looked at at a time."""
        arrivals = Arrivals()
        return cls([arrivals(article) for article in articles], arrivals)

    def __len__(self) -> int:
        return len(self.bare)

    def __getitem__(self, at: int) -> Article:  # type: ignore[override]  # nobody asks for a slice
        return replace(self.bare[at], text=self._texts[at])

    def whole(self, bare: Iterable[Article]) -> tuple[Article, ...]:
        """These articles with their texts."""
        return tuple(self[self.number(article)] for article in bare)

    def number(self, article: Article) -> int:
        """The place of an article, by its id."""
        return self._number[article.id]
