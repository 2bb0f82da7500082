"""Indefinite amounts of one thing: another car for one witness, several cars for the other.

The classes are the closed class of English quantifying determiners. Two of them conflict in use, if not in logic:
nobody who knows of several says "another". A pair counts only with the same noun, beside the same verb or object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.facts.negation import NEGATORS
from compare.facts.verb_roots import root_of
from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word

_CLASSES = {
    "none": ("no", "none of", "not any", "not a single"),
    "one": ("another", "a single", "just one", "only one"),
    "few": ("few", "few of", "very few", "very few of", "only a few", "a handful of", "a couple of"),
    "several": ("several", "several of", "multiple", "a number of", "various", "some", "some of"),
    "many": ("many", "many of", "numerous", "dozens of", "scores of", "hundreds of", "thousands of", "countless"),
    "most": ("most", "most of", "the majority of", "a majority of"),
    "all": ("all", "every", "all of"),
}
_CONFLICTS = frozenset(
    frozenset(pair.split())
    for pair in (
        "none few|none several|none many|none most|none all|one several|one many|one most|few many|few most|few all"
        "|several all|most all"
    ).split("|")
)
_CLASS_OF = {tuple(form.split()): name for name, forms in _CLASSES.items() for form in forms}
_FIRST = frozenset(form[0] for form in _CLASS_OF)
_LONGEST = 3
_ARTICLES = frozenset("the its his her their our".split())
_AUXILIARIES = frozenset("is are was were be been being has have had do does did will would can could also".split())
_PHRASE = 3
_PREFIX = 3
_NEARLY_ONE = 0.8
"""Sentences so much alike say the same of the noun, wherever its verb stands."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantifier with its noun: its class, the noun's stem, the roots of the content words around, and the words."""

    name: str
    noun: str
    beside: frozenset[str]
    words: tuple[Word, ...]


class AmountComparer(PairComparer):
    """One or several, few or many, all or some of the same thing."""

    kind = "amount"
    levels = (
        Level("amount.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one says how many."),
        Level("amount.same", Verdict.AGREE, Severity.INFO, "Both say how many: “{a}” and “{b}”."),
        Level("amount.differ", Verdict.DIFFER, Severity.MEDIUM, "One says “{a}”, the other “{b}”: another amount."),
    )

    skips_equal = False

    def compare_pair(self, pair: SentencePair, _: Passage) -> Iterator[Finding]:
        """One finding for each noun to which both sentences give an indefinite amount."""
        ours, told = amounts_of(pair.a), {}
        is_denied_once = _denies(pair.a) != _denies(pair.b)  # most do not expect it, few expect it
        theirs = amounts_of(pair.b) if ours else []
        for x in ours:
            alike = pair.alike >= _NEARLY_ONE
            same = [y for y in theirs if y.noun == x.noun and (x.beside & y.beside or alike)]
            relation = _relation(x.name, {y.name for y in same}) if same else ""
            if relation == "same" or (relation and not is_denied_once):
                told[x.words[0]] = self.finding(relation, (_claim(pair.a, x), _claim(pair.b, same[0])))
        yield from told.values()  # the last noun of a phrase tells most


def _denies(said: Said) -> bool:
    """True where a sentence denies something otherwise than by an amount."""
    return any(form in NEGATORS and (form,) not in _CLASS_OF for form in said.folded)


def _relation(ours: str, theirs: set[str]) -> str:
    if ours in theirs:
        return "same"
    return "differ" if all(frozenset((ours, name)) in _CONFLICTS for name in theirs) else ""


def amounts_of(said: Said) -> list[Amount]:
    """The indefinite amounts that a sentence gives, in order; one for each word of a phrase that may be its noun."""
    folded, reached = said.folded, 0
    if _FIRST.isdisjoint(folded):
        return []
    words, found = said.words, []
    for at, form in enumerate(folded):
        if at < reached or form not in _FIRST:
            continue
        size = next((n for n in range(_LONGEST, 0, -1) if folded[at : at + n] in _CLASS_OF), 0)
        if size and not _is_superlative(words, at):
            nouns = _nouns(said, at + size)
            name = _CLASS_OF[folded[at : at + size]]
            for noun in nouns:
                beside = _beside(words, at, noun, noun == nouns[-1])
                found.append(Amount(name, words[noun].stem, beside, words[at : noun + 1]))
        reached = at + size
    return found


def _is_superlative(words: tuple[Word, ...], at: int) -> bool:
    return words[at].folded == "most" and at > 0 and words[at - 1].folded == "the"


def _nouns(said: Said, at: int) -> list[int]:
    """Indexes of the content words of the phrase that begins here: the noun is the last, or a verb follows it."""
    words, text = said.words, said.witness.article.text
    if at < len(words) and words[at].folded in _ARTICLES:
        at += 1
    found: list[int] = []
    for n in range(at, min(at + _PHRASE, len(words))):
        if not words[n].stem or words[n].is_number or (found and text[words[n - 1].end : words[n].start].strip(" -\n")):
            break
        if len(words[n].written) > _PREFIX or not text.startswith(("-", " - "), words[n].end):
            found.append(n)  # of co-workers the second part
    return found


def _beside(words: tuple[Word, ...], start: int, noun: int, is_last: bool) -> frozenset[str]:
    """Roots of the word that the phrase is the object of and of the verb right behind it.

    A preposition behind the phrase leads to another noun, which tells nothing of the amount; a noun within the phrase
    counts only with the word behind it.
    """
    before = next((root_of(w) for w in reversed(words[:start]) if w.stem), "") if is_last else ""
    behind = next((w for w in words[noun + 1 :] if w.folded not in _AUXILIARIES), None)
    after = root_of(behind) if behind and behind.stem else ""
    return frozenset((before, after)) - {""}


def _claim(said: Said, amount: Amount) -> Claim:
    return said.claim("amount", amount.name, amount.words, amount.noun)
