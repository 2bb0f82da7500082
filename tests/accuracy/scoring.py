"""How many edited copies give exactly the finding that their edit asks for."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from edits import ANSWERS, edits
from one_edit import Edit

from compare import Article, Finding, Severity, Verdict, compare_story

HERE = Path(__file__).parent
FOLDERS = (HERE / "texts", HERE.parents[1] / "seeds")
TEASERS = {"001_9466ee5a90c186c9.txt": "\nVice Chairwoman of"}
"""Where an article ends and the site's teasers begin."""
GENERATOR = ("edits.py", "one_edit.py", "figure_edits.py", "name_edits.py", "wording_edits.py")
SELDOM = frozenset("age narrator scope will_may fraction multiple score year nation list".split())
"""Kinds of which the long articles hold too few; the short ones are edited for them too."""
_MARGIN = 30


@dataclass(frozen=True)
class Case:
    """An article and one edit of it."""

    name: str
    text: str
    edit: Edit


@dataclass(frozen=True)
class Outcome:
    """What the tool said of a case: `found` at the place and of the kind; `others` are alarms of anything else."""

    case: Case
    found: bool
    others: tuple[Finding, ...]


def texts() -> dict[str, str]:
    """The articles that are edited, by name."""
    return {path.name: path.read_text("utf-8") for folder in FOLDERS for path in sorted(folder.glob("*.txt"))}


def short_texts() -> dict[str, str]:
    """Both reports of each pair of short ones."""
    pairs = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((HERE / "pairs").glob("*.toml"))}
    return {f"{name} {side}": pair[side].strip() for name, pair in pairs.items() for side in "ab"}


def digest() -> str:
    """A digest of the articles and of the generator: floors hold for these data alone."""
    generator = [(HERE / name).read_text("utf-8") for name in GENERATOR]
    return sha256("".join([*texts().values(), *short_texts().values(), *generator]).encode()).hexdigest()[:16]


def cases(per_kind: int) -> list[Case]:
    """At most `per_kind` edits of each kind, spread evenly over the articles."""
    by_kind: dict[str, list[Case]] = defaultdict(list)
    short = short_texts()
    for name, text in {**texts(), **short}.items():
        for edit in edits(text):
            if _is_story(name, text, edit.start) and (name not in short or edit.kind in SELDOM):
                by_kind[edit.kind].append(Case(name, text, edit))
    return [case for kind in sorted(by_kind) for case in _spread(by_kind[kind], per_kind)]


def _is_story(name: str, text: str, at: int) -> bool:
    """False in captions, and in the teasers of other stories that end one of the articles."""
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    teasers = text.find(TEASERS.get(name, "\0"))
    return "Photo" not in line and (teasers < 0 or at < teasers)


def _spread(every: Sequence[Case], count: int) -> Sequence[Case]:
    if len(every) <= count:
        return every
    return [every[n * len(every) // count] for n in range(count)]


def judge(case: Case) -> Outcome:
    """Compare the article with its edited copy."""
    copy = case.edit.apply(case.text)
    found = compare_story([Article("a", case.text), Article("b", copy)]).discrepancies
    answers = ANSWERS[case.edit.kind]
    here = [f for f in found if f.kind in answers and _touches(f, case.edit)]
    alarms = [f for f in found if f.severity in (Severity.HIGH, Severity.MEDIUM) and not _touches(f, case.edit)]
    follows = answers if case.edit.kind in ("name_swap", "attribution") else frozenset()  # "he" is another man now
    others = (f for f in alarms if _mark(f) not in _own(case.text) and f.kind not in follows)
    return Outcome(case, bool(here), tuple(others))


@lru_cache(maxsize=32)
def _own(text: str) -> frozenset[tuple[str, ...]]:
    """What an article and its exact copy give: conflicts inside the article."""
    return frozenset(map(_mark, compare_story([Article("a", text), Article("b", text)]).discrepancies))


def _mark(finding: Finding) -> tuple[str, ...]:
    return (finding.kind, finding.rule, *sorted({c.evidence.quote for c in finding.claims}))


def _touches(finding: Finding, edit: Edit) -> bool:
    """True where a claim of either article lies at the edit."""
    ends = {"a": edit.end, "b": edit.start + len(edit.new)}
    return finding.verdict is Verdict.DIFFER and any(
        c.evidence.span.start < ends[c.evidence.article] + _MARGIN and edit.start - _MARGIN < c.evidence.span.end
        for c in finding.claims
    )


def rates(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """Share found, by kind."""
    total: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for outcome in outcomes:
        total[outcome.case.edit.kind] += 1
        hit[outcome.case.edit.kind] += outcome.found
    return {kind: round(hit[kind] / total[kind], 3) for kind in sorted(total)}


def lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A table for people: share found by kind, then every miss and every over-report."""
    for kind, rate in rates(outcomes).items():
        yield f"{kind:15} {rate:6.1%} of {sum(o.case.edit.kind == kind for o in outcomes)}"
    for outcome in outcomes:
        edit, text = outcome.case.edit, outcome.case.text
        before, after = text[max(0, edit.start - 40) : edit.start], text[edit.end : edit.end + 40]
        around = f"{before}[{text[edit.start : edit.end]} → {edit.new}]{after}"
        if not outcome.found:
            yield f"missed {edit.kind}: {outcome.case.name}: {around!r}"
        for f in outcome.others:
            yield f"over-reported {f.kind}/{f.rule}: {around!r}: {[c.evidence.quote for c in f.claims]}"


if __name__ == "__main__":
    import sys

    judged = [judge(case) for case in cases(int(sys.argv[1]) if len(sys.argv) > 1 else 20)]
    print("\n".join(lines(judged)))
    print(f"found {sum(o.found for o in judged)} of {len(judged)}, over-reports {sum(bool(o.others) for o in judged)}")
