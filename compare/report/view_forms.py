"""The forms in which the sources write one thing, and which source writes which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.model import Claim
from compare.report.view_sources import Sources, SourceView
from compare.report.view_text import Stretch, cut
from compare.report.visible import shortened, visible


@dataclass(frozen=True, slots=True)
class FormView:
    """One way of writing a fact, and the sources that write it so."""

    text: str
    sources: tuple[SourceView, ...]


def form_views(claims: Iterable[Claim], sources: Sources, length: int, exact: bool = False) -> tuple[FormView, ...]:
    """The quotations of these claims, each once, shortened to `length` characters.

    Capitals make another form only if `exact` and nothing else tells the quotations apart.
    """
    claims = list(claims)
    folded = {c.evidence.quote.casefold().strip(" .,;:") for c in claims}
    forms: dict[str, list[Claim]] = {}
    for claim in claims:
        quote = claim.evidence.quote.strip(" .,;:")
        forms.setdefault(quote.casefold() if len(folded) > 1 or not exact else quote, []).append(claim)
    return tuple(
        FormView(shortened(visible(found[0].evidence.quote.strip(" ,;:")), length), sources_of(found, sources))
        for found in forms.values()
    )


def sources_of(claims: Iterable[Claim], sources: Sources) -> tuple[SourceView, ...]:
    """The sources of these claims, each once, in the order of the story."""
    articles = {c.evidence.article for c in claims}
    return tuple(v for v in sources.views if v.article in articles)


def sentence_of(claim: Claim, sources: Sources) -> tuple[Stretch, ...]:
    """The sentence that carries the claim, with its facts marked."""
    article = sources.articles[claim.evidence.article]
    sentence = sources.sentence_at(article.id, claim.evidence.span)
    span = sentence.span if sentence else claim.evidence.span
    return cut(article.text, span, sources.marks.within(article.id, span))
