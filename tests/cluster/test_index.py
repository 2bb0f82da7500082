import pytest

from compare import Article, CompareError, Config, IndexMismatch, find_copies
from compare.cluster.index import Index
from compare.config import CopyConfig
from compare.errors import DuplicateIds

NUMPY = Config(copies=CopyConfig(fast=False))


@pytest.fixture
def index(tmp_path):
    with Index(tmp_path / "news.index", NUMPY) as index:
        yield index


@pytest.fixture
def wire(newsroom):
    room = newsroom(7)
    base = [Article(f"a{i}", room.prose(180)) for i in range(30)]
    copies = [Article(f"c{i}", room.edited(base[i].text, 0.05)) for i in range(10)]
    return base, copies


def members(clusters):
    return sorted(cluster.members for cluster in clusters)


def test_added_articles_tell_the_clusters_they_joined(index, wire):
    base, copies = wire
    assert index.add(base) == []
    joined = index.add(copies)
    assert members(joined) == [(f"a{i}", f"c{i}") for i in range(10)]
    assert joined == find_copies([*base[:10], *copies], NUMPY)
    more = index.add([Article("d0", copies[0].text)])
    assert members(more) == [("a0", "c0", "d0")]


def test_known_articles_cost_nothing_and_changed_ones_are_replaced(index, wire):
    base, copies = wire
    index.add(base)
    assert index.add(base) == []
    assert members(index.add([Article("a5", copies[0].text)])) == [("a0", "a5")]
    assert index.status()["articles"] == 30


def test_a_query_tells_what_would_be_joined_and_leaves_no_trace(index, wire):
    base, copies = wire
    index.add(base)
    before = index.status()
    assert members(index.query(copies[:2])) == [("a0", "c0"), ("a1", "c1")]
    assert index.status() == before


def test_a_known_article_is_asked_for_as_it_is_given(index, wire):
    base, copies = wire
    index.add([*base, copies[0]])
    assert members(index.query([base[0], base[1]])) == [("a0", "c0")]
    assert members(index.query([Article("a0", base[1].text)])) == [("a0", "a1")]


def test_forgotten_articles_are_found_no_more(index, wire):
    base, copies = wire
    index.add([*base, *copies])
    assert index.status()["clusters"] == 10
    assert index.forget(["a0", "a1"]) == 2
    assert (index.status()["articles"], index.status()["clusters"]) == (38, 8)
    assert members(index.query([Article("new", base[0].text)])) == [("c0", "new")]


def test_an_unknown_id_is_an_error_and_nothing_is_forgotten(index, wire):
    index.add(wire[0])
    with pytest.raises(CompareError, match="not known: 'nobody'"):
        index.forget(["a0", "nobody"])
    assert index.status()["articles"] == 30


def test_duplicate_ids_leave_the_index_as_it_is(index):
    with pytest.raises(DuplicateIds):
        index.add([Article("a", "one"), Article("a", "two")])
    assert index.status()["articles"] == 0


def test_empty_texts_are_known_and_no_copies(index):
    assert index.add([Article("a", ""), Article("b", ""), Article("c", " . ")]) == []
    assert index.status()["articles"] == 3


def test_one_by_one_or_all_at_once_gives_the_same_clusters(tmp_path, wire):
    base, copies = wire
    with Index(tmp_path / "one", NUMPY) as one, Index(tmp_path / "all", NUMPY) as whole:
        whole.add([*base, *copies])
        for article in [*base, *copies]:
            one.add([article])
        assert one.status() == whole.status()
        assert members(one.query([Article("q", base[3].text)])) == members(whole.query([Article("q", base[3].text)]))


def test_rebuilding_changes_the_settings_and_keeps_every_article(tmp_path, wire):
    base, copies = wire
    with Index(tmp_path / "index", NUMPY) as index:
        index.add([*base, *copies])
        index.forget(["a29"])
        before = index.status()
        index.rebuild()
        assert index.status() == before
    other = Config(copies=CopyConfig(fast=False, permutations=128, seed=3))
    with pytest.raises(IndexMismatch, match=r"permutations 64, not 128.*index rebuild"):
        Index(tmp_path / "index", other)
    with Index(tmp_path / "index", other, check=False) as index:
        index.rebuild()
    with Index(tmp_path / "index", other) as index:
        status = index.status()
        assert (status["articles"], status["clusters"]) == (39, 10)
        assert status["made_with"]["permutations"] == "128"
        assert members(index.add([Article("d0", base[0].text)])) == [("a0", "c0", "d0")]


def test_what_is_spread_is_learned_as_the_index_grows(tmp_path, newsroom):
    room = newsroom(8)
    footer = "Sign up for our newsletter to get the top stories of the day in your inbox. All rights reserved."
    with Index(tmp_path / "index", NUMPY) as index:
        for day in range(6):
            index.add([Article(f"{day}-{i}", f"{room.prose(25)} {footer} {day * 40 + i}") for i in range(40)])
        assert index.status()["clusters"] == 0


def test_files_are_read_again_only_where_their_content_changed(index, tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("the first file of this folder")
    two.write_text("the second file of this folder")
    marks = index.changed_files([one, two])
    assert [mark.path for mark in marks] == [str(one), str(two)]
    index.add([Article("one", one.read_text(), path=str(one)), Article("two", two.read_text(), path=str(two))], marks)
    assert index.changed_files([one, two]) == []
    two.write_text("the second file of this folder")  # touched, not changed
    assert index.changed_files([one, two]) == []
    one.write_text("the first file of this folder, corrected")
    assert [mark.path for mark in index.changed_files([one, two])] == [str(one)]
    assert index.status()["files"] == 2


def test_a_file_is_forgotten_by_its_path_with_all_that_came_from_it(index, tmp_path):
    gone, stays = tmp_path / "gone.jsonl", tmp_path / "stays.jsonl"
    for file in (gone, stays):
        file.write_text("what it holds is of no matter here")
        marks = index.changed_files([file])
        index.add([Article(f"{file.stem}{i}", f"Text {i}. " * 20, path=str(file)) for i in range(3)], marks)
    content = gone.read_text()
    gone.unlink()
    assert index.ids_of(gone) == ["gone0", "gone1", "gone2"]
    assert index.forget([str(gone), str(stays)]) == 6
    gone.write_text(content)
    assert [mark.path for mark in index.changed_files([gone, stays])] == [str(gone)]


def test_what_an_older_version_of_a_file_held_is_forgotten(index, tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text("1")
    index.add([Article(name, f"text of {name}", path=str(path)) for name in "abc"], index.changed_files([path]))
    path.write_text("22")
    index.add([Article(name, f"text of {name}", path=str(path)) for name in "bd"], index.changed_files([path]))
    assert index.status()["articles"] == 2
    assert index.forget(["b", "d"]) == 2
