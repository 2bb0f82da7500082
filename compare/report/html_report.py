"""index.html: one file that opens by a double click; a large run gets an index and a page per story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.model import Comparison
from compare.report.formats import Job, Page
from compare.report.page import Drawer, Drawn, size_of
from compare.report.view import StoryPage, story_page
from compare.report.view_index import IndexLine, IndexPage, index_line, index_page, with_lines
from compare.report.view_sources import headline


def draw_html(job: Job) -> Iterator[Page]:
    """The pages, the index last, so that what it links to is there before it.

    Comparisons are looked at one by one and not held: they may wait on disk. A story is drawn once: it waits as a part
    of the one file, and becomes a page of its own as soon as the one file would be too large to open well.
    """
    drawer, index = Drawer(), index_page(job.run, job.config, job.marks)
    headlines: dict[str, str] = {}
    several = 0
    for comparison in job.run.comparisons:
        headlines[comparison.story.id] = headline(comparison)
        several += len(comparison.story.articles) > 1
    room = job.config.one_file_bytes if several <= job.config.one_file_stories else -1
    lines: list[IndexLine] = []
    waiting: list[_Waiting] = []
    for comparison, page in _pages(job, headlines):
        lines.append(index_line(page, comparison, _link(page.id)))
        story = drawer.story(page)
        waiting.append(_Waiting(page, story, drawer.part(page, story) if room >= 0 else None))
        room -= size_of([waiting[-1].part or ""])
        if room < 0:
            yield from (Page(_link(w.page.id), [drawer.story_file(w.page, w.story, index)]) for w in waiting)
            waiting.clear()
    yield Page("index.html", [_index(drawer, index, lines, waiting)])


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A drawn story of which it is not known yet whether it is a part of the one file."""

    page: StoryPage
    story: Drawn
    part: Drawn | None


def _link(story: str) -> str:
    return f"stories/{story}.html"


def _index(drawer: Drawer, index: IndexPage, lines: Sequence[IndexLine], waiting: Sequence[_Waiting]) -> str:
    """The index; where the stories still wait, with all of them in it."""
    parts = {w.page.id: w.part for w in waiting if w.part}
    index = with_lines(index, [replace(line, link=f"#{line.id}") if line.id in parts else line for line in lines])
    return drawer.index(index, [parts[line.id] for line in index.lines if line.id in parts])


def _pages(job: Job, headlines: Mapping[str, str]) -> Iterator[tuple[Comparison, StoryPage]]:
    for comparison in job.run.comparisons:
        if len(comparison.story.articles) > 1:
            yield comparison, story_page(comparison, job.config, job.marks, headlines)
