from hypothesis import given
from hypothesis import strategies as st

from compare.findings import triples
from compare.findings.triples import Triples

TEXTS = st.lists(st.lists(st.sampled_from("abc"), max_size=7), max_size=12)


def grams(text):
    return {tuple(text[i : i + 3]) for i in range(len(text) - 2)}


def nearest_of_all(texts, text):
    shared = [len(grams(text) & grams(other)) for other in texts]
    return shared.index(max(shared)) if any(shared) else None


@given(TEXTS, TEXTS, st.integers(0, 4))
def test_the_nearest_text_is_that_of_every_comparison_however_few_make_a_refrain(texts, asked, most):
    usual, triples.MOST_HOLDERS = triples.MOST_HOLDERS, most
    try:
        known = Triples(texts)
        assert [known.nearest(text) for text in asked] == [nearest_of_all(texts, text) for text in asked]
    finally:
        triples.MOST_HOLDERS = usual


def test_a_refrain_of_every_quotation_brings_no_two_together(monkeypatch):
    looked, refrain = [], "we want to go on with".split()

    class Counting(triples.Counter):
        def __init__(self, found):
            looked.extend(found := list(found))
            super().__init__(found)

    monkeypatch.setattr(triples, "Counter", Counting)
    texts = [[*refrain, f"a{n}", f"b{n}", f"c{n}"] for n in range(400)]
    known = Triples(texts)
    assert [known.nearest(text) for text in texts] == list(range(400))
    assert len(looked) <= 10 * len(texts)
