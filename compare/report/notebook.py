"""A comparison as a notebook shows it: its differences with their quotations, without script or style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.config import ReportConfig
from compare.model import Comparison, Run
from compare.report.export import Compared
from compare.report.page import Drawer
from compare.report.view import story_page
from compare.report.view_counts import differences_in_words, stories_in_words, tally
from compare.report.view_sources import headline


@dataclass(frozen=True, slots=True)
class Shown:
    """Comparisons that draw themselves where HTML can be shown (Jupyter and its kin), and as one line elsewhere."""

    comparisons: Sequence[Comparison]

    def _repr_html_(self) -> str:
        """Every story of several articles; all that an article says is escaped."""
        headlines = {c.story.id: headline(c) for c in self.comparisons}
        several = (c for c in self.comparisons if len(c.story.articles) > 1)
        pages = [story_page(c, ReportConfig(), {}, headlines) for c in several]
        return Drawer().notebook(repr(self), pages)

    def __repr__(self) -> str:
        counted = tally(self.comparisons)
        return f"{stories_in_words(counted)}; {differences_in_words(counted)}."


def show(compared: Compared) -> Shown:
    """A comparison (or a run, or several comparisons) to look at: the last line of a notebook's cell."""
    if isinstance(compared, Comparison):
        return Shown((compared,))
    return Shown(compared.comparisons if isinstance(compared, Run) else tuple(compared))
