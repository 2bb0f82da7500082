import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stories import claim, dam_story, lone_story, made_run, story_of

import compare.report
from compare.errors import ReportError
from compare.model import Article, Finding, Related, Run, Severity, StoryEdge, Verdict
from compare.pipeline import compare_story
from compare.report.csv_table import cell
from compare.report.json_text import json_text
from compare.report.markdown import safe
from compare.report.read_back import read_comparison
from compare.report.write import write_report

SCHEMA = json.loads((Path(compare.report.__file__).parent / "schema" / "comparison.schema.json").read_text("utf-8"))
HOSTILE = '=cmd|"/c calc"!A1 <script>alert(1)</script> \u202e*x* [a](javascript:b) \ud800 "quoted", \x00 end.'


def hostile_run():
    story = story_of([[HOSTILE], ["Plain."]], titles={0: HOSTILE})
    finding = Finding(
        "wording",
        Verdict.DIFFER,
        Severity.HIGH,
        "x",
        (claim(story.story.articles[0], "name", HOSTILE, HOSTILE),),
        HOSTILE,
        0,
    )
    return Run((replace(story, findings=(finding,)),))


def written(run, folder, name):
    return write_report(run, folder, name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("make", [made_run, hostile_run, lambda: Run(())])
def test_the_json_fits_its_schema(make, tmp_path):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(written(make(), tmp_path, "json")), SCHEMA)


@pytest.mark.parametrize("make", [made_run, hostile_run, lambda: Run(())])
def test_read_back_and_written_again_the_json_and_the_page_are_the_same(make, tmp_path):
    write_report(make(), tmp_path / "a", "html,json")
    write_report(read_comparison(tmp_path / "a" / "comparison.json"), tmp_path / "b", "html,json")
    for name in ("comparison.json", "index.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_what_a_run_tells_survives_the_way_through_json(tmp_path):
    dam = dam_story()
    article = replace(
        dam.story.articles[0], modified=datetime(2025, 3, 6, 1, tzinfo=UTC), authors=("A. B.",), notes=("n",)
    )
    story = replace(
        dam.story,
        articles=(article, *dam.story.articles[1:]),
        edges=(StoryEdge("courier", "herald", 1.25, ("names",)),),
        related=(Related("lone", -0.5, ("Ostby",)),),
    )
    run = replace(made_run(), comparisons=(replace(dam, story=story, notes=("capped",)), lone_story()))
    back = read_comparison(write_report(run, tmp_path, "json"))
    assert back.comparisons[0].story == story
    assert back.comparisons[0].rows == dam.rows
    assert back.comparisons[0].left_out == dam.left_out
    assert [(f.kind, f.note, f.row) for f in back.comparisons[0].findings] == [
        (f.kind, f.note, f.row) for f in dam.findings
    ]
    assert back.unread == run.unread
    assert (back.notes, back.made_with, back.inputs) == (run.notes, run.made_with, run.inputs)


def test_no_time_of_day_is_in_the_json(tmp_path):
    first = written(made_run(), tmp_path, "json")
    assert written(made_run(), tmp_path, "json") == first
    assert str(datetime.now(UTC).date()) not in first


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c)
    )
)
def test_the_readable_json_text_is_the_same_value(value):
    text = "".join(json_text({"stories": value}))
    text.encode("utf-8")
    assert json.loads(text) == {"stories": value}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "is not JSON"),
        ("[]", "is no comparison"),
        ("{}", "is no comparison"),
        ('{"schema_version": "2.0"}', "schema 2.0 is not 1.0"),
        ('{"schema_version": "1.0", "stories": [{}]}', "is no comparison"),
    ],
)
def test_a_file_that_is_no_comparison_is_refused_with_its_reason(content, says, tmp_path):
    (tmp_path / "x.json").write_text(content)
    with pytest.raises(ReportError, match=says):
        read_comparison(tmp_path / "x.json")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ReportError, match=r"cannot read .*nothing\.json"):
        read_comparison(tmp_path / "nothing.json")


def test_each_line_of_json_lines_is_a_finding_with_offsets(run, tmp_path):
    lines = [json.loads(line) for line in written(run, tmp_path, "jsonl").splitlines()]
    assert [line["verdict"] for line in lines] == [str(f.verdict) for f in run.comparisons[0].findings]
    texts = {a.id: a.text for a in run.comparisons[0].story.articles}
    for line in lines:
        for found in line["claims"]:
            assert texts[found["article"]][found["start"] : found["end"]] == found["quote"]


