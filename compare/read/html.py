"""HTML: trafilatura finds the article, JSON-LD and meta tags say what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from compare.config import ReadConfig
from compare.errors import LimitExceeded, ReadError
from compare.model import Article, Unread
from compare.read.decode import decode, repair
from compare.read.fields import article_from
from compare.read.file import SourceFile
from compare.read.markup import text_of

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_META = re.compile(r"<meta\s([^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LD = re.compile(r"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,1000})</title", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html(?=\s)[^<>]{0,1000}>", re.IGNORECASE)
_CANONICAL = re.compile(r"<link(?=\s)[^<>]{0,2000}>", re.IGNORECASE)
_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting LiveBlogPosting".split()
)
_META_NAMES = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "source": ("og:site_name", "application-name", "dc.publisher"),
    "authors": ("author", "article:author", "dc.creator", "byl"),
    "published": (
        "article:published_time", "date", "dc.date", "pubdate", "parsely-pub-date", "publish-date", "datepublished",
    ),
    "modified": ("article:modified_time", "og:updated_time", "last-modified"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "language"),
}  # fmt: skip
_SITE_SIGNS = (" | ", " - ", " – ", " — ", " :: ", " · ")
_FRAME = re.compile(r"<(?:nav|header|footer|form|aside|menu)\b", re.IGNORECASE)
_OWN_REPORT = '<meta name="generator" content="twosource">'
_HEAD = 2_000
_DEEPEST = 2_000
_MOST_TAGS = 60_000


def read_html(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """One article; raises `ReadError` where the page holds none, `LimitExceeded` for a page that is too large."""
    if len(file.content) > config.max_page_bytes:
        raise LimitExceeded(file.path, f"a page larger than {config.max_page_bytes:,} bytes; raise read.max_page_bytes")
    declared = _CHARSET.search(file.content[:4_000])
    charset = (declared[1] or declared[2]).decode("ascii", "ignore") if declared else ""
    page, notes = decode(file.content, file.path, charset)
    if _OWN_REPORT in page[:_HEAD]:
        raise ReadError(file.path, "a report of twosource, no article")
    yield article_of(page, config, file.path, notes)


def article_of(page: str, config: ReadConfig, path: str, notes: list[str]) -> Article:
    """The article of a page that is already text."""
    if page.count("<") > _MOST_TAGS:
        raise LimitExceeded(path, f"more than {_MOST_TAGS:,} tags: not the page of one article")
    if page.count("<div") + page.count("<DIV") > _DEEPEST and _depth(page) > _DEEPEST:
        raise LimitExceeded(path, f"tags nested deeper than {_DEEPEST:,}")
    fields = _fields(page)
    text = _main_text(page)
    if not text:
        raise ReadError(path, "no article found in the page")
    article = article_from(fields, config, path, notes, ours=True)
    text, repaired = repair(text)
    headline, _, rest = text.partition("\n")
    title = _without_site(article.title, article.source, headline.strip())
    if rest and headline.strip() == title:
        text = rest
    return replace(article, title=title, text=text, notes=tuple(dict.fromkeys((*article.notes, *repaired))))


def _without_site(title: str, site: str, headline: str) -> str:
    """The title of a page less the name of its site ("Dam fails | Courier"); the page's own headline tells it too."""
    told, mark, name = next((parts for sign in _SITE_SIGNS if (parts := title.rpartition(sign))[1]), (title, "", ""))
    is_site = name.strip().casefold() == site.strip().casefold() or told.strip() == headline
    return told.strip() if mark and told.strip() and is_site else title


def _main_text(page: str) -> str:
    import trafilatura  # with lxml, a second to import

    found = trafilatura.extract(page, favor_precision=True, include_comments=False)
    found = found or trafilatura.extract(page, favor_recall=True, include_comments=False)
    return found or ("" if _FRAME.search(page) or "<p" not in page else text_of(page))


def _depth(page: str) -> int:
    deepest = depth = 0
    for tag in re.finditer(r"<(/?)div", page, re.IGNORECASE):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


def _fields(page: str) -> dict[str, Any]:
    """Metadata: JSON-LD has the time of day and wins; meta tags fill what it leaves open."""
    meta = _meta(page)
    fields: dict[str, Any] = dict(meta)
    for field, names in _META_NAMES.items():
        value = next((meta[name] for name in names if meta.get(name)), "")
        if value:
            fields[field] = value.replace("_", "-") if field == "language" else value
    title, root = _TITLE.search(page), _LANGUAGE.search(page)
    language = _attributes(root.group()).get("lang") if root else ""
    links = (_attributes(tag.group()) for tag in _CANONICAL.finditer(page))
    link = next((link["href"] for link in links if link.get("rel") == "canonical" and link.get("href")), "")
    if title:
        fields.setdefault("title", unescape(title[1]).strip())
    if language:
        fields["language"] = language
    if link:
        fields["url"] = link
    fields.update({name: value for name, value in _linked_data(page).items() if value})
    if str(fields.get("authors", "")).startswith("http"):
        del fields["authors"]
    fields.pop("text", None)
    return fields


def _attributes(tag: str) -> dict[str, str]:
    return {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(tag)}


def _meta(page: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.finditer(page):
        attributes = _attributes(tag[1])
        name = (
            attributes.get("property")
            or attributes.get("name")
            or attributes.get("itemprop")
            or attributes.get("http-equiv")
        )
        if name and attributes.get("content"):
            found.setdefault(name.lower(), attributes["content"])
    return found


def _linked_data(page: str) -> dict[str, Any]:
    """Fields of the first schema.org article in the page's JSON-LD."""
    for script in _scripts(page):
        try:
            value = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            if not _ARTICLE_TYPES.isdisjoint(kinds if isinstance(kinds, list) else [str(kinds)]):
                return {
                    "title": unescape(str(node.get("headline") or "")),
                    "source": node.get("publisher"),
                    "authors": node.get("author"),
                    "published": node.get("datePublished"),
                    "modified": node.get("dateModified"),
                    "language": node.get("inLanguage"),
                }
    return {}


def _scripts(page: str) -> Iterator[str]:
    at = 0
    while opening := _LD.search(page, at):
        at = page.find("</script", opening.end())
        if at < 0:
            return
        yield page[opening.end() : at]


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401  # JSON has any type
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield one
            graph = one.get("@graph")
            if isinstance(graph, list):
                yield from (node for node in graph if isinstance(node, Mapping))
