"""Mail: the message that was meant to be read, with its headers as metadata."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.message import MIMEPart
from typing import Any

from compare.config import ReadConfig
from compare.errors import LimitExceeded, ReadError
from compare.model import Article, Unread
from compare.read.decode import decode
from compare.read.fields import article_from
from compare.read.file import SourceFile
from compare.read.markup import text_of

_LONGEST_HEAD = 100_000
_MOST_LINES = 1_000
_FALLS_OVER = (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError, MessageError)
"""What the standard library's parser raises over some broken addresses, dates and parameters."""


def read_mail(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """One article: the plain part, else the HTML part; its headers are the metadata (Organization is the source)."""
    try:
        fields, notes = _fields(file)
    except _FALLS_OVER as error:
        raise ReadError(file.path, "headers that cannot be read") from error
    yield article_from(fields, config, file.path, notes, ours=True)


def _fields(file: SourceFile) -> tuple[dict[str, str], list[str]]:
    head = file.content.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if len(head) > _LONGEST_HEAD or head.count(b"\n") > _MOST_LINES or file.content.count(b"\n--") > _MOST_LINES:
        raise LimitExceeded(file.path, "more headers or parts than a mail has")
    message = email.message_from_bytes(file.content, policy=email.policy.default)
    if not message.keys():
        raise ReadError(file.path, "no mail: it has no headers")
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise ReadError(file.path, "no text in the mail")
    text, notes = decode(_content(part), file.path, part.get_content_charset("") or "")
    if part.get_content_type() == "text/html":
        text = text_of(text)
    address = message["from"].addresses[0] if message["from"] and getattr(message["from"], "addresses", ()) else None
    fields = {
        "text": text.strip(),
        "title": str(message["subject"] or ""),
        "authors": (address.display_name or address.addr_spec) if address else "",
        "source": str(message["organization"] or ""),
        "published": str(message["date"] or ""),
        "url": str(message["archived-at"] or "").strip("<> "),
        "language": str(message["content-language"] or part["content-language"] or ""),
    }
    return {**{name: str(value) for name, value in message.items()}, **fields}, notes


def _content(part: MIMEPart[Any, Any]) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else str(payload or "").encode()
