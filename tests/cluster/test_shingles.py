import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.cluster.shingles import CHUNK, Shingles, chunks
from compare.cluster.sketcher import Sketcher
from compare.config import CopyConfig

SKETCHER = Sketcher(CopyConfig(fast=False))
TEXT = st.text(alphabet="ab cd. 1中", max_size=30)


def sets_of(*texts):
    shingles = SKETCHER.shingles(texts)[0]
    return [set(shingles.values[a:b].tolist()) for a, b in zip(shingles.offsets, shingles.offsets[1:], strict=False)]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one", 1), ("one two", 1), ("one two three", 1), ("one two three four", 2), ("a a a a a a", 1)],
)
def test_a_text_has_a_shingle_for_each_three_words_and_one_where_it_is_shorter(text, count):
    assert len(sets_of(text)[0]) == count


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Cat sat – on the mat!", "the cat SAT on, the mat"),
        ("Cafe\u0301 de la “Paix”", 'CAFÉ de la "Paix"'),
        ("in\u00adfor\u00admation for all of us", "information for all of us"),
        ("1,000 people came", "1,000 PEOPLE came."),
    ],
)
def test_case_punctuation_and_composition_do_not_matter(a, b):
    first, second = sets_of(a, b)
    assert first == second


def test_the_order_of_words_matters():
    first, second = sets_of("dog bites man now", "man bites dog now")
    assert not first & second


@pytest.mark.parametrize("text", ["国务院总理星期三主持会议研究就业", "ไทยแลนด์เปิดประเทศ", "東京都は水曜日に発表した"])
def test_scripts_without_spaces_give_a_shingle_for_every_character(text):
    whole, without_end = sets_of(text, text[:-1])
    assert len(whole) > len(text) // 2
    assert len(whole & without_end) >= len(text) - 6


@given(st.lists(TEXT, max_size=8))
def test_texts_are_shingled_as_if_each_were_alone(texts):
    assert sets_of(*texts) == [sets_of(text)[0] for text in texts]


@given(st.lists(st.lists(st.integers(0, 20), max_size=8), max_size=5))
def test_sets_are_sorted_and_without_repetition(lists):
    offsets = np.cumsum([0, *map(len, lists)])
    sets = Shingles(np.array([v for one in lists for v in one], np.uint32), offsets).as_sets()
    assert [sets.values[a:b].tolist() for a, b in zip(sets.offsets, sets.offsets[1:], strict=False)] == [
        sorted(set(one)) for one in lists
    ]


@given(st.lists(st.integers(0, 3 * CHUNK // 2), max_size=9))
def test_chunks_hold_every_text_once_and_are_no_larger_than_they_must(lengths):
    texts = ["x" * n for n in lengths]
    parts = [texts[part] for part in chunks(texts)]
    assert [text for part in parts for text in part] == texts
    assert all(len(part) == 1 or sum(map(len, part)) <= CHUNK for part in parts)
