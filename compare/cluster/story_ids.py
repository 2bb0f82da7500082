"""A story's id: words of its first headline for people, a hash of its members for everyone else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha1
from itertools import islice

from compare.cluster.told import Told
from compare.text.folding import fold, stem_of

_WORD = re.compile(r"[a-z0-9]+")
_WORDS = 4
"""Words of a headline in an id."""
_LETTERS = 20
"""Letters of each: in a script without spaces a whole clause is one word."""


def story_id(members: Sequence[Told]) -> str:
    """The same for the same members, whatever else is in the folder: `vietnam-attends-un-commission-3f2a9c1b`."""
    told = next((t for t in members if t.article.title.strip()), members[0])
    written = (found.group() for found in _WORD.finditer(fold(told.headline)))
    words = islice((word[:_LETTERS] for word in written if stem_of(word, told.language)), _WORDS)
    key = "\n".join(sorted(f"{t.digest} {t.article.id}" for t in members))
    return "-".join([*words, sha1(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]])
