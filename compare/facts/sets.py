"""Lists of names: "Russia, Algeria, Thailand, and Saint Kitts & Nevis", closed or left open by "including"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.facts.gazetteer import gazetteer
from compare.facts.names import Run, find_runs
from compare.facts.people import Person
from compare.facts.titles import title_words
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness

_COMMA = re.compile(r", ")
_HALVES = re.compile(r" (?:and|&) ")
_LAST = re.compile(r",? (?:and|or|&) (?:the )?")
_OPEN = re.compile(
    r"\b(?:including|such as|like|among them|e\.g\.|for example|notably|for instance|namely) ?,?:? ?(?:the )?$"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """The members of a list in their normal form, sorted; `open` is true where more may belong to it."""

    members: tuple[str, ...]
    open: bool = False

    def __str__(self) -> str:
        return ", ".join(self.members) + (", …" if self.open else "")


def extract_sets(witness: Witness, people: tuple[Person, ...]) -> Iterable[Claim]:
    """Claims of kind "set": lists of two names or more; the subject is the head that they stand under ("countries")."""
    text, article = witness.article.text, witness.article.id
    names = {m.span.start: p.name for p in people for m in p.mentions if m.form in ("full", "short")}
    for index, runs in find_runs(witness).items():
        for listed in _lists(text, _whole_places(text, runs)):
            span = Span(listed[0].span.start, listed[-1].span.end)
            members = _members(listed, names)
            if members:
                before = text[witness.sentences[index].span.start : span.start]
                listing = Listing(members, bool(_OPEN.search(before[-40:])))
                yield Claim("set", listing, Evidence(article, span, span.of(text)), _head(witness, index, span.start))


def _members(listed: Sequence[Run], names: dict[int, str]) -> tuple[str, ...]:
    """Normal forms, sorted; none for a person's titles, and for two plain names, which are often one name's halves."""
    if any(title_words().is_title(run.folded[-1]) for run in listed):
        return ()
    known = [_normal(run, names) for run in listed]
    members = {normal or " ".join(run.folded) for normal, run in zip(known, listed, strict=True)}
    enough = len(members) > 2 or (len(members) == 2 and all(known))
    return tuple(sorted(members)) if enough else ()


def _whole_places(text: str, runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, the two halves of one place's name as one: "Saint Kitts & Nevis"."""
    last: Run | None = None
    for run in runs:
        joined = last and _HALVES.fullmatch(text[last.span.end : run.span.start])
        if last and joined and gazetteer().find(last.folded + run.folded):
            last = Run(last.sentence, last.words + run.words, last.opens)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _lists(text: str, runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs joined by commas, closed by "and X"."""
    current: list[Run] = []
    for run in runs:
        gap = text[current[-1].span.end : run.span.start] if current else ""
        if current and _LAST.fullmatch(gap):
            yield [*current, run]
            current = []
        elif current and _COMMA.fullmatch(gap):
            current.append(run)
        else:
            current = [run]


def _normal(run: Run, names: dict[int, str]) -> str:
    for word in run.words:
        if word.start in names:
            return names[word.start]
    places = gazetteer().find(run.folded)
    return str(places[0]) if places else ""


def _head(witness: Witness, index: int, start: int) -> str:
    """The stem of the last plural noun before the list: "several countries, including Russia"."""
    for word in reversed([w for w in witness.words[index] if w.end <= start]):
        if word.stem and word.written.islower() and word.folded.endswith("s"):
            return word.stem
    opening = witness.words[index][0] if witness.words[index] else None
    return opening.stem if opening and opening.folded.endswith("s") and opening.span.end <= start else ""
