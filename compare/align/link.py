"""A link of two sentences, whose reasons wait until they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING


class _Asked:
    __slots__ = ("_why",)


@dataclass(frozen=True, slots=True)
class Link(_Asked):
    """Sentence `a` of the first article says what sentence `b` of the second says; indexes in `split_sentences`."""

    a: int
    b: int
    score: float
    reasons: tuple[str, ...] = ()

    @classmethod
    def explained_by(cls, a: int, b: int, score: float, why: Callable[[], tuple[str, ...]]) -> Link:
        """A link whose reasons are worked out when they are first asked for: who is who takes as long as the links."""
        link = object.__new__(cls)
        for name, value in (("a", a), ("b", b), ("score", score), ("_why", why)):
            object.__setattr__(link, name, value)
        return link

    if not TYPE_CHECKING:  # for what is declared no type is needed, and what is not stays unknown

        def __getattr__(self, name: str) -> tuple[str, ...]:
            """The reasons that are not worked out yet: Python asks here for a slot that is empty."""
            if name != "reasons":
                raise AttributeError(name)
            object.__setattr__(self, "reasons", self._why())
            object.__delattr__(self, "_why")
            return self.reasons
