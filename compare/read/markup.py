"""Text of an HTML fragment, block by block, as feeds, wire formats and mails carry it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav "
    "ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset("script style template noscript svg head title iframe object".split())
_LOOKS = re.compile(
    r"</?(?:p|br|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|img|table|figure)\b[^<>]{0,2000}>", re.IGNORECASE
)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the base's form
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(" ".join(("x" + data + "x").split())[1:-1])


def text_of(fragment: str) -> str:
    """The fragment's text, a paragraph per line; the fragment itself where it holds no markup.

    >>> text_of("<p>One &amp; two.</p><p>Three.</p>")
    'One & two.\\nThree.'
    """
    if not _LOOKS.search(fragment):
        return fragment.strip()
    reader = _Text()
    reader.feed(fragment)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)
