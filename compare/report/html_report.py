"""index.html: one file that opens by a double click; a large run gets an index and a page per story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compare.model import Comparison
from compare.report.formats import Job, Page
from compare.report.page import Drawer, Drawn, size_of
from compare.report.view import StoryPage, story_page
from compare.report.view_index import IndexLine, IndexPage, index_line, index_page, with_lines
from compare.report.view_sources import headline


def draw_html(job: Job) -> Iterator[Page]:
    """The pages, the index last, so that what it links to is there before it.

    Comparisons are looked at one by one and not held: they may wait on disk.
    """
    drawer, index = Drawer(), index_page(job.run, job.config, job.marks)
    headlines: dict[str, str] = {}
    several = 0
    for comparison in job.run.comparisons:
        headlines[comparison.story.id] = headline(comparison)
        several += len(comparison.story.articles) > 1
    whole = _one_file(job, drawer, index, headlines) if several <= job.config.one_file_stories else None
    if whole is not None:
        yield Page("index.html", [whole])
        return
    lines: list[IndexLine] = []
    for comparison, page in _pages(job, headlines):
        link = f"stories/{page.id}.html"
        lines.append(index_line(page, comparison, link))
        yield Page(link, [drawer.story_file(page, index)])
    yield Page("index.html", [drawer.index(with_lines(index, lines))])


def _one_file(job: Job, drawer: Drawer, index: IndexPage, headlines: Mapping[str, str]) -> str | None:
    """The report in one file, or None when it would be too large to open well."""
    lines: list[IndexLine] = []
    drawn: dict[str, Drawn] = {}
    size = 0
    for comparison, page in _pages(job, headlines):
        lines.append(index_line(page, comparison, f"#{page.id}"))
        drawn[page.id] = drawer.story(page)
        size += size_of([drawn[page.id]])
        if size > job.config.one_file_bytes:
            return None
    index = with_lines(index, lines)
    return drawer.index(index, [drawn[line.id] for line in index.lines])


def _pages(job: Job, headlines: Mapping[str, str]) -> Iterator[tuple[Comparison, StoryPage]]:
    for comparison in job.run.comparisons:
        if len(comparison.story.articles) > 1:
            yield comparison, story_page(comparison, job.config, job.marks, headlines)
