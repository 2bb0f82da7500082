"""What a house makes of kinds and rules: other severities than the rules have."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from compare.errors import ConfigError
from compare.model import Finding, Severity, Verdict


def with_severity(finding: Finding, wanted: tuple[str, ...]) -> Finding:
    """The finding with the severity that the house gives to its rule, or else to its kind; for differences only."""
    if not wanted or finding.verdict is not Verdict.DIFFER:
        return finding
    table = severities(wanted)
    severity = table.get(finding.rule) or table.get(finding.kind)
    return replace(finding, severity=severity) if severity else finding


@lru_cache(maxsize=16)
def severities(wanted: tuple[str, ...]) -> MappingProxyType[str, Severity]:
    """ "hedge=info" → {"hedge": Severity.INFO}; raises `ConfigError` for what is no such pair."""
    return MappingProxyType(dict(_read(wanted)))


def check_severities(wanted: tuple[str, ...], known: Collection[str]) -> None:
    """Raise `ConfigError` for a kind or rule that this installation does not have."""
    for name in severities(wanted):
        if name not in known:
            raise ConfigError(
                f"findings.severities: unknown kind or rule {name!r}; comparison.json names what a finding is of"
            )


def _read(wanted: tuple[str, ...]) -> Iterator[tuple[str, Severity]]:
    for pair in wanted:
        name, _, severity = (part.strip() for part in pair.partition("="))
        try:
            yield name, Severity(severity)
        except ValueError:
            raise ConfigError(
                f"findings.severities: {pair!r} is not KIND=SEVERITY or RULE=SEVERITY, as in hedge=info; "
                f"severities are {', '.join(Severity)}"
            ) from None
