"""Other ways to deny than a negator, and negations that deny less than they seem to."""

from __future__ import annotations

import re

from compare.facts.verb_roots import root_of
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim
from compare.text.words import Word

_SOFT_REACH = 7
_WHETHER = re.compile(r"\b(?:if|whether)\b[^,.;:]*$", re.IGNORECASE)
_TERM = re.compile(r"[^,.;:]*\b(?:until|unless)\b", re.IGNORECASE)
"""What is not so until something comes about will be so then."""
_CLAIMED = re.compile(r"\b(?:claim|insist|argu|alleg|testif|den[iy])\w*\b[^.;:]*$", re.IGNORECASE)
_HARD = re.compile(
    r"\b(?:not|no|zero|never|none|nobody|n[o']t|cannot|neither|nor|nothing|without"
    r"|(?:have|has|had|did|do|does|is|are|was|were|could|would|should|wo)nt)\b|n['’]t\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:rather than|far from|too|instead of|non|yet to|declin\w*|fail\w*|lack\w*|(?<!the )(?<!and )only|unable"
    r"|refus\w*|den(?:y|ie\w*)|oppos(?:e[ds]?|ing)|reject\w*|avoid\w*|prevent\w*|stop\w*|turn\w* down"
    r"|stay\w* away|absence|free of|other than|few|(?<!a )(?<!the )(?<!this )little|hardly|barely|against|despite"
    r"|although|but|if|devoid|depriv\w+|forb[ia]d\w*|bann?(?:ed|ing|s)?|prohibit\w*|g[ia]v\w+ up|instead"
    r"|last thing|off work|need(?:ed|s)? to|un-\w+|whether|unless|until|difficult|hard to"
    r"|(?:call|put|cut|shut|turn|laid|[bs]roke|w[oe]re)\w* off|un(?!der|til|it|i[oq]|iv|if)[a-z]{4,}|impossible"
    r"|dis(?!c(?:us|ov|ip)|t(?:r|an|in)|play|pat|put|ast|ea)[a-z]{5,})\b",
    re.IGNORECASE,
)


_TAKES_AGAINST = frozenset({"appeal", "protest", "fight", "complain"})
"""Predicates that "against" follows: who appeals against a verdict denies no appeal."""


def is_bounded(claim: Claim, there: Said, pair: SentencePair) -> bool:
    """True for "not until" and, between reports, for what somebody claims not to be so."""
    text, span = there.witness.article.text, there.span
    at = claim.evidence.span
    if _TERM.match(text, at.start, span.end):
        return True
    return pair.of_reports and bool(_CLAIMED.search(text, span.start, at.start))


def may_deny(plain: Said, predicate: Word, negated: Said) -> bool:
    """True where words near the predicate may deny it in another way that the negated sentence does not have too."""
    at = plain.words.index(predicate)
    opening = plain.words[0].folded == "but"  # joins the sentence to the one before
    near = plain.words[max(opening, at - _SOFT_REACH) : at + _SOFT_REACH]
    text = plain.witness.article.text[near[0].span.start : near[-1].span.end]
    start = plain.span.start
    if _WHETHER.search(plain.witness.article.text, start, predicate.start):
        return True
    soft = _soft(text) - {"against"} if root_of(predicate) in _TAKES_AGAINST else _soft(text)
    return bool(_HARD.search(text)) or not soft <= _soft(_text(negated))


def _soft(text: str) -> set[str]:
    return {match.group().lower() for match in _SOFT.finditer(text)}


def _text(said: Said) -> str:
    return said.span.of(said.witness.article.text)
