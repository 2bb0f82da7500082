"""Words with a written and a compared form; the span always counts in the original text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import Stemmer
from anyascii import anyascii

from compare.model import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?\d*|\w")
_STEMMER = Stemmer.Stemmer("english")
_STOP = frozenset(
    "a an the and or but of to in on at for from by with as is are was were be been being it its this that these those "
    "which who whom whose he she they his her their him them we i you our your not no will would can could has have had "
    "do does did s t into than there here".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an article: as written, folded (lower case, no accents, U.N. → un, 1,000 → 1000), and its stem.

    `stem` is the compared form; it is empty for a stop word.
    """

    span: Span
    written: str
    folded: str
    stem: str

    @property
    def is_number(self) -> bool:
        """True where the word is written in digits."""
        return self.written[:1].isdigit()


def split_words(text: str, span: Span, language: str = "en") -> tuple[Word, ...]:
    """The words of `text[span.start:span.end]`, in order, with spans that count in `text`."""
    return tuple(
        Word(Span(*m.span()), m.group(), *_forms(m.group())) for m in _WORD.finditer(text, span.start, span.end)
    )


@lru_cache(maxsize=200_000)
def _forms(written: str) -> tuple[str, str]:
    folded = anyascii(written).lower().removesuffix("'s")
    folded = folded.replace(",", "") if folded[:1].isdigit() else folded.replace(".", "")
    return folded, "" if folded in _STOP else _STEMMER.stemWord(folded)
