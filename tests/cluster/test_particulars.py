"""What tells which event a report is about besides its words, and what two reports' particulars say of each other."""

from __future__ import annotations

import numpy as np
import pytest

from compare.cluster.evidence import (
    MOST_QUOTED,
    OTHER_FIGURES,
    WEEKDAYS,
    time_evidence,
    told_evidence,
)
from compare.cluster.particulars import LEAD, Particulars, read_particulars
from compare.cluster.report_day import Day

MONDAY, TUESDAY, THURSDAY, SUNDAY = 1, 2, 8, 64
ONE, OTHER = np.array([0]), np.array([1])
QUOTE = "“We will not leave this valley until the dam is safe again,” she said."

NAMED = [
    ("The mayor said on Thursday that Tuesday's vote stands.", "en", THURSDAY | TUESDAY),
    ("The Sunday Times and Mondays", "en", SUNDAY),
    ("El presidente dijo el jueves", "es", THURSDAY),
    ("mar y sol", "es", 0),
    ("Selon la mairie, jeudi soir", "fr", THURSDAY),
    ("Wie die Polizei am Donnerstag sagte", "de", THURSDAY),
    ("Chiều thứ Năm, Thủ tướng phát biểu lần thứ hai", "vi", THURSDAY),
    ("قال الرئيس يوم الخميس", "ar", THURSDAY),
    ("市长周四说", "zh", THURSDAY),
    ("thursday without a language", "xx", 0),
    ("on Fr\u0131day and \u017faturday, T\u00dcESDAY", "en", 0),
    ("PAZARTES\u0130 günü, perşembe", "tr", THURSDAY),
]


@pytest.mark.parametrize(("text", "language", "days"), NAMED)
def test_weekdays_of_the_lead_are_read_as_each_language_writes_them(text: str, language: str, days: int) -> None:
    assert read_particulars(None, text, language).weekdays == days


def test_what_stands_behind_the_lead_is_background() -> None:
    late = read_particulars(None, "word " * LEAD + "on Thursday 34 people were hurt", "en")
    assert (late.weekdays, late.figures) == (0, b"")


def told(a: str, b: str) -> float:
    known = [read_particulars(None, text, "en") for text in (a, b)]
    return float(told_evidence(known, ONE, OTHER)[0])


def test_figures_of_two_leads_speak_only_where_both_have_some_and_share_none() -> None:
    assert told("A quake of 6.8 killed 31.", "The toll rose to 54.") == OTHER_FIGURES
    assert told("A quake of 6.8 killed 31.", "Of 1,098 hurt 31 died.") == 0
    assert told("A quake killed many.", "The toll rose to 54.") == 0


@pytest.mark.parametrize("figure", ["in 2024", "of 7 people"])
def test_years_and_single_digits_are_no_figures(figure: str) -> None:
    assert told(f"A quake {figure}.", "The toll rose to 54.") == 0


def test_figures_are_compared_by_value() -> None:
    assert told("Some 1,098 fled.", "1098 people fled, 12 of them hurt.") == 0


def test_quotations_in_common_speak_for_one_event_up_to_a_bound() -> None:
    assert 0 < told(f"Ilse wept. {QUOTE}", f"Of the dam: {QUOTE}") <= MOST_QUOTED
    assert told(QUOTE * 30, QUOTE * 30) <= MOST_QUOTED
    assert told(QUOTE.replace("“", "").replace("”", ""), QUOTE) == 0


def times(a: Particulars, b: Particulars) -> float:
    return float(time_evidence([a, b], ONE, OTHER)[0])


def test_the_nearest_weekdays_of_two_leads_speak() -> None:
    assert times(Particulars(weekdays=MONDAY), Particulars(weekdays=MONDAY | THURSDAY)) == WEEKDAYS[0]
    assert times(Particulars(weekdays=MONDAY), Particulars(weekdays=SUNDAY)) == WEEKDAYS[1]
    assert times(Particulars(weekdays=MONDAY), Particulars(weekdays=THURSDAY)) == WEEKDAYS[3]
    assert times(Particulars(weekdays=MONDAY), Particulars()) == 0


def test_weekdays_say_nothing_beside_two_firm_days() -> None:
    day = Day(2024, 3, 4, firm=True)
    alike = times(Particulars(day, MONDAY), Particulars(day, MONDAY))
    assert alike == times(Particulars(day, MONDAY), Particulars(day, THURSDAY)) > 0
