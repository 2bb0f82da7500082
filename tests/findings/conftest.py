from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from compare import Article, Config, Finding, Origin, Row, Story, Verdict
from compare.facts.facts import read_facts
from compare.findings.comparer import StoryView
from compare.findings.find import find_findings
from compare.text.witness import read_witness

FIGURES = frozenset("number unit duration ordinal date time hedge".split())


def view_of(texts: Sequence[str], config: Config | None = None, **articles: Sequence[str]) -> StoryView:
    """A story in which the n-th sentences of all texts stand in one row; `articles` gives further fields, in order."""
    config = config or Config()
    made = []
    for n, text in enumerate(texts):
        more = {name: values[n] for name, values in articles.items()}
        if "published" in more:
            more["published"] = datetime.fromisoformat(more["published"])
        made.append(Article(chr(97 + n), text, **more))
    witnesses = tuple(read_witness(article, config) for article in made)
    most = max(len(w.sentences) for w in witnesses)
    rows = tuple(Row(tuple((w.sentences[i],) if i < len(w.sentences) else () for w in witnesses)) for i in range(most))
    story = Story("s", tuple(made), origins=tuple(Origin((article.id,)) for article in made))
    return StoryView(story, witnesses, tuple(read_facts(w) for w in witnesses), rows, config)


@pytest.fixture
def findings() -> Callable[..., tuple[Finding, ...]]:
    """Findings of texts whose n-th sentences answer one another."""

    def find(*texts: str, config: Config | None = None, **articles: Sequence[str]) -> tuple[Finding, ...]:
        return find_findings(view_of(texts, config, **articles))

    return find


@pytest.fixture
def differing_figures(findings: Callable[..., tuple[Finding, ...]]) -> Callable[..., list[Finding]]:
    """Of those findings, the differences of a figure or a date."""

    def find(*texts: str) -> list[Finding]:
        return [f for f in findings(*texts) if f.verdict is Verdict.DIFFER and f.kind in FIGURES]

    return find
