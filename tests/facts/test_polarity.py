from __future__ import annotations

import pytest

from compare.facts.modality import find_modality
from compare.facts.negation import find_negations
from compare.facts.polarity import are_kin, are_opposed, polar_root
from compare.model import Span
from compare.text.words import split_words


def words_of(text: str):
    return split_words(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("It is expected to be co-chaired by him.", "is expected to be co-chaired", "expected: chair"),
        ("It is scheduled to open in May.", "is scheduled to open", "expected: open"),
        ("It will also open.", "will also open", "expected: open"),
        ("It plans to open.", "plans to open", "planned: open"),
        ("It may have opened.", "may have opened", "possible: open"),
        ("It reportedly took place.", "reportedly took", "reported: take"),
    ],
)
def test_a_modal_predicate_is_read_with_its_status(text, quote, value):
    assert [(span.of(text), str(m)) for span, m in find_modality(text, words_of(text))] == [(quote, value)]


@pytest.mark.parametrize(
    "text", ["It opened in May.", "In May 2025 it opened.", "He said Will Smith came.", "A set of rules."]
)
def test_plain_fact_and_the_month_of_may_are_not_modal(text):
    assert find_modality(text, words_of(text)) == []


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("They have not found evidence.", "not found evidence", "not find evid"),
        ("They couldn't find it.", "n't find", "not find"),
        ("He denied the claim.", "denied the claim", "not claim"),
        ("He failed to appear.", "failed to appear", "not appear"),
        ("There was no evidence of it.", "no evidence", "not evid"),
        ("No one has been arrested.", "No one has been arrested", "not arrest"),
    ],
)
def test_a_negated_predicate_is_read(text, quote, value):
    assert [(span.of(text), str(n)) for span, n in find_negations(text, words_of(text))] == [(quote, value)]


@pytest.mark.parametrize(
    "text",
    [
        "It is not only big but new.",
        "It is not merely formal.",
        "No fewer than 40 came.",
        "No. 5 came.",
        "Whether or not he came.",
        "There is no doubt of it.",
        "There is no one reason for it.",
        "They are houses, not villages.",
    ],
)
def test_what_only_looks_negated_is_not(text):
    assert find_negations(text, words_of(text)) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [("rose", "fell"), ("approved", "rejected"), ("killed", "survived"), ("winning", "lost"), ("guilty", "innocent")],
)
def test_opposed_words_are_opposed_whatever_their_form(a, b):
    x, y = (polar_root(words_of(w)[0]) for w in (a, b))
    assert are_opposed(x, y)
    assert are_opposed(y, x)
    assert not are_kin(x, y)


@pytest.mark.parametrize(
    ("a", "b"), [("rose", "climbed"), ("buy", "sell"), ("first", "last"), ("day", "night"), ("old", "aged")]
)
def test_synonyms_and_converses_are_not_opposed(a, b):
    x, y = (polar_root(words_of(w)[0]) for w in (a, b))
    assert not are_opposed(x, y)
