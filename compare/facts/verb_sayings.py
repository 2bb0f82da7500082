"""What one verb of reporting reports: "…", said X; X said …; …, X said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from compare.facts.complements import DAY, TELLING, said_behind
from compare.facts.finite import is_verb
from compare.facts.reporting import noun_plurals
from compare.facts.sources import Saying, source_after, source_before
from compare.model import Span

_OPENING = re.compile(
    r"(?:In|On|At|For|But|And|After|When|As|While|However|During|By|With|Earlier|Later)\b[^,]{0,60},$"
)
_CAPITAL_NEXT = re.compile(
    r"\s+(?:[A-Z]|(?:the|a|an|one) |(?!(?:on|in|at|to|that|during|after|before|when|as|while|from|by|last|this|of)\b)"
    r"(?:[a-z-]{1,20} ){1,4}[A-Z])"
)
_CLAUSE_NEXT = re.compile(r"\s+(?:the .{1,40}? (?:is|was|are)|\w+day)\b")
_GOVERNED = re.compile(
    r",?:?\s*[\"“‘«]|\s+(?:that|the|a|an|he|she|it|they|we|his|her|their|there|this|these|[A-Z]\w*)\b"
)
_APPOSITION = re.compile(
    r"(?:(?:But|And|While|Although) )?(?:[A-Z][\w.'’-]*|[Tt]he|an?)"
    r"(?: (?:[A-Z][\w.'’-]*|\([^)]{1,30}\)|of|for|and|at|on|the|an?|de|van|von|al|bin)){0,11}(?<=[\w.)’']), "
    r"(?:who|whose|which|where|an?|the|one|her|his|its|their|now|then|former"
    r"|[a-z]+(?: [a-z]+)? (?:of|for|at|with|in|to))\b"
)
"""A name and what explains it, between commas."""
_CLOSED = ("”", '"', "’", "''")
_NAMED = re.compile(
    r"^(?:In|On|At|During|After|Before|Asked|Appearing|Speaking)\b[^\"“]{0,120}[\"“]"
    r"(?:(?:[A-Z0-9][\w’'.-]*|the|of|and|for|to|in|an?|with),?(?: |(?=[\"”]))){1,6}[\"”]$"
)
"""An opening phrase that ends with the name of a programme or a paper in quotation marks."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
    r"(?: (?:not|never|also|often|first|later|\w+ly))?$",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(r"\b(?:to|the|an?|of|his|her|their|its|our|my)$")
_COORDINATED = re.compile(r"\w,? (?:and|but|or|then)(?: \w+ly| also| later| then)?$")
_WHEN = re.compile(rf"^{DAY}(?: (?:morning|afternoon|evening|night))?(?:, .*)?$", re.DOTALL)
"""The day behind "…, X said", and what the sentence goes on to tell behind a comma."""
_FEW = 6
_WINDOW = 400
_ADDRESSED = TELLING - {"asked"}
"""What follows these is never who tells: nobody writes "…, told the judge" and means that she did."""


def said_by_verb(
    text: str, sentence: Span, verb: Span, frames: frozenset[str], quotations: Sequence[Span]
) -> Saying | None:
    """What the verb at `verb` reports within its sentence, if it does; `frames` are those of `reporting_verbs`."""
    before = text[max(sentence.start, verb.start - _WINDOW) : verb.start].rstrip()
    if not _reports(text, verb, before, sentence.end):
        return None
    if not before and (quotation := _just_before(text, quotations, sentence.start)):
        source = source_after(text, verb.end, sentence.end)  # the sentence was cut behind the quotation
        return Saying(source, quotation) if source else None
    speaks = "say" in frames or not before.endswith(",")  # "Finch, the leader, rejected the demand" says nothing of it
    if speaks and before.endswith((",", *_CLOSED)) and (source := _inverted(text, sentence, verb, before)):
        return Saying(source, Span(sentence.start, verb.start))
    subject = source_before(text, sentence.start, _finite(text, sentence, verb, before))
    if subject is None:
        return None
    content = _said_before(text, sentence, verb, subject, frames, quotations)
    if content:
        return Saying(subject, content)
    return said_behind(text, verb, sentence.end, subject, frames, quotations)


