"""Claims of names and titles: each place where the article names a person, and each title it gives them."""

from __future__ import annotations

from collections.abc import Iterable

from compare.facts.people import Person
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness


def extract_mentions(witness: Witness, people: tuple[Person, ...]) -> Iterable[Claim]:
    """Claims of kind "person" (the value is the fullest name that the article gives) and "title" (the value its words).

    The subject of both is the person's fullest name.
    """
    text, article = witness.article.text, witness.article.id

    def claim(kind: str, value: str, span: Span, person: Person) -> Claim:
        return Claim(kind, value, Evidence(article, span, span.of(text)), person.name)

    for person in people:
        for mention in person.mentions:
            if mention.form in ("full", "short", "variant"):
                yield claim("person", person.name, mention.span, person)
        for title in person.titles:
            yield claim("title", title.folded, title.span, person)
