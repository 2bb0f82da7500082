"""What each sentence is in its article: headline, caption, dateline, byline, signature, teaser, furniture or body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.config import TextConfig
from compare.model import Article, Sentence, Span


@dataclass(frozen=True, slots=True)
class Roles:
    """Sentences with their roles, the dateline's span, and the agencies that the text credits."""

    sentences: tuple[Sentence, ...]
    dateline: Span | None = None
    agencies: tuple[str, ...] = ()


def find_roles(article: Article, sentences: Sequence[Sentence], config: TextConfig) -> Roles:
    """Give each sentence its role, with the reason."""
    return Roles(tuple(sentences))
