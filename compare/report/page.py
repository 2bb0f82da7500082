"""Views drawn as HTML by jinja2: the only module that knows it. Every value is escaped, an unknown name is an error."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from compare.report.labels import DISCLAIMER, SEVERITY, count, listing
from compare.report.view import StoryPage
from compare.report.view_index import IndexPage

Drawn = Markup
"""HTML that was drawn with every value escaped."""

_HERE = Path(__file__).parent


class Drawer:
    """Draws stories, the index, and whole pages; style and script are inlined and named in the policy by their hash."""

    def __init__(self) -> None:
        self._jinja = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._jinja.globals.update(count=count, listing=listing, disclaimer=DISCLAIMER, severity_words=SEVERITY)
        style, script = _squeezed("report.css"), f"{_squeezed('report.js')}\n{_squeezed('base.js')}"
        self._frame: dict[str, Any] = {
            "style": Markup(style),  # our own file
            "script": Markup(script),  # our own file
            "style_hash": _digest(style),
            "script_hash": _digest(script),
        }

    def story(self, page: StoryPage) -> Markup:
        """A story as a part of the one-file report."""
        return Markup(self._draw("part.html.j2", page=page))  # drawn with autoescape

    def story_file(self, page: StoryPage, index: IndexPage) -> str:
        """A story as a page of its own."""
        return self._draw("story.html.j2", page=page, index=index, **self._frame)

    def index(self, page: IndexPage, stories: Sequence[Markup] = ()) -> str:
        """The index; with `stories` it is the whole report in one file."""
        return self._draw("index.html.j2", index=page, stories=stories, **self._frame)

    def notebook(self, summary: str, pages: Sequence[StoryPage]) -> str:
        """Stories for the output of a notebook's cell: no style sheet, no script, no ids."""
        return self._draw("notebook.html.j2", summary=summary, pages=pages)

    def _draw(self, template: str, **values: Any) -> str:  # noqa: ANN401  # templates take views of any kind
        return self._jinja.get_template(template).render(**values)


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
