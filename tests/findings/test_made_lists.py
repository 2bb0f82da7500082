"""Lists of hundreds of nearly equal names or lines: work grows with their number, and what is left out is told."""

from itertools import product

import pytest

from compare import Article, Verdict, compare_story
from compare.facts import namesakes
from compare.findings import find, pairing

ENDINGS = ["".join(letters) for letters in product("bdfgklmnprstvz", repeat=3)]
LINES = "Yes.\nNo comment at all.\nMore than thirty left.\nHe said 12.\nFew, if any, came.\nAll went home.\n"


def story(*texts):
    return compare_story([Article(chr(97 + n), text, language="en") for n, text in enumerate(texts)])


def slips(count):
    return " ".join(f"Senator John Alexandropoulos{ending} spoke." for ending in ENDINGS[:count])


def test_names_alike_by_the_hundred_are_no_misspellings_and_a_note_says_so():
    found = story(slips(300), slips(300))
    assert any("so many names here differ by a letter or two" in note for note in found.notes)
    assert not [f for f in found.findings if f.kind in ("name_spelling", "internal") and f.verdict is Verdict.DIFFER]


def test_few_names_a_slip_apart_are_told_without_a_note():
    found = story("Senator Annegret Keller spoke.", "Senator Anegret Keller spoke.")
    assert "name_spelling" in {f.kind for f in found.findings if f.verdict is Verdict.DIFFER}
    assert not found.notes


def test_twice_the_names_are_twice_the_comparisons(monkeypatch):
    seen = [0]
    plain = namesakes.is_misspelling

    def counting(*args, **more):
        seen[0] += 1
        return plain(*args, **more)

    monkeypatch.setattr(namesakes, "is_misspelling", counting)

    def work(count):
        seen[0] = 0
        story(slips(count), slips(count))
        return seen[0]

    assert work(800) <= 2.2 * work(400) + 50


@pytest.mark.parametrize("text", [LINES, LINES + LINES, "Some were lost.\n" * 4])
def test_equal_lines_give_what_every_comparer_finds_in_them(text, monkeypatch):
    found = story(text, text)
    monkeypatch.setattr(find, "BARE", find.COMPARERS)
    assert story(text, text) == found


def test_equal_sentences_are_not_laid_word_against_word(monkeypatch):
    monkeypatch.setattr(pairing, "SequenceMatcher", None)
    text = "Minister Kari Lund opened the new bridge in Bergen on Monday with 200 guests.\n"
    assert story(text, text).agreements
