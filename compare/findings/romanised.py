"""Two romanisations of one name: Karolos and Carolos, Massoud and Masoud, where the story tells of another script.

Alternatives of the common systems (ISO, BGN/PCGN, ALA-LC, and the practice of agencies) are folded to one letter; the
script of a territory is that of its likeliest language in CLDR.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from compare.facts.locales import is_latin
from compare.findings.comparer import StoryView
from compare.findings.nationality import territory_of
from compare.text.witness import Witness

_ALTERNATIVES = (
    ("^g(?=i)", ""), ("ph", "f"), ("kh", "h"), ("gh", "g"), ("c[kh]?|q", "k"), ("x", "ks"), ("ou|oo|o", "u"),
    ("ee|e|y|j|i", "i"), ("w", "v"), ("dz", "z"), (r"(.)\1+", r"\1"),
)  # fmt: skip


def may_be_romanised(a: str, b: str, view: StoryView) -> bool:
    """True for two folded words that only a choice of romanisation parts, in a story of a land of another script."""
    return _skeleton(a) == _skeleton(b) and _is_of_another_script(view)


def _skeleton(word: str) -> str:
    for pattern, letters in _ALTERNATIVES:
        word = re.sub(pattern, letters, word)
    return word


@lru_cache(maxsize=2)
def _is_of_another_script(view: StoryView) -> bool:
    """Whether the territory that the reports name most, by itself or by its people, is not written in Latin letters."""
    named = Counter(code for witness in view.witnesses for code in _territories(witness))
    most = max(named, key=lambda code: (named[code], code), default="")
    return bool(most) and not is_latin(most)


def _territories(witness: Witness) -> list[str]:
    return [code for words in witness.words for word in words if (code := territory_of(word))]
