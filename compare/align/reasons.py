"""Why two sentences are linked, in the words that they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.text.words import Word

WORDING = "same wording"


def link_reasons(a: Sequence[Word], b: Sequence[Word], family: Mapping[str, str], verbatim: bool) -> tuple[str, ...]:
    """The names, figures and other content words that both sentences have, each kind by the alphabet."""
    theirs = {family[word.stem] for word in b if word.stem}
    kinds: dict[str, dict[str, str]] = {"name": {}, "figure": {}, "word": {}}
    for n, word in enumerate(a):
        if word.stem and family[word.stem] in theirs:
            kind = "figure" if word.is_number else "name" if n and word.written[:1].isupper() else "word"
            kinds[kind].setdefault(family[word.stem], word.folded)
    said = [f"{kind}: {word}" for kind, found in kinds.items() for word in sorted(found.values())]
    return (*([WORDING] if verbatim else []), *said)
