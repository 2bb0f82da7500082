"""The reader table: which function reads which kind of file. Plug-ins add to it: entry points `twosource.readers`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module, metadata
from typing import cast

from compare.config import ReadConfig
from compare.errors import UnsupportedFormat
from compare.model import Article, Unread
from compare.read.file import SourceFile

Reader = Callable[[SourceFile, ReadConfig], Iterator[Article | Unread]]
"""Gives the articles of a file; an `Unread` stands for a part (a line, a member) that cannot be read.

A reader leaves `id` empty unless the file names one, and fills only what the file itself says.
"""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name for people, its suffixes, where its reader is, and the extra that it needs."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    extra: str = ""


FORMATS = (
    Format("plain text", (".txt", ".text", ""), "compare.read.plain:read_plain"),
    Format("Markdown with front matter", (".md", ".markdown"), "compare.read.markdown:read_markdown"),
    Format("HTML", (".html", ".htm", ".xhtml"), "compare.read.html:read_html"),
    Format("Word", (".docx",), "compare.read.word:read_docx"),
    Format("mail", (".eml",), "compare.read.mail:read_mail"),
    Format("JSON, ninjs, JSON Feed", (".json", ".ninjs"), "compare.read.json_files:read_json"),
    Format("JSON Lines", (".jsonl", ".ndjson"), "compare.read.json_files:read_json_lines"),
    Format("CSV", (".csv", ".tsv"), "compare.read.tables:read_csv"),
    Format("NITF, NewsML-G2, RSS, Atom", (".xml", ".nitf", ".rss", ".atom", ".newsml"), "compare.read.wire:read_xml"),
    Format("zip archive", (".zip",), "compare.read.archives:read_zip"),
    Format("gzip", (".gz",), "compare.read.archives:read_gzip"),
    Format("PDF", (".pdf",), "compare.read.pdf:read_pdf", "pdf"),
    Format("WARC", (".warc",), "compare.read.warc:read_warc", "warc"),
    Format("Parquet", (".parquet",), "compare.read.parquet:read_parquet", "parquet"),
)
"""Every built-in format."""

_BY_SUFFIX = {suffix: kind.reader for kind in FORMATS for suffix in kind.suffixes}


def read_file(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """The articles of a file by its suffix; raises `ReadError`, or `UnsupportedFormat` where no reader knows it."""
    if file.name.lower().endswith(".warc.gz"):
        return _loaded(_BY_SUFFIX[".warc"])(file, config)
    if file.suffix in _BY_SUFFIX:
        return _loaded(_BY_SUFFIX[file.suffix])(file, config)
    plugin = _plugins().get(file.suffix)
    if plugin is None:
        raise UnsupportedFormat(file.path, f"no reader for {file.suffix}; `twosource formats` lists what is read")
    try:
        reader = cast(Reader, plugin.load())
    except Exception as error:  # a broken plug-in may fail in any way; it is named, and the run goes on
        reason = f"the plug-in {plugin.value} that reads {file.suffix} cannot be loaded: {error}"
        raise UnsupportedFormat(file.path, reason) from error
    return reader(file, config)


@cache
def _loaded(where: str) -> Reader:
    module, name = where.split(":")
    return cast(Reader, getattr(import_module(module), name))


@cache
def _plugins() -> dict[str, metadata.EntryPoint]:
    """Suffix → entry point; the entry point's name is the suffix, with or without its dot."""
    found = metadata.entry_points(group="twosource.readers")
    return {f".{point.name.lstrip('.').lower()}": point for point in sorted(found, key=lambda p: (p.name, p.value))}
