"""The SQLite file of an index: its tables, how it is opened, and its faults told as errors that say what to do.

Texts are kept, compressed, so that old articles are verified as exactly as new ones and an index can be rebuilt.
Signatures are kept in blocks and read through for each addition (256 bytes an article, a million articles a second):
a table of bands would have every addition rewrite most of its pages.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from compare.errors import CompareError

FORMAT = "2"
"""Version of the tables."""
_USE: dict[str, Any] = {"isolation_level": None, "cached_statements": 32}
_HELD = 8 << 20
_MAGIC = b"SQLite format 3\x00"
_TABLES = """
create table meta(key text primary key, value) without rowid;
create table article(
  n integer primary key, id text not null unique, digest blob not null, text blob not null, length integer not null,
  published real, path text not null, about text not null);
create table block(first integer primary key, signatures blob not null);
create table edge(
  a integer not null, b integer not null, jaccard real not null, containment real not null, loose integer not null,
  primary key(a, b)) without rowid;
create index edge_b on edge(b);
create index article_path on article(path);
create table file(path text primary key, size integer, mtime_ns integer, digest blob) without rowid;
"""


def open_store(path: Path, timeout: float) -> sqlite3.Connection:
    """The index file, made where there is none; raises `CompareError` where it is no index or damaged.

    Where its folder may not be written to, it can be asked as it stands: SQLite reads a log of writes only where it may
    write one, so the file is taken as unchanging, unless a log beside it says that somebody is writing.
    """
    with faults(path):
        _check_header(path)
        try:
            return _prepared(sqlite3.connect(path, timeout=timeout, **_USE), path)
        except sqlite3.OperationalError as error:
            shut = any(words in str(error) for words in ("unable to open", "readonly"))
            if not shut or not path.is_file() or _has_log(path):
                raise
        unchanging = f"{path.absolute().as_uri()}?immutable=1"
        return _prepared(sqlite3.connect(unchanging, timeout=timeout, uri=True, **_USE), path)


def open_temporary() -> sqlite3.Connection:
    """The tables of an index in a database without a name, in the folder for temporary files, gone when it is closed.

    SQLite holds up to `_HELD` of it in memory. One transaction, never ended: nobody else sees it.
    """
    db: sqlite3.Connection = sqlite3.connect("", **_USE)
    for setting in ("journal_mode=off", "synchronous=off", f"cache_size=-{_HELD // 1024}"):
        db.execute(f"pragma {setting}")
    db.execute("begin")
    _make_tables(db)
    return db


def _prepared(db: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        _prepare(db, path)
    except BaseException:
        db.close()
        raise
    return db


def upgrade(db: sqlite3.Connection) -> None:
    """Make the tables of an older format like today's: what such an index did not keep stays unknown."""
    if "about" not in {row[1] for row in db.execute("pragma table_info(article)")}:
        db.execute("alter table article add column about text not null default '{}'")
        db.execute("drop table if exists told")
        db.execute("drop table if exists heavy")


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """What SQLite complains of, as a `CompareError` that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise CompareError(f"index {path}: {_advice(str(error))}") from error
    except OSError as error:
        raise CompareError(f"index {path}: {error.strerror or error}") from error


@contextmanager
def as_written() -> Iterator[None]:
    """What no index of ours holds, in rows that are damaged or made by hand, as SQLite's own word for a broken file."""
    try:
        yield
    except (TypeError, ValueError, LookupError, ArithmeticError, MemoryError, zlib.error) as error:
        raise sqlite3.DatabaseError(f"malformed rows: {error}") from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Everything or nothing; one writer at a time, the others wait."""
    db.execute("begin immediate")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise
    db.execute("commit")


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Several reads of one state, whatever writers do meanwhile."""
    db.execute("begin")
    try:
        yield
    finally:
        db.execute("rollback")


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    db.execute("pragma trusted_schema=off")  # what a file says of itself runs nothing but plain SQL
    db.execute("pragma synchronous=full")
    if not _has_tables(db):
        if db.execute("select count(*) from sqlite_master").fetchone()[0]:
            raise CompareError(f"index {path}: a SQLite file, but not an index of twosource; give another file")
        db.execute("pragma journal_mode=wal")
        with transaction(db):
            if not _has_tables(db):  # another process may have made them meanwhile
                _make_tables(db)


def _make_tables(db: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";\n"):
        db.execute(statement)


def _has_tables(db: sqlite3.Connection) -> bool:
    found = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    return {"meta", "article", "block", "edge", "file"} <= found


def _check_header(path: Path) -> None:
    """Refuse what is not SQLite, and a file that is shorter than it says, before SQLite touches it."""
    if not path.exists() or not path.stat().st_size:
        return
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC):
        raise CompareError(f"index {path}: not an index (not a SQLite file); give another file")
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if not _has_log(path) and path.stat().st_size < pages * (65536 if page == 1 else page):
        raise CompareError(f"index {path}: truncated; restore it from a copy, or remove it and add the articles again")


def _has_log(path: Path) -> bool:
    """True while writes stand beside the file that are not in it yet."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _advice(message: str) -> str:
    if "locked" in message:
        return "in use by another process for too long; try again"
    if "unable to open" in message:
        return "cannot be opened; look whether its folder is there and may be written to"
    if "readonly" in message or "read-only" in message:
        return "read-only; allow writing to the file and its folder, or copy it"
    if "malformed" in message or "not a database" in message:
        return f"damaged ({message}); restore it from a copy, or remove it and add the articles again"
    return message
