"""index.html: one file that opens by a double click; a large run gets an index and a page per story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model import Comparison
from compare.report.formats import Job, Page
from compare.report.page import Drawer, Drawn, size_of
from compare.report.view import StoryPage, story_page
from compare.report.view_index import IndexLine, index_line, index_page
from compare.report.view_sources import headline


def draw_html(job: Job) -> Iterator[Page]:
    """The pages, the index last, so that what it links to is there before it."""
    drawer = Drawer()
    several = [c for c in job.run.comparisons if len(c.story.articles) > 1]
    whole = _one_file(job, drawer, several) if len(several) <= job.config.one_file_stories else None
    if whole is not None:
        yield Page("index.html", [whole])
        return
    lines: list[IndexLine] = []
    made_with = index_page(job.run, job.config, (), {})
    for comparison, page in _pages(job, several):
        link = f"stories/{page.id}.html"
        lines.append(index_line(page, comparison, link))
        yield Page(link, [drawer.story_file(page, made_with)])
    yield Page("index.html", [drawer.index(index_page(job.run, job.config, lines, job.marks))])


def _one_file(job: Job, drawer: Drawer, several: Sequence[Comparison]) -> str | None:
    """The report in one file, or None when it would be too large to open well."""
    lines: list[IndexLine] = []
    drawn: dict[str, Drawn] = {}
    size = 0
    for comparison, page in _pages(job, several):
        lines.append(index_line(page, comparison, f"#{page.id}"))
        drawn[page.id] = drawer.story(page)
        size += size_of([drawn[page.id]])
        if size > job.config.one_file_bytes:
            return None
    index = index_page(job.run, job.config, lines, job.marks)
    return drawer.index(index, [drawn[line.id] for line in index.lines])


def _pages(job: Job, several: Sequence[Comparison]) -> Iterator[tuple[Comparison, StoryPage]]:
    headlines = {c.story.id: headline(c) for c in job.run.comparisons}
    for comparison in several:
        yield comparison, story_page(comparison, job.config, job.marks, headlines)
