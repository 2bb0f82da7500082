"""Normal forms are Python's, in time that grows with the text."""

import sys
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text import normal_form as module
from compare.text.normal_form import normal_form

MARKS = [chr(c) for c in range(0x300, sys.maxunicode + 1) if combining(chr(c))]
PIECES = st.one_of(st.sampled_from("eaộ각ﬁ . “"), st.sampled_from(MARKS), st.characters())
HEAPED = st.lists(PIECES.flatmap(lambda c: st.integers(1, 20).map(lambda n: c * n)), max_size=12).map("".join)


@pytest.mark.parametrize("form", ["NFC", "NFKD"])
@given(HEAPED)
def test_heaps_of_marks_are_put_in_the_form_that_python_gives(form, text):
    assert normal_form(text, form) == normalize(form, text)


@pytest.mark.parametrize("form", ["NFC", "NFKD"])
def test_a_heap_is_in_order_before_python_sorts_it(form, monkeypatch):
    asked = []
    monkeypatch.setattr(module, "normalize", lambda form, text: asked.append(text) or normalize(form, text))
    text = "e" + "\u0301\u0323\u0344" * 1000
    assert normal_form(text, form) == normalize(form, text)
    classes = [combining(mark) for mark in asked[-1][1:]]
    assert classes == sorted(classes)
    assert all(len(part) == 1 for part in asked[:-1])
