"""Tokens of a text as the story stage reads them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from compare.cluster.tokens import _END, _NOTHING, _TOKEN, _WORD, BOUNDARY, Vocabulary, read_tokens

SIGNS = st.text(alphabet='aB1.!?…"”)]( \n。Đ,:', max_size=20)


@given(SIGNS)
def test_dots_are_the_end_of_a_sentence_or_nothing(text):
    tokens = read_tokens(text, "en", Vocabulary())
    named = re.compile(f"(?P<end>{_END})|(?P<word>{_WORD})|(?P<none>{_NOTHING})")
    found = [match.lastgroup for match in named.finditer(text)]
    assert tokens.count(BOUNDARY) == found.count("end")
    assert len(tokens) == len(found) - found.count("none")


def test_a_run_of_dots_is_taken_whole():
    assert [match.group() for match in _TOKEN.finditer("a" + "." * 1000 + "b")] == ["a", "." * 1000, "b"]


def test_a_sentence_ends_at_its_last_dots():
    assert read_tokens("He left... Then it rained", "en", Vocabulary()).count(BOUNDARY) == 1
