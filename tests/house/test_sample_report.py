"""The approved sample report of `seeds/`: a change in it is a change that the reader sees, so it shows in the diff.

To approve a new one, run `twosource compare seeds/` in the checkout and read the diff of `reports/`.
"""

import re
from pathlib import Path

import pytest

import compare
from compare.pipeline import compare_all

ROOT = Path(__file__).parents[2]
VERSION = re.compile(r"datasketch\W+[\d.]+")  # the one version of another package that a report tells


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    compare.write_report(compare_all(compare.load_articles(ROOT / "seeds")), folder)
    return folder


def test_the_approved_json_is_what_the_tool_writes_today(made):
    assert scrubbed(made / "comparison.json") == scrubbed(ROOT / "reports" / "comparison.json")


def test_the_approved_page_is_what_the_tool_writes_today(made):
    assert scrubbed(made / "index.html") == scrubbed(ROOT / "reports" / "index.html")


def scrubbed(path):
    return VERSION.sub("datasketch", path.read_text("utf-8"))
