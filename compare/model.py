"""The nouns of the house: frozen, slotted, picklable values that every stage passes on; they import nothing of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a sentence is in its article. Only headline and body take part in comparison."""

    BODY = "body"
    HEADLINE = "headline"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    SIGNATURE = "signature"
    TEASER = "teaser"
    FURNITURE = "furniture"

    @property
    def is_compared(self) -> bool:
        """True for the roles that carry the story itself."""
        return self in (Role.BODY, Role.HEADLINE)


class Verdict(StrEnum):
    """What a comparer says of a row."""

    AGREE = "AGREE"
    DIFFER = "DIFFER"
    ONLY_IN = "ONLY_IN"


class Severity(StrEnum):
    """How much a finding matters: high, cannot both hold; medium, the meaning shifts; low, precision or wording."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for high to 3 for info, for sorting."""
        return ("high", "medium", "low", "info").index(self)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of `Article.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Article:
    """One document. `text` is what every span counts in; `notes` says what was repaired when it was read."""

    id: str
    text: str
    title: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    url: str = ""
    language: str = ""
    path: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why; `line` is 0 where the fault has no line."""

    path: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: `article.text[span.start:span.end] == text`. `reason` says what gave it its role."""

    span: Span
    text: str
    role: Role = Role.BODY
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CopyEdge:
    """A verified pair of near-duplicates: word-shingle Jaccard, and the share of the shorter found in the longer."""

    a: str
    b: str
    jaccard: float
    containment: float = 0.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles printed from one text. `fullest` is the member that holds most of it, `earliest` the first dated one."""

    id: str
    members: tuple[str, ...]
    edges: tuple[CopyEdge, ...] = ()
    fullest: str = ""
    earliest: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryEdge:
    """Why two articles were taken for one story: the log-odds score and the features that made it."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent voice: the articles (ids, fullest first) that share a text or an agency, and the reason."""

    members: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """A near miss: another story that shares names with this one, told and not joined."""

    story: str
    score: float
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report the same event. `copies` groups article ids that share one text (singletons left out)."""

    id: str
    articles: tuple[Article, ...]
    copies: tuple[tuple[str, ...], ...] = ()
    edges: tuple[StoryEdge, ...] = ()
    origins: tuple[Origin, ...] = ()
    related: tuple[Related, ...] = ()
    notes: tuple[str, ...] = ()

    def origin_of(self, article: str) -> int:
        """Index of the origin that holds this article id; one that none holds is an origin of its own, after them."""
        groups = [*(o.members for o in self.origins), *((a.id,) for a in self.articles)]
        return next(i for i, members in enumerate(groups) if article in members)


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a word-level diff: op is "=", "-" (only in a) or "+" (only in b); the spans count in the articles."""

    op: str
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Diff:
    """Word-level diff between two witnesses of a row; `a` and `b` are witness indexes, `ratio` how alike they are."""

    a: int
    b: int
    ratio: float
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One passage of the story: one tuple of sentences per witness, in the order of the story's articles; () is a gap.

    `score` is the mean score of its links (0 for a passage of one witness), `moved` the witnesses that have it out of
    the base's order, `diffs` the word-level differences where the readings are alike enough to show them.
    """

    readings: tuple[tuple[Sentence, ...], ...]
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    moved: tuple[int, ...] = ()
    diffs: tuple[Diff, ...] = ()

    @property
    def witnesses(self) -> tuple[int, ...]:
        """Indexes of the witnesses that have this passage."""
        return tuple(i for i, reading in enumerate(self.readings) if reading)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact span that carries a claim; `article` is the article's id and `quote` the characters of the span."""

    article: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable value. `value` is typed and hashable, `str(value)` is its normal form, as the exports write it.

    `subject` is who or what the value belongs to: the speaker of a statement, the head noun of a figure, the person.
    """

    kind: str
    value: object
    evidence: Evidence
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a comparer says: `rule` is the id of the level that said it, `note` the rule in one plain sentence.

    `claims` hold the evidence, in the order of the witnesses; `row` is the index of the passage in `Comparison.rows`,
    None for a finding within one article.
    """

    kind: str
    verdict: Verdict
    severity: Severity
    rule: str
    claims: tuple[Claim, ...]
    note: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A story laid side by side; `left_out` holds, per witness, the sentences that are not compared, with reasons.

    Every sentence of every witness is in exactly one row or in `left_out`. `claims` are all facts found in the rows.
    """

    story: Story
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[tuple[Sentence, ...], ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """Findings that say AGREE."""
        return tuple(f for f in self.findings if f.verdict is Verdict.AGREE)

    @property
    def discrepancies(self) -> tuple[Finding, ...]:
        """Findings that say DIFFER."""
        return tuple(f for f in self.findings if f.verdict is Verdict.DIFFER)

    @property
    def only_in(self) -> tuple[Finding, ...]:
        """Findings that say ONLY_IN."""
        return tuple(f for f in self.findings if f.verdict is Verdict.ONLY_IN)


@dataclass(frozen=True, slots=True)
class Run:
    """All that a report tells; `made_with` names versions and settings, `inputs` gives a digest for each article id."""

    comparisons: Sequence[Comparison]
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()
    made_with: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
