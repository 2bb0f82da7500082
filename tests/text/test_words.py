"""Words: what is one word, and which written forms are the same."""

import tomllib
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Span
from compare.text import folding
from compare.text.words import split_words


def stems(text, language="en"):
    return [w.stem for w in split_words(text, Span(0, len(text)), language) if w.stem]


def folded(text, language="en"):
    return [w.folded for w in split_words(text, Span(0, len(text)), language)]


SAME = [
    ("Viet Nam", "Vietnam"),
    ("Việt Nam", "Vietnam"),
    ("HÀ NỘI", "Hanoi"),
    ("Ha Noi", "Hanoi"),
    ("the U.N.’s", "UN"),
    ("the U.S", "the US"),
    ("CCPCJ 34", "CCPCJ34"),
    ("COVID-19", "Covid19"),
    ("1,098 people", "1098 people"),
    ("five ships", "5 ships"),
    ("twenty-five ships", "25 ships"),
    ("twenty five", "25"),
    ("thirty-fourth", "34th"),
    ("the 1st", "the first"),
    ("5 per cent", "5%"),
    ("5 pct", "5 percent"),
    ("couldn't go", "could not go"),
    ("couldn’t go", "could not go"),
    ("won't", "will not"),
    ("cannot", "can not"),
    ("Sept. 5", "September 5"),
    ("Lt. Smith", "Lieutenant Smith"),
    ("Gen. Smith", "General Smith"),
    ("Vendôme", "Vendome"),
    ("Nguyễn Đức", "Nguyen Duc"),
    ("organised", "organized"),
    ("the organisation’s", "the organizations"),
    ("programmes", "programs"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("travelled", "traveled"),
    ("O’Brien", "O'Brien"),
    ("$2bn", "$2 billion"),
    ("24km", "24 km"),
    ("２０２５", "2025"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_a_thing_are_one(one, other):
    assert folded(one) == folded(other) or stems(one) == stems(other)


APART = [
    ("us", "US"),
    ("who", "WHO"),
    ("Austria", "Australia"),
    ("34th", "35th"),
    ("1.5", "15"),
    ("rise", "rize"),
    ("the sun. It rose", "the Sunday It rose"),
    ("a mar on it", "a March on it"),
    ("New York", "Newyork"),
    ("may", "May 5"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_things_are_two(one, other):
    assert stems(one) != stems(other)


LANGUAGES = [
    ("fr", "L'homme d'État", ["homm", "etat"]),
    ("de", "Die Häuser der Städte", ["haus", "stadt"]),
    ("de", "1.234,5 Euro", ["1234.5", "euro"]),
    ("fr", "1\u202f234 maisons", ["1234", "maison"]),
    ("ru", "Москва и переговоры", ["moskv", "peregovor"]),
    ("hi", "यह किताबें", ["kitab"]),
    ("zh", "北京会谈", ["北京", "京会", "会谈", "谈"]),
    ("zh", "在UN说", ["un"]),
    ("ja", "東京で", ["東京", "京で"]),
    ("vi", "Hà Nội và Huế", ["hanoi", "hue"]),
    ("vi", "hà nội và Huế", ["ha", "noi", "hue"]),
    ("fr", "Le Viêt Nam et le Vietnam", ["vietnam", "vietnam"]),
    ("vi", "Đảng đang đến thị trường thì", ["dang", "thi", "truong"]),
    ("ar", "إلى القاهرة وفي بيروت مَعَ الوزير", ["qhr", "yrw", "wzyr"]),
    ("es", "El Estado según el ministro también habrá", ["estad", "ministr"]),
    ("fr", "L'été où il a été à l’hôtel", ["hotel"]),
    ("nb", "Det ble også sagt i Oslo", ["oslo"]),
    ("zh", "因为他们的会谈", ["的会", "会谈", "谈"]),
    ("xx", "lorem ipsum", ["lorem", "ipsum"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), LANGUAGES)
def test_every_language_has_words(language, text, expected):
    assert stems(text, language) == expected


def test_decomposed_text_has_the_same_words():
    text = unicodedata.normalize("NFD", "Việt Nam và Đà Nẵng")
    assert folded(text) == folded("Việt Nam và Đà Nẵng")


TEXTS = st.one_of(
    st.text(),
    st.text(alphabet=st.sampled_from("aZéệ95 .,'’-%\u0301ไท北"), max_size=80),
    st.lists(st.sampled_from("Viet Nam twenty five U.N. don't 1,000 CCPCJ 34 May Gen. % 北京".split())).map(" ".join),
)


def test_function_words_are_given_as_they_are_written_each_once():
    lists = tomllib.loads((Path(folding.__file__).with_name("data") / "stopwords.toml").read_text("utf-8"))
    for language, words in lists.items():
        assert words == unicodedata.normalize("NFC", words).lower(), language
        assert len(words.split()) == len(set(words.split())), language


@given(TEXTS, st.sampled_from(["en", "fr", "zh", "xx"]))
def test_spans_quote_the_text_in_order_and_cover_every_letter(text, language):
    words = split_words(text, Span(0, len(text)), language)
    assert all(text[w.span.start : w.span.end] == w.written for w in words)
    assert all(a.span.end <= b.span.start for a, b in pairwise(words))
    covered = {i for w in words for i in range(w.span.start, w.span.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


@given(TEXTS)
def test_words_do_not_depend_on_the_text_around_the_span(text):
    within = split_words(f"x. {text} .", Span(3, 3 + len(text)))
    assert [(w.folded, w.stem) for w in within] == [(w.folded, w.stem) for w in split_words(text, Span(0, len(text)))]
