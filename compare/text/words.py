"""Words with a written and a compared form; the span always counts in the original text."""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from compare.model import Span
from compare.text.folding import DOTTED, TENS, forms, stem_of

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03"
    "\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57"
    "\u0dca-\u0ddf\u102b-\u103e\u17b4-\u17d3"
)
_UNSPACED = "\u0e00-\u0e4e\u0e81-\u0ecd\u3005\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD_OF = (
    r"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?"  # U.N., U.S
    r"|\d+(?:[.,:\u00a0\u202f]\d+)*(?:(?:st|nd|rd|th)\b)?"  # 1,098 and 34th
    r"|[A-Z]{{2,6}}[ -]\d{{1,3}}(?![\d%]|[.,]\d| (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"  # CCPCJ 34
    r"|{letter}+(?:['’]{letter}+)?\d*|%|\w"
)
# What is met most goes first; of the forms above only the general one begins with two letters, the first small.
_SMALL = r"[a-z]{letter}+(?:['’]{letter}+)?\d*|"
_WORD = re.compile(f"({_SMALL}{_WORD_OF})".format(letter=r"[^\W\d_]"))
_ASCII = re.compile(f"({_SMALL}{_WORD_OF})".format(letter="[A-Za-z]"), re.ASCII)
_WIDE = re.compile(
    f"(?P<unspaced>[{_UNSPACED}])|" + _WORD_OF.format(letter=rf"(?:(?![{_UNSPACED}])[^\W\d_]|[{_MARKS}])")
)
_NEEDS_WIDE = re.compile(f"[{_MARKS}{_UNSPACED}]")
_KEPT = 100_000
"""Distinct written words whose forms are kept for each language."""
_DAY = re.compile(r" \d")
_JOINT = re.compile(r"[ \u00a0-]?")


class Word(NamedTuple):
    """A word of an article: as written, folded (lower case, no accents, U.N. → un, five → 5), and its stem.

    `stem` is the compared form; it is empty for a stop word. A name that is also written as one word is one word
    (`Viet Nam` → vietnam); what an apostrophe joins is two (`could|n't` → could, not). In scripts without spaces every
    character is a word, and its stem is the bigram that it begins.
    """

    start: int
    end: int
    written: str
    folded: str
    stem: str

    @property
    def span(self) -> Span:
        """Where the word stands in its article."""
        return Span(self.start, self.end)

    @property
    def is_number(self) -> bool:
        """True where the word is written in digits."""
        return self.written[:1].isdigit()


def _compounds() -> dict[str, frozenset[str]]:
    """Second part → first parts of the names in `data/compounds.txt`."""
    pairs: dict[str, set[str]] = {"cent": {"per"}}
    for line in Path(__file__).with_name("data").joinpath("compounds.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second = line.split()
            pairs.setdefault(second, set()).add(first)
    return {second: frozenset(firsts) for second, firsts in pairs.items()}


_FIRSTS_OF = _compounds()
_UNITS = frozenset(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth".split()
)
_UNIT_FORMS = frozenset({*map(str, range(2, 10)), "3rd", *(f"{n}th" for n in range(4, 10))})
_SPECIAL = frozenset(_FIRSTS_OF) | _UNITS | _UNIT_FORMS | frozenset(DOTTED) | {"may"}


def split_words(text: str, span: Span, language: str = "en") -> tuple[Word, ...]:
    """The words of `text[span.start:span.end]`, in order, with spans that count in `text`."""
    said = text[span.start : span.end]
    is_ascii = said.isascii()
    if not is_ascii and _NEEDS_WIDE.search(said):
        return _split_wide(text, span, language)
    parts = (_ASCII if is_ascii else _WORD).split(said)  # what stands between, a word, what stands between, ...
    edges = list(accumulate(map(len, parts), initial=span.start))
    starts, ends, written = edges[1:-1:2], edges[2::2], parts[1::2]
    alone = list(map(_known(language).__getitem__, written))
    words = list(map(_new, zip(starts, ends, written, *zip(*alone, strict=True), strict=True)))
    found: list[Word] = []
    done = 0
    for at in [n for n, compared in enumerate(alone) if compared == _DEPENDS] if _DEPENDS in alone else ():
        found += words[done:at]
        _add(found, text, starts[at], written[at], language)
        done = at + 1
    return (*found, *words[done:])


_new = partial(tuple.__new__, Word)  # a third of the time of Word(...), and every later stage begins with all words


_DEPENDS = ("", "")


class _Known(dict[str, tuple[str, str]]):
    """Written → compared forms of a word that is one word whatever stands around it; `_DEPENDS` where that counts."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, written: str) -> tuple[str, str]:
        if len(self) >= _KEPT:
            self.clear()
        parts = forms(written, self.language)
        special = self.language == "en" and parts[0][2] in _SPECIAL
        self[written] = _DEPENDS if len(parts) > 1 or special or " " in written or "-" in written else parts[0][2:]
        return self[written]


_known = cache(_Known)


def _split_wide(text: str, span: Span, language: str) -> tuple[Word, ...]:
    """Words of text with combining marks, or in a script without spaces."""
    found: list[Word] = []
    for match in _WIDE.finditer(text, span.start, span.end):
        if match["unspaced"]:
            found.append(_character(text, match.start(), span.end))
        else:
            _add(found, text, match.start(), match.group(), language)
    return tuple(found)


def _add(found: list[Word], text: str, start: int, written: str, language: str) -> None:
    end = start + len(written)
    compared = written.replace(" ", "").replace("-", "") if written[-1].isdigit() else written
    parts = forms(compared, language)
    if len(parts) == 1:
        _, _, folded, stem = parts[0]
        word = Word(start, end, written, folded, stem)
        found.append(_special(text, found, word) if folded in _SPECIAL and language == "en" else word)
    else:
        found += (Word(start + a, start + b, written[a:b], folded, stem) for a, b, folded, stem in parts)


def _character(text: str, at: int, limit: int) -> Word:
    following = text[at + 1 : at + 2] if at + 1 < limit else ""
    bigram = text[at] + following if _NEEDS_WIDE.match(following) else text[at]
    return Word(at, at + 1, text[at], text[at], bigram)


def _special(text: str, found: list[Word], word: Word) -> Word:
    """Join a word to the one before (Viet Nam, twenty-five), or spell an abbreviation out (Gen. → general)."""
    before = found[-1] if found else None
    if before and _JOINT.fullmatch(text, before.end, word.start) is not None:
        joined = _joined(before, word)
        if joined:
            found.pop()
            return Word(before.start, word.end, text[before.start : word.end], joined, stem_of(joined, "en"))
    if word.written == "May" and (_DAY.match(text, word.end) or (before and before.is_number)):
        return word._replace(stem="may")  # the month; the auxiliary is a stop word
    if word.folded in DOTTED and text[word.end : word.end + 1] == "." and word.written[0].isupper():
        meant = DOTTED[word.folded]
        return word._replace(folded=meant, stem=stem_of(meant, "en"))
    return word


def _joined(before: Word, word: Word) -> str:
    """The one form of two words that are one, or ""."""
    if before.folded in _FIRSTS_OF.get(word.folded, ()) and (word.folded == "cent" or before.written[0].isupper()):
        return before.folded + word.folded
    if before.written.lower() in TENS and (unit := word.written.lower()) in _UNITS:
        tens = int(before.folded)
        ending = {"one": "1", "first": "1st", "second": "2nd"}.get(unit, word.folded)
        return str(tens + int(ending[0])) + ending[1:]
    return ""
