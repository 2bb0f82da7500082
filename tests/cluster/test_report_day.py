"""Which day a report is about, by its field or its words, and how far apart two reports are."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import numpy as np
import pytest

from compare.cluster.report_day import Day, day_gaps, find_days, report_day
from compare.model import Article

DAYS = [
    ("on May 19, 2025 he said", "en", "2025-05-19"),
    ("The fair opened on 3 June.", "en", "Jun 3"),
    ("the 21st of May 2025", "en", "2025-05-21"),
    ("VIENNA, Sept. 4 (Agency)", "en", "Sep 4"),
    ("2025-05-21 VIENNA", "en", "2025-05-21"),
    ("El presidente dijo el 21 de mayo de 2025", "es", "2025-05-21"),
    ("le 1er août 2024 à Paris", "fr", "2024-08-01"),
    ("am 5. März 2024 in Berlin", "de", "2024-03-05"),
    ("ngày 21 tháng 5 năm 2025", "vi", "2025-05-21"),
    ("21/5/2025", "vi", "2025-05-21"),
    ("2025年5月21日", "zh", "2025-05-21"),
    ("في 21 مايو 2025", "ar", "2025-05-21"),
    ("5/13/2024", "en", "2024-05-13"),
    ("11/28/05 by our reporter", "en", "2005-11-28"),
    ("12 / 16 / 98", "en", "1998-12-16"),
    ("magnitude 6.\nNovember 28, 2005", "en", "2005-11-28"),
]


@pytest.mark.parametrize(("text", "language", "day"), DAYS)
def test_a_day_is_read_as_each_language_writes_it(text: str, language: str, day: str) -> None:
    assert [str(found) for _, found, _ in find_days(text, language)] == [day]


@pytest.mark.parametrize("text", ["May 32", "5/6/2025", "version 2.13.1", "June", "99/99/2020", "5" * 1000])
def test_what_is_no_day_or_may_be_two_is_left_out(text: str) -> None:
    assert list(find_days(text)) == []


def test_the_published_day_goes_before_the_text() -> None:
    article = Article("a", "On May 3, 2020 it rained.", published=datetime(2021, 1, 2, tzinfo=UTC))
    assert report_day(article, article.text) == Day(2021, 1, 2, firm=True)


def test_a_day_announced_as_future_is_not_the_report_day() -> None:
    text = "The treaty will be signed on October 25, 2025. Delegates met on May 19."
    assert report_day(Article("a", text), text) == Day(0, 5, 19)


@pytest.mark.parametrize("text", ["the Jan. 6 riot at the Capitol", "the Academy Awards' February 22 date"])
def test_a_day_that_names_something_is_not_the_report_day(text: str) -> None:
    assert report_day(Article("a", text), f"{text} was told of again. It rained on May 19.") == Day(0, 5, 19)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She was born in Quaytown on April 22, 1923, and died on May 19.", "en"),
        ("Née à Montclavel le 22 avril 1923, elle est morte le 19 mai.", "fr"),
        ("Nacida el 22 de abril de 1923, murió el 19 de mayo.", "es"),
        ("Geboren am 22. April 1923 in Grimmelsau, starb sie am 19. Mai.", "de"),
        ("Bà sinh ngày 22/4/1923 ở Tân Lộc, mất ngày 19/5/2024.", "vi"),
        ("她1923年4月22日出生于锦澜，5月19日去世。", "zh"),
    ],
)
def test_the_day_of_a_birth_is_not_the_report_day(text: str, language: str) -> None:
    day = report_day(Article("a", text), text, language)
    assert day is not None
    assert (day.month, day.day) == (5, 19)


@pytest.mark.parametrize("text", ["on the 19th of May he said", "le 19 mai à Paris", "el 19 de mayo dijo"])
def test_an_article_before_a_day_makes_it_no_name(text: str) -> None:
    assert report_day(Article("a", text), text, "en" if "he" in text else "fr") == Day(0, 5, 19)


def test_a_text_that_opens_with_its_day_is_firm() -> None:
    assert report_day(Article("a", ""), "date 2025-05-21 VIENNA") == Day(2025, 5, 21, firm=True)


def test_gaps_take_the_nearest_year_where_one_is_missing() -> None:
    days = [Day(2024, 12, 30, firm=True), Day(0, 1, 2), None, Day(2025, 1, 2, firm=True), Day(2024, 2, 29)]
    first, second = np.array([0, 0, 0, 1]), np.array([1, 2, 3, 4])
    gaps, firm = day_gaps(days, first, second)
    assert gaps[0] == 3
    assert math.isnan(gaps[1])
    assert gaps[2] == 3
    assert firm.tolist() == [1, 1, 2, 0]
