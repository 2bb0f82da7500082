"""Corrections in time: a later or corrected article of one outlet updates the earlier one; it is no conflict.

Where two copies of one text differ, one of them was changed: that is told too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, combinations

from compare.findings.comparer import StoryView
from compare.model import Article, Finding, Severity, Verdict

_PAPER = r"(?:article|story|report|version|headline|page|item|post)"
_SAYS_CORRECTED = re.compile(
    r"^[^\w\n]*(?:corrections?|clarifications?|update)\s*:"
    r"|^[^\w\n]*(?:refile|corrected|update \d)\s?[-–—:(]"
    r"|^[^\w\n]*updated\s*(?::|at\b|on\b|\d)"
    r"|^[^\w\n]*(?:for the record|editor['’]s note)\s*:.*\b(?:earlier|correct(?:s|ed)?|updated|wrong)\b"
    r"|\bcorrected (?:version|copy|story)"
    rf"|\b{_PAPER} (?:has been|was|is) (?:corrected|amended|updated)"
    rf"|\ban earlier {_PAPER}(?: of (?:this|the) {_PAPER})?(?! of\b)"
    rf"|\bthis {_PAPER} corrects\b"
    r"|\bcorrects (?:spelling|name|date|figure|number|day|to)\b"
    r"|\(corrects\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What outlets print over or under a version that they have mended."""


def mark_updates(found: Iterable[Finding], view: StoryView) -> list[Finding]:
    """Turn differences between versions of one outlet's report into `updated`, info."""
    articles = {article.id: article for article in view.story.articles}
    outlets = Counter(_outlet(article) for article in view.story.articles if article.source)
    several = [article for article in view.story.articles if outlets[_outlet(article)] > 1]
    corrected = {article.id for article in several if _SAYS_CORRECTED.search(article.text)}
    return [_updated(f) if _is_update(f, articles, corrected) else f for f in found]


def _is_update(finding: Finding, articles: dict[str, Article], corrected: set[str]) -> bool:
    if finding.verdict is not Verdict.DIFFER or finding.severity is Severity.INFO:
        return False
    readings = {(claim.evidence.article, str(claim.value)) for claim in finding.claims}
    apart = ((articles[a], articles[b]) for (a, x), (b, y) in combinations(sorted(readings), 2) if a != b and x != y)
    first = next(apart, None)
    return first is not None and all(_supersedes(a, b, corrected) for a, b in chain([first], apart))


def _supersedes(a: Article, b: Article, corrected: set[str]) -> bool:
    if not a.source or _outlet(a) != _outlet(b):
        return False
    times = {article.modified or article.published for article in (a, b)}
    later = None not in times and len(times) == 2
    return later or bool({a.id, b.id} & corrected)


def _outlet(article: Article) -> str:
    return article.source.casefold().removeprefix("www.")


def _updated(finding: Finding) -> Finding:
    note = finding.note.rstrip(".") + ": one outlet's later or corrected version."
    return replace(finding, severity=Severity.INFO, rule="updated", note=note)


def mark_copies(found: Iterable[Finding], view: StoryView) -> list[Finding]:
    """Say of a difference between copies of one text that it is a change within one voice."""
    copies = [frozenset(group) for group in view.story.copies]
    return [_one_voice(f) if _is_of_copies(f, copies) else f for f in found]


def _is_of_copies(finding: Finding, copies: Sequence[frozenset[str]]) -> bool:
    articles = {claim.evidence.article for claim in finding.claims}
    differs = finding.verdict is Verdict.DIFFER and len(articles) > 1
    return differs and any(articles <= group for group in copies)


def _one_voice(finding: Finding) -> Finding:
    return replace(finding, note=f"{finding.note} Copies of one text: one voice, changed since.".lstrip())
