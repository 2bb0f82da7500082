"""Organisations: long names with their acronyms, as an article defines them, and every place that uses either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.facts.names import find_runs
from compare.facts.naming import index_at, name_span
from compare.facts.people import Person
from compare.facts.titles import is_acronym, title_words
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness
from compare.text.words import Word

_BRACKET = re.compile(r" \(([A-Z][A-Za-z&.-]{1,11})\d*\)")
_SMALL = frozenset("of the and for on in to a an at de".split())
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: its acronym, and its long name where the article gives one."""

    acronym: str
    name: str = ""

    def __str__(self) -> str:
        return self.acronym


def define_bodies(witness: Witness) -> dict[str, str]:
    """Acronym → long name, where one stands in brackets behind the other and spells its initials.

    The words of the name need not all count: "United Nations Office on Drugs and Crime (UNODC)".
    """
    text = witness.article.text
    found: dict[str, str] = {}
    for index in witness.compared:
        words = witness.words[index]
        for match in _BRACKET.finditer(text, witness.sentences[index].span.start, witness.sentences[index].span.end):
            at = index_at(words, match.start())
            before = words[max(0, at - _LONGEST) : at]
            start = _initials_start(match[1].replace(".", "").lower(), before)
            if start is not None:
                found.setdefault(match[1], text[before[start].span.start : before[-1].span.end])
    return found


def extract_bodies(witness: Witness, people: tuple[Person, ...]) -> Iterable[Claim]:
    """Claims of kind "organisation": acronyms, and long names that the article shortens or that end like a body's."""
    defined = define_bodies(witness)
    by_name = {_key(name): acronym for acronym, name in defined.items()}
    text, article = witness.article.text, witness.article.id
    titles = {title.span.start for person in people for title in person.titles}
    for runs in find_runs(witness).values():
        for run in runs:
            for span, body in _bodies(text, run.words, defined, by_name):
                if span.start not in titles:
                    yield Claim("organisation", body, Evidence(article, span, span.of(text)))


def _bodies(
    text: str, words: tuple[Word, ...], defined: dict[str, str], by_name: dict[str, str]
) -> Iterator[tuple[Span, Body]]:
    words = words[1:] if len(words) > 1 and not words[0].stem else words  # "The White House"
    name = name_span(words)
    long = max((n for n in defined.values() if text.startswith(n, name.start)), key=len, default=name.of(text))
    name = Span(name.start, max(name.end, name.start + len(long)))  # "Office on Drugs and Crime" is two runs
    acronym = by_name.get(_key(name.of(text)))
    if acronym:
        yield name, Body(acronym, defined[acronym])
    elif len(words) > 1 and words[-1].folded in title_words().bodies:
        yield name, Body(" ".join(w.folded for w in words), name.of(text))
    else:
        for word in words:
            if is_acronym(word) and len(word.written) > 2:
                yield name_span([word]), Body(word.folded.upper(), defined.get(word.written, ""))


def _initials_start(acronym: str, words: Sequence[Word]) -> int | None:
    """Where the name begins whose initials the acronym spells, read backwards; small words may be left out."""
    left = len(acronym) - 1
    for at in range(len(words) - 1, -1, -1):
        word = words[at].folded
        spelt = _letters(words[at], acronym[: left + 1])
        if spelt:
            left -= spelt
            if left < 0:
                return at if words[at].written[0].isupper() else None
        elif word not in _SMALL and not (words[at].written[0].isupper() and left < len(acronym) - 1):
            return None
    return None


def _letters(word: Word, acronym: str) -> int:
    """How many letters at the end of the acronym the word stands for: its first, or all of one that is written in
    capitals itself ("UN Office on Drugs and Crime").
    """
    if word.written.isupper() and len(word.written) > 1 and acronym.endswith(word.folded):
        return len(word.folded)
    return int(acronym.endswith(word.folded[:1]))


def _key(name: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", name.lower()) if word not in _SMALL)
