"""Who is who across the witnesses of a story."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from compare.facts.namesakes import Namesakes
from compare.facts.people import Mention, Person
from compare.findings.comparer import StoryView
from compare.model import Claim, Evidence, Span

NAMED = ("full", "short", "variant")


@dataclass
class Figure:
    """One person of the story: what each witness that names them knows of them, by witness index."""

    tokens: tuple[str, ...]
    people: dict[int, list[Person]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The fullest name, as the first witness that has it writes it."""
        every = [person for index in sorted(self.people) for person in self.people[index]]
        return max(every, key=lambda p: (len(p.tokens), len(p.name))).name


@lru_cache(maxsize=2)
def people_of(view: StoryView) -> tuple[Figure, ...]:
    """The people of the story, most fully named first; a name of one word joins the only person whose name ends so."""
    named = [(p, k) for k, facts in enumerate(view.facts) for p in facts.people]
    named.sort(key=lambda pair: (-len(pair[0].tokens), pair[0].tokens, pair[1]))
    found: list[Figure] = []
    known: Namesakes[Figure] = Namesakes()
    last: dict[str, list[Figure]] = {}
    for person, index in named:
        same = last.get(person.tokens[-1], [])
        if len(person.tokens) > 1:
            same = list({f.tokens: f for f in known.find(person.tokens)}.values())
        if len(same) == 1:
            figure = same[0]
        elif same:
            continue  # it may be any of them
        else:
            figure = Figure(person.tokens)
            found.append(figure)
            known.add(figure)
            last.setdefault(person.tokens[-1], []).append(figure)
        figure.people.setdefault(index, []).append(person)
    return tuple(found)


@lru_cache(maxsize=2)
def figures_by_name(view: StoryView) -> dict[tuple[int, str], Figure]:
    """Witness index and the name that its claims give as subject → the person of the story."""
    return {(k, p.name): figure for figure in people_of(view) for k, people in figure.people.items() for p in people}


@lru_cache(maxsize=2)
def rows_by_sentence(view: StoryView) -> dict[tuple[int, int], int]:
    """Witness index and sentence index → the index of the row that holds it."""
    return {(side.index, i): p.index for p in view.passages for side in p.sides for i in side.sentences}


def row_of(view: StoryView, claim: Claim) -> int | None:
    """Index of the row that holds the sentence in which a claim begins, None where it is in no row."""
    index, starts = sentence_starts(view)[claim.evidence.article]
    return rows_by_sentence(view).get((index, bisect_right(starts, claim.evidence.span.start) - 1))


@lru_cache(maxsize=2)
def sentence_starts(view: StoryView) -> dict[str, tuple[int, list[int]]]:
    """Article id → its index among the witnesses, and where its sentences start."""
    return {w.article.id: (k, [s.span.start for s in w.sentences]) for k, w in enumerate(view.witnesses)}


def mention_claim(view: StoryView, index: int, mention: Mention, person: Person, value: str) -> Claim:
    """A claim of kind "person" over a mention."""
    return span_claim(view, index, "person", mention.span, value, person.name)


def span_claim(view: StoryView, index: int, kind: str, span: Span, value: object, subject: str = "") -> Claim:
    """A claim whose evidence is this span of a witness."""
    article = view.witnesses[index].article
    return Claim(kind, value, Evidence(article.id, span, span.of(article.text)), subject)
