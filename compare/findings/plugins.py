"""Comparers that other packages bring: the entry points `twosource.comparers`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from compare.errors import ConfigError
from compare.findings.comparer import Comparer, Level, Passage, StoryComparer, StoryView
from compare.model import Finding

GROUP = "twosource.comparers"


@cache
def brought() -> tuple[tuple[Comparer, ...], tuple[StoryComparer, ...]]:
    """Passage comparers and story comparers of installed packages, by name; raises `ConfigError` for a broken one."""
    made = [_load(point) for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value))]
    passages = tuple(_OfPassage(name, one) for name, one in made if hasattr(one, "compare"))
    return passages, tuple(_OfStory(name, one) for name, one in made if hasattr(one, "compare_story"))


@dataclass(frozen=True)
class _Brought:
    """A comparer of another package: what it fails in and what it quotes wrongly is said by its name."""

    name: str
    made: Any

    @property
    def kind(self) -> str:
        return str(self.made.kind)

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(getattr(self.made, "kinds", ()))

    @property
    def levels(self) -> tuple[Level, ...]:
        return tuple(getattr(self.made, "levels", ()))

    def _findings(self, judge: Callable[[Any], Iterable[Finding]], what: object, view: StoryView) -> list[Finding]:
        try:
            found = list(judge(what))
        except Exception as error:  # a plug-in may fail in any way; the run stops, and says which one it was
            raise ConfigError(f"{self.name} failed: {type(error).__name__}: {error}; mend or uninstall it") from error
        texts = {article.id: article.text for article in view.story.articles}
        for finding in found:
            if not isinstance(finding, Finding):
                raise ConfigError(f"{self.name} gave {type(finding).__name__} where a Finding is wanted; mend it")
            for evidence in (claim.evidence for claim in finding.claims):
                if evidence.span.of(texts.get(evidence.article, "")) != evidence.quote or not evidence.quote:
                    raise ConfigError(f"{self.name} quotes {evidence.quote!r}, which does not stand there; mend it")
        return found


class _OfPassage(_Brought):
    def compare(self, passage: Passage) -> list[Finding]:
        return self._findings(self.made.compare, passage, passage.whole)


class _OfStory(_Brought):
    def compare_story(self, view: StoryView) -> list[Finding]:
        return self._findings(self.made.compare_story, view, view)


def _load(point: EntryPoint) -> tuple[str, Any]:
    """The comparer and what messages call it."""
    name = f"comparer {point.name} ({point.value})"
    try:
        made = point.load()
        made = made() if isinstance(made, type) else made
    except Exception as error:  # a broken plug-in may fail in any way; it is named, never skipped
        raise ConfigError(f"{name} cannot be loaded: {error}; uninstall or mend it") from error
    if not isinstance(getattr(made, "kind", None), str) or not (
        hasattr(made, "compare") or hasattr(made, "compare_story")
    ):
        raise ConfigError(f"{name} has no kind with compare or compare_story")
    return name, made