def test_the_table_has_one_line_per_evidence_with_offsets(run, tmp_path):
    rows = list(csv.DictReader(io.StringIO(written(run, tmp_path, "csv").removeprefix("\ufeff"))))
    assert len(rows) == sum(len(f.claims) for f in run.comparisons[0].findings)
    texts = {a.id: a.text for a in run.comparisons[0].story.articles}
    assert all(texts[r["article"]][int(r["start"]) : int(r["end"])] == r["quote"] for r in rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_starts_a_formula(start):
    assert cell(f"{start}1") == f"'{start}1"


def test_no_cell_of_a_hostile_article_starts_a_formula(tmp_path):
    table = list(csv.reader(io.StringIO(written(hostile_run(), tmp_path, "csv").removeprefix("\ufeff"), newline="")))
    assert not [c for row in table for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_markdown_quotes_each_source_with_its_offsets(run, tmp_path):
    text = written(run, tmp_path, "md")
    assert "**high · figures differ** A says 120, B says 150 people. (`f-" in text
    assert "> B Herald: Some **150** people fled when the Ostby dam failed on 4 March 2025. (characters 5–8)" in text
    assert "- news/broken.pdf: no text in it" in text
    assert "3 articles, 2 independent origins: A Courier, B Herald and C Tribune." in text


def test_markdown_tells_what_is_wrong_in_an_article_that_stands_alone(tmp_path):
    text = "Rafael Mariano Gross met the mayor on Monday. Later Grossi left, and Grossi was glad."
    write_report([compare_story([Article("a", text)])], tmp_path / "report.md")
    told = (tmp_path / "report.md").read_text("utf-8").partition("## Told by one article only")[2]
    assert "**high · conflict inside one article**" in told
    assert "Later **Grossi** left" in told


def test_markdown_quotes_a_sentence_once_with_all_that_differs_in_it(tmp_path):
    texts = (
        "The council met on Monday. The old pier was sold to a local firm for a low price after two years.",
        "The council met on Monday. The old quay was sold to a local company for a low price after two years.",
    )
    comparison = compare_story([Article(name, text) for name, text in zip("ab", texts, strict=True)])
    (worded,) = (f for f in comparison.findings if f.kind == "wording")
    write_report([comparison], tmp_path / "report.md")
    text = (tmp_path / "report.md").read_text("utf-8")
    assert len(worded.claims) > 2
    assert text.count("The old **pier** was sold to a local **firm** for a low price") == 1
    assert text.index("### In other words") < text.index("The old **pier**")


@pytest.mark.parametrize(
    "line", ["# head", "- item", "> quote", "1. one", "<b>", "[a](b)", "`code`", "*x*", "| a |", "+ x", "==="]
)
def test_markup_of_an_article_is_plain_text_in_markdown(line):
    escaped = safe(line)
    assert "\\" in escaped
    assert escaped.replace("\\", "") == line


@pytest.mark.parametrize("text", ["3.4 percent", "12 people", "-5 degrees", "1.5"])
def test_a_figure_stands_in_markdown_as_it_is(text):
    assert safe(text) == text


def test_annotations_point_at_the_quotation_twice(run, tmp_path):
    page = json.loads(written(run, tmp_path, "annotations"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert (
        len({a["id"] for a in page["items"]})
        == len(page["items"])
        == sum(len(f.claims) for f in run.comparisons[0].findings)
    )
    texts = {
        "https://courier.example/1" if a.url else f"urn:twosource:article:{a.id}": a.text
        for a in run.comparisons[0].story.articles
    }
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert item["motivation"] == "assessing"
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in text


@pytest.mark.parametrize("name", ["jsonl", "csv", "md", "annotations", "html", "json"])
def test_hostile_articles_are_written_in_every_format(name, tmp_path):
    assert "Plain" in written(hostile_run(), tmp_path, name) or name in ("jsonl", "csv", "annotations", "md")


@pytest.mark.parametrize("name", ["jsonl", "csv", "md", "annotations", "html", "json"])
def test_an_empty_run_gives_an_honest_file(name, tmp_path):
    assert write_report([], tmp_path, name).exists()
