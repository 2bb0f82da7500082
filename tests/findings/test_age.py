"""The ages of people, wherever the articles give them."""

import pytest

from compare import Severity, Verdict

LEE = "Ann Carol Lee, 36, of Bonn, was hit by a car on Monday.\nThe road was closed."


def ages(found):
    return [(f.rule, f.severity) for f in found if f.kind == "number"]


@pytest.mark.parametrize(
    "b",
    [
        "The road was closed.\nThe victim was 39-year-old Ann Lee.",
        "The road was closed.\nPolice named Mrs. Ann Lee, aged 39, on Tuesday.",
        "The road was closed.\nPolice named Ann Lee (39) on Tuesday.",
        "Ann Lee, 39, of Bonn, was hit by a car on Monday.\nThe road was closed.",
    ],
)
def test_two_ages_of_one_person_differ(findings, b):
    assert ages(findings(LEE, b)) == [("age.differ", Severity.HIGH)]


def test_one_age_told_in_two_forms_agrees(findings):
    (found,) = [f for f in findings(LEE, "Rain fell.\nShe was 36-year-old Ann Lee.") if f.kind == "number"]
    assert (found.rule, found.verdict) == ("age.equal", Verdict.AGREE)
    assert "Ann Carol Lee is 36" in found.note


def test_a_year_between_two_days_may_be_a_birthday(findings):
    b = "Rain fell.\nShe was 37-year-old Ann Lee."
    days = ("2025-05-01T00:00:00+00:00", "2025-05-03T00:00:00+00:00")
    assert ages(findings(LEE, b, published=days)) == [("age.birthday", Severity.LOW)]
    assert ages(findings(LEE, b)) == [("age.differ", Severity.HIGH)]


@pytest.mark.parametrize(
    "b",
    [
        "Rain fell.\nThe driver was 39-year-old Bea Kay.",
        "Rain fell.\nAnn Lee and 39 others were hurt.",
        "Rain fell.\nAnn Lee, 39 days after the crash, went home.",
        "Rain fell.\nAnn Lee is well. The driver, 39, is not.",
        "Rain fell.\nThe 39-year-old was with Ann Lee.",
    ],
)
def test_an_age_of_somebody_else_is_not_hers(findings, b):
    assert not [f for f in findings(LEE, b) if f.rule.startswith("age.") and f.verdict is Verdict.DIFFER]
