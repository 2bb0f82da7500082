"""twosource: which articles tell the same story, what they agree on, where they differ, what only one of them says."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from compare.version import __version__

logging.getLogger(__name__).addHandler(logging.NullHandler())

if TYPE_CHECKING:
    from compare.align.link import Link
    from compare.align.links import align_articles
    from compare.cluster.copies import find_copies
    from compare.cluster.stories import find_stories
    from compare.config import (
        AlignConfig,
        Config,
        CopyConfig,
        FindingConfig,
        ReadConfig,
        ReportConfig,
        StoryConfig,
        TextConfig,
    )
    from compare.errors import (
        CompareError,
        ConfigError,
        DuplicateIds,
        EngineError,
        IndexMismatch,
        LimitExceeded,
        MissingExtra,
        ReadError,
        ReportError,
        UnsupportedFormat,
    )
    from compare.facts.facts import extract_claims
    from compare.model import (
        Article,
        Change,
        Claim,
        Cluster,
        Comparison,
        CopyEdge,
        Diff,
        Evidence,
        Finding,
        Origin,
        Related,
        Role,
        Row,
        Run,
        Sentence,
        Severity,
        Span,
        Story,
        StoryEdge,
        Unread,
        Verdict,
    )
    from compare.pipeline import compare_articles, compare_story
    from compare.read.folder import load_articles
    from compare.report.export import to_arrow, to_dict, to_json, to_pandas
    from compare.report.notebook import show
    from compare.report.write import write_report
    from compare.text.sentences import split_sentences

_HOME = {
    "compare.align.link": ("Link",),
    "compare.align.links": ("align_articles",),
    "compare.cluster.copies": ("find_copies",),
    "compare.cluster.stories": ("find_stories",),
    "compare.config": (
        "AlignConfig",
        "Config",
        "CopyConfig",
        "FindingConfig",
        "ReadConfig",
        "ReportConfig",
        "StoryConfig",
        "TextConfig",
    ),
    "compare.errors": (
        "CompareError",
        "ConfigError",
        "DuplicateIds",
        "EngineError",
        "IndexMismatch",
        "LimitExceeded",
        "MissingExtra",
        "ReadError",
        "ReportError",
        "UnsupportedFormat",
    ),
    "compare.facts.facts": ("extract_claims",),
    "compare.model": (
        "Article",
        "Change",
        "Claim",
        "Cluster",
        "Comparison",
        "CopyEdge",
        "Diff",
        "Evidence",
        "Finding",
        "Origin",
        "Related",
        "Role",
        "Row",
        "Run",
        "Sentence",
        "Severity",
        "Span",
        "Story",
        "StoryEdge",
        "Unread",
        "Verdict",
    ),
    "compare.pipeline": ("compare_articles", "compare_story"),
    "compare.read.folder": ("load_articles",),
    "compare.report.export": ("to_arrow", "to_dict", "to_json", "to_pandas"),
    "compare.report.notebook": ("show",),
    "compare.report.write": ("write_report",),
    "compare.text.sentences": ("split_sentences",),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = ["__version__", *sorted(_MODULE_OF)]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # a public name may be anything
    """Import a public name when it is first used, so that `import compare` costs nothing."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'compare' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
