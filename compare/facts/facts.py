"""All facts of one witness: the extractors run in order, each claim is filed under its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from compare.config import Config
from compare.facts.attribution import extract_attribution
from compare.facts.bodies import extract_bodies
from compare.facts.figures import extract_figures
from compare.facts.gender import extract_gender
from compare.facts.mentions import extract_mentions
from compare.facts.modality import extract_modality
from compare.facts.negation import extract_negations
from compare.facts.people import Person, find_people
from compare.facts.places import extract_places
from compare.facts.quotations import extract_quotations
from compare.facts.sets import extract_sets
from compare.model import Article, Claim
from compare.text.witness import Witness, read_witness

Extractor = Callable[[Witness, tuple[Person, ...]], Iterable[Claim]]

EXTRACTORS: dict[str, Extractor] = {
    "figures": extract_figures,
    "modality": extract_modality,
    "negation": extract_negations,
    "people": extract_mentions,
    "pronouns": extract_gender,
    "bodies": extract_bodies,
    "places": extract_places,
    "sets": extract_sets,
    "quotations": extract_quotations,
    "attribution": extract_attribution,
}
"""Name → extractor. Each gives claims whose spans lie inside one compared sentence of the witness."""


@dataclass(frozen=True, slots=True)
class Facts:
    """`claims[i]` are the claims of `witness.sentences[i]`, by start; `people` are who is who within the article.

    `running` gives for a sentence the statements that begin in an earlier one and run into it.
    """

    claims: tuple[tuple[Claim, ...], ...]
    people: tuple[Person, ...] = ()
    running: dict[int, tuple[Claim, ...]] = field(default_factory=dict)


def read_facts(witness: Witness) -> Facts:
    """Run every extractor over the witness."""
    people = find_people(witness)
    filed: list[list[Claim]] = [[] for _ in witness.sentences]
    starts = [s.span.start for s in witness.sentences]
    for extract in EXTRACTORS.values():
        for claim in extract(witness, people):
            filed[_sentence_at(starts, claim.evidence.span.start)].append(claim)
    order = tuple(tuple(sorted(c, key=lambda c: (c.evidence.span, c.kind, str(c.value)))) for c in filed)
    return Facts(order, people, _running(witness, order))


def _running(witness: Witness, filed: Sequence[Sequence[Claim]]) -> dict[int, tuple[Claim, ...]]:
    found: dict[int, tuple[Claim, ...]] = {}
    for index, claims in enumerate(filed):
        for claim in (c for c in claims if c.kind == "attribution"):
            at = index + 1
            while at < len(filed) and witness.sentences[at].span.start < claim.evidence.span.end:
                found[at] = (*found.get(at, ()), claim)
                at += 1
    return found


def extract_claims(article: Article, config: Config | None = None) -> list[Claim]:
    """Every claim of an article, by position: quantities, dates, people, places, statements, modality."""
    facts = read_facts(read_witness(article, config or Config()))
    return [claim for claims in facts.claims for claim in claims]


def _sentence_at(starts: list[int], at: int) -> int:
    return max(0, bisect_right(starts, at) - 1)
