"""Indefinite amounts of one thing."""

import pytest

from compare import Severity, Verdict


def of_kind(found, verdict):
    return [f for f in found if f.kind == "amount" and f.verdict is verdict]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Then the driver hit another car in the yard.", "The driver ran off, hitting several cars in the yard."),
        ("Few voters supported the plan on Sunday.", "Most voters supported the plan on Sunday."),
        ("All of the passengers survived the crash.", "Some passengers survived the crash near the town."),
        ("The storm damaged no houses in the village.", "The storm damaged dozens of houses in the village."),
        ("The board closed a number of small schools.", "The board closed only one small school."),
    ],
)
def test_amounts_that_nobody_would_give_to_one_thing_differ(findings, a, b):
    for texts in ((a, b), (b, a)):
        (found,) = of_kind(findings(*texts), Verdict.DIFFER)
        assert found.severity is Severity.MEDIUM


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The driver hit several cars in the yard.", "The driver hit many cars in the yard."),
        ("The driver hit another car in the yard.", "Police towed several cars from the yard."),
        ("The driver hit another car in the yard.", "The driver hit several people in the yard."),
        ("The driver hit another police car.", "The driver hit several police officers."),
        ("Many houses and all schools were closed.", "All houses and many schools were closed."),
        ("The storm damaged some houses, many badly.", "The storm damaged several houses."),
        ("Some 40 houses burned in the village.", "All houses burned in the village."),
        ("The most modern ships left the port.", "Few modern ships left the port."),
    ],
)
def test_other_things_and_near_amounts_do_not_differ(findings, a, b):
    assert not of_kind(findings(a, b), Verdict.DIFFER)


def test_the_same_amount_agrees(findings):
    (found,) = of_kind(
        findings("He hit several cars in the yard.", "He fled, hitting several cars, in the yard."), Verdict.AGREE
    )
    assert [c.evidence.quote for c in found.claims] == ["several cars", "several cars"]
