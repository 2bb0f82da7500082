"""Markdown, with its front matter: the marks are taken off, the words and paragraphs stay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from compare.config import ReadConfig
from compare.errors import ReadError
from compare.model import Article, Unread
from compare.read.decode import decode
from compare.read.fields import article_from
from compare.read.file import SourceFile
from compare.read.sidecar import table_of

_YAML = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?: \"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*_])")
_QUOTE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_WIDEST_WRAP = 120
_HARD_WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n#>|*+\-\d\s])")


def read_markdown(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """One article; front matter (YAML or TOML) gives its metadata, a first heading its title."""
    text, notes = decode(file.content, file.path)
    fields, body = _front_matter(text, file.path)
    article = article_from(fields, config, file.path, notes, ours=True)
    heading = _HEADING.match(body.lstrip("\n"))
    if heading and (not article.title or article.title == _plain(heading[1])):
        article = replace(article, title=_plain(heading[1]))
        body = body.lstrip("\n")[heading.end() :]
    yield replace(article, text=_plain(body).strip())


def _front_matter(text: str, path: str) -> tuple[Mapping[str, Any], str]:
    yaml, toml = _YAML.match(text), _TOML.match(text)
    if yaml:
        fields = dict(table_of(yaml[1], path))
        fields.pop("text", None)
        return fields, text[yaml.end() :]
    if toml:
        try:
            return tomllib.loads(toml[1]), text[toml.end() :]
        except tomllib.TOMLDecodeError as error:
            raise ReadError(path, f"front matter that cannot be read: {error}") from error
    return {}, text


def _plain(body: str) -> str:
    body = _IMAGE.sub("", body)
    body = _LINK.sub(r"\1", body)
    body = _HEADING.sub(r"\1", body)
    body = _EMPHASIS.sub(r"\2", body)
    body = _QUOTE.sub("", body)
    if max(map(len, body.split("\n"))) <= _WIDEST_WRAP:  # else every line is a paragraph
        body = _HARD_WRAP.sub(" ", body)
    return re.sub(r"\n{3,}", "\n\n", body)
