"""How many differences of which sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.model import Comparison, Severity
from compare.report.labels import count, difference, is_alarm, listing


def stories_in_words(comparisons: Sequence[Comparison]) -> str:
    """How many stories are told by more than one article, and by how many of the articles."""
    sizes = [len(c.story.articles) for c in comparisons]
    shared, articles = [size for size in sizes if size > 1], count(sum(sizes), "article")
    if not shared:
        return f"No two of {articles} tell one story" if len(sizes) > 1 else f"{articles} and none beside it"
    told = articles if sum(shared) == sum(sizes) else f"{sum(shared):,} of {articles}"
    return f"{count(len(shared), 'story', 'stories')}, told by {told}"


def alarm_counts(comparisons: Sequence[Comparison]) -> dict[str, int]:
    """Severity → number of differences that an editor should look at."""
    found = Counter(f.severity for c in comparisons for f in filter(is_alarm, c.findings))
    return {str(s): found[s] for s in Severity if s is not Severity.INFO}


def worded_count(comparisons: Sequence[Comparison]) -> int:
    """Number of passages that say one thing in other words."""
    return sum(f.kind == "wording" for c in comparisons for f in c.discrepancies)


def differences_in_words(comparisons: Sequence[Comparison]) -> str:
    """How many differences there are, by severity, and how many passages are told in other words."""
    alarms, worded = alarm_counts(comparisons), worded_count(comparisons)
    other = f"; {count(worded, 'passage')} in other words" if worded else ""
    if not sum(alarms.values()):
        return f"no differences found{other}"
    by_severity = listing(f"{n:,} {name}" for name, n in alarms.items() if n)
    return f"{count(sum(alarms.values()), 'difference')}: {by_severity}{other}"


def severity_counts(comparisons: Sequence[Comparison]) -> tuple[tuple[str, int], ...]:
    """(severity, number of differences), gravest first."""
    found = Counter(f.severity for c in comparisons for f in c.discrepancies)
    return tuple((str(s), found[s]) for s in Severity)


def kind_counts(comparisons: Sequence[Comparison]) -> tuple[tuple[str, str, int], ...]:
    """(kind, in words, number of differences), most frequent first."""
    found = Counter(f.kind for c in comparisons for f in c.discrepancies)
    return tuple((k, difference(k), n) for k, n in sorted(found.items(), key=lambda kn: (-kn[1], kn[0])))
