"""How many differences of which sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from compare.model import Comparison, Severity
from compare.report.labels import count, difference, is_alarm, listing


@dataclass(slots=True)
class Tally:
    """What is counted of comparisons, each looked at once: they may wait on disk.

    `sizes` are the articles of each story, `origins` those of stories of several articles; of differences there are
    the severities, the kinds, and the severities of those that an editor should look at.
    """

    sizes: list[int] = field(default_factory=list)
    origins: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    alarms: Counter[Severity] = field(default_factory=Counter)

    def add(self, comparison: Comparison) -> None:
        """Count one more."""
        story = comparison.story
        self.sizes.append(len(story.articles))
        self.origins += len(story.origins) if len(story.articles) > 1 else 0
        self.severities.update(f.severity for f in comparison.discrepancies)
        self.kinds.update(f.kind for f in comparison.discrepancies)
        self.alarms.update(f.severity for f in filter(is_alarm, comparison.findings))


def tally(comparisons: Iterable[Comparison]) -> Tally:
    """What is counted of these."""
    counted = Tally()
    for comparison in comparisons:
        counted.add(comparison)
    return counted


def stories_in_words(counted: Tally) -> str:
    """How many stories are told by more than one article, and by how many of the articles."""
    sizes = counted.sizes
    shared, articles = [size for size in sizes if size > 1], count(sum(sizes), "article")
    if not shared:
        return f"No two of {articles} tell one story" if len(sizes) > 1 else f"{articles} and none beside it"
    told = articles if sum(shared) == sum(sizes) else f"{sum(shared):,} of {articles}"
    return f"{count(len(shared), 'story', 'stories')}, told by {told}"


def alarm_counts(counted: Tally) -> dict[str, int]:
    """Severity → number of differences that an editor should look at."""
    return {str(s): counted.alarms[s] for s in Severity if s is not Severity.INFO}


def differences_in_words(counted: Tally) -> str:
    """How many differences there are, by severity, and how many passages are told in other words."""
    alarms, worded = alarm_counts(counted), counted.kinds["wording"]
    other = f"; {count(worded, 'passage')} in other words" if worded else ""
    if not sum(alarms.values()):
        return f"no differences found{other}"
    by_severity = listing(f"{n:,} {name}" for name, n in alarms.items() if n)
    return f"{count(sum(alarms.values()), 'difference')}: {by_severity}{other}"


def severity_counts(counted: Tally) -> tuple[tuple[str, int], ...]:
    """(severity, number of differences), gravest first."""
    return tuple((str(s), counted.severities[s]) for s in Severity)


def kind_counts(counted: Tally) -> tuple[tuple[str, str, int], ...]:
    """(kind, in words, number of differences), most frequent first."""
    return tuple((k, difference(k), n) for k, n in sorted(counted.kinds.items(), key=lambda kn: (-kn[1], kn[0])))
