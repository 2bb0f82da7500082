"""annotations.json: W3C Web Annotations, one per piece of evidence, for tools that show notes on the article itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from compare.model import Claim
from compare.report.formats import Job, Page
from compare.report.json_text import plain
from compare.report.labels import difference
from compare.report.said import Said, each_finding
from compare.report.visible import web_link

AROUND = 32
"""Characters of prefix and suffix that help a reader find the quotation again."""


def draw_annotations(job: Job) -> Iterator[Page]:
    """The one file of this format: an annotation collection (W3C Web Annotation Data Model, 2017)."""
    yield Page("annotations.json", _pieces(job))


def _pieces(job: Job) -> Iterator[str]:
    yield '{\n "@context": "http://www.w3.org/ns/anno.jsonld",\n "type": "AnnotationPage",\n "items": ['
    between = "\n"
    for said in each_finding(job):
        for i, claim in enumerate(said.finding.claims):
            yield between + plain(_annotation(said, claim, i))
            between = ",\n"
    yield "\n ]\n}\n"


def _annotation(said: Said, claim: Claim, number: int) -> dict[str, Any]:
    finding = said.finding
    words = difference(finding.kind) if finding.verdict == "DIFFER" else f"{finding.kind}: {finding.verdict}"
    return {
        "id": f"urn:twosource:{said.id}:{number + 1}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "value": f"{words}. {said.rule}", "format": "text/plain", "language": "en"},
            {"type": "TextualBody", "purpose": "tagging", "value": f"{finding.verdict} {finding.severity}"},
        ],
        "target": {"source": _source(said, claim), "selector": _selectors(said, claim)},
    }


def _source(said: Said, claim: Claim) -> str:
    article = said.sources.articles[claim.evidence.article]
    return web_link(article.url) or f"urn:twosource:article:{article.id}"


def _selectors(said: Said, claim: Claim) -> list[dict[str, Any]]:
    text, span = said.sources.articles[claim.evidence.article].text, claim.evidence.span
    return [
        {
            "type": "TextQuoteSelector",
            "exact": claim.evidence.quote,
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
