"""Which story each known article is in, kept beside the texts of an index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from compare.cluster.candidates import MOST_ARTICLES
from compare.cluster.store import as_written
from compare.cluster.stored import digest_of
from compare.model import Article

_TABLES = """
create table if not exists told(
  n integer primary key, id text not null unique, digest blob not null, story text not null);
create table if not exists heavy(word integer, n integer, primary key(word, n)) without rowid;
create index if not exists told_story on told(story);
"""


def prepare(db: sqlite3.Connection) -> None:
    """Make the tables where there are none."""
    for statement in filter(str.strip, _TABLES.split(";\n")):
        db.execute(statement)


@as_written()
def untold(db: sqlite3.Connection) -> list[str]:
    """Ids of the articles of the index that are in no story yet, or whose text has changed since."""
    query = "select a.id from article a left join told t on t.id = a.id where t.id is null or t.digest <> a.digest"
    return sorted(name for (name,) in db.execute(query))


def forget_gone(db: sqlite3.Connection) -> set[str]:
    """Forget what the index holds no more, or holds with another text; the stories that lost articles by it."""
    query = (
        "select t.n, t.story from told t left join article a on a.id = t.id where a.id is null or t.digest <> a.digest"
    )
    gone = db.execute(query).fetchall()
    for table in ("told", "heavy"):
        db.executemany(f"delete from {table} where n = ?", ((n,) for n, _ in gone))
    return {story for _, story in gone}


def count_told(db: sqlite3.Connection) -> int:
    """How many articles are in stories."""
    return int(db.execute("select count(*) from told").fetchone()[0])


def latest(db: sqlite3.Connection, count: int) -> list[str]:
    """Ids of the articles that were told last."""
    return [name for (name,) in db.execute("select id from told order by n desc limit ?", (count,))]


@as_written()
def sharing(db: sqlite3.Connection, words: Sequence[int], least: int) -> list[str]:
    """Ids of the told articles that share at least so many of these heavy words, but for words that are everywhere."""
    shared: dict[int, int] = {}
    for word in words:
        found = db.execute("select n from heavy where word = ? limit ?", (word, MOST_ARTICLES + 1)).fetchall()
        if len(found) <= MOST_ARTICLES:
            for (n,) in found:
                shared[n] = shared.get(n, 0) + 1
    near = sorted(n for n, times in shared.items() if times >= least)
    return [db.execute("select id from told where n = ?", (n,)).fetchone()[0] for n in near]


def stories_told(db: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """The stories that these articles are in."""
    rows = (db.execute("select story from told where id = ?", (name,)).fetchone() for name in ids)
    return {row[0] for row in rows if row}


def members_of(db: sqlite3.Connection, story: str) -> frozenset[str]:
    """Ids of the articles of a story."""
    return frozenset(name for (name,) in db.execute("select id from told where story = ?", (story,)))


def keep(db: sqlite3.Connection, article: Article, words: Sequence[int]) -> None:
    """Remember that an article was told and by what it is found; its story is told later."""
    row = (article.id, digest_of(article))
    n = db.execute("insert into told(id, digest, story) values (?, ?, '')", row).lastrowid
    db.executemany("insert into heavy values (?, ?)", ((word, n) for word in words))


def assign(db: sqlite3.Connection, story: str, ids: Iterable[str]) -> None:
    """Note that these articles are this story."""
    db.executemany("update told set story = ? where id = ?", ((story, name) for name in ids))
