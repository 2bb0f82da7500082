"""JSON and JSON Lines: one article or many, ninjs, JSON Feed, or any objects with a text field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from compare.config import ReadConfig
from compare.errors import LimitExceeded, ReadError
from compare.model import Article, Unread
from compare.read.decode import decode
from compare.read.fields import article_from, has_text
from compare.read.file import SourceFile
from compare.read.markup import text_of

_LISTS = ("articles", "items", "docs", "documents", "results", "data", "entries", "stories", "hits", "posts")
_MOST_VALUES = 2_000_000
_OWN_REPORT = frozenset({"schema_version", "made_with", "inputs", "stories"})
_NINJS = frozenset({"body_xhtml", "body_text", "bodies", "headlines", "body_html"})


def read_json(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """Articles of an object, a list of objects, or the list inside an object (`articles`, `items`, …)."""
    text, notes = decode(file.content, file.path)
    if text.count("[") + text.count("{") > _MOST_VALUES:
        raise LimitExceeded(file.path, f"more than {_MOST_VALUES:,} lists and tables; JSON Lines has no such limit")
    try:
        value = json.loads(text)
    except ValueError as error:
        if text.lstrip().startswith("{") and "\n{" in text:
            yield from _lines(text, notes, file.path, config)
            return
        raise ReadError(file.path, f"not JSON: {error}") from error
    if isinstance(value, Mapping) and value.keys() >= _OWN_REPORT:
        raise ReadError(file.path, "a report of twosource, no article")
    objects, outer = _objects(value)
    strange = [number for number, one in enumerate(objects, 1) if not isinstance(one, Mapping)]
    for number, one in enumerate(objects, 1):
        if isinstance(one, Mapping):
            yield _article(one, outer, config, file.path, notes, f"object {number}")
    if strange:
        yield Unread(file.path, f"{len(strange):,} objects are no table of fields, the first is object {strange[0]}")


def read_json_lines(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """One article a line; a line that is no object is told with its number, and the rest goes on."""
    text, notes = _quick_text(file)
    yield from _lines(text, notes, file.path, config)


def _quick_text(file: SourceFile) -> tuple[str, list[str]]:
    """Text of the file; plain UTF-8 is not repaired as a whole, as its fields will be."""
    try:
        if b"\x00" not in file.content:
            return file.content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    return decode(file.content, file.path)


def _lines(text: str, notes: list[str], path: str, config: ReadConfig) -> Iterator[Article | Unread]:
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.isspace():
            yield read_line(line, number, path, config, notes)


def read_lines(lines: Iterable[str | bytes], path: str, config: ReadConfig) -> Iterator[Article | Unread]:
    """The articles of JSON Lines that come one by one, each of at most `max_bytes`."""
    for number, line in enumerate(lines, 1):
        if not line or line.isspace():
            continue
        if len(line) > config.max_bytes:
            yield Unread(path, f"a line longer than {config.max_bytes:,} bytes", number)
            continue
        try:
            one = read_line(line, number, path, config, [])
        except UnicodeDecodeError as error:
            one = Unread(path, f"not UTF-8: {error.reason}", number)
        if isinstance(one, Article) and not has_text(one):
            one = Unread(path, "no text in it", number)
        yield one


def read_line(line: str | bytes, number: int, path: str, config: ReadConfig, notes: list[str]) -> Article | Unread:
    """The article of one line of JSON Lines, or why there is none."""
    try:
        value = json.loads(line)
    except ValueError as error:
        return Unread(path, f"not JSON: {error}", number)
    except RecursionError:
        return Unread(path, "nested too deeply", number)
    if not isinstance(value, dict):
        return Unread(path, "no table of fields", number)
    article = _article(value, {}, config, path, notes, "the line")
    return replace(article, line=number) if isinstance(article, Unread) else article


def _objects(value: Any) -> tuple[list[Any], Mapping[str, Any]]:  # noqa: ANN401  # JSON has any type
    if isinstance(value, list):
        return value, {}
    if isinstance(value, Mapping):
        for name in _LISTS:
            inside = value.get(name)
            if isinstance(inside, list) and inside and isinstance(inside[0], Mapping):
                return inside, value
        return [value], {}
    return [value], {}


def _article(
    fields: Mapping[str, Any],
    outer: Mapping[str, Any],
    config: ReadConfig,
    path: str,
    notes: list[str],
    what: str,
) -> Article | Unread:
    known = fields
    if not _NINJS.isdisjoint(fields):
        known = _from_ninjs(fields)
    elif "jsonfeed.org" in str(outer.get("version", "")):
        known = _from_feed(fields, outer)
    article = article_from(known, config, path, notes)
    if article.text:
        if "<" in article.text:
            return replace(article, text=text_of(article.text))
        return article
    if isinstance(known.get("text"), str):
        return Unread(path, "no text in it")
    return Unread(path, f"{what} has no text field; name it with map text=FIELD ({', '.join(list(fields)[:12])})")


def _from_ninjs(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of ninjs 1 and 2 (iptc.org/standards/ninjs) under our names."""
    bodies = _values(fields.get("bodies"))
    headlines = _values(fields.get("headlines"))
    return {
        **fields,
        "id": fields.get("uri"),
        "text": fields.get("body_text")
        or fields.get("body_xhtml")
        or fields.get("body_html")
        or next(iter(bodies), None),
        "title": fields.get("headline") or next(iter(headlines), None) or fields.get("title"),
        "source": fields.get("infosource")
        or fields.get("infosources")
        or fields.get("copyrightholder")
        or fields.get("source"),
        "authors": fields.get("byline") or fields.get("by"),
        "published": fields.get("firstcreated") or fields.get("contentcreated") or fields.get("versioncreated"),
        "modified": fields.get("versioncreated"),
        "url": fields.get("url") or fields.get("web"),
    }


def _values(listed: Any) -> list[Any]:  # noqa: ANN401
    return (
        [one.get("value") or one.get("content") for one in listed if isinstance(one, Mapping)]
        if isinstance(listed, list)
        else []
    )


def _from_feed(fields: Mapping[str, Any], outer: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of JSON Feed 1.1 (jsonfeed.org) under our names."""
    return {
        **fields,
        "text": fields.get("content_text") or fields.get("content_html"),
        "source": outer.get("title"),
        "published": fields.get("date_published"),
        "modified": fields.get("date_modified"),
        "language": fields.get("language") or outer.get("language"),
    }
