"""An index whose rows are damaged or made by hand is worked with or refused in a line, and never a traceback."""

import shutil
import sqlite3
import zlib
from contextlib import closing, suppress

import pytest

from compare import Article, CompareError
from compare.cluster.index import Index
from compare.cluster.story_index import StoryIndex

ODD = [None, -1, 10**15, 0.5, float("inf"), "x", "[]", '{"title": 1}', b"", b"\xff" * 100, zlib.compress(b"a" * 10**7)]
ORDINARY = "the dam at Ostby failed on Tuesday and people fled to the school hall in the next town"
COLUMNS = {
    "meta": ["key", "value"],
    "article": ["n", "id", "digest", "text", "length", "published", "path", "about"],
    "block": ["first", "signatures"],
    "edge": ["a", "b", "jaccard", "containment", "loose"],
    "file": ["path", "size", "mtime_ns", "digest"],
    "told": ["n", "id", "digest", "story"],
    "heavy": ["word", "n"],
}


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    (folder / "a.txt").write_text("x")
    with StoryIndex(folder / "good.sqlite") as index:
        texts = [f"{ORDINARY}, said the mayor of it.", f"{ORDINARY}, said the mayor.", "Another matter. " * 9]
        index.update([Article(f"a{i}", text) for i, text in enumerate(texts)], index.changed_files([folder / "a.txt"]))
        assert index.status()["edges"] == 1
    return folder / "good.sqlite"


def test_every_column_is_tried(good):
    with sqlite3.connect(good) as db:
        tables = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
        assert {name: [row[1] for row in db.execute(f"pragma table_info({name})")] for name in tables} == COLUMNS


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, names in COLUMNS.items() for column in names])
def test_a_row_that_no_index_of_ours_holds_is_no_traceback(table, column, good, tmp_path):
    new = Article("new", f"{ORDINARY}, said the mayor of Ostby.")
    for number, odd in enumerate(ODD):
        for name, act in enumerate(
            (
                lambda index: index.query([new]),
                lambda index: index.update([new]),
                lambda index: index.forget(["a0"]),
                lambda index: index.rebuild(),
                lambda index: index.status() and index.changed_files([good.with_name("a.txt")]),
            )
        ):
            path = shutil.copy(good, tmp_path / f"odd-{number}-{name}.sqlite")
            if made_odd(path, table, column, odd):
                with suppress(CompareError), StoryIndex(path) as index:
                    act(index)


def made_odd(path, table, column, odd):
    """Put something else into one row, if SQLite takes it there."""
    with closing(sqlite3.connect(path)) as db:
        try:
            (key,) = db.execute(f"select {column} from {table} limit 1").fetchone()
            db.execute(f"update {table} set {column} = ? where {column} is ?", (odd, key))
        except sqlite3.Error:
            return False
        db.commit()
    return True


def test_a_text_unpacks_to_no_more_than_its_row_says(good, tmp_path):
    path = shutil.copy(good, tmp_path / "bomb.sqlite")
    with closing(sqlite3.connect(path)) as db:
        db.execute("update article set text = ? where id = 'a0'", (zlib.compress(b"a" * 50_000_000, 1),))
        db.commit()
    with Index(path) as index, pytest.raises(CompareError, match="damaged"):
        index.rebuild()


def test_two_that_make_a_new_index_at_once_mark_it_whole(tmp_path):
    from compare.cluster import made_with
    from compare.config import Config

    with Index(tmp_path / "new.sqlite") as one, sqlite3.connect(tmp_path / "new.sqlite") as other:
        other.execute("delete from meta")
        other.commit()
        other.isolation_level = None
        other.execute("begin immediate")
        other.execute("insert into meta values ('seed', '1')")  # half of it, while the other has not yet marked it
        one._db.execute("pragma busy_timeout=50")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            made_with.check_made_with(one._db, tmp_path / "new.sqlite", Config().copies)
        other.execute("rollback")
        made_with.check_made_with(one._db, tmp_path / "new.sqlite", Config().copies)
        count = other.execute("select count(*) from meta").fetchone()
        assert count == (len(made_with.made_with(Config().copies)),)
