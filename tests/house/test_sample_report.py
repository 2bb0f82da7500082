"""The approved sample report of `seeds/`: a change in it is a change that the reader sees, so it shows in the diff.

To approve a new one, run `twosource compare seeds/` in the checkout and read the diff of `reports/`.
"""

import json
import re
from pathlib import Path

import pytest

import compare
from compare.pipeline import compare_all

ROOT = Path(__file__).parents[2]
MADE_WITH = re.compile(r'"made_with": \{[^}]*\}')


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    compare.write_report(compare_all(compare.load_articles(ROOT / "seeds")), folder)
    return folder


def test_the_approved_json_is_what_the_tool_writes_today(made):
    approved = (ROOT / "reports" / "comparison.json").read_text("utf-8")
    today = (made / "comparison.json").read_text("utf-8")
    assert MADE_WITH.sub("", today) == MADE_WITH.sub("", approved)


def test_the_approved_page_is_what_the_tool_writes_today(made):
    approved = (ROOT / "reports" / "index.html").read_text("utf-8")
    today = (made / "index.html").read_text("utf-8")
    if (
        json.loads((made / "comparison.json").read_text("utf-8"))["made_with"]
        != json.loads((ROOT / "reports" / "comparison.json").read_text("utf-8"))["made_with"]
    ):
        pytest.skip("made with other versions than the approved page")
    assert today == approved
