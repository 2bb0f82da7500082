"""One tree of errors; every message says what to do.

    CompareError
    ├── ConfigError            an unknown key or an impossible value
    ├── ReadError              a file that cannot be read: path, line, reason
    │   ├── UnsupportedFormat  no reader for this kind of file
    │   └── LimitExceeded      larger, deeper or more than the limits allow
    ├── DuplicateIds           two articles with one id (a ValueError too)
    ├── IndexMismatch          an index made with another scheme, seed or version: rebuild it
    ├── EngineError            the engine could not run the job
    │   └── MissingExtra       a package of an optional extra is not installed
    └── ReportError            the report could not be written

A programmer's misuse stays TypeError or ValueError.
"""

from __future__ import annotations


class CompareError(Exception):
    """Root of all errors that this package raises on purpose."""

    slug = "compare-error"


class ConfigError(CompareError):
    """An unknown configuration key, or a value that cannot be."""

    slug = "config"


class ReadError(CompareError):
    """A file that cannot be read."""

    slug = "read"

    def __init__(self, path: str, reason: str, line: int = 0) -> None:
        self.path, self.reason, self.line = path, reason, line
        super().__init__(f"{path}{f':{line}' if line else ''}: {reason}")

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, int]]:
        return type(self), (self.path, self.reason, self.line)


class UnsupportedFormat(ReadError):
    """No reader knows this kind of file."""

    slug = "unsupported-format"


class LimitExceeded(ReadError):
    """The file is larger, deeper or holds more than the limits allow."""

    slug = "limit"


class DuplicateIds(CompareError, ValueError):
    """Two articles have one id."""

    slug = "duplicate-ids"

    def __init__(self, ids: list[str]) -> None:
        self.ids = ids
        more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
        super().__init__(f"articles need ids of their own; given twice: {', '.join(map(repr, ids[:5]))}{more}")

    def __reduce__(self) -> tuple[type[DuplicateIds], tuple[list[str]]]:
        return type(self), (self.ids,)


class IndexMismatch(CompareError):
    """The index was made with another scheme, seed, shingle or version."""

    slug = "index-mismatch"


class EngineError(CompareError):
    """The engine could not run the job."""

    slug = "engine"


class MissingExtra(EngineError):
    """A package that an optional extra brings is not installed."""

    slug = "missing-extra"

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        self.package, self.extra, self.purpose = package, extra, purpose
        super().__init__(f"{purpose} needs {package}: pip install 'twosource[{extra}]'")

    def __reduce__(self) -> tuple[type[MissingExtra], tuple[str, str, str]]:
        return type(self), (self.package, self.extra, self.purpose)


class ReportError(CompareError):
    """The report could not be written."""

    slug = "report"
