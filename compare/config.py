"""Every default of the tool, once: one small frozen dataclass per stage, joined in `Config`.

Durations are seconds, sizes bytes, thresholds shares of 1 unless a field says otherwise. An unknown key or an
impossible value is a `ConfigError` that names the nearest valid key.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from math import isfinite
from typing import Any, TypeVar, get_type_hints

from compare.errors import ConfigError

T = TypeVar("T")

_SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([kmgt])(i?)b?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadConfig:
    """How files become articles."""

    max_bytes: int = 50_000_000
    """Largest file that is read, also after unpacking; of JSON Lines the longest line."""
    max_page_bytes: int = 5_000_000
    """Largest HTML page that is searched for its article."""
    max_members: int = 20_000
    """Most files in one archive."""
    max_ratio: int = 200
    """An archive member that unpacks to more than this many times its packed size is refused."""
    max_nesting: int = 3
    """How deep archives may lie in archives."""
    map: tuple[str, ...] = ()
    """Which field of a file's own holds which of an article's: `("text=body", "source=meta.outlet")`."""


@dataclass(frozen=True, slots=True)
class TextConfig:
    """How an article is cut into sentences and roles."""

    keep_furniture: bool = False
    """Compare teasers, captions and furniture too."""


@dataclass(frozen=True, slots=True)
class CopyConfig:
    """Near-duplicate copies: shingles, MinHash, bands, verification."""

    shingle: int = 3
    """Words of a shingle (in scripts without spaces a word is a character with its two followers)."""
    permutations: int = 64
    """Values of a MinHash signature; two neighbouring ones are a band."""
    seed: int = 1
    """Seed of the MinHash permutations; signatures of different seeds cannot be compared."""
    scheme: str = "affine32"
    """datasketch's hash scheme; signatures of different schemes cannot be compared."""
    fast: bool = True
    """Use numba where the extra `fast` is installed and loading it pays; the values are the same."""
    promising: float = 0.12
    """Candidates whose signatures agree in fewer values than this share are not verified."""
    jaccard: float = 0.5
    """Copies share this part of their shingles together ..."""
    containment: float = 0.8
    """... or the shorter is found to this part in the longer ..."""
    evidence: float = 0.4
    """... and of the shingles that are not furniture or idiom the shorter shares this part."""
    least: int = 12
    """A text contained in another, or a short one like another, shares this many shingles that are not furniture."""
    short: int = 40
    """A text of fewer shingles is short: a copy of it differs by what was added, and keeps ..."""
    short_containment: float = 0.95
    """... this part of the shorter one."""
    long: int = 120
    """A text of this many shingles is long: it is known again after edits throughout, and its copies chain."""
    edited: float = 0.3
    """A long text edited throughout shares this part of its own shingles, both ways, ..."""
    even: float = 0.6
    """... each quarter of both at least this much of the whole's part, ..."""
    edited_words: float = 0.75
    """... and keeps this part of its rare words and figures."""

    def __post_init__(self) -> None:
        if self.scheme != "affine32":
            raise ConfigError(f"copies.scheme is {self.scheme!r}: the one that is known is 'affine32'")
        if not 2 <= self.permutations <= 65_536 or not 1 <= self.shingle <= 65_536:
            raise ConfigError("copies.permutations is 2 to 65,536 and copies.shingle 1 to 65,536")
        for name in ("promising", "jaccard", "containment", "evidence", "short_containment", "edited", "even"):
            if not 0 <= getattr(self, name) <= 1:
                raise ConfigError(f"copies.{name} is {getattr(self, name)}: give a share from 0 to 1")


@dataclass(frozen=True, slots=True)
class StoryConfig:
    """Articles that report the same event."""

    strict: bool = False
    """Join only what is nearly certain (precision before recall)."""
    cut: float = -2.0
    """Mean log-odds above which two groups of articles are one story; higher joins less."""
    few_caution: float = 4.0
    """Taken off a score, divided by the number of articles of that field: few hardly tell events apart."""
    strict_cut: float = 2.5
    """The cut where `strict` is set."""
    strict_days: int = 1
    """Where `strict` is set, reports published more days apart are never joined."""


@dataclass(frozen=True, slots=True)
class AlignConfig:
    """Sentence links and rows."""

    threshold: float = 0.265
    """Least score of a link."""
    pair_model: str = ""
    """Folder of a local cross-encoder (model.onnx, tokenizer.json) that judges the pairs in doubt; empty: none."""
    doubt_from: float = 0.12
    """With a pair model: pairs that score less stay unlinked unread."""
    doubt_to: float = 0.5
    """With a pair model: pairs that score more stay linked unread."""
    diff_from: float = 0.4
    """Show a word-level diff between readings that are at least this alike."""

    def __post_init__(self) -> None:
        for name in ("threshold", "doubt_from", "doubt_to", "diff_from"):
            if not 0 <= getattr(self, name) <= 1:
                raise ConfigError(f"align.{name} is {getattr(self, name)}: give a share from 0 to 1")


