"""Why sentences are linked: at once what is at hand; who is who when a link is asked for its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property

from compare.align.group import At
from compare.align.reasons import AFTER, BEFORE, Said, link_reasons, with_people
from compare.align.stack import Stack
from compare.facts.facts import Facts
from compare.facts.people import Person, find_people, mentions_by_sentence
from compare.text.witness import Witness

Pair = tuple[At, At]


class Who:
    """Who is meant in each sentence of each witness, pronouns and titles included; read where no facts are given."""

    def __init__(self, witnesses: Sequence[Witness], facts: Sequence[Facts] = ()) -> None:
        self._witnesses = [replace(w) for w in witnesses]  # without the words read so far: links may be kept for long
        self._facts = facts
        self._meant: dict[int, dict[int, tuple[Person, ...]]] = {}

    def meant(self, at: At) -> tuple[Person, ...]:
        """The people whom a sentence names or means, each once, by place."""
        k, sentence = at
        if k not in self._meant:
            people = self._facts[k].people if self._facts else find_people(self._witnesses[k])
            mentioned = mentions_by_sentence(people).items()
            self._meant[k] = {i: tuple(dict.fromkeys(person for _, person in here)) for i, here in mentioned}
        return self._meant[k].get(sentence, ())


def explain(who: Who, beside: Beside, p: At, q: At, shared: tuple[str, ...]) -> tuple[str, ...]:
    """All reasons of a link: what both sentences share, the people whom both mean, and the links beside it."""
    return (*with_people(shared, who.meant(p), who.meant(q)), *beside.reasons(p, q))


class Shared:
    """What stacked sentences have in common; what a sentence gives to its links is found once."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._said: dict[At, Said] = {}

    def reasons(self, p: At, q: At, verbatim: bool) -> tuple[str, ...]:
        """The words, names and figures that two sentences share."""
        return link_reasons(self._said_in(p), self._said_in(q), verbatim)

    def _said_in(self, at: At) -> Said:
        if at not in self._said:
            self._said[at] = Said(self._stack.content(self._stack.rows[at]), self._stack.family)
        return self._said[at]


class Beside:
    """The links beside links; of the witnesses it keeps which sentences are compared, and no words."""

    def __init__(self, witnesses: Sequence[Witness], linked: Set[Pair]) -> None:
        self._compared = [w.compared for w in witnesses]
        self._linked = linked

    def reasons(self, p: At, q: At) -> Iterator[str]:
        """Where the compared sentences right before both, or right behind both, are linked as well."""
        for step, reason in ((-1, BEFORE), (1, AFTER)):
            one, other = self._beside(p, step), self._beside(q, step)
            if one and other and (one, other) in self._linked:
                yield reason

    def _beside(self, at: At, step: int) -> At | None:
        k, sentence = at
        compared = self._compared[k]
        place = self._places[k].get(sentence)  # a caption has none
        return (k, compared[place + step]) if place is not None and 0 <= place + step < len(compared) else None

    @cached_property
    def _places(self) -> list[dict[int, int]]:
        """For each witness its compared sentences and their place among them."""
        return [{sentence: place for place, sentence in enumerate(compared)} for compared in self._compared]
