"""Word: the text of a .docx as it reads with all tracked changes accepted, and its core properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from compare.config import ReadConfig
from compare.errors import ReadError
from compare.model import Article, Unread
from compare.read.archives import unpacked
from compare.read.decode import repair
from compare.read.fields import article_from
from compare.read.file import SourceFile
from compare.read.xml_tree import Element, attribute, parse_xml, text_at

_DROPPED = frozenset(
    {"del", "moveFrom", "delText", "instrText", "footnoteReference", "pict", "drawing", "AlternateContent"}
)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """One article: insertions accepted, deletions dropped; a paragraph of style Title is the title."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.content))
        names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ReadError(file.path, "not a Word document: the archive is broken") from error
    if "word/document.xml" not in names:
        raise ReadError(file.path, "not a Word document: it has no word/document.xml")
    body = parse_xml(unpacked(archive, "word/document.xml", file.path, config), file.path)
    core = None
    if "docProps/core.xml" in names:
        core = parse_xml(unpacked(archive, "docProps/core.xml", file.path, config), file.path)
    fields = {
        "title": text_at(core, "title"),
        "source": text_at(core, "publisher", "source"),
        "authors": text_at(core, "creator"),
        "published": text_at(core, "issued", "created"),
        "modified": text_at(core, "modified"),
        "url": text_at(core, "identifier") if text_at(core, "identifier").startswith("http") else "",
        "language": text_at(core, "language"),
    }
    lines = [(attribute(p, "pPr/pStyle", "val"), _line(p).strip()) for p in body.iter("p")]
    titles = [line for style, line in lines if style == "Title" and line]
    text, notes = repair("\n".join(line for style, line in lines if line and style != "Title"))
    article = article_from(
        {name: value for name, value in fields.items() if value}, config, file.path, notes, ours=True
    )
    yield replace(article, text=text, title=article.title or next(iter(titles), ""))


def _line(element: Element) -> str:
    return "".join(_runs(element))


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _DROPPED or child.tag == "p":
            continue
        if child.tag == "t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _runs(child)
