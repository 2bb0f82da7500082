"""The alignment table as lines of plain text: one block a passage, a column for each witness that has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from string import ascii_uppercase

from wcwidth import ljust, wrap

from compare.model import Row, Sentence, Story

NARROWEST = 24
"""Letters of a column (a Chinese one is two); witnesses that do not fit beside one another go below one another."""
FEW = 4
"""Reasons of one kind that are shown; the rest is counted."""
_GAP = "  "


def table_lines(story: Story, rows: Sequence[Row], width: int = 100) -> Iterator[str]:
    """Lines no wider than `width` letters of a terminal: the witnesses with their sigla, then every row with its score
    and reasons.

    A passage of several witnesses stands in columns side by side as far as the width allows; a passage of one witness
    in one line or more. `~` marks a witness that tells the passage out of the order of the fullest.
    """
    sigla = [siglum(k) for k in range(len(story.articles))]
    for name, article in zip(sigla, story.articles, strict=True):
        yield from _wrapped(f"{name}  {article.source or article.id}  {article.title}".rstrip(), width, "   ")
    for number, row in enumerate(rows, 1):
        yield ""
        yield from _wrapped(_head(number, row, sigla), width, "    ")
        yield from _body(row, story, sigla, width)


def siglum(index: int) -> str:
    """The short label of a witness: A to Z, then AA, AB and on.

    >>> [siglum(k) for k in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    letters = ""
    index += 1
    while index:
        index, last = divmod(index - 1, len(ascii_uppercase))
        letters = ascii_uppercase[last] + letters
    return letters


def _head(number: int, row: Row, sigla: Sequence[str]) -> str:
    names = " ".join(sigla[k] + ("~" if k in row.moved else "") for k in row.witnesses)
    if len(row.witnesses) == 1:
        return f"{number}. only {names}"
    return f"{number}. {names}  {row.score:.2f}  {_because(row.reasons)}"


def _because(reasons: Sequence[str]) -> str:
    """Reasons by kind, the first few of each: `name: cuong, hanoi and 4 more; figure: 25`."""
    kinds: dict[str, list[str]] = {}
    for reason in reasons:
        kind, _, what = reason.partition(": ")
        kinds.setdefault(kind, []).append(what)
    said = []
    for kind, found in kinds.items():
        more = f" and {len(found) - FEW} more" if len(found) > FEW else ""
        said.append(f"{kind}: {', '.join(found[:FEW])}{more}" if found[0] else kind)
    return "; ".join(said)


def _body(row: Row, story: Story, sigla: Sequence[str], width: int) -> Iterator[str]:
    texts = [_paragraphs(row.readings[k], story.articles[k].text) for k in row.witnesses]
    beside = max(1, min(len(texts), (width + len(_GAP)) // (NARROWEST + len(_GAP))))
    each = (width + len(_GAP)) // beside - len(_GAP)
    for at in range(0, len(texts), beside):
        columns = [
            list(_column(sigla[k], paragraphs, each))
            for k, paragraphs in zip(row.witnesses[at : at + beside], texts[at : at + beside], strict=True)
        ]
        for parts in zip_longest(*columns, fillvalue=""):
            yield _GAP.join(ljust(part, each) for part in parts).rstrip()


def _paragraphs(reading: Sequence[Sentence], text: str) -> list[str]:
    """The sentences of a reading; those that follow one another on a line of the article are one paragraph."""
    found = [" ".join(reading[0].text.split())]
    for before, sentence in pairwise(reading):
        said = " ".join(sentence.text.split())
        if text[before.span.end : sentence.span.start].strip(" "):
            found.append(said)
        else:
            found[-1] += f" {said}"
    return found


def _column(siglum: str, paragraphs: Sequence[str], width: int) -> Iterator[str]:
    for mark, paragraph in zip_longest((siglum,), paragraphs, fillvalue=" "):
        yield from _wrapped(f"{mark}  {paragraph}", width, "   ")


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return wrap(text, max(width, len(indent) + 2), subsequent_indent=indent) or [""]
