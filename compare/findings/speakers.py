"""Whom a statement is from, and whether that is somebody who says it in another language than the reports."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from compare.facts.attribution import Statement
from compare.facts.locales import is_official
from compare.findings.comparer import StoryView
from compare.findings.nationality import people_of
from compare.model import Claim
from compare.text.folding import fold

_VAGUE = frozenset(
    "he she they it i we you who his her their that which official officials source sources people police authorities "
    "report reports statement spokesman spokeswoman spokesperson critics experts analysts one others some many".split()
)
_REACH = 6
"""Words before a name among which its people is named: "Greek Prime Minister George Papandreou"."""
_SMALL = frozenset("the a an of and mr mrs ms dr for in at".split())


def speaker_words(statement: Statement) -> frozenset[str]:
    """The speaker's words, folded, without function words; empty for a pronoun or for nobody in particular."""
    words = statement.speaker.lower().replace("’s", "").replace("'s", "").split()
    told = {fold(word.strip(".,")) for word in words}
    return frozenset() if told <= _VAGUE else frozenset(told - _VAGUE - _SMALL)


def speakers_of(quotation: Claim, claims: Iterable[Claim]) -> frozenset[str]:
    """The words of those who are said to have said a quotation, by the statements among these claims."""
    span = quotation.evidence.span
    return frozenset[str]().union(
        *(
            speaker_words(claim.value)
            for claim in claims
            if isinstance(claim.value, Statement) and claim.evidence.span.overlap(span) * 2 > len(span)
        )
    )


def may_be_translated(view: StoryView, speakers: Iterable[str]) -> bool:
    """True where one of these words is the name of somebody of a land in which no report's language is official."""
    return not _of_another_tongue(view).isdisjoint(speakers)


@lru_cache(maxsize=2)
def _of_another_tongue(view: StoryView) -> frozenset[str]:
    """The names close before which the people of such a land are named: "Greek", not "Greece"."""
    lands: dict[str, set[str]] = {}
    for witness in view.witnesses:
        for words in witness.words:
            for n, word in enumerate(words):
                if land := people_of(word):
                    for name in words[n + 1 : n + 1 + _REACH]:
                        if name.written[0].isupper():
                            lands.setdefault(name.folded, set()).add(land)
    languages = {witness.language for witness in view.witnesses}
    return frozenset(
        name for name, found in lands.items() if not all(is_official(x, land) for land in found for x in languages)
    )
