import json
from dataclasses import replace

import pytest

from compare.config import Config, ReadConfig
from compare.read.folder import read_folder

CONFIG = Config(read=ReadConfig(max_bytes=300))
LINES = [json.dumps({"id": f"a{i}", "text": f"The bridge number {i} opened on Monday."}) for i in range(20)]


@pytest.fixture
def dump(tmp_path):
    return tmp_path / "dump.jsonl"


def test_a_dump_larger_than_a_file_may_be_is_read_line_by_line_to_the_same_articles(dump):
    dump.write_text("\ufeff" + "\n".join(LINES), "utf-8")
    found = read_folder(dump, CONFIG)
    assert found == read_folder(dump, replace(CONFIG, read=ReadConfig()))
    assert (len(found.articles), found.unread) == (20, ())


def test_a_line_that_is_longer_and_one_that_is_broken_are_told_and_the_rest_is_read(dump):
    long = json.dumps({"id": "long", "text": "word " * 500})
    dump.write_bytes("\n".join([*LINES[:3], long, "", "{", *LINES[3:]]).encode() + b'\n{"text": "\xff"}\n')
    found = read_folder(dump.parent, CONFIG)
    assert [a.id for a in found.articles] == [f"a{i}" for i in range(20)]
    assert [one.line for one in found.unread] == [4, 6, 24]
    assert found.unread[0].reason == "a line longer than 300 bytes"


def test_other_files_of_that_size_are_still_refused(tmp_path):
    (tmp_path / "big.json").write_text(json.dumps([json.loads(line) for line in LINES]), "utf-8")
    found = read_folder(tmp_path, CONFIG)
    assert (found.articles, "raise read.max_bytes" in found.unread[0].reason) == ((), True)
