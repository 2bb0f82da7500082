from random import Random

import pytest

from compare import Article, Severity, Verdict, compare_story
from compare.facts.namesakes import Spellings, is_misspelling

A = """Director Rafael Mariano Gross visited the plant in Bonn on Monday.
Workers told Grossi that the roof leaks."""
B = "Director Rafael Mariano Grossi visited the plant in Bonn on Monday."
CAPTION = "\n(Photo: Rafael Mariano Gross in Bonn)"


def spelling(a, b):
    found = compare_story([Article("a", a), Article("b", b)]).findings
    return [f for f in found if f.kind in ("name_spelling", "internal") and f.verdict is Verdict.DIFFER]


def test_a_name_spelt_two_ways_is_one_finding_with_every_place():
    (found,) = spelling(A, B)
    assert found.kind == "name_spelling"
    assert found.severity is Severity.HIGH
    assert {"Rafael Mariano Gross", "Rafael Mariano Grossi"} <= {c.evidence.quote for c in found.claims}


def test_a_lone_name_with_a_letter_more_in_the_same_words_is_flagged():
    text = "The officer said that other climbers tried to rescue {} from the glacier before noon."
    (found,) = spelling(text.format("Raite"), text.format("Rait"))
    assert [c.evidence.quote for c in found.claims] == ["Raite", "Rait"]


def test_endings_of_nations_are_no_slips():
    text = "The officer said that other climbers met the {} team on the glacier before noon."
    assert not spelling(text.format("Korea"), text.format("Korean"))


@pytest.mark.parametrize("initial", [True, False])
def test_filed_words_give_the_slips_that_going_through_all_of_them_gives(initial):
    rng = Random(3)
    words = {"".join(rng.choice("abn") for _ in range(rng.randint(3, 15))) for _ in range(300)}
    words |= {word[:2] + word[3:] for word in sorted(words)[::3]} | {word + "b" for word in sorted(words)[::5]}
    few, many = (Spellings(words, asked, initial=initial) for asked in (1, 1_000_000))
    for word in sorted(words):
        expected = {other for other in words if is_misspelling(word, other, initial)}
        assert set(few.near(word)) == set(many.near(word)) == expected


def test_a_slip_is_found_among_any_number_of_namesakes():
    firsts = [
        f"{a}{b}{c}" for a in ("Bra", "Clo", "Dru", "Fri", "Gla") for b in "aeiou" for c in ("kim", "stof", "dler")
    ]
    crowd = " ".join(f"Senator {first} {last} spoke." for first in firsts for last in ("Keller", "Ostberg"))
    (found,) = spelling(
        f"Senator Annegret Keller met the press in Bonn on Monday.\n{crowd}",
        f"Senator Anegret Keller met the press in Bonn on Monday.\n{crowd}",
    )
    assert {c.evidence.quote.removeprefix("Senator ") for c in found.claims} == {"Annegret Keller", "Anegret Keller"}
