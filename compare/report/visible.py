"""What an article hides is shown: invisible and direction-changing characters as marks, hostile links as none."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u061c\u180e\u200b\u200e\u200f"  # soft hyphen, marks of direction, zero-width space
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # overrides, isolates, joiners, byte order mark
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, tag characters
    "|(?<![\u0300-\U0010ffff])[\u200c\u200d]"  # joiners where no script that needs them stands before
)


def visible(text: str) -> str:
    """The text with each hidden character as its code point in angle brackets, line ends as spaces.

    Joiners stay where they shape letters (Persian, Indic scripts, emoji).

    >>> visible("abc" + chr(0x202E) + "def")
    'abc⟨U+202E⟩def'
    """
    if text.isprintable():
        return text  # no hidden character is: most texts are read no further
    return _HIDDEN.sub(lambda m: f"⟨U+{ord(m.group()):04X}⟩", text).replace("\r", " ").replace("\n", " ")


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: a lone surrogate becomes its escape.

    >>> storable("a" + chr(0xD800))
    'a\\\\ud800'
    """
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def direction(text: str) -> str:
    """How the text runs: rtl if its first letter with a direction runs from right to left, else ltr.

    >>> direction("“سد”"), direction("2025: dam")
    ('rtl', 'ltr')
    """
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    return "ltr" if next(strong, "L") == "L" else "rtl"


def web_link(url: str) -> str:
    """The address if it is plain http or https, else nothing; nor one with a name before an @, which misleads."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    plain = parts.scheme in ("http", "https") and parts.netloc and "@" not in parts.netloc
    return url if plain and not _HIDDEN.search(url) else ""


def shortened(text: str, length: int) -> str:
    """At most `length` characters, cut at a space where there is one, with an ellipsis."""
    if len(text) <= length:
        return text
    head = text[:length]
    return (head.rsplit(" ", 1)[0] if " " in head[length // 2 :] else head) + "…"
