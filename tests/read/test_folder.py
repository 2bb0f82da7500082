"""The folder walk, ids, streams, plug-ins and the fields of tables."""

import io
import json
import shutil
import sys
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import (
    Article,
    Config,
    ConfigError,
    MissingExtra,
    ReadConfig,
    ReadError,
    compare_story,
    load_articles,
    write_report,
)
from compare.read import readers
from compare.read.fields import NAMES, authors_of, read_map
from compare.read.file import SourceFile
from compare.read.folder import read_folder
from compare.read.ids import with_ids
from compare.read.json_files import read_json
from compare.read.markup import text_of
from compare.read.paths import read_all
from compare.read.stream import read_stream

GOOD = "The council met on Tuesday. It voted for the pier."


def test_articles_come_in_the_order_of_their_paths_whenever_the_files_were_made(tmp_path):
    names = ["b.txt", "a/z.txt", "a/a.txt", "c.txt", "B.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    ids = [article.id for article in load_articles(tmp_path)]
    assert ids == ["B", "a", "z", "b", "c"]
    for name in names:
        (tmp_path / name).unlink()
    for name in reversed(names):
        (tmp_path / name).write_text(GOOD)
    assert [article.id for article in load_articles(tmp_path)] == ids


def test_files_of_one_name_have_the_ids_of_their_paths(tmp_path):
    for name in ("post/a.txt", "times/a.txt", "times/a.md", "times/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    assert {article.id for article in load_articles(tmp_path)} == {"post/a", "times/a.txt", "times/a.md", "b"}


PATHS = st.lists(st.sampled_from(["/r/a.txt", "/r/b/a.txt", "/r/a.md", "/r/c.jsonl", "/r/a.txt.gz"]), max_size=8)
OWN = st.sampled_from(["", "", "a", "a#1", "b/a", "x"])


@given(PATHS.flatmap(lambda paths: st.tuples(st.just(paths), st.lists(OWN, min_size=len(paths), max_size=len(paths)))))
def test_ids_are_unique_and_never_empty(made):
    articles = [Article(own, "text", path=path) for path, own in zip(*made, strict=True)]
    ids = [article.id for article in with_ids(articles, "/r")]
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_a_stream_of_json_lines_is_read_and_its_bad_lines_told():
    lines = [
        json.dumps({"id": "1", "text": GOOD}),
        "",
        "{oops",
        b'{"text": "\xff"}',
        json.dumps({"body": GOOD}).encode(),
    ]
    folder = read_stream(lines, Config())
    assert [article.id for article in folder.articles] == ["1", "-"]
    assert [one.line for one in folder.unread] == [3, 4]
    assert read_stream([], Config()).notes == ("-: no articles",)


def test_a_line_beyond_the_limit_is_not_read():
    folder = read_stream([json.dumps({"text": GOOD})], Config(read=ReadConfig(max_bytes=20)))
    assert (folder.articles, len(folder.unread)) == ((), 1)


def test_several_paths_and_a_stream_are_read_as_one(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(GOOD)
    stdin = io.BytesIO(json.dumps({"text": GOOD}).encode())
    folder = read_all([str(tmp_path / "one"), str(tmp_path / "two"), "-"], Config(), stdin)
    assert len({article.id for article in folder.articles}) == 3


def read_shout(file, config):
    """A reader as a plug-in brings it."""
    yield Article("", file.content.decode().lower(), title="Shouted")


def test_a_plug_in_reads_a_new_kind_of_file(tmp_path, monkeypatch):
    class Point:
        name, value = ".shout", "x:y"
        load = staticmethod(lambda: read_shout)

    monkeypatch.setattr(metadata, "entry_points", lambda group: [Point] if group == "twosource.readers" else [])
    readers._plugins.cache_clear()
    (tmp_path / "a.shout").write_text("THE COUNCIL MET.")
    try:
        (article,) = load_articles(tmp_path / "a.shout")
    finally:
        monkeypatch.undo()
        readers._plugins.cache_clear()
    assert (article.id, article.text, article.title) == ("a", "the council met.", "Shouted")
    assert article.path == str(tmp_path / "a.shout")


EXTRAS = [("pdf", "pdf", "pypdfium2"), ("warc", "warc", "warcio.archiveiterator"), ("parquet", "parquet", "pyarrow")]


@pytest.mark.parametrize(("suffix", "extra", "package"), EXTRAS)
def test_a_missing_extra_says_the_pip_line(suffix, extra, package, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / f"a.{suffix}").write_bytes(b"content")
    (one,) = read_folder(tmp_path, Config()).unread
    assert f"pip install 'twosource[{extra}]'" in one.reason
    with pytest.raises(MissingExtra):
        list(readers.read_file(SourceFile(f"a.{suffix}", b"content"), ReadConfig()))


def test_every_format_of_the_table_has_its_reader():
    assert all(callable(readers._loaded(kind.reader)) for kind in readers.FORMATS)


def test_a_file_of_an_unknown_kind_is_told_with_where_the_known_ones_are_listed(tmp_path):
    (tmp_path / "a.xyz").write_text(GOOD)
    with pytest.raises(ReadError, match=r"no reader for \.xyz; `twosource formats`"):
        load_articles(tmp_path / "a.xyz")


def test_a_folder_that_vanishes_while_it_is_read_gives_what_was_read_and_tells_the_rest(tmp_path):
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        for name in "123":
            (tmp_path / place / f"{name}.txt").write_text(f"{GOOD} Item {place}{name}.")

    def until_the_second(file):
        if file.name == "2.txt":
            shutil.rmtree(tmp_path)
        return True

    found = read_folder(tmp_path, Config(), until_the_second)
    assert [article.id for article in found.articles] == ["1"]
    told = {Path(u.path).name: u.reason for u in found.unread}
    assert told == {"2.txt": "the file is gone", "3.txt": "the file is gone", "b": "No such file or directory"}


def test_a_file_that_is_emptied_or_replaced_while_the_folder_is_read_is_read_as_it_is_then(tmp_path):
    for name in "123":
        (tmp_path / f"{name}.txt").write_text(GOOD)

    def change(file):
        if file.name == "1.txt":
            (tmp_path / "2.txt").write_text("")
            (tmp_path / "new").write_text("The council met again.")
            (tmp_path / "new").replace(tmp_path / "3.txt")
        return True

    found = read_folder(tmp_path, Config(), change)
    assert [article.text for article in found.articles] == [GOOD, "The council met again."]
    assert [u.reason for u in found.unread] == ["the file is empty"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("https://example.com/a.html", "nothing is fetched"),
        ("s3a://wire/2026", "--engine spark"),
        ("", "an empty path"),
    ],
)
def test_an_address_and_an_empty_path_are_no_folder(path, says):
    with pytest.raises(ReadError, match=says):
        load_articles(path)


def test_a_report_that_lies_among_the_articles_is_no_article(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    write_report([compare_story(load_articles(tmp_path))], tmp_path / "earlier")
    found = read_folder(tmp_path, Config())
    assert [article.id for article in found.articles] == ["a"]
    assert {(Path(u.path).name, u.reason) for u in found.unread} == {
        (name, "a report of twosource, no article") for name in ("comparison.json", "index.html")
    }


@pytest.mark.parametrize("pair", ["body", "body=text", "text=", "=x", "colour=red"])
def test_a_mapping_to_no_field_is_refused(pair):
    with pytest.raises(ConfigError, match="FIELD=NAME"):
        read_map((pair,))


def test_every_field_may_be_mapped():
    assert read_map(tuple(f"{name}=a.b" for name in NAMES)) == dict.fromkeys(NAMES, ("a", "b"))


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        (["Jane Doe", "Jane Doe"], ("Jane Doe",)),
        ([{"name": "Jane Doe"}, {"name": ""}], ("Jane Doe",)),
        ({"name": "Jane Doe"}, ("Jane Doe",)),
        (None, ()),
        ("", ()),
        (5, ("5",)),
    ],
)
def test_authors_are_read_however_they_are_listed(value, names):
    assert authors_of(value) == names


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>One &amp; two</p><p>Three</p>", "One & two\nThree"),
        ("<p>One <b>bold</b> word</p>", "One bold word"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<script>x()</script><p>One</p>", "One"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("plain", "plain"),
        ("<p>unclosed", "unclosed"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
    ],
)
def test_markup_becomes_paragraphs(fragment, text):
    assert text_of(fragment) == text


KEYS = st.sampled_from(["text", "title", "authors", "published", "source", "articles", "bodies", "version"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)
)


@settings(deadline=None, max_examples=50)
@given(VALUES)
def test_any_json_gives_articles_or_reasons(value):
    for one in read_json(SourceFile("a.json", json.dumps(value).encode()), ReadConfig()):
        assert isinstance(one, Article) == hasattr(one, "text")


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from([suffix for kind in readers.FORMATS for suffix in kind.suffixes]))
def test_any_bytes_under_any_name_are_read_or_told(content, suffix):
    told = []
    try:
        told += readers.read_file(SourceFile(f"a{suffix}", content), ReadConfig())
    except ReadError as error:
        told.append(error)
    assert all(one.path.startswith("a") for one in told)
