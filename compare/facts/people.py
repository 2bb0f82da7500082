"""Who is who within one article: full names, short forms, titles, and the pronouns that point at them."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Span
from compare.text.witness import Witness


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named or meant: the span, its sentence's index, and the form ("name", "pronoun")."""

    span: Span
    sentence: int
    form: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one article: the fullest name as written, folded name tokens, titles seen, and every mention."""

    name: str
    tokens: tuple[str, ...]
    titles: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


def find_people(witness: Witness) -> tuple[Person, ...]:
    """The people of the article, in order of first mention."""
    return ()
