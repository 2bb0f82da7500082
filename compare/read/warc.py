"""WARC (extra `[warc]`): the pages of a web archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any

from compare.config import ReadConfig
from compare.errors import LimitExceeded, MissingExtra, ReadError
from compare.model import Article, Unread
from compare.read.archives import gunzipped
from compare.read.file import SourceFile
from compare.read.html import read_html


def read_warc(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """An article for each HTML response; the crawl's date is not the article's, and is left out."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise MissingExtra("warcio", "warc", "reading WARC") from error
    content = gunzipped(file.content, file.path, config) if file.content.startswith(b"\x1f\x8b") else file.content
    pages = 0
    try:
        for entry in _quietly(ArchiveIterator(io.BytesIO(content))):
            if entry.rec_type != "response" or not entry.http_headers:
                continue
            if "html" not in (entry.http_headers.get_header("Content-Type") or ""):
                continue
            pages += 1
            if pages > config.max_members:
                raise LimitExceeded(file.path, f"more than {config.max_members:,} pages")
            address = entry.rec_headers.get_header("WARC-Target-URI") or ""
            page = SourceFile(file.path, entry.content_stream().read(config.max_page_bytes + 1))
            yield from _page(page, address, config)
    except ArchiveLoadFailed as error:
        raise ReadError(file.path, f"a broken WARC: {error}") from error


def _quietly(entries: Iterator[Any]) -> Iterator[Any]:
    """The entries, without the remarks on damage that warcio prints: whatever a stranger wrote would stand there."""
    while True:
        with redirect_stderr(io.StringIO()):
            entry = next(entries, None)
        if entry is None:
            return
        yield entry


def _page(page: SourceFile, address: str, config: ReadConfig) -> Iterator[Article | Unread]:
    try:
        for one in read_html(page, config):
            yield replace(one, url=one.url or address) if isinstance(one, Article) else one
    except ReadError as error:
        yield Unread(error.path, f"{address}: {error.reason}")
