"""The tokens of a whole folder as arrays of whole numbers, so that features are counted by numpy and not word by word.

`compare.text.words` gives every word its span and is read a story at a time; a folder of ten thousand articles asks for
no spans, so here each written form is looked at once, through that same tokeniser, and the rest is array work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from compare.cluster.arrays import Ints, Octets
from compare.text.folding import forms
from compare.text.normal_form import normal_form

CAPITAL, NUMBER, STOP, SHORT, EVENT, SYLLABLE = 1, 2, 4, 8, 16, 32
"""What a token is: capitalised; digits; a function word; one letter; acronym with number (COP28); read in pairs."""
BOUNDARY = 0
"""Token id of the end of a sentence."""

_END = r"[.!?…]+[\"”’)\]]*\s+(?=[\"“‘(\[]*[A-ZÀ-Ý0-9Đ])|[。！？؟]|\n+"
_WORD = (
    r"[A-Z]{2,8}[ -]?\d{1,3}(?![\d.,]*\d)|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"|[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?:['’][^\W\d_]+)?\d{0,3}|[^\W_]"
)
_NOTHING = r"[.!?…]+"  # taken whole: looked at from each of its dots, a megabyte of dots would take days
_TOKEN = re.compile(f"({_END}|{_WORD})|{_NOTHING}")
_BEGIN_END = frozenset(".!?…。！？؟\n")
"""Signs with which the end of a sentence begins, and no word."""
_NO_SPACES = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass
class Vocabulary:
    """Numbers for written forms. `written[i]` is token i as it stands, `folded[i]` without case and accents,
    `keys[i]` its compared form (stem, number, event), `flags[i]` its kind."""

    keys: list[str] = field(default_factory=lambda: [""])
    folded: list[str] = field(default_factory=lambda: [""])
    written: list[str] = field(default_factory=lambda: [""])
    flags: list[int] = field(default_factory=lambda: [STOP])
    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)

    def number(self, written: str, language: str) -> int:
        """The token id of a written form in a language."""
        return self.number_all([written], language)[0]

    def number_all(self, written: Sequence[str], language: str) -> list[int]:
        """The token ids of written forms and ends of sentences, one after the other; each form is looked at once."""
        known = self._numbers.setdefault(language, {})
        for form in dict.fromkeys(written):
            if form not in known:
                known[form] = BOUNDARY if form[0] in _BEGIN_END else self.add(form, language)
        return list(map(known.__getitem__, written))

    def known(self) -> Iterator[tuple[tuple[str, str], int]]:
        """Every written form with its language, and its token id."""
        for language, numbers in self._numbers.items():
            yield from (((written, language), token) for written, token in numbers.items() if token != BOUNDARY)

    def add(self, written: str, language: str) -> int:
        """A new token id."""
        key, folded, flags = _look_at(written, language)
        self.written.append(written)
        self.keys.append(key)
        self.folded.append(folded)
        self.flags.append(flags)
        return len(self.keys) - 1


def read_tokens(text: str, language: str, vocabulary: Vocabulary) -> list[int]:
    """Token ids of a text in reading order, `BOUNDARY` between sentences."""
    return vocabulary.number_all(list(filter(None, _TOKEN.findall(normal_form(text)))), language)


def _look_at(written: str, language: str) -> tuple[str, str, int]:
    """Compared form, folded form and flags of a written form."""
    capital = CAPITAL if written[0].isupper() else 0
    if written[0].isdigit():
        return written.lower(), written.lower(), NUMBER
    if written[-1].isdigit():
        event = written.replace(" ", "").replace("-", "").lower()
        return event, event, capital | (EVENT if written[:2].isupper() else 0)
    if _NO_SPACES.match(written):
        return written, written, SYLLABLE
    *_, (_, _, folded, stem) = sorted(forms(written, language), key=lambda part: bool(part[3]))
    if language == "vi":
        whole = written.lower()
        return whole, whole, capital | SYLLABLE | (0 if stem else STOP)
    if folded[:1].isdigit():
        return folded, folded, NUMBER
    return stem, folded, capital | (0 if stem else STOP) | (SHORT if len(folded) < 2 else 0)


def are_written_together(first: str, second: str) -> bool:
    """Whether no space stands between two tokens: signs of a script without spaces, and figures beside them (3月)."""
    signs = [bool(_NO_SPACES.match(token)) for token in (first, second)]
    return all(signs) or (any(signs) and any(token[:1].isdigit() for token in (first, second)))


def plain(text: str) -> str:
    """The text in lower case and without accents, in its own script."""
    if text.isascii():
        return text.lower()
    parted = normal_form(text.lower().replace("đ", "d").replace("ß", "ss"), "NFKD")
    marks = dict.fromkeys(ord(c) for c in set(parted) if unicodedata.combining(c))
    return parted.translate(marks) if marks else parted


@dataclass(frozen=True)
class Tokens:
    """All tokens of a folder, one after the other: id, article, position in words from 0, running sentence number."""

    ids: Ints
    article: Ints
    position: Ints
    sentence: Ints
    flags: Octets
    vocabulary: Vocabulary


def lay_out(folder: Sequence[NDArray[np.int32]], vocabulary: Vocabulary) -> Tokens:
    """The token lists of the articles as one set of arrays, boundaries counted and taken out."""
    sizes = np.array([len(tokens) for tokens in folder], dtype=np.int64)
    ids = np.concatenate([*folder, np.zeros(0, dtype=np.int64)])
    article = np.repeat(np.arange(len(folder)), sizes)
    ends = ids == BOUNDARY
    sentence = np.cumsum(ends) + article
    ids, article, sentence = ids[~ends], article[~ends], sentence[~ends]
    first = np.searchsorted(article, np.arange(len(folder)))
    position = np.arange(len(ids)) - first[article] if len(ids) else ids
    flags = np.array(vocabulary.flags, dtype=np.uint8)[ids]
    return Tokens(ids, article, position, sentence, flags, vocabulary)
