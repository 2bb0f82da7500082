from __future__ import annotations

from compare.model import Severity, Verdict


def test_a_toll_that_grows_with_publication_time_is_an_update(findings):
    texts = ("The quake killed 45 people in Nias.", "The quake killed 60 people in Nias.")
    grown = findings(*texts, published=["2025-05-01", "2025-05-02"])
    shrunk = findings(*texts, published=["2025-05-02", "2025-05-01"])
    assert [(f.severity, f.rule) for f in grown if f.kind == "number"] == [("info", "number.updated")]
    assert [(f.severity, f.rule) for f in shrunk if f.kind == "number"] == [("high", "number.disjoint")]


def test_at_least_so_many_dead_and_later_more_is_an_update_and_no_agreement(findings):
    texts = (
        "The dam broke and killed at least 14 people in Ostby.",
        "The dam broke and killed at least 17 people there.",
    )
    days = ["2025-05-01", "2025-05-02"]
    grown = [f for f in findings(*texts, published=days) if f.kind == "number"]
    assert [(f.verdict, f.rule) for f in grown] == [(Verdict.DIFFER, "number.updated")]
    undated = [f for f in findings(*texts) if f.kind == "number"]
    assert [(f.verdict, f.rule) for f in undated] == [(Verdict.AGREE, "number.compatible")]


def test_market_figures_of_two_moments_do_not_alarm(findings):
    made = findings("Shares closed at $36.14 in New York.", "Shares closed at $37.14 in New York.")
    assert [(f.severity, f.rule) for f in made if f.kind == "number"] == [("info", "number.two_moments")]


def test_several_differing_amounts_of_two_sentences_are_told_low(findings):
    made = findings("Revenue fell 4.5 percent to $2.3 billion.", "Revenue fell 1 percent to $4.5 billion.")
    assert [(f.severity, f.rule) for f in made if f.kind == "number"] == [("low", "number.several")] * 2


def test_a_table_of_figures_in_the_text_does_not_alarm(findings):
    rows = [[f"{n * factor % 97 + 100} people in Town {n}" for n in range(1, 40)] for factor in (7, 11)]
    made = findings(*("Counted were " + ", ".join(row) + "." for row in rows))
    assert {f.severity for f in made if f.verdict is Verdict.DIFFER and f.kind == "number"} <= {"low"}


def test_one_day_apart_beside_a_time_zone_does_not_alarm(findings):
    made = findings("The launch was on May 20 (local time).", "The launch was on May 19.")
    assert [f.severity for f in made if f.kind == "date"] == ["info"]


def test_whole_hours_apart_without_a_zone_do_not_alarm(findings):
    made = findings("The launch in Kourou was at 15:00 GMT.", "The launch in Kourou was at 12:00.")
    assert [f.severity for f in made if f.kind == "time"] == ["info"]


def test_a_figure_with_little_in_common_around_it_is_shown_without_alarm(findings):
    found = findings(
        "Guards searched the old ship for a week and found 12 crates of rum beside the harbour of Bari.",
        "Traders of the harbour in Bonn sold 300 crates last year.",
    )
    assert [(f.rule, f.severity) for f in found if f.kind == "number" and f.verdict is Verdict.DIFFER] == [
        ("number.loose", Severity.LOW)
    ]
