import os
import sqlite3
import tempfile
import threading
from pathlib import Path

import pytest

from compare import Article, CompareError, IndexMismatch
from compare.cluster.index import Index


@pytest.fixture
def path(tmp_path, newsroom):
    room = newsroom(1)
    with Index(tmp_path / "news.index") as index:
        index.add([Article(f"a{i}", room.prose(100)) for i in range(50)])
    return tmp_path / "news.index"


def test_a_file_that_is_not_sqlite_is_refused_and_untouched(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, not an index.\n" * 10)
    with pytest.raises(CompareError, match="not an index"):
        Index(path)
    assert path.read_text() == "These are notes, not an index.\n" * 10
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_another_programs_sqlite_file_is_refused_and_untouched(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as db:
        db.execute("create table people(name text)")
    before = path.read_bytes()
    with pytest.raises(CompareError, match="not an index of twosource"):
        Index(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_truncated_index_is_refused_and_untouched(path, share):
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(CompareError, match="truncated"):
        Index(path)
    assert path.read_bytes() == whole[: int(len(whole) * share)]


def test_an_index_with_damaged_pages_tells_so(path):
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    path.write_bytes(whole)
    with pytest.raises(CompareError, match="damaged"):
        Index(path).status()


def test_an_index_of_another_version_is_a_mismatch_with_the_way_out(path):
    with sqlite3.connect(path) as db:
        db.execute("update meta set value = '0' where key = 'normaliser'")
    with pytest.raises(IndexMismatch, match=r"normaliser 0, not .*index rebuild --index"):
        Index(path)


def test_a_locked_index_says_that_another_process_uses_it(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with Index(path, timeout=0.05) as index:
        with pytest.raises(CompareError, match="in use by another process"):
            index.add([Article("new", "a text that is new")])
        assert index.status()["articles"] == 50  # reading goes on
        other.execute("rollback")
        index.add([Article("new", "a text that is new")])
        assert index.status()["articles"] == 51


def test_a_read_only_index_says_so(path, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda p, **more: connect(f"file:{p}?mode=ro", uri=True, **more))
    with Index(path) as index:
        with pytest.raises(CompareError, match="read-only"):
            index.add([Article("new", "a text that is new")])
        assert index.status()["articles"] == 50


@pytest.fixture
def nobody():
    """For a while the user whom permissions bind; root may write everywhere."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_folder(newsroom):
    """An index in a folder in which nobody may write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Index(folder / "known.sqlite") as index:
            index.add([Article(f"a{i}", newsroom(i).prose(100)) for i in range(5)])
        (folder / "known.sqlite").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def test_an_index_in_a_read_only_folder_can_be_asked_and_takes_nothing_in(locked_folder, nobody, newsroom):
    with Index(locked_folder / "known.sqlite") as index:
        assert index.status()["articles"] == 5
        (found,) = index.query([Article("new", newsroom(0).prose(100))])
        assert "new" in found.members
        with pytest.raises(CompareError, match="read-only"):
            index.add([Article("more", "Another text. " * 20)])
    assert [file.name for file in locked_folder.iterdir()] == ["known.sqlite"]


def test_an_index_in_a_read_only_folder_that_is_being_written_to_is_not_half_read(locked_folder, nobody):
    os.seteuid(os.getuid())
    (locked_folder / "known.sqlite-wal").write_bytes(b"a write that is not in the file yet")
    if not os.getuid():
        os.seteuid(65534)
    with pytest.raises(CompareError, match=r"cannot be opened|read-only"):
        Index(locked_folder / "known.sqlite")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CompareError, match="index"):
        Index(tmp_path / "nowhere" / "news.index")


def test_several_writers_lose_nothing(path, newsroom):
    def write(number):
        room = newsroom(number)
        with Index(path) as index:
            for i in range(5):
                index.add([Article(f"w{number}-{i}-{k}", room.prose(60)) for k in range(4)])

    writers = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Index(path) as index:
        assert index.status()["articles"] == 50 + 4 * 5 * 4
