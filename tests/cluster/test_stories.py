"""Which of the sample articles are one story, whatever else lies in the folder and in whatever order."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest

from compare.cluster.explain import explain_story
from compare.cluster.stories import find_stories
from compare.config import Config, StoryConfig
from compare.model import Article, Story

SEEDS = Path(__file__).parents[2] / "seeds"
STORY_OF = {"000": "session", "001": "session", "003": "session", "002": "visit", "004": "workshop"}
TAIL = "Vice Chairwoman of the Vietnamese National Assembly"

TOPICS = [
    ("The river {r} burst its banks near {p} on Monday and {n} families left their homes, the mayor said.",
     "Rescue boats reached the old bridge at {p} after midnight while the dam upstream of {r} was opened again."),
    ("A court in {p} sentenced the former head of the {r} bank to {n} months in prison for false accounts.",
     "Judges in {p} found that the {r} lender had hidden losses from its shareholders for years."),
    ("Striking drivers stopped {n} trains between {p} and {r} as talks over night shifts broke down.",
     "The rail union at {p} rejected the offer of the {r} line and called for another walkout next week."),
    ("Astronomers at the {p} observatory saw a comet named {r} brighten {n} times within two nights.",
     "The comet {r} will be seen without a telescope from {p}, the observatory wrote in its journal."),
]  # fmt: skip
PLACES = "Aldermoor Brackwell Cinderford Dunmarsh Elverton Fairholt Grimsdale Harrowby Islebrook Juniper".split()
NAMES = "Veltora Wexmund Yarrowin Zanthos Quillane Ostrava Mirelle Lorneth Kestrin Jadwiga".split()


def seeds() -> list[Article]:
    return [Article(path.name[:3], path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]


def unrelated(count: int) -> list[Article]:
    made = []
    for i in range(count):
        first, second = TOPICS[i % len(TOPICS)]
        words = {"p": PLACES[i // len(TOPICS)], "r": NAMES[(i * 7) % len(NAMES)] + "shire", "n": 12 + i}
        made.append(Article(f"u{i:02}", f"{first.format(**words)}\n{second.format(**words)}"))
    return made


def groups(stories: list[Story]) -> set[frozenset[str]]:
    return {frozenset(a.id for a in story.articles) for story in stories}


def expected(articles: list[Article]) -> set[frozenset[str]]:
    names = {STORY_OF[a.id] for a in articles if a.id in STORY_OF}
    return {frozenset(a.id for a in articles if STORY_OF.get(a.id) == name) for name in names}


def of_seeds(stories: list[Story]) -> set[frozenset[str]]:
    found = {frozenset(a.id for a in story.articles if a.id in STORY_OF) for story in stories}
    return found - {frozenset()}


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_every_sub_folder_of_the_seeds_is_told_apart(size: int) -> None:
    for some in combinations(seeds(), size):
        assert groups(find_stories(some)) == expected(list(some)), [a.id for a in some]


def undated(article: Article) -> Article:
    text = article.text.lstrip()
    return replace(article, text=text[len("date 2025-05-21") :] if text.startswith("date ") else text)


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_every_sub_folder_is_told_apart_without_any_date_line(size: int) -> None:
    for some in combinations(map(undated, seeds()), size):
        assert groups(find_stories(some)) == expected(list(some)), [a.id for a in some]


@pytest.mark.parametrize("count", [3, 10, 20, 40])
def test_unrelated_articles_change_nothing_where_no_article_is_dated(count: int) -> None:
    articles = [*map(undated, seeds()), *unrelated(count)]
    assert of_seeds(find_stories(articles)) == expected(articles)


def test_the_tail_of_teasers_changes_nothing() -> None:
    articles = [replace(a, text=a.text[: a.text.index(TAIL)]) if TAIL in a.text else a for a in seeds()]
    assert groups(find_stories(articles)) == expected(articles)


def test_forty_unrelated_articles_change_nothing() -> None:
    articles = [*seeds(), *unrelated(40)]
    assert of_seeds(find_stories(articles)) == expected(articles)


def test_publication_dates_in_the_field_say_the_same_as_in_the_text() -> None:
    articles = []
    for a in seeds():
        start = a.text.lstrip()
        if start.startswith("date "):
            day = datetime.fromisoformat(start[5:15]).replace(tzinfo=UTC)
            a = replace(a, text=start[15:], published=day)
        articles.append(a)
    assert groups(find_stories(articles)) == expected(articles)


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [*seeds(), *unrelated(12)]
    first = find_stories(articles)
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert find_stories(shuffled) == first


def test_near_misses_are_told_with_the_names_they_share() -> None:
    stories = {frozenset(a.id for a in s.articles): s for s in find_stories(seeds())}
    session = stories[frozenset({"000", "001", "003"})]
    near = {r.story: r.shared for r in session.related}
    for alone in ("002", "004"):
        assert any("Hanoi Convention" in name for name in near[stories[frozenset({alone})].id])


def test_every_edge_says_why() -> None:
    session = find_stories(seeds())[0]
    edge = next(e for e in session.edges if {e.a, e.b} == {"001", "003"})
    assert edge.score == max(e.score for e in session.edges)
    assert any(reason.startswith("shared names: ") for reason in edge.reasons)
    assert any(reason.startswith("rare words: ") for reason in edge.reasons)
    assert "same day: May 19" in edge.reasons


def test_the_explanation_names_members_edges_origins_and_near_misses() -> None:
    lines = list(explain_story(find_stories(seeds())[0], StoryConfig().cut))
    assert lines[0].endswith("3 articles, 3 independent origins")
    assert sum(line.endswith("points above what joins") for line in lines) == 3
    assert sum(" of " in line and line.strip().startswith("points: ") for line in lines) == 3
    assert sum(line.strip().startswith("origin:") for line in lines) == 3
    assert sum("related, not joined" in line and "points below what joins" in line for line in lines) >= 2


def test_points_are_what_they_are_for_and_their_margin_is_the_score_above_the_cut() -> None:
    for edge in find_stories(seeds())[0].edges:
        had, needed = map(float, re.findall(r"-?\d+\.\d", edge.reasons[-1])[:2])
        parts = map(float, re.findall(r"[+-]\d+\.\d", edge.reasons[-1]))
        assert had - needed == pytest.approx(edge.score - StoryConfig().cut, abs=0.11)
        assert sum(parts) == pytest.approx(had, abs=0.3)


def test_strict_joins_less_and_never_more() -> None:
    articles = [*seeds(), *unrelated(8)]
    strict = groups(find_stories(articles, Config(stories=StoryConfig(strict=True))))
    usual = groups(find_stories(articles))
    assert all(any(small <= large for large in usual) for small in strict)


def test_a_story_id_is_short_where_words_are_written_together() -> None:
    text = "周一万东省发生六点八级地震至少十二人遇难民防部门说，震中位于明溪镇附近镇上的医院倒塌救援人员赶到。"
    (story,) = find_stories([Article("a", text)])
    assert len(story.id) <= 4 * 21 + 8


def test_a_story_id_depends_on_its_members_alone() -> None:
    alone = find_stories([a for a in seeds() if a.id != "002"])
    ids = {frozenset(a.id for a in s.articles): s.id for s in find_stories([*seeds(), *unrelated(5)])}
    assert all(ids[frozenset(a.id for a in s.articles)] == s.id for s in alone)
