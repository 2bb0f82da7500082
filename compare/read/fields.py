"""From the named fields of a file to an article: the caller's mapping first, then the names that such files use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from compare.config import ReadConfig
from compare.errors import ConfigError
from compare.model import Article
from compare.read.decode import repair
from compare.read.moments import parse_moment

_LETTER = re.compile(r"[^\W_]")
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "_id", "article_id", "guid", "uri"),
    "text": ("text", "body", "content", "article", "maintext", "articleBody", "body_text", "article_text", "full_text"),
    "title": ("title", "headline", "heading", "name"),
    "source": ("source", "outlet", "publisher", "site", "site_name", "provider", "domain", "hostname"),
    "authors": ("authors", "author", "byline", "creator", "by"),
    "published": (
        "published", "date", "published_at", "date_published", "datePublished", "publish_date", "publication_date",
        "pubDate", "pub_date", "published_date", "timestamp", "date_publish",
    ),
    "modified": ("modified", "updated", "updated_at", "date_modified", "dateModified", "last_modified"),
    "url": ("url", "link", "source_url", "canonical_url", "permalink", "webUrl"),
    "language": ("language", "lang", "inLanguage"),
}  # fmt: skip
"""Article field → names under which files keep it, best first."""


def has_text(article: Article) -> bool:
    """False where the text has no letter and no figure."""
    return bool(_LETTER.search(article.text))


@lru_cache(maxsize=64)
def read_map(pairs: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """`("text=body", "source=meta.outlet")` as a table; raises `ConfigError` for a field that articles do not have."""
    table = {}
    for pair in pairs:
        field, _, name = pair.partition("=")
        field, name = field.strip(), name.strip()
        if field not in NAMES or not name:
            raise ConfigError(f"map {pair!r}: write FIELD=NAME with FIELD one of {', '.join(NAMES)}")
        table[field] = tuple(name.split("."))
    return table


def article_from(
    fields: Mapping[str, Any], config: ReadConfig, path: str, notes: Sequence[str] = (), *, ours: bool = False
) -> Article:
    """An article from named fields; its text is "" where no field holds one. Fields that are not there stay empty.

    The caller's mapping is for files that name their fields as they like. Where a format or its reader names them
    (`ours`: mail, Word, HTML, feeds), a mapped name that is not there leaves what is known.
    """
    plan = _plan(tuple(fields), config.map, ours)
    key, body, title, source, authors, published, modified, url, language = [_first(fields, ways) for ways in plan]
    text, repaired = repair(_plain(body))
    return Article(
        id=_plain(key).strip(),
        text=text,
        title=_line(title),
        source=_line(_named(source)),
        authors=authors_of(authors),
        published=parse_moment(published),
        modified=parse_moment(modified),
        url=_line(url),
        language=_line(language),
        path=path,
        notes=(*notes, *repaired),
    )


def id_from(fields: Mapping[str, Any], config: ReadConfig) -> str:
    """The id that `article_from` gives, without reading the rest."""
    return _plain(_first(fields, _plan(tuple(fields), config.map, ours=False)[0])).strip()


@lru_cache(maxsize=1_000)
def _plan(keys: tuple[str, ...], pairs: tuple[str, ...], ours: bool) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """For each article field the ways to it in a table with these keys, best first."""
    mapped = read_map(pairs)
    here = set(keys)
    plan = []
    for field, names in NAMES.items():
        way = mapped.get(field)
        told = [(".".join(way),) if ".".join(way) in here else way] if way else []
        plan.append((*told, *((name,) for name in names if name in here and (ours or not told))))
    return tuple(plan)


def _first(fields: Mapping[str, Any], ways: tuple[tuple[str, ...], ...]) -> Any:  # noqa: ANN401  # a field has any type
    for way in ways:
        value = fields.get(way[0])
        for step in way[1:]:
            value = value.get(step) if isinstance(value, Mapping) else None
        if value is not None and value != "":
            return value
    return None


def authors_of(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Names of authors from a string, a list of strings, or a list of objects with a name."""
    if value is None:
        return ()
    if isinstance(value, str):
        value = value.replace(" and ", ";").split(";")
    elif isinstance(value, Mapping) or not isinstance(value, Iterable):
        value = [value]
    names = (_line(_named(one)).removeprefix("By ").removeprefix("by ").strip() for one in value)
    return tuple(dict.fromkeys(filter(None, names)))


def _named(value: Any) -> Any:  # noqa: ANN401
    """The name of an object such as `{"name": "Reuters"}`, or of the first of a list."""
    while isinstance(value, list | tuple) and value:
        value = value[0]
    if isinstance(value, Mapping):
        return value.get("name") or value.get("title") or value.get("literal") or ""
    return value


def _plain(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return "\n\n".join(_plain(part) for part in value)
    return "" if value is None or isinstance(value, Mapping) else str(value)


def _line(value: Any) -> str:  # noqa: ANN401
    text = _plain(value)
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return repair(" ".join(text.split()))[0]
