"""Words that can only be the verb of a clause: auxiliaries, verbs of speech, irregular pasts."""

from __future__ import annotations

from functools import lru_cache

from compare.facts.reporting import reporting_verbs
from compare.facts.verb_roots import irregular_pasts

_AUXILIARIES = frozenset(
    "is are was were has had have will would can could may might must did does do shall should".split()
)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return _AUXILIARIES | reporting_verbs().keys() | irregular_pasts()


def is_verb(written: str) -> bool:
    """True for a word, as written and with or without punctuation, that is surely the verb of its clause."""
    return written.strip(".,;:!?\"“”'’()").lower() in _verbs()
