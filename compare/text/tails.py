"""Related-story tails: teasers of other stories after the report, told by end marks and by distance from the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

_END_MARK = re.compile(r"\./\.|^[ \t]*(?:#{3,}|# # #|- ?30 ?-|-? ?ENDS? ?-?|\(END\)|[■◼●]{1,3})[ \t]*$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{5,}")
_ANAPHORA = re.compile(
    r"^\W*(?:he|she|they|it|his|her|their|its|but|and|or|so|yet|then|this|that|these|those|such|both|another|others?|also|"
    r"however|meanwhile|still|instead|later|earlier|we|i|you|if|when|while|as|after|before|there|according)\b|^[\"“‘«]",
    re.IGNORECASE,
)
_SHORTEST_REPORT = 6
_SHORTEST_TAIL = 5
_LONGEST_TAIL = 60
_LONGEST_TEASER = 3
_NEIGHBOURS_SHARE = 0.04
_REPORT_SHARE = 0.2
_FIRST_SHARE = 0.12
_STEM = 6


def end_mark(text: str) -> tuple[int, str] | None:
    """Where the report ends by its own mark ("./.", "###", "-30-"), and the mark; None where there is none.

    A mark in the first third of the text is none: it would leave almost nothing.
    """
    for mark in _END_MARK.finditer(text):
        if 3 * mark.start() >= len(text):
            return mark.end(), mark.group().strip()
    return None


def tail_start(paragraphs: Sequence[Sequence[str]]) -> int | None:
    """Index of the paragraph (a list of sentences) where a run of unrelated paragraphs closes the article.

    Each of them stands alone: at most three sentences, no pronoun or connective at its start, and next to no word that
    its neighbours or the report have. On news without such tails fewer than one article in two hundred is cut.
    """
    start = len(paragraphs)
    while start > len(paragraphs) - _LONGEST_TAIL and start > 0 and _stands_alone(paragraphs[start - 1]):
        start -= 1
    start = max(start, _SHORTEST_REPORT)
    if len(paragraphs) - start < _SHORTEST_TAIL:
        return None
    words = [frozenset(w[:_STEM] for s in p for w in _WORD.findall(s.lower())) for p in paragraphs]
    report = frozenset().union(*words[:start])
    for first in range(start, len(paragraphs) - _SHORTEST_TAIL + 1):
        report |= words[first - 1]
        if _share(words[first], report) <= _FIRST_SHARE and _is_unrelated(words[first:], report):
            return first
    return None


def _stands_alone(paragraph: Sequence[str]) -> bool:
    return len(paragraph) <= _LONGEST_TEASER and not _ANAPHORA.match(paragraph[0])


def _is_unrelated(tail: Sequence[frozenset[str]], report: frozenset[str]) -> bool:
    around = [(tail[i - 1] if i else frozenset()) | frozenset().union(*tail[i + 1 : i + 2]) for i in range(len(tail))]
    beside = sum(map(_share, tail, around))
    near = sum(_share(own, report) for own in tail)
    return beside <= _NEIGHBOURS_SHARE * len(tail) and near <= _REPORT_SHARE * len(tail)


def _share(own: frozenset[str], others: frozenset[str]) -> float:
    return len(own & others) / max(1, len(own))
