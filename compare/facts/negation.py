"""Negated predicates: "has not found", "denied", "failed to"; without "not only" and its kin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.facts.people import Person
from compare.facts.verb_roots import root_of
from compare.model import Claim, Evidence, Span
from compare.text.witness import Witness
from compare.text.words import Word

NEGATORS = frozenset("not no never without nobody none neither nor nothing nowhere".split())
"""Words that negate what follows them."""
_TO_VERBS = frozenset("yet failed fails fail refused refuses declined declines unable".split())
_OBJECT_VERBS = frozenset("denied denies deny denying lack lacks lacked lacking incapable".split())
_IDLE_AFTER = {
    "not": frozenset(
        "only just merely simply necessarily surprisingly least until one all everyone yet usually always often".split()
    ),
    "nothing": frozenset(("but", "more", "less")),
    "none": frozenset(("more", "other", "too")),
    "without": frozenset("incident exception fail doubt question delay warning".split()),
    "no": frozenset("less fewer more longer doubt matter later sooner one way other".split()),
}
_BEFORE_NOT = frozenset(
    "is are was were be been being am do does did has have had can could will would shall should may might must".split()
)
_LOST_APOSTROPHE = frozenset(
    "dont doesnt didnt havent hasnt hadnt isnt arent wasnt werent couldnt wouldnt shouldnt cant".split()
)
_CUES = NEGATORS | _TO_VERBS | _OBJECT_VERBS | _LOST_APOSTROPHE
_SKIPPED = frozenset(
    "been be any another ever have has had to yet a an the that it manage manages managed managing".split()
)
_WHETHER = re.compile(r"\bor\s$", re.IGNORECASE)
_CONDITIONAL = re.compile(r"\b(?:if|unless|lest|suppose)\b[^,.;:!?“”\"]*$", re.IGNORECASE)
_ENDS_CLAUSE = re.compile(r"[.;:!?—–“”\"]")
_NOT_TO_SAY = re.compile(r" to (?:say|mention)\b", re.IGNORECASE)
_SO_MUCH = ("so", "much")
_SO_FAR = re.compile(r" (?:go|went|gone|going) (?:as|so|that) far\b", re.IGNORECASE)
_KIND_OF = re.compile(r"(?:^|[^,]) (?:that|which|who)\s$", re.IGNORECASE)
"""A relative clause without a comma: "those who deny" are a kind, nobody is told to have denied."""
_LY_WORDS = frozenset("apply reply supply rely comply imply multiply fly family ally rally bully assembly".split())
"""Words in -ly that are verbs and nouns; the others are adverbs, which are not what is denied."""
_CLAUSE_REACH = 60
_CLAUSE_WORDS = 8
_BEFORE_VERB = frozenset("had has have was were is are will would could did been".split())
_REACH = 6
_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Negation:
    """The roots of the first two content words that a negator governs, predicate first."""

    predicate: str
    complement: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, ("not", self.predicate, self.complement)))


def extract_negations(witness: Witness, people: tuple[Person, ...]) -> Iterator[Claim]:  # noqa: ARG001  # the extractors' contract
    """Claims of kind negation: the evidence runs from the negator to the last word it governs here."""
    article = witness.article
    for at in witness.compared if witness.language == "en" else ():
        for where, value in find_negations(article.text, witness.words[at]):
            yield Claim("negation", value, Evidence(article.id, where, where.of(article.text)), value.predicate)


def find_negations(text: str, words: Sequence[Word]) -> list[tuple[Span, Negation]]:
    """What one sentence negates."""
    found = []
    for at, word in enumerate(words):
        if word.folded not in _CUES or not _negates(text, words, at):
            continue
        first = at + 1 + _is_nobody(words, at)
        reach = range(first, min(len(words), first + _REACH))
        governed = [n for n in reach if _is_content(words[n]) and not _is_prefix(text, words[n])][:2]
        governed = _denied_clause(words, at) or governed
        governed = [n for n in governed if not _ENDS_CLAUSE.search(text, word.end, words[n].start)]
        if governed and not _is_limited(words, at, max(governed)):
            roots = [root_of(words[n]) for n in governed]
            found.append((Span(word.start, words[max(governed)].end), Negation(*roots)))
    return found


def _denied_clause(words: Sequence[Word], at: int) -> list[int]:
    """Of "denied that workers had warned them" the verb, then its subject."""
    if not words[at].folded.startswith("den") or [w.folded for w in words[at + 1 : at + 2]] != ["that"]:
        return []
    reach = range(at + 2, min(len(words), at + 2 + _CLAUSE_WORDS))
    verb = next((n for n in reach if words[n].stem and words[n - 1].folded in _BEFORE_VERB), None)
    subject = next((n for n in reach if verb is not None and n < verb and _is_content(words[n])), None)
    return [n for n in (verb, subject) if n is not None]


def _is_content(word: Word) -> bool:
    if not word.stem or word.folded[0].isdigit() or word.folded in _SKIPPED or word.folded in NEGATORS:
        return False
    return not word.folded.endswith("ly") or word.folded in _LY_WORDS or word.written[0].isupper()


def _is_prefix(text: str, word: Word) -> bool:
    """True for the first part of co-chair and re-elect."""
    return len(word.written) <= _PREFIX and text.startswith("-", word.end)


def _negates(text: str, words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.folded in _LOST_APOSTROPHE:
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if word.folded in _TO_VERBS:
        return following is not None and following.folded == "to"
    if word.folded in ("deny", "denies") and _KIND_OF.search(text, words[0].start, word.start):
        return False
    if word.folded in _OBJECT_VERBS:
        return True
    if word.folded not in NEGATORS or following is None:
        return False
    if following.folded in _IDLE_AFTER.get(word.folded, ()) and not _is_nobody(words, at):
        return False
    if word.folded == "not" and not _follows_auxiliary(words, at):
        return False  # "houses, not villages"
    if tuple(w.folded for w in words[at + 1 : at + 3]) == _SO_MUCH:
        return False  # "not so much as looked": the predicate stands behind the comparison
    if _SO_FAR.match(text, word.end):
        return False
    if _NOT_TO_SAY.match(text, word.end) or _CONDITIONAL.search(
        text, max(words[0].start, word.start - _CLAUSE_REACH), word.start
    ):
        return False
    if text[word.end] in "-.’'" or (following.folded[0].isdigit() and word.folded == "no"):
        return False
    return not (word.folded == "not" and _WHETHER.search(text[max(0, word.start - 4) : word.start]))


def _is_limited(words: Sequence[Word], at: int, last: int) -> bool:
    """True for "has not sent only three observers": it has sent some."""
    return words[at].folded == "not" and any(word.folded in ("only", "just", "merely") for word in words[at:last])


def _is_nobody(words: Sequence[Word], at: int) -> bool:
    """True for "no one" before what nobody did: "No one has been arrested", and not for "no one reason"."""
    two = tuple(word.folded for word in words[at : at + 2])
    return two == ("no", "one") and at + 2 < len(words) and words[at + 2].folded in _BEFORE_NOT


def _follows_auxiliary(words: Sequence[Word], at: int) -> bool:
    """True for "did not" and "is still not"."""
    before = [word for word in words[max(0, at - 2) : at] if not (word.folded.endswith("ly") or not word.stem)]
    near = words[at - 1].folded if at else ""
    if at + 1 < len(words) and words[at + 1].folded.endswith("ing"):
        return True  # "a man not smoking"
    if at and words[at - 1].written[-2:] in ("'s", "’s", "'m", "’m"):
        return True
    return near in _BEFORE_NOT or (not before and any(w.folded in _BEFORE_NOT for w in words[max(0, at - 2) : at]))