@dataclass(frozen=True, slots=True)
class FindingConfig:
    """Which kinds of findings are made."""

    only: tuple[str, ...] = ()
    """Make only these kinds; empty means all."""
    ignore: tuple[str, ...] = ()
    """Never make these kinds."""
    severities: tuple[str, ...] = ()
    """Other severities for kinds or rules, as in hedge=info or set=medium; unlike sentences may still lower them."""
    names: str = ""
    """Path of a house list of names (TOML); articles are checked against its spellings. Empty: no list."""
    high_from: float = 0.5
    """Two sentences must be this alike (Dice of their content words) before a difference between them is high."""
    medium_from: float = 0.25
    """Below this likeness a difference is at most low."""
    values_from: float = 0.4
    """Below this likeness a difference between two values (figures, dates, places) is at most low."""

    def __post_init__(self) -> None:
        if not 0 <= self.values_from <= 1:
            raise ConfigError(f"findings.values_from is {self.values_from}: give a share from 0 to 1")
        if not 0 <= self.medium_from <= self.high_from <= 1:
            raise ConfigError(
                f"findings: 0 <= medium_from ({self.medium_from}) <= high_from ({self.high_from}) <= 1 must hold"
            )


@dataclass(frozen=True, slots=True)
class ReportConfig:
    """What the report looks like."""

    title: str = ""
    """Headline of the report; empty means the number of stories and articles."""
    columns_up_to: int = 3
    """Stories of at most this many sources stand in columns; larger ones as a base text with variants beneath it."""
    agreements_shown: int = 8
    """Passages of agreement that are shown before the rest is folded away."""
    one_file_stories: int = 150
    """Up to this many stories the report is one file; above it is an index and a page per story."""
    one_file_bytes: int = 5_000_000
    """Up to this size the report is one file."""


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration. `Config()` is the good default for five articles and for fifty thousand."""

    read: ReadConfig = field(default_factory=ReadConfig)
    text: TextConfig = field(default_factory=TextConfig)
    copies: CopyConfig = field(default_factory=CopyConfig)
    stories: StoryConfig = field(default_factory=StoryConfig)
    align: AlignConfig = field(default_factory=AlignConfig)
    findings: FindingConfig = field(default_factory=FindingConfig)
    report: ReportConfig = field(default_factory=ReportConfig)
    workers: int = 1
    """Processes; 0 means one per core."""
    memory_limit: str = ""
    """Memory that a comparison may take, all its processes together, as in 500MB or 2GiB; empty: no limit."""

    @property
    def memory_bytes(self) -> int:
        """`memory_limit` as a number of bytes; 0 is no limit."""
        return _bytes_of(self.memory_limit) if self.memory_limit else 0

    def __post_init__(self) -> None:
        if self.memory_limit:
            _bytes_of(self.memory_limit)
        if self.workers < 0:
            raise ConfigError(f"workers is {self.workers}: give 0 (one per core) or more")

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Config:
        """A configuration from nested plain values, as a TOML file gives them; raises `ConfigError`."""
        return _build(cls, values, "")


def _bytes_of(size: str) -> int:
    found = _SIZE.fullmatch(size.strip())
    count = float(found[1]) * (1024 if found[3] else 1000) ** ("kmgt".index(found[2].lower()) + 1) if found else 0
    if not count:
        raise ConfigError(f"memory_limit is {size!r}: give a size with its unit, as in 500MB or 2GiB")
    return int(count)


def _build(kind: type[T], values: Mapping[str, Any], where: str) -> T:
    known = {f.name for f in fields(kind)}  # type: ignore[arg-type]  # kind is always a dataclass here
    types = get_type_hints(kind)
    made = {}
    for key, value in values.items():
        name = key.replace("-", "_")
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean {where}{near[0]}?" if near else f"; known: {', '.join(sorted(known))}"
            raise ConfigError(f"unknown key {where}{key}{hint}")
        made[name] = _value(types[name], value, f"{where}{name}")
    return kind(**made)


def _value(wanted: Any, value: Any, where: str) -> Any:  # noqa: ANN401  # a TOML value has any type
    if is_dataclass(wanted) and isinstance(wanted, type):
        if not isinstance(value, Mapping):
            raise ConfigError(f"{where} is a table of settings, not {value!r}")
        return _build(wanted, value, f"{where}.")
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if getattr(wanted, "__origin__", None) is tuple:
        if isinstance(value, str) or not all(isinstance(v, str) for v in value):
            raise ConfigError(f"{where} is a list of strings, not {value!r}")
        return tuple(value)
    if isinstance(value, float) and not isfinite(value):
        raise ConfigError(f"{where} must be a number, not {value!r}")
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ConfigError(f"{where} must be {wanted.__name__}, not {value!r}")
    return value
