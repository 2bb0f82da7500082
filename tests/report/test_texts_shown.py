import doctest
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Span
from compare.report.view_text import Mark, Op, cut, excerpt, settle
from compare.report.visible import visible, web_link

letters = st.text(alphabet="ab c.", max_size=40)
spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize("name", ["visible", "labels", "csv_table", "markdown"])
def test_the_examples_in_the_docstrings_hold(name):
    found = doctest.testmod(import_module(f"compare.report.{name}"))
    assert found.attempted
    assert found.failed == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, näïve, Việt Nam, 東京, עברית", "plain, näïve, Việt Nam, 東京, עברית"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u200bb\ufeff", "a⟨U+200B⟩b⟨U+FEFF⟩"),
        ("bell\x07, del\x7f, c1\x9b", "bell⟨U+0007⟩, del⟨U+007F⟩, c1⟨U+009B⟩"),
        ("two\nlines", "two lines"),
        ("lone \ud800 surrogate", "lone ⟨U+D800⟩ surrogate"),
        ("tag \U000e0041", "tag ⟨U+E0041⟩"),
        ("pay\u200dpal", "pay⟨U+200D⟩pal"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_hidden_characters_are_shown_and_joiners_that_shape_letters_stay(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://news.example/a?b=c", "https://news.example/a?b=c"),
        ("http://news.example", "http://news.example"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,<b>", ""),
        ("//news.example", ""),
        ("file:///etc/passwd", ""),
        ("https://[broken", ""),
        ("https://bbc.example@evil.example/", ""),
        ("https://a\u202e.example", ""),
        ("", ""),
    ],
)
def test_only_plain_web_addresses_become_links(url, link):
    assert web_link(url) == link


@given(letters, spans, st.lists(st.tuples(spans, st.booleans()), max_size=6), st.lists(spans, max_size=4))
def test_a_cut_text_is_the_text(text, span, marked, changed):
    span = Span(min(span.start, len(text)), min(span.end, len(text)))
    marks = settle(Mark(s, "number", differs) for s, differs in marked)
    ops, at = [], 0
    for one in sorted(changed):
        if one.start >= at and len(one):
            ops.append(Op(one, "ins"))
            at = one.end
    stretches = cut(text, span, marks, ops)
    assert "".join(bit.text for s in stretches for bit in s.bits) == span.of(text)
    where = span.start
    for stretch in stretches:
        for bit in stretch.bits:
            for i in range(where, where + len(bit.text)):
                assert (stretch.op == "ins") == any(o.span.start <= i < o.span.end for o in ops)
                assert bool(bit.fact) == any(m.span.start <= i < m.span.end for m in marks)
            where += len(bit.text)


@given(st.lists(st.tuples(spans, st.booleans()), max_size=12))
def test_settled_marks_do_not_overlap_and_keep_what_differs_and_what_is_longest(marked):
    marks = [Mark(s, "number", differs) for s, differs in marked]
    kept: list[Mark] = []
    for mark in sorted(set(marks), key=lambda m: (not m.differs, -len(m.span), m.span, m.fact)):
        if len(mark.span) and all(not mark.span.overlap(other.span) for other in kept):
            kept.append(mark)
    assert list(settle(marks)) == sorted(kept, key=lambda m: m.span)


def test_words_that_are_gone_are_drawn_where_they_are_missing():
    found = cut("The dam failed", Span(0, 14), (), [Op(Span(7, 7), "gone", "old"), Op(Span(8, 14), "ins")])
    assert [(s.op, "".join(b.text for b in s.bits)) for s in found] == [
        ("", "The dam"),
        ("gone", "old"),
        ("", " "),
        ("ins", "failed"),
    ]


def test_a_sentence_of_twenty_thousand_words_is_quoted_around_its_fact_only():
    text = "word " * 10_000 + "FACT " + "word " * 10_000
    at = text.index("FACT")
    span, later, earlier = excerpt(text, Span(0, len(text)), Span(at, at + 4), 220)
    assert (later, earlier) == (True, True)
    assert len(span) <= 450
    assert span.of(text).startswith("word ")
    assert span.of(text).endswith(" word")
    assert "FACT" in span.of(text)


def test_a_fact_in_text_without_spaces_is_cut_all_the_same():
    text = "x" * 5000
    span, later, earlier = excerpt(text, Span(0, 5000), Span(2500, 2510), 220)
    assert (len(span), later, earlier) == (450, True, True)
