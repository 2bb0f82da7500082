"""How sure a statement is told: fact, expected, planned, possible, reported; with the predicate it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.facts.negation import NEGATORS
from compare.facts.people import Person
from compare.facts.verb_roots import is_past, root_of
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness
from compare.text.words import Word


class Status(StrEnum):
    """The status of a predicate; scheduled is expected."""

    FACT = "fact"
    EXPECTED = "expected"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Modality:
    """A predicate (the root of its verb) and its status."""

    status: Status
    predicate: str

    def __str__(self) -> str:
        return f"{self.status.value}: {self.predicate}"


_BEFORE_TO = {
    **dict.fromkeys(
        "expected scheduled due set likely slated going poised supposed forecast bound".split(), Status.EXPECTED
    ),
    **dict.fromkeys(
        "planned planning plans plan intends intend aims hopes hoping vows vowed pledged".split(), Status.PLANNED
    ),
}
_AUXILIARIES = {
    **dict.fromkeys(("will", "shall"), Status.EXPECTED),
    **dict.fromkeys(("may", "might", "could"), Status.POSSIBLE),
}
_ADVERBS = {
    **dict.fromkeys("reportedly allegedly supposedly purportedly".split(), Status.REPORTED),
    **dict.fromkeys("possibly perhaps probably apparently presumably potentially".split(), Status.POSSIBLE),
}
_CUES = _AUXILIARIES.keys() | _BEFORE_TO.keys() | _ADVERBS.keys()
_BETWEEN = frozenset(
    "also be been being have has had soon not now then still only even jointly officially co to get".split()
)
_PURPOSE = re.compile(r"\bso that\b[^,.;:]*$", re.IGNORECASE)
"""Talks go on so that a deal may be found: the purpose of what is told, which leaves nothing open."""
_PURPOSE_REACH = 60
_NAMING = frozenset("called named titled dubbed entitled".split())
"""Participles that give a name and tell of no deed."""
_BEFORE_NO_DEED = frozenset("to be being is are getting".split())
_REACH = 5


def extract_modality(witness: Witness, people: tuple[Person, ...]) -> Iterator[Claim]:  # noqa: ARG001  # the extractors' contract
    """Claims of kind modality: the evidence runs from the cue to the predicate; plain fact makes no claim here."""
    article = witness.article
    for at in witness.compared if witness.language == "en" else ():
        for where, value in find_modality(article.text, witness.words[at]):
            yield Claim("modality", value, Evidence(article.id, where, where.of(article.text)), value.predicate)


def find_modality(text: str, words: Sequence[Word]) -> list[tuple[Span, Modality]]:
    """The predicates of one sentence that are not told as plain fact."""
    found: list[tuple[Span, Modality]] = []
    reached = 0
    for at, word in enumerate(words):
        if at < reached or word.folded not in _CUES:
            continue
        status = _cue(text, words, at)
        predicate = _predicate(text, words, at + 1) if status else None
        if status and predicate is not None:
            span = Span(words[_first(words, at)].start, words[predicate].end)
            found.append((span, Modality(status, root_of(words[predicate]))))
            reached = predicate
    return found


def read_fact(words: Sequence[Word], predicate: str, hedged: Sequence[Span]) -> Word | None:
    """The word that tells this predicate as done in a sentence, outside what is `hedged` there; None if none does."""
    for at, word in enumerate(words):
        if root_of(word) == predicate and is_past(word) and not any(word.span.overlap(span) for span in hedged):
            if word.folded in _NAMING or (at and words[at - 1].folded in _BEFORE_NO_DEED):
                continue
            return word
    return None


def _cue(text: str, words: Sequence[Word], at: int) -> Status | None:
    word = words[at]
    if word.folded == "could" and at + 1 < len(words) and words[at + 1].folded in NEGATORS:
        return None  # what could not be done is told as a fact
    if word.folded in _AUXILIARIES:
        month_or_noun = word.written[0].isupper() and at > 0 and text[word.start - 2 : word.start - 1] not in '.“"'
        if _PURPOSE.search(text, max(words[0].start, word.start - _PURPOSE_REACH), word.start):
            return None
        return None if month_or_noun or word.stem or _is_name(words, at) else _AUXILIARIES[word.folded]
    if word.folded in _BEFORE_TO and at + 1 < len(words) and words[at + 1].folded == "to":
        return _BEFORE_TO[word.folded]
    return _ADVERBS.get(word.folded)


def _is_name(words: Sequence[Word], at: int) -> bool:
    """True for "Will Hang, 41, …" at the head of a sentence; in "Will Hang resign?" nothing is asserted either."""
    following = words[at + 1] if at + 1 < len(words) else None
    return words[at].written[0].isupper() and following is not None and following.written[0].isupper()


def _first(words: Sequence[Word], at: int) -> int:
    """The cue's first word: the form of be before "expected to"."""
    return (
        at - 1 if at and words[at].folded in _BEFORE_TO and words[at - 1].folded in ("is", "are", "was", "were") else at
    )


def _predicate(text: str, words: Sequence[Word], first: int) -> int | None:
    """The index of the verb after a cue: over auxiliaries and adverbs, not over punctuation."""
    for at in range(first, min(len(words), first + _REACH)):
        word = words[at]
        if text[words[at - 1].end : word.start].strip(" -\u00a0"):
            return None
        if word.folded in _BETWEEN or word.folded.endswith("ly") or word.folded in _BEFORE_TO:
            continue
        return at if word.stem and not word.folded[0].isdigit() else None
    return None
