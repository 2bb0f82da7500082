"""Sentence spans in the original text: lines first, then sentencex, then mends for what it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import sentencex

from compare.model import Sentence, Span
from compare.text.abbreviations import is_open
from compare.text.dateline import opening_dateline

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# sentencex is quadratic in unclosed quotation marks, and no reader wants a longer sentence.
_LONGEST = 4_000
# A page that lost its line breaks: "Headline without a full stop Friday, July 21, 2017 The first sentence".
_DATE_LINE = re.compile(
    r"(?<=[\w\"”’'?!)]) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December) \d{1,2}, \d{4} (?=[\"“‘]?[A-Z])"
)
_CREDIT = re.compile(r"(?:Image|Photo(?:graph)?|Picture|Credit): (?=[A-Z])")
_OMISSION = re.compile(r"\[(?:\.\.\.|…)\] (?=[A-Z])")
_MARK = r"[•⁃*-]?\s?(\d{1,3}|[a-z])[.)]{1,2}"
_LIST_MARK = re.compile(rf"(?:^|(?<=\s)){_MARK}(?=\s)")
_ONLY_MARK = re.compile(rf"{_MARK}\s*")
# "At 5 p.m. Monday" goes on, "at 5 p.m. He left" does not.
_WHEN = re.compile(
    r"\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Eastern|Central|Mountain|Pacific)\b"
)
# A time and its zone: "at 4:30 p.m. GMT".
_CLOCK = re.compile(r"\d\s?[ap]\.\s?m\.\s*$")
_ZONE = re.compile(r"\s*\(?(?:GMT|UTC|[ECMP][SD]?T|BST|CES?T|EES?T|MSK|IST|ICT|SGT|HKT|JST|KST|AE[SD]T|NZ[SD]T)\b")
# An agency's end mark "./." and a small letter go on with the sentence ("Really? he asked", "1,000 cr. was paid").
_GOES_ON = re.compile(r"\s*(?:/\.|([^\W\d_]+)[\s,.;:!?'’)-])")
# A decimal point with a space behind it, as old wires and scanners print it: "a 6. 1 - magnitude quake".
_POINT = re.compile(r"[^\W\d_]\W{1,3}\d{1,3}\.\s$")
_DECIMALS = re.compile(
    r"\d{1,2}(?: ?%| - [a-z]| (?:per ?cent|million|billion|points?|quake|temblor|on the Richter)\b|[,;)]|\.(?!\d))"
)
_HAS_WORD = re.compile(r"[^\W_]")
_LONE = re.compile("[\ud800-\udfff]")
"""Halves of a character, which no UTF-8 holds: sentencex is given a character of the same length."""
_STRAIGHT = "\"'"
_CLOSING = "」』”’»）"
# A quotation that ends as a sentence does, and its speaker behind it, where no capital tells.
_SPEAKER = {
    "ja": re.compile(r"[とってがをのはにもでや、]"),
    "zh": re.compile(r"[^，。！？；：“”「」\s]{0,8}(?:说|說|道|表示|问|問|喊|称|稱|答)[，。：]"),
    "ko": re.compile(r"[^\W\d_]"),
    "ar": re.compile(r"\s*(?:قال|قالت|أضاف|أضافت|أكد|أكدت|صرح|صرحت|أوضح|أوضحت|تابع|تابعت|سأل|سألت)\b"),
}
# A sentence in brackets of its own: "(Three were absent.) A second vote is due."
_ASIDE = re.compile(r"(?:^|(?<=[.!?] ))\([^\W\d_][^()]{0,400}[.!?]\) (?=[\"“]?([^\W\d_]))")


def split_sentences(text: str, language: str = "en") -> list[Sentence]:
    """Sentences of `text` in order, each with `text[span.start:span.end] == sentence.text`.

    A newline always ends a sentence, and so does the dateline of the report; a quotation of several sentences stays
    whole, with its speaker; fragments without a word character are left out. Roles are all body: an article's roles
    come from `compare.text.witness.read_witness`, over these same sentences.
    """
    language = language or "en"
    dateline = opening_dateline(text)
    begins = dateline.span.end if dateline else -1
    found = []
    for match in _LINE.finditer(text):
        line, offset = match.group(), match.start()
        for start, end in pairwise(_edges(line, language, begins - offset)):
            piece = line[start:end]
            inner = piece.strip()
            if _HAS_WORD.search(inner):
                at = offset + start + len(piece) - len(piece.lstrip())
                found.append(Sentence(Span(at, at + len(inner)), inner))
    return found


def _edges(line: str, language: str, begins: int) -> list[int]:
    """Where the sentences of one line begin and end, end to end; `begins` is where a dateline in it ends."""
    edges = [0]
    if 0 < begins < len(line):
        edges.append(begins)
    for low, high in pairwise(sorted({edges[-1], *(at for at in _forced(line) if at > edges[-1]), len(line)})):
        for cut in _cuts(line, low, high, language):
            at = cut if cut == high else _beside_quotes(line, cut)
            long = at - edges[-1] >= _LONGEST
            if at == high or long or (at > edges[-1] and not _belongs(line, edges[-1], at, language)):
                edges.append(at)
    return edges


def _forced(line: str) -> Iterator[int]:
    """Where a line is cut whatever sentencex says: around a date line, before a credit, before each next list mark."""
    if "day, " in line:
        for date in _DATE_LINE.finditer(line):
            yield from (date.start() + 1, date.end())
    if ": " in line:
        for credit in _CREDIT.finditer(line):
            before = line[max(0, credit.start() - 2) : credit.start()]
            if before == ". " or (before[:1].isalnum() and before.endswith(" ")):
                yield credit.start()
    if "] " in line:
        yield from (omission.end() for omission in _OMISSION.finditer(line))
    if ".) " in line or "!) " in line or "?) " in line:
        yield from (aside.end() for aside in _ASIDE.finditer(line) if aside[1].isupper())
    if _LIST_MARK.match(line):
        for mark, following in pairwise(_LIST_MARK.finditer(line)):
            if _successor(mark.group(1)) == following.group(1):
                yield following.start()


def _successor(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _cuts(line: str, low: int, high: int, language: str) -> Iterator[int]:
    """Where sentencex ends the sentences of `line[low:high]`; what is too long goes in blocks, the last piece again."""
    line = line if line.isascii() else _LONE.sub("\ufffd", line)
    while high - low > _LONGEST:
        block = line[low : low + _LONGEST]
        pieces = sentencex.segment(language, block)
        if len(pieces) == 1:
            pieces = [block[: block.rfind(" ") + 1] or block, ""]
        for piece in pieces[:-1]:
            low += len(piece)
            yield low
    for piece in sentencex.segment(language, line[low:high]):
        low += len(piece)
        yield low


def _beside_quotes(line: str, at: int) -> int:
    """Move a cut that tore a quotation mark from its word ('safe. "|Moves', 'safe.|" Moves', '『本当か？|』')."""
    if line[at] in _CLOSING and not line[at - 1].isspace():
        return at + 1
    if line[at - 1] in _STRAIGHT and line[at - 2 : at - 1].isspace() and not line[at].isspace():
        return at - 1
    if line[at] in _STRAIGHT and line[at + 1 : at + 2].isspace() and not line[at - 1].isspace():
        return at + 1
    return at


def _belongs(line: str, start: int, at: int, language: str) -> bool:
    """Whether what follows `at` goes on with the sentence that began at `start`."""
    before = line[max(start, at - 24) : at]
    further = _GOES_ON.match(line, at)
    return bool(
        (further and (not further[1] or further[1].islower()))
        or is_open(line, start, at, language)
        or _names_speaker(line, at, language)
        or ((_ZONE.match(line, at) or _WHEN.match(line, at)) and _CLOCK.search(before))
        or (_POINT.search(before) and _DECIMALS.match(line, at))
        or (at - start < 8 and _ONLY_MARK.fullmatch(line, start, at))
    )


def _names_speaker(line: str, at: int, language: str) -> bool:
    """Whether a quotation ends before `at`, and its speaker follows."""
    speaker = _SPEAKER.get(language)
    end = at - 1 if line[at - 1].isspace() else at
    return bool(speaker and line[end - 1] in _CLOSING and speaker.match(line, end))
