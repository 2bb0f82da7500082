"""The whole tool on one screen: read ─► text ─► facts ─► cluster ─► align ─► findings; `report` draws the result."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.rows import align_story
from compare.cluster.stories import find_stories
from compare.config import Config
from compare.facts.facts import read_facts
from compare.findings.comparer import StoryView
from compare.findings.find import find_findings
from compare.model import Article, Comparison, Origin, Story
from compare.text.witness import read_witness


def compare_articles(articles: Sequence[Article], config: Config | None = None) -> list[Comparison]:
    """Find the stories among the articles and compare each; a story of one article is a comparison of one witness."""
    config = config or Config()
    return [compare_story(story, config) for story in find_stories(articles, config)]


def compare_story(story_or_articles: Story | Sequence[Article], config: Config | None = None) -> Comparison:
    """Lay a story side by side; a list of articles is taken as one story."""
    config = config or Config()
    story = story_or_articles if isinstance(story_or_articles, Story) else _one_story(story_or_articles)
    witnesses = tuple(read_witness(article, config) for article in story.articles)
    facts = tuple(read_facts(witness) for witness in witnesses)
    rows = tuple(align_story(story, witnesses, facts, config))
    findings = find_findings(StoryView(story, witnesses, facts, rows, config))
    left_out = tuple(tuple(s for s in w.sentences if not s.role.is_compared) for w in witnesses)
    claims = tuple(claim for f in facts for by_sentence in f.claims for claim in by_sentence)
    return Comparison(story, rows, findings, left_out, claims)


def _one_story(articles: Sequence[Article]) -> Story:
    ordered = tuple(sorted(articles, key=lambda a: a.id))
    return Story("-".join(a.id for a in ordered), ordered, origins=tuple(Origin((a.id,)) for a in ordered))
