"""Related-story tails: teasers of other stories after the report, told by end marks and by distance from the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from compare.text.folding import stop_words

_END_MARK = re.compile(r"\./\.|^[ \t]*(?:#{3,}|# # #|- ?30 ?-|-? ?ENDS? ?-?|\(END\)|[■◼●]{1,3})[ \t]*$", re.MULTILINE)
_END_SIGNS = ("./.", "###", "# #", "30", "END", "■", "◼", "●")  # without one of them no end mark need be sought
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANAPHORA = re.compile(
    r"^\W*(?:he|she|they|it|his|her|their|its|but|and|or|so|yet|then|this|that|these|those|such|both|another|others?|also|"
    r"however|meanwhile|still|instead|later|earlier|we|i|you|if|when|while|as|after|before|there|according)\b|^[\"“‘«]",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
_OWN_NAME = re.compile(r"(?<=[^\s.!?:;“\"‘»«] )[^\W\d_a-z][^\W\d_]{2,}")
_FIGURE = re.compile(r"\d[\d.,]{2,}")
_SHORTEST_REPORT = 6
_SHORTEST_TAIL = 5
_LONGEST_TAIL = 60
_LONGEST_TEASER = 3
_NEIGHBOURS_SHARE = 0.04
_REPORT_SHARE = 0.2
_FIRST_SHARE = 0.12
_LEAST_COHESION = 0.2
_COHESION = 2.5
"""How much more the paragraphs of the report must have in common than the tail has with them."""
_EXCEPTIONS = 0.2
"""Share of the tail that may share a name with the report, or with the paragraph before, or have none."""
_STEM = 6


def end_mark(text: str) -> tuple[int, str] | None:
    """Where the report ends by its own mark ("./.", "###", "-30-"), and the mark; None where there is none.

    A mark in the first third of the text is none: it would leave almost nothing.
    """
    for mark in _END_MARK.finditer(text) if any(map(text.__contains__, _END_SIGNS)) else ():
        if 3 * mark.start() >= len(text):
            return mark.end(), mark.group().strip()
    return None


def tail_start(paragraphs: Sequence[Sequence[str]]) -> int | None:
    """Index of the paragraph (a list of sentences) where a run of unrelated paragraphs closes the article.

    Each of them stands alone: at most three sentences, no pronoun or connective at its start, next to no word that its
    neighbours or the report have, and but for one in five a name of its own, and no name or figure of the report or of
    its neighbours. The report must hang together far better: one that goes from matter to matter is left whole.
    """
    start = len(paragraphs)
    while start > len(paragraphs) - _LONGEST_TAIL and start > 0 and _stands_alone(paragraphs[start - 1]):
        start -= 1
    start = max(start, _SHORTEST_REPORT)
    if len(paragraphs) - start < _SHORTEST_TAIL:
        return None
    texts = [" ".join(paragraph) for paragraph in paragraphs]
    words = [_content(text) for text in texts]
    report = frozenset().union(*words[: start - 1])
    known: list[_Paragraph] = []
    for first in range(start, len(paragraphs) - _SHORTEST_TAIL + 1):
        report |= words[first - 1]
        if _share(words[first], report) <= _FIRST_SHARE:
            known = known or list(map(_read, texts, words))
            if _is_unrelated(known[first:], known[:first]):
                return first
    return None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Its content words cut to their stems; its names and figures; whether it has a name that opens no sentence."""

    words: frozenset[str]
    marks: frozenset[str]
    names_somebody: bool


def _content(text: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in set(_WORD.findall(text.lower())) - stop_words("en"))


def _read(text: str, words: frozenset[str]) -> _Paragraph:
    names = frozenset(map(str.lower, _NAME.findall(text))) - stop_words("en")
    return _Paragraph(words, names | frozenset(_FIGURE.findall(text)), bool(_OWN_NAME.search(text)))


def opens_with_reference(sentence: str) -> bool:
    """Whether a sentence opens with what goes on from another: a pronoun, a connective, a quotation."""
    return bool(_ANAPHORA.match(sentence))


def _stands_alone(paragraph: Sequence[str]) -> bool:
    return len(paragraph) <= _LONGEST_TEASER and not opens_with_reference(paragraph[0])


def _is_unrelated(tail: Sequence[_Paragraph], report: Sequence[_Paragraph]) -> bool:
    marks = frozenset().union(*(p.marks for p in report))
    known = sum(not (p.names_somebody and p.marks.isdisjoint(marks)) for p in tail)
    alike = sum(not a.marks.isdisjoint(b.marks) for a, b in pairwise(tail))
    if known > _EXCEPTIONS * len(tail) or alike > _EXCEPTIONS * len(tail):
        return False
    words = frozenset().union(*(p.words for p in report))
    around = [
        frozenset().union(*(p.words for p in (*tail[max(0, n - 1) : n], *tail[n + 1 : n + 2])))
        for n in range(len(tail))
    ]
    beside = fmean(_share(p.words, others) for p, others in zip(tail, around, strict=True))
    near = fmean(_share(p.words, words) for p in tail)
    return (
        beside <= _NEIGHBOURS_SHARE
        and near <= _REPORT_SHARE
        and _cohesion(report) >= max(_LEAST_COHESION, _COHESION * near)
    )


def _cohesion(report: Sequence[_Paragraph]) -> float:
    """Mean share of a paragraph's words that another paragraph of the report has."""
    seen = Counter(word for p in report for word in p.words)
    return fmean(sum(seen[word] > 1 for word in p.words) / max(1, len(p.words)) for p in report)


def _share(own: frozenset[str], others: frozenset[str]) -> float:
    return len(own & others) / max(1, len(own))
