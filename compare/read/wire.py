"""Wire XML: NITF, NewsML-G2, RSS and Atom, told apart by their root element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from compare.config import ReadConfig
from compare.errors import UnsupportedFormat
from compare.model import Article, Unread
from compare.read.fields import article_from
from compare.read.file import SourceFile
from compare.read.markup import text_of
from compare.read.xml_tree import Element, attribute, first, paragraphs, parse_xml, text_at, words

_MEDIA = frozenset({"media", "figure", "script", "style", "media-caption", "table"})


def read_xml(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """The articles of a wire file or a feed; raises `UnsupportedFormat` for any other XML."""
    root = parse_xml(file.content, file.path)
    if root.tag == "nitf":
        yield _made(_nitf(root), config, file.path)
    elif root.tag in ("newsItem", "newsMessage", "packageItem"):
        for one in [root] if root.tag == "newsItem" else root.iter("newsItem"):
            yield _made(_newsml(one), config, file.path)
    elif root.tag in ("rss", "RDF", "feed"):
        for fields in _feed(root):
            yield _made(fields, config, file.path)
    elif root.tag == "html":
        from compare.read.html import read_html

        yield from read_html(file, config)
    else:
        raise UnsupportedFormat(file.path, f"XML of an unknown kind <{root.tag}>; known: NITF, NewsML-G2, RSS, Atom")


def _made(fields: dict[str, Any], config: ReadConfig, path: str) -> Article | Unread:
    article = article_from({name: value for name, value in fields.items() if value}, config, path, ours=True)
    return article if article.text else Unread(path, f"no text in {fields.get('title') or 'an entry'}")


def _nitf(root: Element) -> dict[str, Any]:
    """NITF 3 (iptc.org/std/NITF)."""
    head, body = root.find("head"), root.find("body")
    return {
        "id": attribute(head, "docdata/doc-id", "id-string"),
        "text": paragraphs(first(body, "body.content"), _MEDIA),
        "title": text_at(body, "body.head/hedline/hl1", "body.head/headline/hl1") or text_at(head, "title"),
        "source": attribute(head, "pubdata", "name") or text_at(body, "body.head/distributor"),
        "authors": [words(person) for person in body.iterfind("body.head/byline/person")] if body is not None else [],
        "byline": text_at(body, "body.head/byline"),
        "published": attribute(head, "docdata/date.issue", "norm") or attribute(head, "pubdata", "date.publication"),
        "modified": attribute(head, "revision-history", "norm") or attribute(head, "docdata/date.release", "norm"),
        "url": attribute(head, "pubdata", "ex-ref"),
        "language": root.get("lang") or (body.get("lang", "") if body is not None else ""),
    }


def _newsml(root: Element) -> dict[str, Any]:
    """NewsML-G2 (iptc.org/std/NewsML-G2)."""
    inline = first(root, "contentSet/inlineXML", "contentSet/inlineData")
    body = None
    if inline is not None:
        body = next((e for tag in ("body.content", "body") for e in inline.iter(tag)), inline)
    text = paragraphs(body, _MEDIA | {"body.head", "head"})
    return {
        "id": root.get("guid", ""),
        "text": text_of(text) if inline is not None and inline.tag == "inlineData" else text,
        "title": text_at(root, "contentMeta/headline", "itemMeta/title"),
        "source": text_at(root, "contentMeta/infoSource/name", "itemMeta/provider/name")
        or attribute(root, "itemMeta/provider", "literal")
        or text_at(root, "rightsInfo/copyrightHolder/name"),
        "authors": [words(e) for e in root.iterfind("contentMeta/creator/name")] or text_at(root, "contentMeta/by"),
        "published": text_at(root, "contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated"),
        "modified": text_at(root, "contentMeta/contentModified", "itemMeta/versionCreated"),
        "url": attribute(root, "itemMeta/link", "href"),
        "language": attribute(root, "contentMeta/language", "tag") or root.get("lang", ""),
    }


def _feed(root: Element) -> Iterator[dict[str, Any]]:
    """RSS 2.0, RSS 1.0 and Atom 1.0 (RFC 4287), an article for each entry."""
    channel = first(root, "channel") if root.tag != "feed" else root
    source, language = text_at(channel, "title"), text_at(channel, "language") or root.get("lang", "")
    for entry in [*root.iter("item"), *root.iter("entry")]:
        bodies = [_content(e) for name in ("encoded", "content", "description", "summary") for e in entry.findall(name)]
        links = [
            e.get("href", "") or words(e) for e in entry.findall("link") if e.get("rel", "alternate") == "alternate"
        ]
        yield {
            "id": text_at(entry, "guid", "id"),
            "text": max((body for body in bodies if body), key=len, default=""),
            "title": text_of(text_at(entry, "title")),
            "source": text_at(entry, "source/title", "source") or source,
            "authors": [words(e) for e in entry.findall("author/name")] or text_at(entry, "creator", "author"),
            "published": text_at(entry, "pubDate", "published", "date", "issued"),
            "modified": text_at(entry, "modified", "updated"),
            "url": next(iter(links), ""),
            "language": entry.get("lang", "") or text_at(entry, "language") or language,
        }


def _content(element: Element) -> str:
    return paragraphs(element, _MEDIA) if len(element) else text_of("".join(element.itertext()))
