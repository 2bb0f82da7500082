"""Any text, and texts of the words that extractors look for: each claim quotes its article, and none fails."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare import Article, Config
from compare.facts.facts import EXTRACTORS
from compare.facts.people import find_people
from compare.facts.quotations import find_quotations
from compare.text.witness import read_witness

WORDS = {
    "dates": "May 31 February 19 2025 1999-02-30 12/31/24 Monday last next in on the 21st of century 1990s from to "
    "until Christmas spring May-June 0000 99:99 10:15 a.m. p.m. GMT noon midnight yesterday ago years early mid-",
    "quantities": "1,098 1.5 ½ 3½ -7 1/2 0 00 1e9 five twenty-five hundred thousand million bn % percent $ € EUR USD "
    "km metres people dozens of about over nearly up to between and from per 34th third first half a 10-15 10–15 ²",
    "quotations": "“ ” \" ' ’ ‘ « » „ said says that he she told , . : — [...] … \n\n asked according to "
    "Smith Waly, wrote",
    "people": "Mr. Dr. Minister Deputy President of the Foreign Affairs John J. Smith-Jones O'Neil van der Lê Thị Hằng "
    "Smith Smyth she he her himself , 61, who aged (UN) U.N. Jr. Sir the said and for her part expressed his",
    "places": "in to from Vienna Austria Hanoi San New York Saint Kitts & Nevis Mount Lake , (Paris) north of "
    "Georgia US",
    "verbs": "was were not never no will would may might is expected to denied failed rose fell be been signed did n't",
}
GAPS = st.sampled_from([" ", " ", " ", ", ", ". ", "-", "\n", "", "\u00a0", " (", ") "])
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def told_with(words):
    pair = st.tuples(st.sampled_from(words.split(" ")), GAPS)
    return st.lists(pair, max_size=40).map(lambda parts: "".join(word + gap for word, gap in parts))


def check(text, language):
    article = Article("a", text, language=language)
    witness = read_witness(article, Config())
    people = find_people(witness)
    for person in people:
        assert person.mentions
        assert all(0 <= m.span.start < m.span.end <= len(text) for m in person.mentions)
    spans = find_quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for extract in EXTRACTORS.values():
        for claim in extract(witness, people):
            span = claim.evidence.span
            assert span.start < span.end
            assert text[span.start : span.end] == claim.evidence.quote
            assert str(claim.value)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@RELAXED
@given(data=st.data())
def test_texts_of_what_an_extractor_looks_for(words, data):
    check(data.draw(told_with(words)), "en")


@RELAXED
@given(st.lists(st.one_of(st.text(max_size=40), *map(told_with, WORDS.values())), max_size=6).map(" ".join))
def test_any_text(text):
    check(text, "")
