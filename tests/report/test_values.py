"""Comparisons as values: dictionaries, JSON, tables, and what a notebook shows."""

import json
import logging
import subprocess
import sys

import pytest
from made_stories import article, claim, dam_story, lone_story, made_run, sentence

import compare
from compare.model import Comparison, Finding, Origin, Row, Severity, Story, Verdict
from compare.report.export import COLUMNS
from compare.report.read_back import run_of
from compare.report.write import write_report

HOSTILE = "<script>alert(1)</script> & \u202eevil \ud800 =1+1."


def hostile_story():
    a, b = article("a", HOSTILE, title="<img src=x onerror=alert(1)>"), article("b", "Nothing.")
    rows = (Row(((sentence(a, HOSTILE),), (sentence(b, "Nothing."),))),)
    claims = (claim(a, "number", "<b>", "<script>", HOSTILE), claim(b, "number", 0, "Nothing"))
    findings = (Finding("number", Verdict.DIFFER, Severity.HIGH, "r", claims, HOSTILE, 0),)
    return Comparison(Story("<i>", (a, b), origins=(Origin(("a",)), Origin(("b",)))), rows, findings)


def test_a_comparison_as_a_dictionary_is_its_story_in_the_json_report(run, tmp_path):
    write_report(run, tmp_path, "json")
    told = json.loads((tmp_path / "comparison.json").read_text("utf-8"))
    assert [json.loads(json.dumps(compare.to_dict(c))) for c in run.comparisons] == told["stories"]
    assert json.loads(json.dumps(compare.to_dict(run))) == told


def test_json_text_of_a_run_is_the_report_and_reads_back(run, tmp_path):
    assert compare.to_json(run) == write_report(run, tmp_path, "json").read_text("utf-8")
    assert compare.to_json(run_of(json.loads(compare.to_json(run)))) == compare.to_json(run)
    assert json.loads(compare.to_json(dam_story()))["id"] == "courier-herald-tribune"


def rows_of(table):
    return [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]


def as_columns(kind, compared):
    if kind == "pandas":
        return compare.to_pandas(compared).to_dict("list")
    return compare.to_arrow(compared).to_pydict()


@pytest.mark.parametrize("kind", ["pandas", "arrow"])
def test_a_table_has_a_row_for_each_claim_with_its_quotation(kind):
    pytest.importorskip("pandas" if kind == "pandas" else "pyarrow")
    story = dam_story()
    rows = rows_of(as_columns(kind, story))
    assert [list(row) for row in rows] == [list(COLUMNS)] * sum(len(f.claims) for f in story.findings)
    texts = {a.id: a.text for a in story.story.articles}
    for row in rows:
        assert texts[row["article"]][row["start"] : row["end"]] == row["quote"]
    assert (rows[0]["verdict"], rows[0]["kind"], rows[0]["value"], rows[0]["source"]) == (
        "DIFFER",
        "number",
        "120",
        "Courier",
    )


def test_both_tables_hold_the_same_and_keep_their_types_when_empty():
    pandas, pyarrow = pytest.importorskip("pandas"), pytest.importorskip("pyarrow")
    assert as_columns("pandas", made_run()) == as_columns("arrow", made_run())
    none = compare.to_pandas([])
    assert list(none.columns) == list(COLUMNS)
    assert (none["start"].dtype, len(none)) == (pandas.Series([1]).dtype, 0)
    assert compare.to_arrow([]).schema.field("end").type == pyarrow.int64()


def test_what_arrow_cannot_hold_is_escaped():
    pytest.importorskip("pyarrow")
    assert compare.to_arrow(hostile_story()).to_pydict()["subject"][0].endswith("\\ud800 =1+1.")


@pytest.mark.parametrize(
    ("package", "function", "line"),
    [
        ("pandas", "to_pandas", "pip install 'twosource[pandas]'"),
        ("pyarrow", "to_arrow", "pip install 'twosource[parquet]'"),
    ],
)
def test_a_missing_package_names_the_line_that_installs_it(package, function, line, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(compare.MissingExtra) as caught:
        getattr(compare, function)(dam_story())
    assert line in str(caught.value)


def test_a_notebook_shows_the_differences_with_their_quotations():
    shown = compare.show(dam_story())
    page = shown._repr_html_()
    assert "<mark>120</mark> people fled" in page
    assert "figures differ" in page
    assert "3 articles from 2 independent origins" in page
    assert repr(shown) == "1 story, told by 3 articles; 2 differences: 1 high and 1 medium."
    beside_another = repr(shown).replace("3 articles", "3 of 4 articles")
    assert repr(compare.show(made_run())) == repr(compare.show([dam_story(), lone_story()])) == beside_another


def test_what_an_article_says_stays_text_in_a_notebook():
    page = compare.show(hostile_story())._repr_html_()
    assert "&lt;script&gt;" in page
    for forbidden in ("<script", "<img", "<i>", "<b><", "\u202e", "\ud800", "style", "onclick"):
        assert forbidden not in page


def test_the_library_is_silent_until_an_application_listens(tmp_path):
    assert any(isinstance(h, logging.NullHandler) for h in logging.getLogger("compare").handlers)
    (tmp_path / "a.txt").write_text("A story of some words.")
    (tmp_path / "b.txt").write_text("")
    code = f"import compare; print(len(compare.load_articles({str(tmp_path)!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("1\n", "")
    heard = subprocess.run(
        [sys.executable, "-c", f"import logging; logging.basicConfig(); {code}"], capture_output=True, text=True
    )
    assert "b.txt" in heard.stderr
