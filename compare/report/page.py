"""Views drawn as HTML by jinja2: the only module that knows it. Every value is escaped, an unknown name is an error."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from compare.report.labels import DISCLAIMER, SEVERITY, count, listing
from compare.report.view import StoryPage
from compare.report.view_index import IndexPage
from compare.report.view_sources import SourceView
from compare.report.view_text import Stretch

Drawn = Markup
"""HTML that was drawn with every value escaped."""

_HERE = Path(__file__).parent


_HEADING = re.compile(r"(</?h)([2-9])(?=[ >])")
_FATES = {
    "": ("", ""),
    "ins": ('<ins><span class="v">only here: </span>', "</ins>"),
    "del": ('<del><span class="v">only here: </span>', "</del>"),
    "gone": ('<del class="gone"><span class="v">not here: </span>', "</del>"),
}
"""What stands before and behind the bits of a stretch, by its op."""


class Drawer:
    """Draws stories, the index, and whole pages; style and script are inlined and named in the policy by their hash."""

    def __init__(self) -> None:
        self._jinja = _environment()
        style, script = _squeezed("report.css"), f"{_squeezed('report.js')}\n{_squeezed('base.js')}"
        self._frame: dict[str, Any] = {
            "style": Markup(style),  # our own file
            "script": Markup(script),  # our own file
            "style_hash": _digest(style),
            "script_hash": _digest(script),
        }

    def story(self, page: StoryPage) -> Markup:
        """A story as it stands under the run's headline; both kinds of report have it, so it is drawn once."""
        return Markup(self._draw("body.html.j2", page=page))  # drawn with autoescape

    def part(self, page: StoryPage, story: Markup) -> Markup:
        """The drawn story as a part of the one-file report."""
        return Markup(self._draw("part.html.j2", page=page, story=story))  # drawn with autoescape

    def story_file(self, page: StoryPage, story: Markup, index: IndexPage) -> str:
        """The drawn story as a page of its own, its headings one level up."""
        # every value is escaped, so what looks like a heading is one of ours
        raised = Markup(_HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) - 1}", story))
        return self._draw("story.html.j2", page=page, story=raised, index=index, **self._frame)

    def index(self, page: IndexPage, stories: Sequence[Markup] = ()) -> str:
        """The index; with `stories` it is the whole report in one file."""
        return self._draw("index.html.j2", index=page, stories=stories, **self._frame)

    def notebook(self, summary: str, pages: Sequence[StoryPage]) -> str:
        """Stories for the output of a notebook's cell: no style sheet, no script, no ids."""
        return self._draw("notebook.html.j2", summary=summary, pages=pages)

    def _draw(self, template: str, **values: Any) -> str:  # noqa: ANN401  # templates take views of any kind
        return self._jinja.get_template(template).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Reading the templates takes longer than drawing a short story; a process does it once."""
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(count=count, listing=listing, disclaimer=DISCLAIMER, severity_words=SEVERITY)
    environment.globals.update(text=_text, sigs=_sigs)
    return environment


def _sigs(sources: Iterable[SourceView]) -> Markup:
    """The sigla of these sources, by origin."""
    return _grouped(tuple(sources))


@lru_cache(maxsize=1000)
def _grouped(sources: tuple[SourceView, ...]) -> Markup:
    """Remembered: a page names the same few groups of sources thousands of times."""
    return Markup(_environment().get_template("grouped.html.j2").render(sources=sources))  # drawn with autoescape


def _text(stretches: Sequence[Stretch]) -> Markup:
    """A sentence with its marks. Half of a report is made of such pieces: as a macro each took ten times as long."""
    made = []
    for stretch in stretches:
        before, behind = _FATES[stretch.op]
        made.append(before)
        for bit in stretch.bits:
            if bit.fact:
                mark = '<mark class="d">' if bit.differs else "<mark>"
                made.append(f'{mark}{escape(bit.text)}<span class="v"> ({escape(bit.fact)})</span></mark>')
            else:
                made.append(escape(bit.text))
        made.append(behind)
    return Markup("".join(made))  # every text and fact was escaped


def size_of(parts: Iterable[str]) -> int:
    """Bytes of these parts in UTF-8."""
    return sum(len(part.encode()) for part in parts)


def _squeezed(name: str) -> str:
    """The file without comments on lines of their own, indents and empty lines."""
    text = re.sub(r"/\*.*?\*/", "", (_HERE / name).read_text("utf-8"), flags=re.DOTALL)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
