"""How many differences of which sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.model import Comparison, Severity
from compare.report.labels import difference, is_alarm


def alarm_counts(comparisons: Sequence[Comparison]) -> dict[str, int]:
    """Severity → number of differences that an editor should look at."""
    found = Counter(f.severity for c in comparisons for f in filter(is_alarm, c.findings))
    return {str(s): found[s] for s in Severity if s is not Severity.INFO}


def worded_count(comparisons: Sequence[Comparison]) -> int:
    """Number of passages that say one thing in other words."""
    return sum(f.kind == "wording" for c in comparisons for f in c.discrepancies)


def severity_counts(comparisons: Sequence[Comparison]) -> tuple[tuple[str, int], ...]:
    """(severity, number of differences), gravest first."""
    found = Counter(f.severity for c in comparisons for f in c.discrepancies)
    return tuple((str(s), found[s]) for s in Severity)


def kind_counts(comparisons: Sequence[Comparison]) -> tuple[tuple[str, str, int], ...]:
    """(kind, in words, number of differences), most frequent first."""
    found = Counter(f.kind for c in comparisons for f in c.discrepancies)
    return tuple((k, difference(k), n) for k, n in sorted(found.items(), key=lambda kn: (-kn[1], kn[0])))
