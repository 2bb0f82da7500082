"""The sources of a story as people see them: sigla, outlets, dates, and the independent origins behind them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from compare.model import Article, Comparison, Role, Sentence, Span
from compare.report.labels import day, siglum
from compare.report.view_marks import Marks
from compare.report.visible import direction, shortened, visible, web_link

HUES = 6
"""Colours that sigla take in turn; the letter is the first cue, the colour the second."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """One article as a source; `title` is empty where the story is called by it, `origin` numbers its origin."""

    index: int
    origin: int
    article: str
    siglum: str
    hue: int
    name: str
    title: str
    date: str
    modified: str
    authors: str
    link: str
    language: str
    direction: str
    passages: int
    left_out: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One independent voice: its fullest article first, the copies folded under it."""

    first: SourceView
    copies: tuple[SourceView, ...]
    reason: str


class Sources:
    """The witnesses of one comparison, found by article id."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.articles = {a.id: a for a in comparison.story.articles}
        called = headline(comparison)
        self.views = tuple(
            _view(comparison, k, self.origin_index[a.id], a, called) for k, a in enumerate(comparison.story.articles)
        )
        self._by_article = {view.article: view for view in self.views}

    def of(self, article: str) -> SourceView:
        """The source with this article id."""
        return self._by_article[article]

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Article ids by independent origin, in the order of their sigla; what no origin holds stands for itself."""
        known = [tuple(m for m in o.members if m in self.articles) for o in self.comparison.story.origins]
        held = {member for members in known for member in members}
        place = {article: k for k, article in enumerate(self.articles)}
        groups = (*(m for m in known if m), *((a,) for a in self.articles if a not in held))
        return tuple(sorted(groups, key=lambda members: place[members[0]]))

    @cached_property
    def origin_index(self) -> dict[str, int]:
        """Index into `groups` for each article id."""
        return {member: i for i, members in enumerate(self.groups) for member in members}

    def origins_among(self, articles: Iterable[str]) -> int:
        """How many independent origins these articles come from."""
        return len({self.origin_index[a] for a in articles})

    @cached_property
    def origins(self) -> tuple[OriginView, ...]:
        """The origins, with the reason why their members count as one."""
        reasons = {m: o.reason for o in self.comparison.story.origins for m in o.members}
        return tuple(
            OriginView(self.of(m[0]), tuple(self.of(c) for c in m[1:]), visible(reasons.get(m[0], "")))
            for m in self.groups
        )

    @cached_property
    def marks(self) -> Marks:
        """The facts to be marked in the articles."""
        return Marks(self.comparison)

    def sentence_at(self, article: str, span: Span) -> Sentence | None:
        """The sentence of the article that holds the start of the span."""
        sentences = self._sentences[article]
        at = bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1
        return sentences[at] if at >= 0 and span.start < sentences[at].span.end else None

    @cached_property
    def _sentences(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = {}
        for k, article in enumerate(self.articles):
            read = [s for row in self.comparison.rows for s in row.readings[k]]
            left = self.comparison.left_out[k] if k < len(self.comparison.left_out) else ()
            found[article] = sorted([*read, *left], key=lambda s: s.span)
        return found

    @cached_property
    def row_of(self) -> dict[tuple[str, int], int]:
        """(article id, start of a sentence) → index of the passage that holds it."""
        ids = tuple(self.articles)
        return {
            (ids[k], sentence.span.start): i
            for i, row in enumerate(self.comparison.rows)
            for k in row.witnesses
            for sentence in row.readings[k]
        }


def source_name(article: Article) -> str:
    """What people call the source: the outlet, else the file, else the id."""
    return visible(article.source.strip() or PurePath(article.path).stem or article.id)


def headline(comparison: Comparison) -> str:
    """What the story is called: the first title, else the first headline or sentence of its articles."""
    titles = [article.title.strip() for article in comparison.story.articles]
    sentences = [s for row in comparison.rows for reading in row.readings for s in reading]
    heads = [s.text.strip() for s in sentences if s.role is Role.HEADLINE]
    told = [text for text in (*titles, *heads, *(s.text.strip() for s in sentences)) if text]
    return shortened(visible(told[0]), 140) if told else "Untitled"


def _view(comparison: Comparison, k: int, origin: int, article: Article, called: str) -> SourceView:
    title = visible(article.title.strip())
    return SourceView(
        index=k,
        origin=origin,
        article=article.id,
        siglum=siglum(k),
        hue=k % HUES,
        name=source_name(article),
        title=title if title != called else "",
        date=day(article.published),
        modified=day(article.modified),
        authors=visible(", ".join(article.authors)),
        link=web_link(article.url),
        language=article.language if article.language.replace("-", "").isalnum() else "",
        direction=direction(article.text),
        passages=sum(1 for row in comparison.rows if row.readings[k]),
        left_out=len(comparison.left_out[k]) if k < len(comparison.left_out) else 0,
        notes=tuple(visible(n) for n in article.notes),
    )
