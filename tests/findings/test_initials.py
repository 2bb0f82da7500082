from __future__ import annotations

from compare import Article, compare_story

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _text(people: int) -> str:
    names = [f"J{a}{b}ven Smith" for a in _LETTERS[:8] for b in _LETTERS[:10]][:people]
    return " ".join(f"Mayor {name}, 40, spoke of the bridge on day {n}." for n, name in enumerate(names))


def test_an_initial_that_fits_too_many_people_is_told_in_a_note():
    told = compare_story([Article("a", _text(70)), Article("b", "Mayor J. Smith, 40, spoke of the bridge. It rained.")])
    assert any("names none of them" in note and "“J. Smith”" in note for note in told.notes)


def test_an_initial_that_fits_few_is_none():
    told = compare_story([Article("a", _text(5)), Article("b", "Mayor J. Smith, 40, spoke of the bridge. It rained.")])
    assert not any("names none of them" in note for note in told.notes)
