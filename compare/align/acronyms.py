"""Acronyms that a story spells out: a sentence with the long form is read as if it gave the acronym too.

So "the Federal Aviation Administration" of one article meets "the FAA" of another. The long form stays: as one word it
would take its weight from the sentences that share it, and an acronym spelt out would give too much to the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain

import numpy as np

from compare.align.stack import Stack
from compare.cluster.naming import LongForm, read_acronyms
from compare.text.words import Form

_DIGITS = "0123456789"

Spelt = Mapping[str, Sequence[tuple[LongForm, str]]]
"""First word of a long form → the long form and its acronym, folded."""


def give_acronyms(stack: Stack, texts: Iterable[str]) -> Stack:
    """The stacked sentences, behind each long form its acronym where any of the sentences has that.

    An acronym with a number (CCPCJ34) is given where the sentence has the number too ("its 34th session").
    """
    spelt: dict[str, list[tuple[LongForm, str]]] = defaultdict(list)
    for acronym, words in sorted(set().union(*map(read_acronyms, texts))):
        spelt[words[0]].append((words, acronym.lower()))
    rows = _spelling_rows(stack, spelt) if spelt else []
    if not rows:
        return stack
    said = _acronyms(stack.kinds, {acronym for found in spelt.values() for _, acronym in found})
    read = {row: forms for row in rows if (forms := _read(stack.forms[row], spelt, said))}
    if not read:
        return stack  # as in most stories: who spells a name out gives its acronym in the same sentence
    return replace(stack, forms=tuple(read.get(row, forms) for row, forms in enumerate(stack.forms)))


def _spelling_rows(stack: Stack, spelt: Spelt) -> list[int]:
    """The sentences that hold the first two words of a long form side by side."""
    kinds = stack.kinds
    begins = np.array([kind.folded in spelt for kind in kinds], np.bool_)
    at = np.flatnonzero(begins[stack.kind[:-1]])
    pairs = zip(stack.row[at].tolist(), stack.kind[at].tolist(), stack.kind[at + 1].tolist(), strict=True)
    return sorted(
        {row for row, n, m in pairs if any(words[1] == kinds[m].folded for words, _ in spelt[kinds[n].folded])}
    )


def _acronyms(kinds: Iterable[Form], wanted: Set[str]) -> dict[str, list[tuple[str, Form]]]:
    """Acronym → the numbers and forms with which it is written."""
    found: dict[str, dict[str, Form]] = {}
    for form in sorted(
        kind for kind in kinds if kind.stem and kind.written[0].isupper() and kind.folded.rstrip(_DIGITS) in wanted
    ):
        acronym = form.folded.rstrip(_DIGITS)
        found.setdefault(acronym, {}).setdefault(form.folded[len(acronym) :], form)
    return {acronym: list(forms.items()) for acronym, forms in found.items()}


def _read(forms: Sequence[Form], spelt: Spelt, said: Mapping[str, Sequence[tuple[str, Form]]]) -> tuple[Form, ...]:
    """The words of a sentence with the acronyms that it lacks; () where it lacks none."""
    folded = [form.folded for form in forms]
    given = {form.folded for form in forms if form.stem}  # "who" is no WHO
    behind: dict[int, list[Form]] = {}
    for at, first in enumerate(folded):
        for words, acronym in spelt.get(first, ()):
            end = at + len(words)
            for number, form in said.get(acronym, ()) if tuple(folded[at:end]) == words else ():
                if form.folded not in given and (not number or _counts(number, folded)):
                    given.add(form.folded)
                    behind.setdefault(end - 1, []).append(form)
    with_them = ((form, *behind.get(at, ())) for at, form in enumerate(forms))
    return tuple(chain.from_iterable(with_them)) if behind else ()


def _counts(number: str, folded: Iterable[str]) -> bool:
    return any(word.startswith(number) and word[len(number) :] in ("", "st", "nd", "rd", "th") for word in folded)
