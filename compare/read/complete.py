"""What the text and the folder say of an article that its file does not: date prefix, agency, byline, headline."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.model import Article
from compare.text.credits import is_signature, signed_by
from compare.text.dateline import OPENING_LINES, find_dateline, opening_dateline
from compare.text.furniture import ends_as_sentence, is_byline, why_caption, why_furniture
from compare.text.tails import end_mark

_SENTENCE = re.compile(r"(?<=[.!?…\"”’)])\s+")
_OPENING = 4_000
_LONGEST_HEADLINE = 220
_LONGEST_REPORT = 1_000_000


def complete(article: Article, folder: str = "", own_title: bool = True) -> Article:
    """Fill empty fields from the text itself, then the source from the name of the folder.

    `own_title` is False for plain text, whose first line may be its headline.
    """
    if article.source and article.published and (article.title or own_title):
        return article
    lines = [line.strip() for line in article.text[:_OPENING].split("\n") if line.strip()][:OPENING_LINES]
    opening = opening_dateline(article.text[:_OPENING])
    title = "" if own_title or article.title else _headline(lines)
    byline = next((line for line in lines if is_byline(line)), "")
    agency = (opening.agency if opening else "") or "/".join(_signed(article.text))
    return replace(
        article,
        title=article.title or title,
        source=article.source or agency or folder,
        authors=article.authors or _names(byline),
        published=article.published or (opening.day if opening else None),
    )


def _headline(lines: list[str]) -> str:
    first = lines[0] if len(lines) > 1 else ""
    if len(first) > _LONGEST_HEADLINE or ends_as_sentence(first) or find_dateline(first):
        return ""
    return "" if is_byline(first) or why_caption(first) or why_furniture(first) else first


def _signed(text: str) -> tuple[str, ...]:
    mark = end_mark(text) if len(text) < _LONGEST_REPORT else None
    last = text[: mark[0] if mark else None].rstrip()[-300:].rsplit("\n", 1)[-1]
    closing = _SENTENCE.split(last)[-1]
    return signed_by(closing) if is_signature(closing) else ()


def _names(byline: str) -> tuple[str, ...]:
    names = re.sub(r"^by:?\s+", "", byline, flags=re.IGNORECASE)
    names = re.split(r",| \|| - | – | — | in | for ", names.replace(" and ", ";").replace(" AND ", ";"), maxsplit=1)[0]
    return tuple(name.strip() for name in names.split(";") if name.strip())
