"""One edit, and how a pattern gives every edit of one kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """A change of one fact: the characters `start:end` of the text become `new`."""

    kind: str
    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        """The copy."""
        return text[: self.start] + self.new + text[self.end :]


def each(text: str, kind: str, pattern: str, new: Callable[[re.Match[str]], str], group: int = 1) -> Iterator[Edit]:
    """An edit at each match: its group becomes what `new` makes of the match; none where that is empty or the same."""
    for match in re.finditer(pattern, text):
        value = new(match)
        if value and value != match.group(group):
            yield Edit(kind, match.start(group), match.end(group), value)
