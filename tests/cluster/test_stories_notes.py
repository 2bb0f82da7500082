"""What a story leaves untold, says so; running stories stay together, and round-ups fuse nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from compare.cluster import related
from compare.cluster.stories import find_stories
from compare.model import Article, Story

SEEDS = Path(__file__).parents[2] / "seeds"
QUAKE = (
    "A magnitude 6.8 earthquake struck the Karsakow valley near the town of Melidor on {day}, and {toll} people are "
    "known to be dead, governor Ilse Varnhagen said.\nRescue teams from Melidor dug through the ruins of the Saint "
    "Orban hospital, where {missing} patients were missing. The Karsakow dam held, the Melidor water board said."
    "\nVarnhagen asked for tents and field kitchens, and army trucks brought blankets to the Saint Orban stadium."
)
STRIKE = (
    "Ferry crews in Port Lessing walked out on {day}, and the Hallmund line cancelled all crossings to Isle Corvo.\n"
    "Union leader Petra Quist said that the Hallmund owners had refused to talk about night pay. Passengers slept in "
    "the Port Lessing terminal; Quist said the crews would meet again at noon."
)
VERBS = "remembered feared counted warned phoned carried sheltered thanked blamed followed missed fed".split()


def written(count: int, text: str, prefix: str) -> list[Article]:
    """Reports of one event: each has the same three sentences in its own order and a witness of its own."""
    openings = "Alva Bruno Carmine Dover Edda Fathom Greta Harun Ivo Jasper Kirsten Lumen Mabel Nilo Otto".split()
    trades = "baker nurse joiner teacher pilot tailor farmer printer".split()
    lines = text.split("\n")
    made = []
    for i in range(count):
        name, trade = f"{prefix.title()}{openings[i % len(openings)].lower()}", trades[i // len(openings) % len(trades)]
        own = [f"{name}{i} the {trade} {verb} {name}{i * 7 + k}." for k, verb in enumerate(VERBS)]
        told = lines[i % 3 :] + lines[: i % 3]
        made.append(Article(f"{prefix}{i:02}", "\n".join([*told, *own]), published=datetime(2024, 3, 3, tzinfo=UTC)))
    return made


def story_of(stories: list[Story], article: str) -> Story:
    return next(s for s in stories if any(a.id == article for a in s.articles))


def test_a_running_story_with_a_growing_toll_stays_one_over_days() -> None:
    tolls = [(4, "Monday", 12, 40), (5, "Monday", 31, 22), (6, "Monday", 54, 9)]
    reports = [
        Article(
            f"d{day}", QUAKE.format(day=name, toll=toll, missing=gone), published=datetime(2024, 3, day, tzinfo=UTC)
        )
        for day, name, toll, gone in tolls
    ]
    other = Article("x", STRIKE.format(day="Tuesday"), published=datetime(2024, 3, 5, tzinfo=UTC))
    found = {frozenset(a.id for a in s.articles) for s in find_stories([*reports, other])}
    assert found == {frozenset({"d4", "d5", "d6"}), frozenset({"x"})}


def test_a_round_up_fuses_nothing_and_is_told_to_touch_the_other_story() -> None:
    quake, strike = QUAKE.format(day="Monday", toll=12, missing=40), STRIKE.format(day="Monday")
    lead, walkout, night = quake.split("\n")[0], *strike.split("\n")
    round_up = Article("r", f"{lead}\n{walkout}\n{night}", published=datetime(2024, 3, 3, tzinfo=UTC))
    stories = find_stories([*written(6, quake, "q"), *written(6, strike, "s"), round_up])
    quakes, strikes = story_of(stories, "q00"), story_of(stories, "s00")
    assert quakes.id != strikes.id
    assert len(quakes.articles) + len(strikes.articles) == 13
    assert any(note.startswith("r touches story ") for note in (*quakes.notes, *strikes.notes))


def test_a_large_story_says_how_many_edges_are_not_told() -> None:
    (large,) = find_stories(written(30, QUAKE.format(day="Monday", toll=12, missing=40), "q"))
    assert len(large.edges) == 29
    assert any(note.endswith("more join it too") for note in large.notes)


def test_a_story_of_very_many_articles_says_that_not_all_pairs_were_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.cluster.notes.FILLED", 10)
    monkeypatch.setattr("compare.cluster.partition.FILLED", 10)
    (story,) = find_stories(written(14, QUAKE.format(day="Monday", toll=12, missing=40), "q"))
    assert "found among 14 connected articles: only those sharing rare features were compared" in story.notes


def test_texts_with_more_candidates_than_are_kept_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = written(14, QUAKE.format(day="Monday", toll=12, missing=40), "q")
    monkeypatch.setattr("compare.cluster.candidates.ALL_PAIRS", 0)
    assert not any("candidates" in note for story in find_stories(reports) for note in story.notes)
    for module in ("candidates", "notes"):
        monkeypatch.setattr(f"compare.cluster.{module}.NEAREST", 3)
    notes = [note for story in find_stories(reports) for note in story.notes if "candidates" in note]
    assert notes
    assert all(note.endswith("had more than 3 candidates, of which only the nearest were compared") for note in notes)


def test_a_small_story_of_few_neighbours_has_nothing_untold() -> None:
    stories = find_stories(written(6, STRIKE.format(day="Monday"), "s"))
    assert [story.notes for story in stories] == [()]


def test_related_stories_that_were_not_all_looked_for_are_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = [Article(path.name[:3], path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    session = story_of(find_stories(seeds), "001")
    assert len(session.related) == 2
    assert session.notes == ()
    monkeypatch.setattr(related, "LOOKED_AT", 1)
    (note,) = story_of(find_stories(seeds), "001").notes
    assert note.startswith("related stories were looked for among its")


def test_an_edge_tells_the_weekday_and_the_quotation_that_both_have() -> None:
    said = "“We will not leave this valley until the dam is safe again,” she said."
    one = f"Governor Ilse Varnhagen came to the Karsakow dam at Melidor on Monday. {said} Its wall had cracked at noon."
    other = f"Families from Melidor camped on Monday below the cracked Karsakow dam with Ilse Varnhagen. {said}"
    (story,) = find_stories([Article("a", one), Article("b", other)])
    assert {"both name Monday", "quotations in common"} <= set(story.edges[0].reasons)


def test_headlines_of_another_story_below_a_report_touch_nothing() -> None:
    quake, strike = QUAKE.format(day="Monday", toll=12, missing=40), STRIKE.format(day="Monday")
    below = "\nREAD MORE\nFerry crews in Port Lessing walk out: Hallmund line cancels crossings to Isle Corvo"
    reports = [replace(a, text=a.text + below) for a in written(6, quake, "q")]
    stories = find_stories([*reports, *written(6, strike, "s")])
    assert sorted(len(story.articles) for story in stories) == [6, 6]
    assert not any("touches" in note for story in stories for note in story.notes)
