"""PDF (extra `[pdf]`): the text layer, its lines joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import quantiles
from typing import Any

from compare.config import ReadConfig
from compare.errors import MissingExtra, ReadError
from compare.model import Article, Unread
from compare.read.decode import repair
from compare.read.fields import article_from
from compare.read.file import SourceFile

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d\d)?")
_ENDS = re.compile(r"[.!?…:;\"”’)]$")
_HYPHEN = "\u00ad\u2010\ufffe\u0002-"


def read_pdf(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """One article; raises `ReadError` for a scan without text, `MissingExtra` without pypdfium2."""
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtra("pypdfium2", "pdf", "reading PDF") from error
    try:
        document = pypdfium2.PdfDocument(file.content)
    except pypdfium2.PdfiumError as error:
        raise ReadError(file.path, f"a broken or locked PDF: {error}") from error
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        meta = _metadata(document)
    except (pypdfium2.PdfiumError, UnicodeDecodeError) as error:
        raise ReadError(file.path, f"a broken PDF: {error}") from error
    finally:
        document.close()
    text, notes = repair("\n".join(_paragraphs(page) for page in pages).strip())
    if not text:
        raise ReadError(file.path, "no text layer: a scan, it seems; recognise its text first")
    article = article_from(_fields(meta), config, file.path, notes, ours=True)
    yield replace(article, text=_without_title(text, article.title))


def _metadata(document: Any) -> dict[str, Any]:  # noqa: ANN401  # pypdfium2 ships no types
    """What the file says of itself; nothing where that is no text, for the pages may still be read."""
    try:
        return dict(document.get_metadata_dict())
    except UnicodeDecodeError:
        return {}


def _fields(meta: dict[str, Any]) -> dict[str, str]:
    fields = {
        "title": meta.get("Title", ""),
        "authors": meta.get("Author", ""),
        "published": _moment(meta.get("CreationDate", "")),
        "modified": _moment(meta.get("ModDate", "")),
    }
    return {name: value for name, value in fields.items() if value}


def _moment(written: str) -> str:
    """A PDF date (ISO 32000, 7.9.4) in ISO 8601."""
    found = _DATE.match(written)
    if not found:
        return ""
    year, month, day, hour, minute, second, zone = found.groups()
    zone = (zone or "").replace("'", "")
    return f"{year}{month or '01'}{day or '01'}T{hour or '00'}{minute or '00'}{second or '00'}{zone}"


def _paragraphs(page: str) -> str:
    """Join the lines of a page: a line that is nearly as wide as the widest, or does not end a sentence, goes on."""
    lines = [line.rstrip() for line in page.replace("\r", "\n").split("\n") if line.strip()]
    if len(lines) < 2:
        return "\n".join(lines)
    wide = 0.75 * quantiles(map(len, lines), n=20)[-1]
    joined = lines[0]
    for before, line in pairwise(lines):
        if joined and joined[-1] in _HYPHEN and line[:1].islower():
            joined = joined[:-1] + line
        elif len(before) >= wide and not (_ENDS.search(before) and len(before) < wide / 0.85):
            joined += " " + line
        else:
            joined += "\n" + line
    return joined


def _without_title(text: str, title: str) -> str:
    """The text without its first line where that is the title."""
    first, _, rest = text.partition("\n")
    return rest.strip() if title and rest and first.strip() == title.strip() else text
