import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import Article, Config
from compare.findings.pairing import Said, SentencePair, pair_sentences
from compare.text.witness import read_witness

WORDS = st.lists(
    st.sampled_from("red boats left the cold harbour before noon with nine men".split()), min_size=1, max_size=12
)


def said(index, text):
    witness = read_witness(Article(str(index), text), Config())
    return [Said(index, witness, i) for i in range(len(witness.sentences))]


def pair(a, b):
    return SentencePair(said(0, a)[0], said(1, b)[0])


@given(WORDS, WORDS)
def test_blocks_hold_every_word_that_is_not_matched_in_order(a, b):
    both = pair(" ".join(a), " ".join(b))
    apart = sum(len(block.a) + len(block.b) for block in both.blocks)
    assert apart == round((1 - both.ratio) * (len(both.a.words) + len(both.b.words)))
    assert 0 <= both.alike <= 1
    assert both.likeness >= both.alike


def test_a_block_knows_the_equal_words_around_it():
    (block,) = pair("Red boats left the harbour.", "Red ships left the harbour.").blocks
    assert [w.folded for w in (*block.before, *block.a, *block.b, *block.after)] == [
        *("red", "boats", "ships"),
        *("left", "the", "harbour"),
    ]


def test_every_sentence_of_both_readings_stands_in_a_pair():
    a = said(0, "Red boats left.\nThe cold harbour slept.")
    b = said(1, "The harbour slept in the cold.\nBoats left.\nNine men sang.")
    pairs = [(p.a.sentence, p.b.sentence) for p in pair_sentences(a, b)]
    assert (0, 1) in pairs
    assert (1, 0) in pairs
    assert {i for i, _ in pairs} == {0, 1}
    assert {j for _, j in pairs} == {0, 1, 2}


@pytest.mark.parametrize("words", [401, 30_000])
def test_text_without_sentence_ends_is_not_laid_word_against_word(words):
    text = " ".join(f"word{n % 97}" for n in range(words))
    assert pair(text, "once " + text).blocks == ()
