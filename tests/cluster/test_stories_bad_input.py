"""Folders that are no usual folder: one article, all the same, thousands of copies, nothing to go by."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from compare.cluster.stories import find_stories
from compare.model import Article

REPORT = (
    "Firefighters in Brackwell fought a blaze at the Yarrowin paper mill through the night and brought it under "
    "control at dawn on 3 March 2024.\nThe fire broke out in a drying hall at about nine in the evening, fire chief "
    "Odile Marrant said. Two workers were taken to hospital with burns.\nThe mill, which employs 340 people, will stay "
    "closed for a week while inspectors look at the boilers, manager Petr Hallström told reporters outside the gate."
)


def test_no_article_gives_no_story() -> None:
    assert find_stories([]) == []


def test_one_article_is_a_story_of_its_own() -> None:
    (story,) = find_stories([Article("only", REPORT)])
    assert [a.id for a in story.articles] == ["only"]
    assert [o.members for o in story.origins] == [("only",)]
    assert story.edges == story.related == story.notes == ()


def test_all_the_same_article_is_one_story_of_one_origin() -> None:
    (story,) = find_stories([Article(f"c{i}", REPORT) for i in range(7)])
    assert len(story.articles) == 7
    assert len(story.origins) == 1
    assert story.copies == (tuple(f"c{i}" for i in range(7)),)


def test_two_thousand_copies_are_one_story() -> None:
    lines = REPORT.split("\n")
    articles = [Article(f"c{i:04}", "\n".join([f"Outlet {i} reports:", *lines])) for i in range(2000)]
    (story,) = find_stories(articles)
    assert len(story.articles) == 2000
    assert len(story.origins) == 1


def test_one_id_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="given twice"):
        find_stories([Article("a", REPORT), Article("a", "Another text.")])


@pytest.mark.parametrize("text", ["", " \n\t", "...", "Ok", "1 2 3 4", "�" * 50, "x" * 100_000])
def test_text_that_tells_nothing_stands_alone(text: str) -> None:
    stories = find_stories([Article("a", REPORT), Article("b", text)])
    assert sorted(len(s.articles) for s in stories) == [1, 1]


def test_times_with_and_without_a_zone_stand_in_one_order() -> None:
    times = {"a": datetime(2024, 3, 3, 9), "b": datetime(2024, 3, 3, 8, tzinfo=UTC), "c": None}
    (story,) = find_stories([Article(name, REPORT, published=time) for name, time in times.items()])
    assert [a.id for a in story.articles] == ["b", "a", "c"]
