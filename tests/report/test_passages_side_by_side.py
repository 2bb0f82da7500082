from dataclasses import replace

import pytest
from made_pages import page_of, words
from made_stories import story_of

from compare.model import Change, Diff, Row, Sentence, Span


@pytest.mark.parametrize("columns_up_to", [3, 2])
def test_every_sentence_of_every_source_stands_side_by_side_exactly_once(dam, columns_up_to):
    side = page_of(dam, columns_up_to=columns_up_to).side
    shown = []
    for passage in side.passages:
        for reading in [c for c in passage.cells if c] or passage.readings:
            shown += [words(s, "gone") for s in reading.sentences for _ in reading.sources]
    there = [s.text for row in dam.rows for reading in row.readings for s in reading]
    assert sorted(shown) == sorted(there)


def test_a_sentence_stands_apart_where_it_begins_a_line_or_others_come_before_it():
    text = "Dam fails\nThe dam failed. Nobody was hurt. It was old."
    story = story_of([["Dam fails", "The dam failed.", "Nobody was hurt.", "It was old."], []])
    spans = [Span(0, 9), Span(10, 25), Span(26, 42), Span(43, 54)]
    told = tuple(Sentence(span, span.of(text)) for span in spans)
    rows = (Row((told[:3], ())), Row((told[1:2] + told[3:], ())))
    articles = tuple(replace(a, text=text) for a in story.story.articles)
    page = page_of(replace(story, story=replace(story.story, articles=articles), rows=rows))
    assert [p.cells[0].apart for p in page.side.passages] == [(False, True, False), (False, True)]


def test_columns_show_own_words_only_and_minus_stands_in_the_base(dam):
    base, other, third = page_of(dam).side.passages[1].cells
    assert [s.op for s in third.sentences[0]] == [""]
    assert [s.op for s in base.sentences[0]] == [""]  # B is too unlike for a diff, so nothing is said to be A's alone
    assert other.moved
    assert not base.moved


def test_two_columns_mark_what_each_has_alone():
    two = story_of([["The old dam failed."], ["The dam failed today."]])
    changes = (
        Change("=", Span(0, 4), Span(0, 4)),
        Change("-", Span(4, 8), Span(4, 4)),
        Change("=", Span(8, 18), Span(4, 14)),
        Change("+", Span(18, 18), Span(14, 20)),
        Change("=", Span(18, 19), Span(20, 21)),
    )
    row = replace(two.rows[0], diffs=(Diff(0, 1, 0.7, changes),))
    a, b = page_of(replace(two, rows=(row,))).side.passages[0].cells
    assert [(s.op, words([s])) for s in a.sentences[0]] == [("", "The "), ("del", "old"), ("", " dam failed.")]
    assert [(s.op, words([s])) for s in b.sentences[0]] == [("", "The dam failed "), ("ins", "today"), ("", ".")]


def test_variants_show_what_is_gone_in_its_place_and_the_diff_may_be_kept_either_way():
    texts = [["The old dam failed."], ["The dam failed."], ["The dam failed."], ["Nobody knows why."]]
    story = story_of(texts)
    changes = (
        Change("=", Span(0, 4), Span(0, 4)),
        Change("+", Span(4, 4), Span(4, 8)),
        Change("=", Span(4, 15), Span(8, 19)),
    )
    row = replace(story.rows[0], diffs=(Diff(1, 0, 0.8, changes),))
    readings = page_of(replace(story, rows=(row,))).side.passages[0].readings
    assert [[s.siglum for s in r.sources] for r in readings] == [["A"], ["B", "C"], ["D"]]
    assert [(s.op, words([s])) for s in readings[1].sentences[0]] == [
        ("", "The "),
        ("gone", "old"),
        ("", "dam failed."),
    ]


def test_a_changed_comma_is_no_news():
    two = story_of([["Yes, he said."], ["Yes he said."]])
    changes = (
        Change("=", Span(0, 3), Span(0, 3)),
        Change("-", Span(3, 4), Span(3, 3)),
        Change("=", Span(4, 13), Span(3, 12)),
    )
    row = replace(two.rows[0], diffs=(Diff(0, 1, 0.9, changes),))
    passage = page_of(replace(two, rows=(row,))).side.passages[0]
    assert [s.op for c in passage.cells for sentence in c.sentences for s in sentence] == ["", ""]


def test_gaps_are_named(dam):
    passages = page_of(dam, columns_up_to=2).side.passages
    assert [p.missing for p in passages[:3]] == ["in none of the others", "", "not in C"]


def test_passages_are_same_or_vary_or_differ(dam):
    assert [p.state for p in page_of(dam).side.passages] == [
        "varies",
        "differs",
        "differs",
        "varies",
        "varies",
        "varies",
    ]
    assert [p.state for p in page_of(story_of([["Same."], ["Same."]])).side.passages] == ["same"]


def test_the_strip_says_which_origin_has_what_and_where_it_differs(dam):
    strip = page_of(dam).strip  # C copies A
    assert strip.says == "A and 1 more of its origin have 5 of 6 passages; B has 3 of 6 passages"
    assert [[(r.start, r.length) for r in lane.has] for lane in strip.lanes] == [[(0, 4), (5, 1)], [(1, 2), (4, 1)]]
    assert [[(r.start, r.length) for r in lane.differs] for lane in strip.lanes] == [[(1, 2)], [(1, 2)]]
