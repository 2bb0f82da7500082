"""How alike two passages must be before a difference between them may alarm.

A "high" needs two sentences that share most of their content: values of two moments of one event were the largest
class of false alarms. Furniture never alarms.

Where the gates stand was swept once over six sets of judged pairs, 2,800 in all. Alarms of real conflicts: 86 % at
`medium_from` .25, 85 % at .4, which loses one true alarm in six. High ones: 86 % at `high_from` .4 and at .5, with a
quarter fewer false ones at .5; 84 % at .55 and 76 % at .7. Hence .25 and .5.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from compare.config import FindingConfig
from compare.facts.verb_roots import is_past
from compare.findings.comparer import Passage, Side
from compare.findings.pairing import Said, SentencePair
from compare.findings.predication import names_before
from compare.findings.who import sentence_starts
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word

UNGATED = frozenset({"name_spelling", "gender", "internal", "quote_wording", "wording", "only_in", "unsupported"})
"""Kinds whose evidence ties the two places by itself: one person, one quotation."""

_TIED, _PHRASED = ".odd_one", (".alike", ".of_figure")
"""The levels of what is tied by the other values of its passages, and by the phrase or the figure that it stands by."""

VALUES = frozenset({"number", "hedge", "date", "time", "ordinal", "score", "place"})
"""Kinds that set a value against a value. Two reports of one event are full of values of several things; only a
sentence that tells mostly what the other tells gives its value of the same thing."""
TOLD_OFTEN = frozenset("negation antonym modality date time number ordinal score place age".split())
"""Kinds of which two reports of one event are full, of many things; they alarm only in sentences told alike."""
PREDICATES = frozenset({"negation", "antonym", "modality"})
"""Kinds that set one deed against itself: it is one deed where the words around it are the same, whatever else the
sentences tell. Not so a value: the figures of two months stand among the same words."""
_DEEDS = frozenset({"negation", "antonym"})
"""Kinds of which nothing is left to tell where the two sentences hardly tell of one thing."""
_WEEKDAY = "date.weekday"
_REACH = 4
_DOER, _MARK = 2, re.compile(r"[,;:()—–\"“”]|\.\s")
_FEWEST = 3
"""Words around two pieces of evidence that both have; fewer are shared by chance."""
_CERTAIN, _PERHAPS = re.compile(r" cannot both [^.]*\."), " differ, in sentences that perhaps tell of two things."
_TELLS_MORE = 5 / 4
_TELLS_ALL = 7 / 5


def pass_gate(finding: Finding, passage: Passage, config: FindingConfig) -> Finding | None:
    """The finding, with the severity that its passages allow; None if too little of it stands in the story itself."""
    if finding.verdict is not Verdict.DIFFER:
        return finding
    claims = tuple(claim for claim in finding.claims if _is_compared(claim, passage))
    if len(claims) < len(finding.claims):
        if len({claim.evidence.article for claim in claims}) < 2:
            return None
        finding = replace(finding, claims=claims)
    if finding.kind in UNGATED or finding.rule.endswith(_TIED) or finding.severity.rank > Severity.MEDIUM.rank:
        return finding
    alike = _alike(finding, passage)
    allowed = Severity.HIGH if alike >= config.high_from else Severity.MEDIUM
    if alike < config.medium_from or not _is_of_one_thing(finding, passage, config):
        allowed = Severity.LOW
        if (finding.kind in _DEEDS or finding.rule == _WEEKDAY) and any(
            pair.of_reports for pair in _pairs(finding, passage)
        ):
            return None  # two reports deny and oppose many things on many days, and these are not of one
    if finding.severity.rank >= allowed.rank:
        return finding
    note = _CERTAIN.sub(_PERHAPS, finding.note) if allowed is Severity.LOW else finding.note
    return replace(finding, severity=allowed, note=note)


def _alike(finding: Finding, passage: Passage) -> float:
    """The best likeness of two sentences that hold the evidence."""
    return max((pair.likeness for pair in _pairs(finding, passage)), default=0.0)


def _is_of_one_thing(finding: Finding, passage: Passage, config: FindingConfig) -> bool:
    """Whether two sentences with the values tell mostly the same, one of the other or each of the other."""
    if finding.rule.endswith(_PHRASED):
        return True
    pairs = list(_pairs(finding, passage))
    if finding.kind in TOLD_OFTEN and any(pair.of_reports for pair in pairs):
        if finding.kind in PREDICATES and _is_in_one_slot(finding, passage, config.high_from):
            return True
        if finding.kind in _DEEDS and _have_one_doer(finding, passage):
            return True
        return any(tell_alike(pair, config) for pair in pairs)
    if finding.kind in VALUES:
        least, contained = config.values_from, _TELLS_MORE * config.values_from
        return any(pair.alike >= least or pair.contained >= contained for pair in pairs)
    return True


def tell_alike(pair: SentencePair, config: FindingConfig) -> bool:
    """Whether two sentences of reports tell mostly the same, one of the other or each of the other."""
    return pair.alike >= config.high_from or pair.contained >= _TELLS_ALL * config.high_from


def _is_in_one_slot(finding: Finding, passage: Passage, least: float) -> bool:
    """Whether the words around the evidence of two witnesses are as alike as two sentences must be to tell the same."""
    around = [
        (place[0].index, _around(place[0].said[place[1]], claim))
        for claim in finding.claims
        if (place := _place(claim, passage))
    ]
    return any(
        a != b and 2 * len(ours & theirs) >= least * (len(ours) + len(theirs)) and len(ours & theirs) >= _FEWEST
        for (a, ours), (b, theirs) in combinations(around, 2)
    )


def _have_one_doer(finding: Finding, passage: Passage) -> bool:
    """Whether the same name, or the same two words, stand right before the deed of two witnesses."""
    told = [
        (place[0].index, names_before(said, word), _before(said, word))
        for claim in finding.claims
        if (place := _place(claim, passage))
        for said in [place[0].said[place[1]]]
        for word in [next((w for w in said.words if w.start >= claim.evidence.span.start), None)]
        if word is not None and (finding.kind == "negation" or is_past(word))
    ]
    return any(
        a != b and (bool(names & others) or len(ours & theirs) == _DOER)
        for (a, names, ours), (b, others, theirs) in combinations(told, 2)
    )


def _before(said: Said, word: Word) -> frozenset[str]:
    """Stems of the two content words right before a word, no mark between them and it."""
    near = [w for w in said.words if w.stem and w.end <= word.start][-_DOER:]
    text = said.witness.article.text
    is_parted = not near or _MARK.search(text, near[0].start, word.start)
    return frozenset() if is_parted else frozenset(w.stem for w in near)


def _around(said: Said, claim: Claim) -> frozenset[str]:
    """Stems of the four content words before the evidence, of its own, and of the four behind it."""
    span, (starts, ends, stems) = claim.evidence.span, said.content
    before, behind = bisect_right(ends, span.start), bisect_left(starts, span.end)
    return frozenset(stems[max(0, before - _REACH) : behind + _REACH])


def _pairs(finding: Finding, passage: Passage) -> Iterator[SentencePair]:
    places = [place for claim in finding.claims if (place := _place(claim, passage))]
    for (a, i), (b, j) in combinations(places, 2):
        if a.index != b.index:
            yield SentencePair(a.said[i], b.said[j])


def _place(claim: Claim, passage: Passage) -> tuple[Side, int] | None:
    """The side and the number of its sentence that hold the claim's evidence."""
    for side in passage.sides:
        if side.witness.article.id == claim.evidence.article:
            for n, said in enumerate(side.said):
                if said.span.overlap(claim.evidence.span):
                    return side, n
    return None


def _is_compared(claim: Claim, passage: Passage) -> bool:
    """False for evidence that lies in a caption, a teaser or other furniture."""
    index, starts = sentence_starts(passage.whole).get(claim.evidence.article, (-1, []))
    at = bisect_right(starts, claim.evidence.span.start) - 1
    return index >= 0 and (at < 0 or passage.whole.witnesses[index].sentences[at].role.is_compared)