def _reports(text: str, verb: Span, before: str, end: int) -> bool:
    """False for a noun, an infinitive, and a passive: of whom something is said does not say it."""
    written = verb.of(text).lower()
    if written not in ("said", "says") and _NO_SUBJECT.search(before):
        return False
    if written.endswith(("ed", "told", "wn")) and _PASSIVE.search(before):
        return False
    return written not in noun_plurals() or bool(_GOVERNED.match(text, verb.end, end))


def _said_before(
    text: str, sentence: Span, verb: Span, subject: Span, frames: frozenset[str], quotations: Sequence[Span]
) -> Span | None:
    """What stands before "X said", around it, or in the quotation that a colon announces behind it."""
    head = text[max(sentence.start, subject.start - _WINDOW) : subject.start].rstrip()
    tail = text[verb.end : min(sentence.end, verb.end + _WINDOW)].strip(" .")
    if not head and len(tail.split()) <= _FEW and (quotation := _just_before(text, quotations, sentence.start)):
        return quotation
    if head.endswith(",") and text.startswith(",", verb.end) and not _OPENING.match(head.strip()):
        return sentence  # "The museum, she said, would open in June."
    tail = _WHEN.sub("", tail)
    if _closes(head, tail) and ("say" in frames or head.endswith(_CLOSED) or not tail):
        return Span(sentence.start, subject.start)
    if not tail.strip('”"') and head.endswith(", as"):
        return Span(sentence.start, subject.start - len("as "))
    return None if tail.strip(": ") else _just_after(text, quotations, sentence.end)


def _finite(text: str, sentence: Span, verb: Span, before: str) -> int:
    """Where the verb stands whose subject speaks: the verb itself, or for ", saying" and "and said" the first one."""
    if not (before.endswith(",") and verb.of(text).endswith("ing")) and not _COORDINATED.search(before):
        return verb.start
    words = re.finditer(r"\w+", text[max(sentence.start, verb.start - _WINDOW) : verb.start])
    start = max(sentence.start, verb.start - _WINDOW)
    return next((start + m.start() for m in words if is_verb(m.group())), verb.start)


def _just_before(text: str, quotations: Sequence[Span], at: int) -> Span | None:
    """The quotation that ends right before a sentence, in the same paragraph."""
    index = bisect_right(quotations, at, key=lambda q: q.start) - 1
    if index < 0 or not 0 <= at - quotations[index].end <= 2:
        return None
    return quotations[index] if "\n" not in text[quotations[index].end : at] else None


def _just_after(text: str, quotations: Sequence[Span], at: int) -> Span | None:
    """The quotation that a colon at the end of a sentence announces."""
    index = bisect_left(quotations, at, key=lambda q: q.start)
    if index == len(quotations) or text[at - 1] != ":" or text[at : quotations[index].start].strip():
        return None
    return quotations[index]


def _inverted(text: str, sentence: Span, verb: Span, before: str) -> Span | None:
    """The speaker in "…," said X; without quotation marks only where X closes the sentence."""
    if verb.of(text).lower() in _ADDRESSED and before.endswith(","):
        return None  # what follows is who was told: "the prosecutor, Hilary Dunmore, told the judge"
    if verb.of(text).endswith("ing") or not _CAPITAL_NEXT.match(text, verb.end, verb.end + 90):
        return None
    if _CLAUSE_NEXT.match(text, verb.end, verb.end + 60):
        return None
    source = source_after(text, verb.end, sentence.end)
    if source and before.endswith(",") and _APPOSITION.match(before):
        return None  # "Waly, the head of the office, said it rained"
    if source and before.endswith(",") and len(text[source.end : min(sentence.end, source.end + _WINDOW)].split()) > 3:
        return None
    return source


def _closes(head: str, tail: str) -> bool:
    """True for "…," X said: the content stands before the speaker."""
    quoted = head.endswith(_CLOSED)
    if not re.search(r"[,?!](?:[\"”’]|'')?$", head) or (not quoted and len(head.split()) < 4):
        return False
    if quoted and _NAMED.search(head) and len(tail.split()) > _FEW:
        return False
    return (quoted or len(tail.split()) <= _FEW) and not _OPENING.match(head.strip())
