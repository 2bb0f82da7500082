"""The comparer tables, and the one loop that runs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.config import FindingConfig
from compare.errors import ConfigError
from compare.findings.age import AgeComparer
from compare.findings.agreement import AgreementComparer
from compare.findings.amount import AmountComparer
from compare.findings.antonym import AntonymComparer
from compare.findings.attribution import AttributionComparer
from compare.findings.body import BodyComparer
from compare.findings.comparer import Comparer, Passage, StoryComparer, StoryView
from compare.findings.corrections import mark_copies, mark_updates
from compare.findings.date import DateComparer
from compare.findings.exclusive import ExclusiveComparer
from compare.findings.gate import pass_gate
from compare.findings.gender import GenderComparer
from compare.findings.house_style import HouseStyleComparer
from compare.findings.kinds import KindComparer
from compare.findings.listing import ListComparer
from compare.findings.mentions import MentionComparer
from compare.findings.merge import add_copies, join_passages, join_witnesses, worded_for_all
from compare.findings.modality import ModalityComparer
from compare.findings.name import NameComparer
from compare.findings.name_conflict import NameConflictComparer
from compare.findings.name_spelling import NameSpellingComparer
from compare.findings.negation import NegationComparer
from compare.findings.only_in import OnlyInComparer
from compare.findings.ordinal import OrdinalComparer
from compare.findings.place import PlaceComparer
from compare.findings.plugins import brought
from compare.findings.quantity import QuantityComparer
from compare.findings.quote_wording import QuoteWordingComparer
from compare.findings.roles import RoleComparer
from compare.findings.score import ScoreComparer
from compare.findings.severities import check_severities, with_severity
from compare.findings.spellings import gather_spellings
from compare.findings.swaps import SwapComparer
from compare.findings.tidy import drop_needless, drop_settled
from compare.findings.time import TimeComparer
from compare.findings.title_role import TitleRoleComparer
from compare.findings.unsupported import UnsupportedComparer
from compare.findings.wording import WordingComparer
from compare.model import Finding, Verdict

COMPARERS: tuple[Comparer, ...] = (
    QuantityComparer("number"),
    QuantityComparer("unit"),
    QuantityComparer("duration"),
    OrdinalComparer(),
    ScoreComparer(),
    DateComparer(),
    TimeComparer(),
    ModalityComparer(),
    NegationComparer(),
    AntonymComparer(),
    AmountComparer(),
    NameComparer(),
    NameConflictComparer(),
    TitleRoleComparer(),
    PlaceComparer(),
    BodyComparer(),
    GenderComparer(),
    AttributionComparer(),
    ListComparer(),
    SwapComparer(),
    ExclusiveComparer(),
    KindComparer(),
    RoleComparer(),
    AgreementComparer(),
    OnlyInComparer(),
    WordingComparer(),
)
"""One per kind, run over every passage."""

PLAIN: tuple[Comparer, ...] = (AgreementComparer(), OnlyInComparer())
"""Those that run over text without sentence ends and tables of figures, where no value answers another."""

BARE: tuple[Comparer, ...] = (AmountComparer(), *PLAIN)
"""Those that find something in equal words without claims: lists, forms and refrains have thousands of such lines."""

STORY_COMPARERS: tuple[StoryComparer, ...] = (
    NameSpellingComparer(),
    GenderComparer(),
    PlaceComparer(),
    AgeComparer(),
    QuoteWordingComparer(),
    UnsupportedComparer(),
    MentionComparer(),
    HouseStyleComparer(),
)
"""One per kind, run once over the story."""


def known_kinds() -> tuple[str, ...]:
    """Every kind of finding that this installation makes; a comparer of several kinds lists them in `kinds`."""
    return tuple(sorted({kind for c in _every() for kind in (c.kind, *getattr(c, "kinds", ()))}))


def _every() -> tuple[Comparer | StoryComparer, ...]:
    passages, stories = brought()
    return (*COMPARERS, *passages, *STORY_COMPARERS, *stories)


def find_findings(view: StoryView) -> tuple[Finding, ...]:
    """Every finding of the story, most severe first, then by place."""
    config = view.config.findings
    _check_kinds(config)
    order = [witness.article.id for witness in view.witnesses]
    found = [finding for passage in view.passages for finding in _of_passage(passage, config, order)]
    found += [finding for passage in view.beside for finding in _of_unlinked(passage, config, order)]
    for comparer in (*STORY_COMPARERS, *brought()[1]):
        wanted = (f for f in comparer.compare_story(view) if _is_wanted(f.kind, config))
        found += join_witnesses((with_severity(f, config.severities) for f in wanted), order, of_story=True)
    joined = join_passages(sorted(drop_settled(found), key=_place), order)
    gathered = gather_spellings(joined, view)
    told = [f for f in gathered if f.kind != "name_spelling"]
    told += join_witnesses((f for f in gathered if f.kind == "name_spelling"), order, of_story=True)
    return tuple(sorted({worded_for_all(f) for f in mark_copies(mark_updates(told, view), view)}, key=_place))


def _of_passage(passage: Passage, config: FindingConfig, order: list[str]) -> Iterator[Finding]:
    comparers = (*(BARE if passage.is_bare_line else COMPARERS), *brought()[0]) if passage.is_prose else PLAIN
    wanted = (f for c in comparers for f in c.compare(passage) if _is_wanted(f.kind, config))
    made = [with_severity(f, config.severities) for f in wanted]
    passed = [f for finding in made if (f := pass_gate(finding, passage, config))]
    placed = [f if f.row is not None else replace(f, row=passage.index) for f in passed]
    for finding in join_witnesses(drop_needless(placed), order):
        yield add_copies(finding, passage)


def _of_unlinked(passage: Passage, config: FindingConfig, order: list[str]) -> Iterator[Finding]:
    """Conflicts of two short texts that no row brings together; what they agree on nobody would look for here."""
    yield from (f for f in _of_passage(passage, config, order) if f.verdict is Verdict.DIFFER and f.kind != "wording")


def _is_wanted(kind: str, config: FindingConfig) -> bool:
    return (not config.only or kind in config.only) and kind not in config.ignore


def _check_kinds(config: FindingConfig) -> None:
    known = known_kinds()
    for kind in (*config.only, *config.ignore):
        if kind not in known:
            raise ConfigError(f"unknown kind of finding {kind!r}; known: {', '.join(known)}")
    rules = {level.id for comparer in _every() for level in comparer.levels}
    check_severities(config.severities, rules.union(known))


def _place(finding: Finding) -> tuple[object, ...]:
    marks = tuple((c.evidence.article, c.evidence.span.start, c.evidence.span.end, c.subject) for c in finding.claims)
    first = marks[0][1:3] if marks else (0, 0)
    row = finding.row if finding.row is not None else -1
    return (finding.severity.rank, row, first, finding.kind, finding.rule, marks, finding.note)
