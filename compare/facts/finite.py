"""Words that can be the verb right behind its subject."""

from __future__ import annotations

_VERBS = frozenset(
    "is was are were has had have will would can could may might must did does said says told tells met made took gave "
    "got went came saw left led won lost held kept wrote spoke found brought sent thanked also then later".split()
)


def is_verb(written: str) -> bool:
    """True for a closed class of finite forms, and for any form in -ed written small."""
    return written in _VERBS or (len(written) > 3 and written.endswith("ed") and written.islower())
