"""In what form a negation denies: that there is something, that somebody has it or is there, or a deed.

A noun denied answers to other words of the plain sentence than a verb denied does: "without a mask" to "with a mask"
and not to every mask.
"""

from __future__ import annotations

from compare.facts.verb_roots import is_past
from compare.findings.capitals import names_of
from compare.findings.pairing import Said
from compare.findings.predication import is_nominal
from compare.model import Claim
from compare.text.words import Word

_OF_NOUNS = frozenset("no none without neither nor nothing nobody lack lacks lacked lacking".split())
"""Negators of a noun phrase."""
_HAVING = frozenset(
    "with has have had having is are was were wear wears wore wearing carry carries carried carrying hold holds held "
    "holding get gets got give gives gave given receive received enjoy enjoys enjoyed win wins won find found".split()
)
_HAVING_REACH = 4
COPULAS = frozenset(("is", "was", "are", "were"))
_WHERE = frozenset(("at", "in", "on", "inside", "near"))


def negates_noun(claim: Claim) -> bool:
    """True for "no king", "lacks support"."""
    return claim.evidence.quote.split()[0].lower() in _OF_NOUNS


def is_without(claim: Claim) -> bool:
    """True for "without a mask"."""
    return claim.evidence.quote.split()[0].lower() == "without"


def is_having(claim: Claim) -> bool:
    """True for "did not have suspects": who identifies suspects need not have one."""
    return any(word in ("have", "has", "had") for word in claim.evidence.quote.lower().split()[1:2])


def is_noun(claim: Claim, there: Said, denied: Word) -> bool:
    """True for "no king", "lacks a king", "did not have king"."""
    at = there.words.index(denied)
    had = at > 0 and there.words[at - 1].folded in ("have", "has", "had", "having")
    return had or negates_noun(claim) or is_nominal(there, denied)


def is_name(claim: Claim, denied: Word, there: Said) -> bool:
    """True for "this was not Ann Lee": who it was not is no predicate, while "not a German film" has one."""
    names = set(names_of(there))
    behind = there.words[there.words.index(denied) + 1 :]
    last = next((w for w in behind if w.stem and w.end <= claim.evidence.span.end), denied)
    return denied in names and last in names


def is_other_form(claim: Claim, there: Said, denied: Word, word: Word) -> bool:
    """True for "is not right" against "rights", and "not legal" against "legally": what it is not is no deed."""
    at = next(n for n, w in enumerate(there.words) if w.start >= claim.evidence.span.start)
    is_adjective = at > 0 and there.words[at - 1].folded in COPULAS and not is_past(denied)
    if denied.folded.endswith("ing") or "to" in claim.evidence.quote.split():
        return False
    return is_adjective and word.folded != denied.folded


def is_for(claim: Claim, denied: Word, there: Said, plain: Said, word: Word) -> bool:
    """True for "began to identify suspects" against "no suspects": the noun is what was to be had."""
    at = plain.words.index(word)
    return at > 1 and plain.words[at - 2].folded == "to" and is_noun(claim, there, denied)


def is_where(claim: Claim, denied: Word, there: Said) -> bool:
    """True for "was not at the church"."""
    between = [w for w in there.words if claim.evidence.span.start < w.start < denied.start]
    return any(w.folded in _WHERE for w in between)


def is_told_where(plain: Said, word: Word) -> bool:
    """True for "was at the church", and not for "stopped by the church"."""
    at = plain.words.index(word)
    return any(w.folded in COPULAS for w in plain.words[max(0, at - _HAVING_REACH) : at])


def is_had(said: Said, word: Word) -> bool:
    """True for "with a mask", "has support", "carried two flags": to be without it denies no other mention."""
    at = said.words.index(word)
    return any(w.folded in _HAVING for w in said.words[max(0, at - _HAVING_REACH) : at])
