import json
from dataclasses import replace

import pytest
from made_stories import dam_story, made_run

from compare.errors import ReportError
from compare.model import Run
from compare.report.ids import finding_ids
from compare.report.write import write_report


def review_of(*marks):
    return {"schema_version": "1.0", "marks": list(marks)}


def mark(name, kind="confirmed", **more):
    return {
        "id": name,
        "mark": kind,
        "note": "asked the mayor",
        "story": "Dam",
        "says": "figures differ",
        "articles": [],
        **more,
    }


def test_marks_come_back_on_the_page_and_in_the_json(run, tmp_path):
    name = finding_ids(run.comparisons[0])[0]
    page = write_report(run, tmp_path, review=review_of(mark(name))).read_text("utf-8")
    assert 'data-mark="confirmed" data-note="asked the mayor"' in page
    assert "Marked confirmed: asked the mayor" in page
    told = json.loads((tmp_path / "comparison.json").read_text("utf-8"))
    assert [m["id"] for m in told["review"]["marks"]] == [name]


def test_a_review_may_be_a_file_or_the_json_of_an_earlier_report(run, tmp_path):
    name = finding_ids(run.comparisons[0])[0]
    (tmp_path / "review.json").write_text(json.dumps(review_of(mark(name, "later"))))
    first = write_report(run, tmp_path / "a", review=tmp_path / "review.json").read_text("utf-8")
    again = write_report(run, tmp_path / "b", review=tmp_path / "a" / "comparison.json").read_text("utf-8")
    assert "Marked later" in first
    assert again == first


def test_confirmed_findings_that_are_no_longer_found_are_listed(run, tmp_path):
    corrected = Run((replace(run.comparisons[0], findings=run.comparisons[0].findings[1:]),))
    name = finding_ids(dam_story())[0]
    marks = review_of(
        mark(name, says="120 or 150", articles=["courier", "herald"]),
        mark("f-000000000001", says="elsewhere", articles=["other"]),
        mark("f-000000000002", "false", says="never mind"),
    )
    page = write_report(corrected, tmp_path, review=marks).read_text("utf-8")
    assert "Confirmed before, no longer found" in page
    assert "corrected since" in page.split("120 or 150")[1].split("</li>")[0]
    assert "not in this run" in page.split("elsewhere")[1].split("</li>")[0]
    assert "never mind" not in page


def test_without_a_review_nothing_is_said_of_one(tmp_path):
    assert "Confirmed before" not in write_report(made_run(), tmp_path).read_text("utf-8")
    assert "review" not in json.loads((tmp_path / "comparison.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("review", "says"),
    [
        ({}, "is no review"),
        ({"marks": "x"}, "is no review"),
        (review_of({"id": 1, "mark": "confirmed"}), "each mark needs an id"),
        (review_of({"id": "f-1", "mark": "wrong"}), "one of confirmed, false, later"),
        (review_of({"id": "f-1", "mark": "false", "articles": "x"}), "must be a list"),
    ],
)
def test_a_review_that_is_none_is_refused(review, says, run, tmp_path):
    with pytest.raises(ReportError, match=says):
        write_report(run, tmp_path / "out", review=review)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", ["{", None])
def test_a_review_file_that_cannot_be_read_is_named(content, run, tmp_path):
    if content:
        (tmp_path / "review.json").write_text(content)
    with pytest.raises(ReportError, match=r"review\.json"):
        write_report(run, tmp_path / "out", review=tmp_path / "review.json")


def test_a_hostile_note_stays_text(run, tmp_path):
    name = finding_ids(run.comparisons[0])[0]
    marks = review_of(mark(name, note='"><script>alert(1)</script>'))
    assert "<script>alert" not in write_report(run, tmp_path, review=marks).read_text("utf-8")
