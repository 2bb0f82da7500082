"""Which of two articles came first."""

from __future__ import annotations

from datetime import UTC, datetime

from compare.model import Article


def is_earlier(a: Article, b: Article) -> bool:
    """True where `a` was published before `b`; False where one has no date. A time without a zone is taken as UTC."""
    if a.published is None or b.published is None:
        return False
    return _in_utc(a.published) < _in_utc(b.published)


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
