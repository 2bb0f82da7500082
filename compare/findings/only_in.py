"""Passages that one voice alone has: reported, never alarming."""

from __future__ import annotations

from collections.abc import Iterator

from compare.findings.comparer import Level, Passage, Ruled
from compare.model import Claim, Evidence, Finding, Severity, Verdict


class OnlyInComparer(Ruled):
    """A passage of one independent origin. Copies of one text are one voice."""

    kind = "only_in"
    levels = (Level("only_in.passage", Verdict.ONLY_IN, Severity.INFO, "Only one independent source says this."),)

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """One finding with a claim per sentence, for a passage that a single origin carries."""
        story = passage.whole.story
        articles = [side.witness.article for side in passage.sides]
        if len(story.articles) < 2 or not articles:
            return
        if len(articles) > 1 and len({passage.whole.origin_of[article.id] for article in articles}) > 1:
            return
        claims = [
            Claim(
                "sentence",
                said.witness.sentences[said.sentence].text,
                Evidence(side.witness.article.id, said.span, text),
            )
            for side in passage.sides
            for said, text in zip(side.said, side.wording, strict=True)
        ]
        yield self.finding("passage", claims)
