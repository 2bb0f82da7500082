"""Short and pet forms of given names: Bill is William, Liz is Elizabeth."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def are_nicknames(a: str, b: str) -> bool:
    """True where one folded given name is a short or pet form of the other; `data/nicknames.txt` has them."""
    forms = _forms()
    return b in forms.get(a, ()) or a in forms.get(b, ())


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[str]]:
    lines = files("compare.facts").joinpath("data/nicknames.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ") for line in lines if not line.startswith("#"))
    return {name: frozenset(forms.split()) for name, forms in pairs}
