"""Lines by which a page announces other stories, and which of the lines under them are those stories.

Headlines under such a line are told by their form (`roles`). A whole sentence under it may be the report going on: it
is another story's where it stands alone and has next to no word, no name and no figure of the report above.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Set
from functools import cache
from pathlib import Path

from compare.text.folding import every_stop_word, fold
from compare.text.furniture import announces_in_english
from compare.text.tails import opens_with_reference

_LONGEST = 80
"""Characters of a line that announces others, and of a label before a colon."""
_LONGEST_TEASED = 300
"""Characters of a line that announces a story and names it after a colon."""
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
_LABEL = re.compile(r"^(.{2,40}?)\s?[:：>|»]\s?\S")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{3,}")
_NAME = re.compile(r"(?<=[^\s.!?:;“\"‘»«] )[^\W\d_a-z][^\W\d_]{2,}")
"""A word with a capital that opens no sentence."""
_FIGURE = re.compile(r"\d[\d.,]*\d")
_STEM = 6
"""Letters of a word that are compared."""
_SHARED = 0.12
"""Share of the words of a line that another story's may have in common with the report."""
_FEWEST = 4
"""Words without which a line is too short to be told from the report."""


def announces_others(line: str) -> bool:
    """Whether a line by itself announces other stories, so that what stands under it is theirs."""
    return len(line) <= _LONGEST and (announces_in_english(line) or _plain(_MARKS.sub("", line)) in _labels())


def announces_one(line: str) -> bool:
    """Whether a line announces another story and names it: "Lea también: …", "相关阅读：…"; English is furniture's."""
    found = _LABEL.match(line) if len(line) <= _LONGEST_TEASED else None
    return found is not None and _plain(_MARKS.sub("", found.group(1))) in _labels()


def tells_another(line: str, report: Set[str]) -> bool:
    """Whether a line that such a line announces is no part of the report, of which these are the words."""
    words = words_of(line)
    if len(words) < _FEWEST or opens_with_reference(line):
        return False
    shared = words & report
    telling = words_of(" ".join(_NAME.findall(line) + _FIGURE.findall(line)))
    return len(shared) <= _SHARED * len(words) and not shared & telling


def words_of(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, cut to their stems; its figures; pairs of unspaced characters."""
    said = set(_WORD.findall(unicodedata.normalize("NFC", text.lower())))
    words = map(fold, said - every_stop_word())
    signs = "".join(sign if _UNSPACED.match(sign) else " " for sign in text).split()
    pairs = (run[at : at + 2] for run in signs for at in range(len(run) - 1))
    return frozenset({word[:_STEM] for word in words}.union(pairs, _FIGURE.findall(text)))


def _plain(label: str) -> str:
    """Lower case without accents and marks, white space folded."""
    decomposed = unicodedata.normalize("NFKD", label.casefold())
    return " ".join("".join(sign for sign in decomposed if not unicodedata.combining(sign)).split())


@cache
def _labels() -> frozenset[str]:
    table = tomllib.loads(Path(__file__).with_name("data").joinpath("announces.toml").read_text("utf-8"))
    return frozenset(_plain(label) for labels in table.values() for label in labels)
