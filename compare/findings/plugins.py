"""Comparers that other packages bring: the entry points `twosource.comparers`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from compare.errors import ConfigError
from compare.findings.comparer import Comparer, StoryComparer

GROUP = "twosource.comparers"


@cache
def brought() -> tuple[tuple[Comparer, ...], tuple[StoryComparer, ...]]:
    """Passage comparers and story comparers of installed packages, by name; raises `ConfigError` for a broken one."""
    passages: list[Comparer] = []
    stories: list[StoryComparer] = []
    for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)):
        made = _load(point)
        if hasattr(made, "compare"):
            passages.append(made)
        if hasattr(made, "compare_story"):
            stories.append(made)
    return tuple(passages), tuple(stories)


def _load(point: EntryPoint) -> Any:  # noqa: ANN401  # what a package brings has any type until it is checked
    try:
        made = point.load()
    except Exception as error:  # a broken plug-in may fail in any way; it is named, never skipped
        raise ConfigError(
            f"comparer {point.name} ({point.value}) cannot be loaded: {error}; uninstall or mend it"
        ) from error
    made = made() if isinstance(made, type) else made
    if not isinstance(getattr(made, "kind", None), str) or not (
        hasattr(made, "compare") or hasattr(made, "compare_story")
    ):
        raise ConfigError(f"comparer {point.name} ({point.value}) has no kind with compare or compare_story")
    return made
