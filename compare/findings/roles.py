"""Another name in the same part of the same deed: "was written by Ann Lee" against "Ben Ross wrote it".

Only for a short text and what is set beside it: two reports tell of many who did the like. A passive with "by" and the
subject of an active verb are one part; else the part is the verb's root with its preposition.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.reporting import reporting_verbs
from compare.facts.verb_roots import is_past, root_of
from compare.findings.capitals import names_of
from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.exclusive import is_negated
from compare.findings.pairing import Said, SentencePair
from compare.findings.swaps import may_be_one
from compare.model import Finding, Severity, Verdict
from compare.text.words import Word

_PREPOSITIONS = frozenset("by on in at from to with for".split())
_BETWEEN = frozenset("the a an also has have had first later originally".split())
_REACH = 4
"""Words before a name among which its preposition may stand, and before that its verb."""
Part = tuple[str, str]
"""The root of a verb, and the preposition that leads the name; "by" for who does it."""


class RoleComparer(PairComparer):
    """Names that fill one part of one verb, where neither text knows the other's name."""

    kind = "swap"
    levels = (
        Level("role.none", Verdict.ONLY_IN, Severity.INFO, "Only one names who it is."),
        Level("role.other", Verdict.DIFFER, Severity.MEDIUM, "In the same part one names “{a}”, the other “{b}”."),
    )

    def compare_pair(self, pair: SentencePair, _: Passage) -> Iterator[Finding]:
        """At most one finding of two sentences."""
        if not (pair.of_reports or is_negated(pair.a) or is_negated(pair.b)):
            for a, b in _apart(pair)[:1]:
                yield self.finding("other", (pair.a.claim("name", _told(a), a), pair.b.claim("name", _told(b), b)))


def _told(name: list[Word]) -> str:
    return " ".join(word.folded for word in name)


def _apart(pair: SentencePair) -> list[tuple[list[Word], list[Word]]]:
    """The names of one part in the two sentences, where no name of the part can be one of the other's."""
    ours, theirs = parts_of(pair.a), parts_of(pair.b)
    known = names_of(pair.a), names_of(pair.b)
    return [
        (ours[part][0], theirs[part][0])
        for part in ours
        if part in theirs
        and not any(_is_known(name, known[1], pair.b) for name in ours[part])
        and not any(_is_known(name, known[0], pair.a) for name in theirs[part])
    ]


def _is_known(name: list[Word], names: tuple[Word, ...], said: Said) -> bool:
    return name[-1].stem in said.stems or any(may_be_one(name, [other]) for other in names)


def parts_of(said: Said) -> dict[Part, list[list[Word]]]:
    """The names that fill each part, in order."""
    names: set[Word] = set(names_of(said))
    found: dict[Part, list[list[Word]]] = {}
    for run in _runs(said, names):
        part = _part_of(said, run)
        if part:
            found.setdefault(part, []).append(run)
    return found


def _runs(said: Said, names: set[Word]) -> list[list[Word]]:
    text = said.witness.article.text
    runs: list[list[Word]] = []
    for word in said.words:
        if word in names:
            if runs and text[runs[-1][-1].end : word.start] in (" ", "-", ". "):
                runs[-1].append(word)
            else:
                runs.append([word])
    return runs


def _part_of(said: Said, run: list[Word]) -> Part | None:
    words = said.words
    first, last = words.index(run[0]), words.index(run[-1])
    lead = next((n for n in range(first - 1, max(-1, first - _REACH), -1) if words[n].folded in _PREPOSITIONS), None)
    if lead is not None:
        verb = next((w for w in reversed(words[max(0, lead - _REACH) : lead]) if _is_verb(w)), None)
        return (root_of(verb), words[lead].folded) if verb else None
    behind = [w for w in words[last + 1 : last + 4] if w.folded not in _BETWEEN]
    if behind and _is_verb(behind[0]):
        return root_of(behind[0]), "by"
    return None


def _is_verb(word: Word) -> bool:
    if not word.stem or not word.written.islower() or word.folded in reporting_verbs():
        return False
    return is_past(word) or word.folded.endswith("s")
