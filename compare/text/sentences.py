"""Sentence spans in the original text: lines first, then sentencex."""

from __future__ import annotations

import re

import sentencex

from compare.model import Sentence, Span

_LINE = re.compile(r"[^\n]+")
_HAS_WORD = re.compile(r"\w")


def split_sentences(text: str, language: str = "en") -> list[Sentence]:
    """Sentences of `text` in order, each with `text[span.start:span.end] == sentence.text`.

    A newline always ends a sentence; fragments without a word character are left out. Roles are all body: an article's
    roles come from `compare.text.witness.read_witness`, over these same sentences.
    """
    found = []
    for line in _LINE.finditer(text):
        at = line.start()
        for piece in sentencex.segment(language, line.group()):
            start = text.index(piece, at)
            at = start + len(piece)
            lead = len(piece) - len(piece.lstrip())
            inner = piece.strip()
            if _HAS_WORD.search(inner):
                found.append(Sentence(Span(start + lead, start + lead + len(inner)), inner))
    return found
