"""Full stops that end no sentence: abbreviations after which something always follows, initials, ordinals."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from compare.text.folding import stop_words

_LAST = re.compile(r"(?:^|[\s.,(\[\"“‘«„'’/])([^\s\d.,()\[\]\"“‘«„'’/]+)\.\s*$")
_FIGURE = re.compile(r"\s*\d")
# One capital, or several with hyphens, between a capitalised word and another: "via G. Mazzini", "J.-P. Martin".
_INITIAL = re.compile(r"[^\W\d_]\.(?:-[^\W\d_]\.)*\s$")
_INSIDE = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")
_NAME = re.compile(r"[^\W\d_]+")
# An ordinal, which a German article or preposition tells.
_GERMAN_ORDINAL = re.compile(
    r"(?i:(?:^|\s)(?:d(?:er|ie|as|em|en|es)|[ai]m|vom|zu[mr]|beim|bis|ab|seit|[kms]?ein(?:e[mnrs]?)?"
    r"|(?:ihr|unser|jed|dies)e[mnrs]?)\s\d{1,3}\.\s*$)"
)
# A letter for a title: "د. أحمد", "أ. د. محمود"; behind a figure it is one for a unit or an hour.
_ARABIC_TITLE = re.compile(r"(?:^|[^\d\s٠-٩]\s|\s[^\w\s])(?:[\u0621-\u064a]\.\s?)+$")
_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur"})
_DANDA = "।"
_NEAR = 400
"""Characters to either side in which a text that uses dandas has one."""


def is_open(line: str, start: int, at: int, language: str) -> bool:
    """Whether the full stop before `at` belongs to a word of the sentence that began at `start`, which goes on."""
    before = line[max(start, at - 24) : at]
    last = _LAST.search(before)
    if last and _is_abbreviation(last[1], bool(_FIGURE.match(line, at)), language):
        return True
    if line[at - 1] == "." and line[at : at + 1].strip() and _INSIDE.search(before):
        return True  # "D-N.Y."
    if not line.isascii() and before.rstrip().endswith(".") and _DANDA in line[max(0, at - _NEAR) : at + _NEAR]:
        return True  # what ends with dandas has full stops behind abbreviations alone
    if language == "de":
        return bool(_GERMAN_ORDINAL.search(before))
    if language in _ARABIC_SCRIPT:
        return bool(_ARABIC_TITLE.search(before))
    return language != "en" and _is_initial(line, before, at, language)  # sentencex knows the initials of English


def _is_abbreviation(word: str, figure: bool, language: str) -> bool:
    return any(word in opened or (figure and word in counted) for opened, counted in map(_known, ("any", language)))


@cache
def _known(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The abbreviations of `data/abbreviations.toml`: those that are open, those that are before figures."""
    lists = _table().get(language, {})
    return frozenset(lists.get("open", "").split()), frozenset(lists.get("before_figures", "").split())


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("data").joinpath("abbreviations.toml").read_text("utf-8"))


def _is_initial(line: str, before: str, at: int, language: str) -> bool:
    """Whether a lone capital is a name's: the next word has a capital too and is no function word ("serie A. Il …")."""
    initial, following = _INITIAL.search(before), _NAME.match(line, at)
    if not initial or not following or not following[0][0].isupper():
        return False
    alone = initial.start() == 0 or not before[initial.start() - 1].isalnum()
    return alone and initial[0][0].isupper() and following[0].lower() not in stop_words(language)
