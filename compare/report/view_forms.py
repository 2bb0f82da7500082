"""The forms in which the sources write one thing, and which source writes which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.model import Claim
from compare.report.view_sources import Sources, SourceView
from compare.report.visible import shortened, visible


@dataclass(frozen=True, slots=True)
class FormView:
    """One way of writing a fact, and the sources that write it so."""

    text: str
    sources: tuple[SourceView, ...]


def form_views(claims: Iterable[Claim], sources: Sources, length: int) -> tuple[FormView, ...]:
    """The quotations of these claims, each once whatever its capitals, shortened to `length` characters."""
    forms: dict[str, list[Claim]] = {}
    for claim in claims:
        forms.setdefault(claim.evidence.quote.casefold().strip(" .,;:"), []).append(claim)
    return tuple(
        FormView(shortened(visible(found[0].evidence.quote.strip(" ,;:")), length), sources_of(found, sources))
        for found in forms.values()
    )


def sources_of(claims: Iterable[Claim], sources: Sources) -> tuple[SourceView, ...]:
    """The sources of these claims, each once, in the order of the story."""
    articles = {c.evidence.article for c in claims}
    return tuple(v for v in sources.views if v.article in articles)
