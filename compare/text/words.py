"""Words with a written and a compared form; the span always counts in the original text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from compare.model import Span
from compare.text.folding import DOTTED, TENS, forms, stem_of, stop_words
from compare.text.remembered import Table

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
_WORD = re.compile(_WORD_OF.format(letter=r"[^\W\d_]"))
_ACROSS = re.compile(r" [0-9](?<=[A-Z]{2} [0-9])")
"""A space that a word may reach over: CCPCJ 34."""
_DEPENDS = re.compile(r"May|[A-Z]{2}-[0-9]{1,3}$")
"""What is read otherwise beside a figure (May 5) or a month (UN-12 March)."""
_WIDE = re.compile(
    f"(?P<unspaced>[{_UNSPACED}])|" + _WORD_OF.format(letter=rf"(?:(?![{_UNSPACED}])[^\W\d_]|[{_MARKS}])")
)
_NEEDS_WIDE = re.compile(f"[{_MARKS}{_UNSPACED}]")
_DAY = re.compile(r" \d")
_JOINT = re.compile(r"[ \u00a0-]?")


class Form(NamedTuple):
    """A word wherever it stands: as written, folded (lower case, no accents, U.N. → un, five → 5), and its stem.

    `stem` is the compared form; it is empty for a stop word. A name that is also written as one word is one word
    (`Viet Nam` → vietnam); what an apostrophe joins is two (`could|n't` → could, not). In scripts without spaces every
    character is a word, and its stem is the bigram that it begins.
    """

    written: str
    folded: str
    stem: str

    @property
    def is_number(self) -> bool:
        """True where the word is written in digits."""
        return self.written[:1].isdigit()


class Word(NamedTuple):
    """A word in its place: where it starts and ends in its article, and its form, as in `Form`."""

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
_FIRSTS = frozenset().union(*_FIRSTS_OF.values())


def split_words(text: str, span: Span, language: str = "en") -> tuple[Word, ...]:
    """The words of `text[span.start:span.end]`, in order, with spans that count in `text`."""
    at = span.start
    found: list[Word] = []
    for size, words, _ in _read(text[span.start : span.end], language):
        for start, end, written, folded, stem in words:
            found.append(_new((at + start, at + end, written, folded, stem)))
        at += size + 1
    return tuple(found)


def split_forms(text: str, span: Span, language: str = "en") -> tuple[Form, ...]:
    """The forms of `split_words`, for what asks for no places, in a third of the time."""
    return tuple(chain.from_iterable([forms for _, _, forms in _read(text[span.start : span.end], language)]))


_new = partial(tuple.__new__, Word)  # a third of the time of Word(...), and every later stage begins with all words


class _Piece(NamedTuple):
    """A stretch of text between two spaces: its length, its words as if it began the text, and their forms."""

    size: int
    words: tuple[Word, ...]
    forms: tuple[Form, ...]


_OPEN, _TOLD = _Piece(-2, (), ()), _Piece(-1, (), ())
"""What stands for a piece that is not read without those beside it, and for one that was read with the one before."""


def _read(said: str, language: str) -> list[_Piece]:
    """The text piece by piece; two pieces are one where a word may reach over the space between them."""
    if not _ACROSS.search(said):
        known, between = _known(language), said.split(" ")
        pieces = list(map(known.__getitem__, between))
        for at, piece in enumerate(pieces) if _OPEN in pieces else ():
            if piece is _OPEN:
                pieces[at : at + 2] = known[" ".join(between[at : at + 2])], _TOLD
        if _OPEN not in pieces:
            return pieces
    return [_piece(said, (_words if _is_spaced(said) else _wide_words)(said, language))]


@cache
def _known(language: str) -> Table[_Piece]:
    """What is between two spaces → its words."""
    return Table(partial(_read_piece, language))


def _read_piece(language: str, between: str) -> _Piece:
    if not _is_spaced(between) or _DEPENDS.search(between):
        return _OPEN
    words = _words(between, language)
    is_open = words and words[-1].end == len(between) and _may_go_on(words[-1], language)
    return _OPEN if is_open else _piece(between, words)


def _piece(said: str, words: Sequence[Word]) -> _Piece:
    return _Piece(len(said), tuple(words), tuple(Form(*word[2:]) for word in words))


def _words(said: str, language: str) -> list[Word]:
    found: list[Word] = []
    for match in _WORD.finditer(said):
        _add(found, said, match.start(), match.group(), language)
    return found


def _is_spaced(said: str) -> bool:
    return said.isascii() or not _NEEDS_WIDE.search(said)


def _wide_words(said: str, language: str) -> list[Word]:
    """Words of text with combining marks, or in a script without spaces."""
    found: list[Word] = []
    for match in _WIDE.finditer(said):
        if match["unspaced"]:
            found.append(_character(said, match.start(), language))
        else:
            _add(found, said, match.start(), match.group(), language)
    return found


def _add(found: list[Word], said: str, start: int, written: str, language: str) -> None:
    """Add a word, or the two that an apostrophe joins."""
    parts = forms(written.replace(" ", "").replace("-", "") if written[-1].isdigit() else written, language)
    if len(parts) == 1:
        word = Word(start, start + len(written), written, *parts[0][2:])
        found.append(_special(said, found, word) if language == "en" else _with_first(said, found, word))
    else:
        found += (Word(start + a, start + b, written[a:b], folded, stem) for a, b, folded, stem in parts)


def _character(said: str, at: int, language: str) -> Word:
    """A character of a script without spaces; two function words side by side, or parts of one, are not compared."""
    following = said[at + 1 : at + 2]
    bigram = said[at] + following if _NEEDS_WIDE.match(following) else said[at]
    return Word(at, at + 1, said[at], said[at], "" if stop_words(language).issuperset(bigram) else bigram)


def _may_go_on(word: Word, language: str) -> bool:
    """Whether the word after a space may be one with this one."""
    if language != "en":
        return word.written[0].isupper() and word.folded in _FIRSTS
    return word.folded in _FIRSTS or word.written.lower() in TENS


def _with_first(said: str, found: list[Word], word: Word) -> Word:
    """The word, or the name that it is the second part of (Viet Nam); both parts have their capitals."""
    before = found[-1] if found else None
    if (
        before
        and word.written[0].isupper()
        and before.written[0].isupper()
        and before.folded in _FIRSTS_OF.get(word.folded, ())
        and _JOINT.fullmatch(said, before.end, word.start) is not None
    ):
        found.pop()
        name = before.folded + word.folded
        return Word(before.start, word.end, said[before.start : word.end], name, name)
    return word


def _special(said: str, found: list[Word], word: Word) -> Word:
    """Join a word to the one before (Viet Nam, twenty-five), or spell an abbreviation out (Gen. → general)."""
    before = found[-1] if found else None
    if before and _may_go_on(before, "en") and _JOINT.fullmatch(said, before.end, word.start) is not None:
        joined = _joined(before, word)
        if joined:
            found.pop()
            return Word(before.start, word.end, said[before.start : word.end], joined, stem_of(joined, "en"))
    if word.written == "May" and (_DAY.match(said, word.end) or (before and before.is_number)):
        return word._replace(stem="may")  # the month; the auxiliary is a stop word
    if word.folded in DOTTED and said[word.end : word.end + 1] == "." and word.written[0].isupper():
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
