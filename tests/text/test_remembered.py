"""What is remembered of words has an end, however many are asked for and however long they are."""

from compare.text.folding import forms, stem_of
from compare.text.remembered import LONGEST, WORDS, Table, remembered


def asked(words):
    """How often a remembered function was worked out for these words."""
    worked = []

    @remembered
    def length(word):
        worked.append(word)
        return len(word)

    assert [length(word) for word in words] == [len(word) for word in words]
    return len(worked)


def test_a_word_in_use_is_worked_out_once():
    assert asked(["a", "b", "a", "b"]) == 2


def test_the_words_asked_for_longest_ago_are_forgotten():
    new = [str(number) for number in range(WORDS)]
    assert asked(["a", *new, "a"]) == WORDS + 2


def test_a_word_without_end_is_not_kept():
    long = "x" * (LONGEST + 1)
    assert asked([long, long]) == 2


def test_the_answers_of_long_words_are_those_of_short_ones():
    assert forms("x" * 100, "en") == ((0, 100, "x" * 100, "x" * 100),)
    assert stem_of("walking" * 20, "en") == "walking" * 19 + "walk"


def test_a_table_works_an_answer_out_once_and_has_an_end():
    worked = []
    table = Table(lambda piece: worked.append(piece) or len(piece))
    assert [table[piece] for piece in ("a", "bb", "a", "x" * (LONGEST + 1))] == [1, 2, 1, LONGEST + 1]
    assert worked == ["a", "bb", "x" * (LONGEST + 1)]
    assert sorted(table) == ["a", "bb"]
    assert all(table[str(number)] for number in range(WORDS))
    assert len(table) <= WORDS
    assert "a" not in table
