"""A story told in lines for `twosource stories --explain`: members, what joined them, origins, near misses."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Article, Story
from compare.text.dateline import opening_dateline


def explain_story(story: Story, cut: float) -> Iterator[str]:
    """Lines to print: why these articles are one story, how many origins it has, what is related and not joined.

    Scores are told by how far they stand above or below the cut.
    """
    count = len(story.articles)
    yield f"Story {story.id}: {count} article{'s' if count != 1 else ''}, {_origins(story)}"
    for article in story.articles:
        day = f"{article.published:%Y-%m-%d}  " if article.published else ""
        source = f"{article.source}: " if article.source else ""
        yield f"  {article.id}  {day}{source}{_headline(article)}"
    for copies in story.copies:
        yield f"  copies of one text: {', '.join(copies)}"
    for edge in story.edges:
        yield f"  {edge.a} - {edge.b}  {_margin(edge.score - cut)}"
        yield from (f"      {reason}" for reason in edge.reasons)
    for origin in story.origins:
        yield f"  origin: {', '.join(origin.members)} ({origin.reason})"
    for near in story.related:
        yield f"  related, not joined: {near.story}  {_margin(near.score - cut)}  shares {', '.join(near.shared)}"
    yield from (f"  note: {note}" for note in story.notes)


def _margin(points: float) -> str:
    return f"{abs(points):.1f} points {'above' if points >= 0 else 'below'} what joins"


def _origins(story: Story) -> str:
    count = len(story.origins)
    return f"{count} independent origin{'s' if count != 1 else ''}"


def _headline(article: Article) -> str:
    """The title, else how the report begins behind its dateline."""
    dateline = opening_dateline(article.text)
    text = article.title or article.text[dateline.span.end if dateline else 0 :]
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= 80 else line[:79] + "…"
