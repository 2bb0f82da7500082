"""Unicode's normal forms, in time that grows with the text whatever marks are heaped on a letter."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Literal
from unicodedata import combining, normalize

_HEAP = re.compile(r"[^\w\s\x00-\x7f][^\w\s\x00-\x7f]{30,}")
"""Where marks may be more than any writing heaps on a letter (30: UAX #15, Stream-Safe Text Format)."""


def normal_form(text: str, form: Literal["NFC", "NFKD"] = "NFC") -> str:
    """What `unicodedata.normalize` gives, which alone sorts marks by insertion: on two megabytes of them for an hour.

    >>> normal_form("e\\u0301") == "é"
    True
    """
    if text.isascii():
        return text
    return normalize(form, _HEAP.sub(lambda heap: _in_order(heap.group()), text))


def _in_order(heap: str) -> str:
    """The same marks, taken apart and sorted by their class, as every normal form wants them."""
    apart = "".join(normalize("NFD", character) for character in heap)
    runs = groupby(apart, key=lambda character: combining(character) > 0)
    return "".join("".join(sorted(run, key=combining) if are_marks else run) for are_marks, run in runs)
