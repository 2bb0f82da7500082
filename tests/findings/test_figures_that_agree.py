from __future__ import annotations

import pytest

from compare.model import Verdict


@pytest.mark.parametrize(
    ("a", "b", "kind", "quotes"),
    [
        (
            "It is the first in more than two decades.",
            "It is the first in over 20 years.",
            "duration",
            ("more than two decades", "over 20 years"),
        ),
        (
            "Over 200 delegates met there.",
            "Over 200 participants met there.",
            "number",
            ("Over 200 delegates", "Over 200 participants"),
        ),
        (
            "It is on October 25-26 in Bonn.",
            "It is on October 25–26 in Bonn.",
            "date",
            ("October 25-26", "October 25–26"),
        ),
        (
            "The 15th UN Crime Congress met.",
            "The 15th United Nations Crime Congress met.",
            "ordinal",
            ("15th UN Crime Congress", "15th United Nations Crime Congress"),
        ),
        ("It fell in Q3 2025.", "It fell in the third quarter of 2025.", "date", ("Q3 2025", "third quarter of 2025")),
        ("It rose in summer 2025.", "It rose in July 2025.", "date", ("summer 2025", "July 2025")),
        ("It begins at 3 p.m. there.", "It begins at 15:00 there.", "time", ("3 p.m.", "15:00")),
        ("He fell 200 ft there.", "He fell 60 m there.", "unit", ("200 ft", "60 m")),
    ],
)
def test_an_agreement_shows_both_forms(findings, a, b, kind, quotes):
    agreed = [f for f in findings(a, b) if f.verdict is Verdict.AGREE and f.kind == kind]
    assert tuple(c.evidence.quote for c in agreed[0].claims) == quotes
    assert all(f"“{quote}”" in agreed[0].note for quote in quotes)


def test_an_agreement_of_several_never_says_that_all_give_a_figure_that_one_does_not(findings):
    told = "The dam broke and killed at least {} people in Ostby."
    (agreed,) = [f for f in findings(*map(told.format, (14, 14, 17))) if f.kind == "number"]
    assert len({c.evidence.quote for c in agreed.claims}) == 2
    assert agreed.note == "“at least 14 people” and “at least 17 people” can both hold: rounding or a hedge."


def test_a_weekday_that_resolves_to_the_same_day_is_the_date(findings):
    texts = ("The ceremony on Tuesday was in Bonn.", "The ceremony on 21 October was in Bonn.")
    made = findings(*texts, published=["2025-10-23", "2025-10-23"])
    assert [(f.verdict, f.rule) for f in made if f.kind == "date"] == [("AGREE", "date.compatible")]
