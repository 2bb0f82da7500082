from dataclasses import replace

import pytest
from made_pages import page_of, words
from made_stories import claim, story_of

from compare.model import Finding, Severity, Verdict
from compare.report.ids import row_ids
from compare.report.view_rule import rule_parts, tells_all


def test_differences_stand_by_severity_and_no_alarm_apart(dam):
    page = page_of(dam)
    assert [(d.severity, d.label) for d in page.differences] == [
        ("high", "figures differ"),
        ("medium", "name spelled two ways"),
    ]
    assert [d.kind for d in page.quiet] == ["hedge"]


def test_a_difference_is_headed_by_its_readings_and_who_has_which(dam):
    readings = page_of(dam).differences[0].readings
    assert [(r.text, [s.siglum for s in r.sources]) for r in readings] == [("120", ["A", "C"]), ("150", ["B"])]


def test_a_difference_without_a_note_says_who_says_what(dam):
    assert page_of(dam).differences[1].rule == "A says “Rafael Gross”; B says “Rafael Grossi”."


def test_quotes_are_whole_sentences_with_the_fact_marked(dam):
    quote = page_of(dam).differences[0].quotes[1].quotes[0]
    assert words(quote.stretches) == "Some 150 people fled when the Ostby dam failed on 4 March 2025."
    assert [b.text for s in quote.stretches for b in s.bits if b.differs] == ["150"]
    assert quote.passage == row_ids(dam)[1]


def test_equal_sentences_of_several_sources_are_quoted_once():
    comparison = story_of([["Ten fled."], ["Ten fled."], ["Six fled."]])
    a, b, c = comparison.story.articles
    claims = (claim(a, "number", 10, "Ten"), claim(b, "number", 10, "Ten"), claim(c, "number", 6, "Six"))
    finding = Finding("number", Verdict.DIFFER, Severity.HIGH, "x", claims, "n", 0)
    quotes = page_of(replace(comparison, findings=(finding,))).differences[0].quotes
    assert [[s.siglum for s in q.sources] for q in quotes] == [["A", "B"], ["C"]]


def test_a_source_that_says_it_twice_is_quoted_under_one_name():
    story = story_of([["Gross came.", "Grossi left."], ["Nobody came."]])
    a = story.story.articles[0]
    claims = (claim(a, "name", "Gross", "Gross"), claim(a, "name", "Grossi", "Grossi"))
    finding = Finding("internal", Verdict.DIFFER, Severity.HIGH, "x", claims, "n", None)
    view = page_of(replace(story, findings=(finding,))).differences[0]
    assert [([s.siglum for s in q.sources], [e.number for e in q.quotes]) for q in view.quotes] == [(["A"], [1, 2])]


@pytest.mark.parametrize(
    ("rule", "told", "all_of_them"),
    [
        (
            "“120” and “150” cannot both hold.",
            [("120", "AC"), (" and ", ""), ("150", "B"), (" cannot both hold.", "")],
            True,
        ),
        ("The figures “120” differ.", [("The figures ", ""), ("120", "AC"), (" differ.", "")], False),
        ("They differ.", [("They differ.", "")], False),
        ("“120” “120” “150”", [("120", "AC"), (" ", ""), ("120", ""), (" ", ""), ("150", "B")], True),
        ("An “unclosed 120 and 150", [("An “unclosed 120 and 150", "")], False),
    ],
)
def test_the_sentence_that_says_what_differs_names_its_sources_where_it_quotes_every_reading(
    rule, told, all_of_them, dam
):
    readings = page_of(dam).differences[0].readings
    parts = rule_parts(rule, readings)
    assert [(part.text, "".join(s.siglum for s in part.sources)) for part in parts] == told
    assert tells_all(parts, readings) is all_of_them
