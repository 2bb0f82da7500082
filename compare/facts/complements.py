"""What stands behind a verb of reporting and is said: a clause, a quotation, an intention, a name given, an object."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.facts.quotations import quotation_at
from compare.facts.reporting import papers
from compare.facts.sources import Saying
from compare.model import Span

_OBJECT = re.compile(
    r"\s+(?:me|him|her|them|us|you|reporters|journalists|voters|lawmakers"
    r"|(?:the |a )?[A-Z][\w’']{1,30}(?: [A-Z][\w’']{1,30}){0,3})"
    r"(?=\s+(?:that|in|on|he|she|\"|“|the|they|it|his|her|there|[a-z]+)|,)"
)
TELLING = frozenset("told tells asked reminded telling asking informed assured".split())
"""Verbs that whom they tell follows."""
DAY = r"(?:(?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|earlier)"
"""When something was said, as a pattern."""
_ADJUNCT = re.compile(
    rf"\s+(?:{DAY}|(?:on|in|at|during|after|before|from|to|by|through) [^,.;:\"“”]{{1,70}}?)(?=\s+that\s)"
    rf"|\s+{DAY}(?: (?:morning|afternoon|evening|night))?(?=\s+(?![a-z]+day\b)[\w“\"])"
)
"""When and where it was said, between the verb and what was said: "said on Monday in Oslo that …"."""
_PARTICLE = re.compile(r"\s+(?:out|on|up)(?=,? (?:that|how|why|whether)\b|:)")
_CLAUSES = ("that ", "“", '"', "‘", "«", "''", "how ", "why ", "whether ")
_INTENTION = re.compile(r",?\s+to\s+[a-z]")
_APPEAL = re.compile(r"\s+(?:for|on|upon|against)\s+")
_NOUN_PHRASE = re.compile(
    r"\s+(?:the|an?|his|her|their|its|our|my|this|that|those|these|what|any|all|some|both|him|them|it|[A-Z“\"][\w’]*)\b"
)


def said_behind(
    text: str, verb: Span, end: int, subject: Span, frames: frozenset[str], quotations: Sequence[Span]
) -> Saying | None:
    """What the verb at `verb` takes before `end`, by the first of its frames that fits; None if none does.

    A quotation that runs past the end of the sentence is taken whole.
    """
    start = verb.end
    if verb.of(text).lower() in TELLING and (match := _OBJECT.match(text, start, end)):
        start = match.end()
    if match := _PARTICLE.match(text, start, end):
        start = match.end()
    if match := _ADJUNCT.match(text, start, end):
        start = match.end()
    rest = Span(start, end)
    if "say" in frames or ("clause" in frames and _is_clause(text, rest, subject)):
        return Saying(subject, _whole(rest, quotations))
    told = _wish(text, rest, frames) or ("call" in frames and _named(text, rest, quotations))
    if not told and "judge" in frames and _NOUN_PHRASE.match(text, start, end):
        told = rest
    return Saying(subject, _whole(told, quotations), asserted=False) if told else None


def _wish(text: str, rest: Span, frames: frozenset[str]) -> Span | None:
    """What is meant to be done ("wants to …") or asked for ("called for …")."""
    if "intend" in frames and _INTENTION.match(text, rest.start, rest.end):
        return rest
    match = _APPEAL.match(text, rest.start, rest.end) if "appeal" in frames else None
    return Span(match.end(), rest.end) if match else None


def _is_clause(text: str, rest: Span, subject: Span) -> bool:
    """True where a clause or a quotation follows the verb, or where a document speaks."""
    if text[rest.start : rest.start + 12].lstrip(" ,:").startswith(_CLAUSES):
        return True
    return bool(papers().search(subject.of(text)) and re.match(r"\s+\w", text[rest.start : rest.end]))


def _named(text: str, rest: Span, quotations: Sequence[Span]) -> Span | None:
    """ "Called the plan “a mistake”": the object, and the name given to it in quotation marks."""
    quotation = next((q for q in quotations if rest.start <= q.start < rest.end), None)
    if quotation is None or re.search(r"[,;:]", text[rest.start : quotation.start]):
        return None
    return Span(rest.start, quotation.end)


def _whole(rest: Span, quotations: Sequence[Span]) -> Span:
    opened = quotation_at(quotations, rest.end - 1)
    return Span(rest.start, opened.end) if opened and opened.start >= rest.start else rest
