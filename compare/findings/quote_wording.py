"""One quotation in two wordings, both in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from compare.facts.negation import NEGATORS
from compare.findings.comparer import Level, Ruled, StoryView
from compare.findings.speakers import may_be_translated, speakers_of
from compare.findings.triples import Triples
from compare.findings.who import rows_by_sentence
from compare.model import Claim, Finding, Severity, Span, Verdict
from compare.text.words import split_words

_ALIKE_FROM = 0.6
_PART_FROM = 0.9
_RUN = 4
"""Words in a row that two wordings of one utterance share; who says the same again elsewhere puts it anew."""
_SMALL = frozenset(
    "a an the that and but so well uh um oh yes i of to in is are am has have will would it s t re ve ll d m".split()
)
_CONTRACTED = re.compile(r"'(?:s|re|ve|ll|d|m)\b")
_FULL_HOUR = re.compile(r"(?<=\d):\s?00\b")
_INNER = re.compile(r"(?<=\w)'(?=\w{3})")
_OPEN = re.compile(r"\.\s?\.\s?\.|…|\[[^\]]*\]|\([^)]*\)")
Quoted = tuple[int, int, Claim, tuple[str, ...]]
"""Witness index, sentence index, the claim, and its words."""


class QuoteWordingComparer(Ruled):
    """Quotations that are mostly alike; an ellipsis, a bracketed insert, or a part of the whole is no difference."""

    kind = "quote_wording"
    levels = (
        Level("quote_wording.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one quotes this."),
        Level("quote_wording.equal", Verdict.AGREE, Severity.INFO, "Both quote the same words."),
        Level("quote_wording.part", Verdict.AGREE, Severity.INFO, "One quotes a part of what the other quotes."),
        Level(
            "quote_wording.small", Verdict.DIFFER, Severity.LOW, "One quotation, with small differences: “{a}”, “{b}”."
        ),
        Level(
            "quote_wording.translated",
            Verdict.DIFFER,
            Severity.LOW,
            "One quotation in two wordings, perhaps two translations: “{a}”, “{b}”.",
        ),
        Level("quote_wording.differ", Verdict.DIFFER, Severity.MEDIUM, "One quotation in two wordings: “{a}”, “{b}”."),
    )

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """Findings of every two witnesses of one language, wherever the quotations stand."""
        rows = rows_by_sentence(view)
        quoted = [_quoted(view, index) for index in range(len(view.witnesses))]
        for a, b in combinations(range(len(quoted)), 2):
            if view.witnesses[a].language == view.witnesses[b].language:
                for x, y in _candidates(quoted[a], quoted[b]):
                    relation = _relation(x, y)
                    if relation == "differ":
                        relation = _by_speakers(view, x, y)
                    if relation:
                        yield self.finding(relation, (x[2], y[2]), _row_of_longer(rows, x, y))


def _row_of_longer(rows: Mapping[tuple[int, int], int], *quoted: Quoted) -> int | None:
    """The row of the longer quotation, so that all pieces of it stand in one; of the other where that is in none."""
    found = [(-len(q[3]), rows[q[:2]]) for q in quoted if q[:2] in rows]
    return min(found)[1] if found else None


def _by_speakers(view: StoryView, x: Quoted, y: Quoted) -> str:
    """The level of two wordings; "" for words of two speakers that are not nearly the same: two sayings."""
    ours, theirs = (speakers_of(q[2], view.facts[q[0]].claims[q[1]]) for q in (x, y))
    nearly = SequenceMatcher(None, x[3], y[3], autojunk=False).ratio() >= _PART_FROM
    if ours and theirs and ours.isdisjoint(theirs) and not nearly:
        return ""
    return "translated" if may_be_translated(view, sorted(ours | theirs)) else "differ"


def _relation(x: Quoted, y: Quoted) -> str:
    ours, theirs = _closed_up(x[3], y[3]), _closed_up(y[3], x[3])
    if ours == theirs:
        return "equal"
    short, long = sorted((ours, theirs), key=len)
    if f" {' '.join(short)} " in f" {' '.join(long)} " or _is_open(x, y):
        return "part"
    matcher = SequenceMatcher(None, short, long, autojunk=False)
    equal = [block.size for block in matcher.get_matching_blocks()]
    inside = sum(equal) / len(short)
    if matcher.ratio() < _ALIKE_FROM:
        return "" if inside < _PART_FROM else "part"
    if matcher.ratio() < _PART_FROM and (_content_alike(x, y) < _ALIKE_FROM or max(equal) < _RUN):
        return ""  # two quotations with one phrase in common, or the same thought put in other words
    return "small" if _is_small(x, y) else "differ"


def _closed_up(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The words, those joined that the other quotation writes as one: work force, workforce; co-operate, cooperate."""
    known, joined = set(other), list(words[:1])
    for before, word in pairwise(words):
        if before + word in known and joined[-1] == before:
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)


