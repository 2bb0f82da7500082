import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.cluster.letters import fold
from compare.cluster.words import find_words

ORACLE = re.compile(r"\w+(?:[.,]\d+)*", re.ASCII)


def words_of(*texts):
    found = find_words(fold(texts))
    spans = zip(found.starts, found.stops, strict=True)
    words = [found.octets[start:stop].tobytes().decode() for start, stop in spans]
    return [words[found.offsets[t] : found.offsets[t + 1]] for t in range(len(texts))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" ... \n", []),
        ("Hello, World's end", ["hello", "world", "s", "end"]),
        ("1,000 and 3.5, 12.30.45", ["1,000", "and", "3.5", "12.30.45"]),
        ("1.2bn 3.x ,5 5.", ["1.2", "bn", "3", "x", "5", "5"]),
        ("“curly’ — quotes”", ["curly", "quotes"]),
        ("ÉLAN e\u0301lan", ["élan", "élan"]),
        ("in\u00adfor\u200bma\ufefftion", ["information"]),
        ("NGUYỄN Ái Quốc", ["nguyễn", "ái", "quốc"]),
        ("Привет МИР", ["привет", "мир"]),
        ("ΟΔΟΣ οδος", ["οδοσ", "οδοσ"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("٣٫٤ عربي", ["٣", "٤", "عربي"]),
        ("中国abc東京1.5", ["中", "国", "abc", "東", "京", "1.5"]),
        ("한국어 기사", ["한국어", "기사"]),
        ("a\ud800b", ["a", "b"]),
    ],
)
def test_words_are_found_folded_in_every_script(text, expected):
    assert words_of(text) == [expected]


@given(st.lists(st.text(alphabet="aZ19.,_ -\n'", max_size=40), max_size=5))
def test_words_of_ascii_are_those_of_the_regular_expression(texts):
    assert words_of(*texts) == [ORACLE.findall(text.lower()) for text in texts]


@given(st.lists(st.text(max_size=30), max_size=4))
def test_texts_do_not_touch_one_another(texts):
    assert words_of(*texts) == [words_of(text)[0] for text in texts]
