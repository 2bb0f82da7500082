"""Pronouns that can only mean one person: strong evidence, never a guess from a first name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compare.facts.people import Mention, Person, mentions_by_sentence
from compare.facts.pointers import PRONOUNS, subject_of
from compare.facts.quotations import find_quotations, quotation_at
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness

_PART = re.compile(r"\b(?:[Ff]or|[Oo]n) (his|her) (?:own )?(?:part|behalf)\b(?:, | ?[—–-] ?)")
_EXPRESSED = re.compile(
    r" (?:also |again |then |has |have |had )?(?:express|voic|reiterat|reaffirm|affirm|convey|extend|renew|declar|pledg"
    r"|repeat|shook|shak|nodd)\w* (his|her) "
)
_REFLEXIVE = re.compile(r" [\w ]{0,40}?\b(himself|herself)\b")
_OPENING = re.compile(r"(?:But |And |Later, |Then )?(He|She) ")


def extract_gender(witness: Witness, people: tuple[Person, ...]) -> Iterable[Claim]:
    """Claims of kind "pronoun", the value "he" or "she", the subject the person's name.

    Three constructions count: "For her part, Waly", "Waly expressed his optimism", and a sentence that opens with "She"
    behind one whose subject is that person and which names nobody else.
    """
    placed = mentions_by_sentence(people)
    for index, here in placed.items():
        if named := [(m, p) for m, p in here if m.form not in ("pronoun", "title")]:
            yield from _for_part(witness, index, named)
            yield from _behind(witness, index, here, named)
    yield from _next_sentence(witness, placed)


def _for_part(witness: Witness, index: int, named: list[tuple[Mention, Person]]) -> Iterator[Claim]:
    text, span = witness.article.text, witness.sentences[index].span
    match = _PART.search(text, span.start, span.end)
    if match is None:
        return
    mention, person = named[0]
    before = text[match.end() : mention.span.start]
    if mention.span.start >= match.end() and before.count(" ") <= 6 and "," not in before:
        yield _claim(witness, Span(match.start(), mention.span.end), match[1], person)


def _behind(
    witness: Witness, index: int, here: list[tuple[Mention, Person]], named: list[tuple[Mention, Person]]
) -> Iterator[Claim]:
    """The subject's own pronoun right behind its verb; silent where the sentence names two before it."""
    subject = subject_of(witness, here)
    if subject is None:
        return
    mention, person = subject
    text, end = witness.article.text, witness.sentences[index].span.end
    limit = min((m.span.start for m, p in named if p is not person and m.span.start > mention.span.end), default=end)
    for pattern in (_EXPRESSED, _REFLEXIVE):
        match = pattern.match(text, mention.span.end, limit)
        if match:
            yield _claim(witness, Span(mention.span.start, match.end(1)), match[1], person)


def _next_sentence(witness: Witness, placed: dict[int, list[tuple[Mention, Person]]]) -> Iterator[Claim]:
    text = witness.article.text
    quotations = find_quotations(text)
    topic: Person | None = None
    last = -2
    for index in witness.compared:
        start = witness.sentences[index].span.start
        match = None if quotation_at(quotations, start) else _OPENING.match(text, start)
        if match and topic and index - last == 1 and _same_paragraph(witness, last, index):
            yield _claim(witness, Span(*match.span(1)), match[1], topic)
        here = placed.get(index, [])
        named = {p.tokens for m, p in here if m.form not in ("pronoun", "title")}
        subject = subject_of(witness, here)
        if subject:
            topic = subject[1] if len(named) == 1 else None
        elif named or not match:
            topic = None
        last = index


def _same_paragraph(witness: Witness, before: int, index: int) -> bool:
    gap = witness.article.text[witness.sentences[before].span.end : witness.sentences[index].span.start]
    return "\n" not in gap


def _claim(witness: Witness, span: Span, pronoun: str, person: Person) -> Claim:
    evidence = Evidence(witness.article.id, span, span.of(witness.article.text))
    return Claim("pronoun", PRONOUNS[pronoun.lower()], evidence, person.name)