def _quoted(view: StoryView, index: int) -> list[Quoted]:
    return [
        (index, at, claim, tuple(str(claim.value).split()))
        for at, claims in enumerate(view.facts[index].claims)
        for claim in claims
        if claim.kind == "quotation"
    ]


def _candidates(ours: list[Quoted], theirs: list[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Each quotation with the one of the other witness with which it shares most word triples, seen from either side.

    So all pieces of a quotation that one breaks up meet the whole; but one that is met word for word needs no other.
    """
    there, here = _nearest(ours, theirs), _nearest(theirs, ours)
    pairs = {*there.items(), *((x, y) for y, x in here.items())}
    same = [(x, y) for x, y in pairs if ours[x][3] == theirs[y][3]]
    met, met_there = {x for x, _ in same}, {y for _, y in same}
    for x, y in sorted(pairs):
        mutual = there.get(x) == y and here.get(y) == x
        if mutual or (x not in met and y not in met_there):
            yield ours[x], theirs[y]


def _nearest(quoted: list[Quoted], among: list[Quoted]) -> dict[int, int]:
    triples = Triples(words for *_, words in among)
    found = ((n, triples.nearest(words)) for n, (*_, words) in enumerate(quoted))
    return {n: nearest for n, nearest in found if nearest is not None}


def _content_alike(x: Quoted, y: Quoted) -> float:
    """Dice coefficient of the content words of two quotations."""
    ours, theirs = _content(x).keys(), _content(y).keys()
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def _is_small(x: Quoted, y: Quoted) -> bool:
    """True where only names, function words or forms of a word differ, or words are left out on one side alone."""
    if any(_OPEN.search(quoted[2].evidence.quote) for quoted in (x, y)):
        return True
    ours, theirs = _content(x), _content(y)
    if ours.keys() & NEGATORS != theirs.keys() & NEGATORS:
        return False
    own_x = [ours[stem] for stem in sorted(ours.keys() - theirs.keys())]
    own_y = [theirs[stem] for stem in sorted(theirs.keys() - ours.keys())]
    return not own_x or not own_y or all(written[0].isupper() for written in own_x + own_y)


def _content(quoted: Quoted) -> dict[str, str]:
    """Stem → the content word as written, contractions spelt out; the capital of the first word says nothing."""
    text = _INNER.sub(" ", _CONTRACTED.sub(" ", quoted[2].evidence.quote.replace("’", "'")))
    text = _FULL_HOUR.sub("", text)
    words = split_words(text, Span(0, len(text)))
    kept = [w for w in words if (w.stem and w.folded not in _SMALL) or w.folded in NEGATORS]
    return {word.stem or word.folded: word.written if n else word.folded for n, word in enumerate(kept)}


def _is_open(x: Quoted, y: Quoted) -> bool:
    """True where the pieces of a quotation with an ellipsis or an insert all stand in the other one."""
    for one, other in ((x, y), (y, x)):
        if _OPEN.search(one[2].evidence.quote):
            pieces = [tuple(re.findall(r"\w+", piece.lower())) for piece in _OPEN.split(one[2].evidence.quote)]
            whole = " ".join(re.findall(r"\w+", other[2].evidence.quote.lower()))
            if all(" ".join(piece) in whole for piece in pieces):
                return True
    return False
