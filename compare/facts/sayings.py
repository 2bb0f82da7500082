"""The attributions of an article, whatever marks them.

A verb of reporting, the noun phrase before it (or behind it, "said X"), and the clause or quotation that it governs;
"according to X"; nouns of saying; turns of a transcript; quotations that nobody claims go to the subject of their
sentence or to the last speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.facts.continued import join_continued
from compare.facts.orphans import find_orphans
from compare.facts.quotations import quotation_at
from compare.facts.reporting import reporting_verbs, said_by_nouns
from compare.facts.sources import Saying
from compare.facts.verb_sayings import said_by_verb
from compare.model import Span
from compare.text.witness import Witness

_TURN = re.compile(r"[\"“]?([A-Z][A-Z.’'-]{1,30}(?: [A-Z][A-Z.’'-]{1,30}){0,3}):\s{1,3}(?=\S)")
_HEADLINE = re.compile(r"([A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){0,4}):\s{1,3}(?=\S)")
_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s+((?:[^,.;:\"”“\n]|\.(?=[A-Z]\b)|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.){2,100})"
)
_JOINT = re.compile(r"(?:[,;—–-]\s*|\s)(?:and|but|while|though|although|whereas|as|yet)\s+$|;\s*$")
_SAME = re.compile(r",?(?: and| but| or)?\s+$")
"""What stands before a further verb of the same subject."""


def find_sayings(witness: Witness, quotations: Sequence[Span]) -> list[Saying]:
    """The attributions of an article, in order of their content."""
    found: list[Saying] = []
    for index in witness.compared:
        found += _sentence(witness, index, quotations)
    found = join_continued(witness.article.text, found, quotations)
    found += find_orphans(witness, quotations, found)
    return sorted(found, key=lambda s: (s.content, s.source))


def _sentence(witness: Witness, index: int, quotations: Sequence[Span]) -> Iterator[Saying]:
    text, span = witness.article.text, witness.sentences[index].span
    turn = _TURN.match(text, span.start, span.end) or _HEADLINE.match(text, span.start, span.end)
    if turn:
        line = text.find("\n", span.start)
        end = len(text) if line < 0 else line
        yield Saying(Span(*turn.span(1)), Span(turn.end(), max(span.end, end) if turn.re is _TURN else span.end))
        return
    for match in _ACCORDING.finditer(text, span.start, span.end):
        before = Span(span.start, match.start())
        yield Saying(Span(*match.span(1)), before if len(before) > 15 else Span(match.end(), span.end))
    yield from _by_verbs(witness, index, quotations)
    for match in said_by_nouns().finditer(text, span.start, span.end):
        yield Saying(Span(*match.span(1)), Span(match.start(2), span.end))


def _by_verbs(witness: Witness, index: int, quotations: Sequence[Span]) -> list[Saying]:
    found: list[Saying] = []
    text, span = witness.article.text, witness.sentences[index].span
    verbs = reporting_verbs()
    for word in witness.words[index]:
        frames = verbs.get(word.folded)
        if frames is None or quotation_at(quotations, word.start):
            continue
        saying = said_by_verb(text, span, word.span, frames, quotations)
        if saying and not any(_repeats(saying.content, other.content) for other in found):
            if found:
                found[-1] = _until(text, found[-1], saying, word.start)
            found.append(saying)
    return found


def _until(text: str, told: Saying, following: Saying, verb: int) -> Saying:
    """What is told, up to the clause in which another saying begins.

    "X said it rained, but she denied it"; "X praised the hosts, saying it rained".
    """
    content, start = told.content, following.source.start
    if start <= content.start < verb < content.end:
        start = verb
    if not content.start < start < content.end or following.content.start < start:
        return told
    joint = (_JOINT if start < verb else _SAME).search(text, max(content.start, start - 20), start)
    return replace(told, content=Span(content.start, joint.start())) if joint else told


def _repeats(content: Span, told: Span) -> bool:
    """True where most of what is told already is said again: "said he believed that it rained"."""
    return 2 * content.overlap(told) > max(len(told), len(content))
