"""Side by side: every sentence of every witness once, passage by passage, with what differs inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from compare.model import Comparison, Row, Sentence
from compare.report.ids import row_ids
from compare.report.labels import is_alarm
from compare.report.view_diff import steps_in_columns, steps_in_variants
from compare.report.view_sources import Sources, SourceView
from compare.report.view_text import Op, Stretch, cut


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What one or more sources have in a passage, word for word; `at` is where the first of them has it.

    `apart` says of each sentence whether it begins a line, or others stand between it and the sentence before.
    """

    sources: tuple[SourceView, ...]
    sentences: tuple[tuple[Stretch, ...], ...]
    apart: tuple[bool, ...]
    moved: bool
    is_base: bool
    at: int


@dataclass(frozen=True, slots=True)
class PassageView:
    """One row. `cells` has a reading or None per source (columns), `readings` the distinct ones, the base first."""

    id: str
    number: int
    state: str
    cells: tuple[ReadingView | None, ...]
    readings: tuple[ReadingView, ...]
    missing: str
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """The alignment table. `columns` says whether it is drawn in columns or as a base text with variants."""

    columns: bool
    base: SourceView
    passages: tuple[PassageView, ...]


def side_view(comparison: Comparison, sources: Sources, finding_ids: Sequence[str], columns_up_to: int) -> SideView:
    """The passages in the order of the rows; `finding_ids` are those of `comparison.findings`."""
    base = base_of(comparison)
    columns = len(sources.views) <= columns_up_to
    drawer = _Drawer(comparison, sources, base, columns)
    differences: list[list[str]] = [[] for _ in comparison.rows]
    for finding, name in zip(comparison.findings, finding_ids, strict=True):
        if is_alarm(finding) and finding.row is not None:
            differences[finding.row].append(name)
    passages = tuple(
        drawer.passage(i, row, name, tuple(differences[i]))
        for i, (row, name) in enumerate(zip(comparison.rows, row_ids(comparison), strict=True))
    )
    return SideView(columns, sources.views[base], passages)


def base_of(comparison: Comparison) -> int:
    """The witness whose order the rows follow: the fullest that is nowhere out of order."""
    out_of_order = {k for row in comparison.rows for k in row.moved}
    sizes = [0] * len(comparison.story.articles)
    for row in comparison.rows:
        for k in row.witnesses:
            sizes[k] += sum(len(s.text.split()) for s in row.readings[k])
    return max(range(len(sizes)), key=lambda k: (k not in out_of_order, sizes[k], -k), default=0)


class _Drawer:
    def __init__(self, comparison: Comparison, sources: Sources, base: int, columns: bool) -> None:
        self.articles = comparison.story.articles
        self.sources, self.base, self.columns = sources, base, columns

    def passage(self, index: int, row: Row, name: str, differences: tuple[str, ...]) -> PassageView:
        base = self.base if row.readings[self.base] else row.witnesses[0]
        texts = tuple(a.text for a in self.articles)
        ops = steps_in_columns(row, base, texts) if self.columns else steps_in_variants(row, base, texts)
        cells = tuple(
            self._reading(k, row, ops.get(k, ()), k == base) if row.readings[k] else None
            for k in range(len(row.readings))
        )
        changed = any(step.op for cell in cells if cell for sentence in cell.sentences for step in sentence)
        missing = self._missing(row)
        state = "differs" if differences else "same" if not (changed or missing or _unlike(row)) else "varies"
        readings = () if self.columns else self._distinct(row, cells, base)
        return PassageView(name, index + 1, state, cells if self.columns else (), readings, missing, differences)

    def _missing(self, row: Row) -> str:
        views = [view.siglum for view in self.sources.views if not row.readings[view.index]]
        if len(views) == len(row.readings) - 1:
            return "in none of the others"
        return f"not in {', '.join(views)}" if views else ""

    def _reading(self, k: int, row: Row, ops: Sequence[Op], is_base: bool) -> ReadingView:
        article = self.articles[k]
        drawn = tuple(self._sentence(article.id, article.text, s, ops) for s in row.readings[k])
        apart = (False, *(_are_apart(article.text, *two) for two in pairwise(row.readings[k])))
        at = row.readings[k][0].span.start
        return ReadingView((self.sources.views[k],), drawn, apart, k in row.moved, is_base, at)

    def _sentence(self, article: str, text: str, sentence: Sentence, ops: Sequence[Op]) -> tuple[Stretch, ...]:
        return cut(text, sentence.span, self.sources.marks.within(article, sentence.span), ops)

    def _distinct(self, row: Row, cells: Sequence[ReadingView | None], base: int) -> tuple[ReadingView, ...]:
        """Readings of unequal words, the base first, each with all the sources that have it."""
        alike: dict[tuple[str, ...], list[int]] = {}
        for k in (base, *(k for k in row.witnesses if k != base)):
            alike.setdefault(tuple(" ".join(s.text.split()) for s in row.readings[k]), []).append(k)
        made = []
        for members in alike.values():
            first = cells[members[0]]
            if first:
                made.append(replace(first, sources=tuple(self.sources.views[k] for k in members)))
        return tuple(made)


def _are_apart(text: str, before: Sentence, sentence: Sentence) -> bool:
    return text[before.span.end : sentence.span.start].strip(" ") != ""


def _unlike(row: Row) -> bool:
    """True if the readings are not the same words."""
    return len({tuple(" ".join(s.text.split()) for s in row.readings[k]) for k in row.witnesses}) > 1
