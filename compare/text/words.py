"""Words with a written and a compared form; the span always counts in the original text."""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from compare.model import Span
from compare.text.folding import DOTTED, TENS, forms, stem_of
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
_ACROSS = re.compile(r" (?:[0-9](?<=[A-Z]{2} [0-9])|[A-Z](?<=[0-9] [A-Z]))")
"""A space that a word may reach over (CCPCJ 34), or behind which stands what says whether one does (UN-12 March)."""
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
_SPECIAL = frozenset(_FIRSTS_OF) | frozenset(DOTTED) | {"may"}


def split_words(text: str, span: Span, language: str = "en") -> tuple[Word, ...]:
    """The words of `text[span.start:span.end]`, in order, with spans that count in `text`."""
    said = text[span.start : span.end]
    if _is_wide(said):
        return _split_wide(text, span, language)
    found: list[Word] = []
    known, at = _known(language), span.start
    for piece in [said] if _ACROSS.search(said) else said.split(" "):
        alone = known[piece]
        if alone:
            for start, end, written, folded, stem in alone.words:
                found.append(_new((at + start, at + end, written, folded, stem)))
        else:
            for match in _WORD.finditer(piece):
                _add(found, text, at + match.start(), match.group(), language)
        at += len(piece) + 1
    return tuple(found)


def split_forms(text: str, span: Span, language: str = "en") -> tuple[Form, ...]:
    """The forms of `split_words`, for what asks for no places, in a third of the time."""
    said = text[span.start : span.end]
    if not _is_wide(said) and not _ACROSS.search(said):
        pieces = list(map(_known(language).__getitem__, said.split(" ")))
        if None not in pieces:
            return tuple(chain.from_iterable([piece.forms for piece in pieces if piece]))
    return tuple(Form(*word[2:]) for word in split_words(text, span, language))


_new = partial(tuple.__new__, Word)  # a third of the time of Word(...), and every later stage begins with all words


class _Piece(NamedTuple):
    """What stands between two spaces, as words in their places in it, and as forms."""

    words: tuple[Word, ...]
    forms: tuple[Form, ...]


@cache
def _known(language: str) -> Table[_Piece | None]:
    """The words of each piece; None where they depend on what stands around it."""
    return Table(partial(_read_piece, language))


def _read_piece(language: str, piece: str) -> _Piece | None:
    words = tuple(word for m in _WORD.finditer(piece) for word in _alone(m.start(), m.group(), language))
    if " " in piece or (language == "en" and any(map(_looks_around, words))):
        return None
    return _Piece(words, tuple(Form(*word[2:]) for word in words))


def _is_wide(said: str) -> bool:
    return not said.isascii() and _NEEDS_WIDE.search(said) is not None


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
    words = _alone(start, written, language)
    if language == "en" and len(words) == 1 and _looks_around(words[0]):
        words = [_special(text, found, words[0])]
    found += words


def _alone(start: int, written: str, language: str) -> list[Word]:
    """The word, or the two that an apostrophe joins, whatever stands around."""
    parts = forms(written.replace(" ", "").replace("-", "") if written[-1].isdigit() else written, language)
    if len(parts) == 1:
        return [Word(start, start + len(written), written, *parts[0][2:])]
    return [Word(start + a, start + b, written[a:b], folded, stem) for a, b, folded, stem in parts]


def _looks_around(word: Word) -> bool:
    """Whether the word may be one with the word before, or an abbreviation, or a month."""
    return word.folded in _SPECIAL or word.written.lower() in _UNITS


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
