"""Opposed words in the place of each other: shares rose, shares fell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.facts.negation import NEGATORS
from compare.facts.polarity import are_kin, are_opposed, is_polar, polar_root
from compare.facts.verb_roots import is_past
from compare.findings.capitals import names_of
from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.of_figure import have_one_figure
from compare.findings.opposed_abroad import opposed_abroad
from compare.findings.pairing import Said, SentencePair
from compare.model import Finding, Severity, Verdict
from compare.text.words import Word

_FEWEST_SHARED = 2
_ALIKE = 0.5
_NEAR = 2
_FEWEST_BESIDE = 2
_PLACING = frozenset(
    "up down in out on off over under above below before after earlier later first second last next ahead behind "
    "here there inside outside start end".split()
)
"""Words that place one thing by another: two true accounts of one event use both halves of such a pair."""
_PREFIXES = ("un", "non")
_SHORTEST = 5
_SOFTENERS = frozenset(
    "little hardly barely scarcely less least few rather too insufficiently inadequately poorly".split()
)
_SOFTENED_REACH = 3


class AntonymComparer(PairComparer):
    """One of a closed list of opposed pairs, each half in one sentence only, with the same arguments."""

    kind = "antonym"
    levels = (
        Level("antonym.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one says “{a}”."),
        Level("antonym.of_figure", Verdict.DIFFER, Severity.HIGH, "“{a}” and “{b}” are opposites, told of one figure."),
        Level("antonym.opposed", Verdict.DIFFER, Severity.HIGH, "“{a}” and “{b}” are opposites."),
    )

    def compare_pair(self, pair: SentencePair, passage: Passage) -> Iterator[Finding]:
        """At most one finding of two sentences."""
        level, found = self._found(pair, passage) if len(pair.shared) >= _FEWEST_SHARED else ("", None)
        if found:
            words = zip((pair.a, pair.b), found, strict=True)
            yield self.finding(level, [said.claim(self.kind, w.folded, said.whole(w)) for said, w in words])

    def _found(self, pair: SentencePair, passage: Passage) -> tuple[str, tuple[Word, Word] | None]:
        """The name of the level and the two words."""
        if {pair.a.witness.language, pair.b.witness.language} != {"en"}:
            return "opposed", opposed_abroad(pair)
        if not _deny_alike(pair):
            return "", None
        roots_a, roots_b = _roots(pair.a), _roots(pair.b)
        candidates = list(_candidates(pair, roots_a, roots_b))
        alone = [(x, y) for x, y in candidates if not _is_told_by_both(x, roots_a, y, roots_b)]
        found = _opposed_of_figure(pair, passage, alone)
        return ("of_figure", found) if found else ("opposed", _opposed(pair, roots_a, roots_b, candidates))


def _deny_alike(pair: SentencePair) -> bool:
    """False where one of the two denies something."""
    return bool(NEGATORS & {w.folded for w in pair.a.words}) == bool(NEGATORS & {w.folded for w in pair.b.words})


def _opposed_of_figure(
    pair: SentencePair, passage: Passage, candidates: Sequence[tuple[Word, Word]]
) -> tuple[Word, Word] | None:
    """The first two words that oppose each other beside one figure."""
    for x, y in candidates:
        is_soft = _is_softened(pair.a, x) or _is_softened(pair.b, y)
        if not is_soft and have_one_figure(pair, x, y, passage) and not _is_told_too(pair, x, y):
            return x, y
    return None


def _opposed(
    pair: SentencePair, roots_a: dict[Word, str], roots_b: dict[Word, str], candidates: Sequence[tuple[Word, Word]]
) -> tuple[Word, Word] | None:
    """The first two words that oppose each other: in alike sentences without kin of either, or beside the same word."""
    for x, y in _replaced(pair):
        if _is_softened(pair.a, x) or _is_softened(pair.b, y):
            continue
        if x in roots_a and y in roots_b and are_opposed(roots_a[x], roots_b[y]) and not _is_told_too(pair, x, y):
            return x, y
    for x, y in candidates:
        if _is_softened(pair.a, x) or _is_softened(pair.b, y):
            continue
        a, b = roots_a[x], roots_b[y]
        if x.folded in _PLACING or y.folded in _PLACING:
            continue  # counts only in each other's place
        both = [_tells_both(a, roots_a), _tells_both(b, roots_b)]
        if _is_told_too(pair, x, y) or all(both) or (pair.of_reports and any(both)):
            continue
        ours, theirs = _beside(pair.a, x), _beside(pair.b, y)
        if pair.of_reports and _have_other_objects(pair, x, y):
            continue
        shared = len(ours & theirs) >= min(_FEWEST_BESIDE, len(ours), len(theirs)) or _have_one_part(pair, x, y)
        kin = any(are_kin(a, z) for z in roots_b.values()) or any(are_kin(b, z) for z in roots_a.values())
        if shared and ((pair.alike >= _ALIKE and not kin) or _form(x) == _form(y)):
            return x, y
    return None


def _is_told_too(pair: SentencePair, x: Word, y: Word) -> bool:
    """True where one sentence has the other's word in another form: "cloudy" against clear weather and cloud cover."""
    return any(
        one is not other and one.folded != word.folded and one.folded[:_SHORTEST] == word.folded[:_SHORTEST]
        for word, said, other in ((x, pair.b, y), (y, pair.a, x))
        if len(word.folded) >= _SHORTEST
        for one in said.words
        if one.stem
    )


def _is_told_by_both(x: Word, roots_a: dict[Word, str], y: Word, roots_b: dict[Word, str]) -> bool:
    """True where one of the two sentences tells of a rise and of a fall."""
    return _tells_both(roots_a[x], roots_a) or _tells_both(roots_b[y], roots_b)


def _tells_both(root: str, roots: dict[Word, str]) -> bool:
    """True for a fall beside a rise: a sentence that tells of both opposes no other that does."""
    return any(are_opposed(root, other) for other in roots.values())


def _replaced(pair: SentencePair) -> Iterator[tuple[Word, Word]]:
    """Words of which one stands alone in the place of the other, the same words before and behind."""
    for block in pair.blocks if pair.alike >= _ALIKE else ():
        if len(block.a) == len(block.b) == 1 and block.before and block.after:
            yield block.a[0], block.b[0]


def _roots(said: Said) -> dict[Word, str]:
    """Words and their roots, names aside: South Ozone Park does not lie opposite the north."""
    names = set(names_of(said))
    return {word: polar_root(word) for word in said.words if word not in names}


def _candidates(pair: SentencePair, roots_a: dict[Word, str], roots_b: dict[Word, str]) -> Iterator[tuple[Word, Word]]:
    """Opposed words of the two sentences, each in one of them only, in reading order."""
    in_a, in_b = set(roots_a.values()), set(roots_b.values())
    ours = [word for word, root in roots_a.items() if root not in in_b]
    theirs = [word for word, root in roots_b.items() if root not in in_a]
    polar = [word for word in theirs if is_polar(roots_b[word])]
    joined: dict[str, list[tuple[int, Word]]] = {}
    for n, word in enumerate(theirs):
        joined.setdefault(pair.b.joined[word], []).append((n, word))
    for x in ours:
        if is_polar(roots_a[x]):
            yield from ((x, y) for y in polar if are_opposed(roots_a[x], roots_b[y]))
        found = (place for other in _prefixed(pair.a.joined[x]) for place in joined.get(other, ()))
        yield from ((x, y) for _, y in sorted(found, key=lambda place: place[0]))


def _prefixed(word: str) -> list[str]:
    """What a word is the negation of, and what is one of it: crewed for uncrewed, and uncrewed for crewed."""
    bare = [word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)]
    shorter = [short for short in bare if len(short) >= _SHORTEST]
    return shorter + [prefix + word for prefix in _PREFIXES if len(word) >= _SHORTEST]


def _form(word: Word) -> str:
    """Tense and number, roughly: a fall and a climbing are not told of one thing."""
    if is_past(word):
        return "ed"
    return next((ending for ending in ("ing", "s") if word.folded.endswith(ending)), "")


def _is_softened(said: Said, word: Word) -> bool:
    """ "Little changed" is not the opposite of unchanged."""
    at = said.words.index(word)
    before = said.words[max(0, at - _SOFTENED_REACH) : at]
    if len(before) == _SOFTENED_REACH and before[-1].folded == "and" and before[0].folded in _SOFTENERS:
        return True  # "insufficiently equipped and experienced"
    return at > 0 and said.words[at - 1].folded in _SOFTENERS


def _have_other_objects(pair: SentencePair, x: Word, y: Word) -> bool:
    """True where what follows each word is not told by the other sentence: "allows suits", "bans abortions"."""
    ours, theirs = _behind(pair.a, x), _behind(pair.b, y)
    return bool(ours and theirs) and ours.isdisjoint(pair.b.stems) and theirs.isdisjoint(pair.a.stems - ours)


def _have_one_part(pair: SentencePair, x: Word, y: Word) -> bool:
    """True where the same word follows both, and the two sentences name the same: who, where or what it is told of."""
    behind = [[w.stem for w in s.words if w.stem and w.start >= z.end][:1] for s, z in ((pair.a, x), (pair.b, y))]
    named = [frozenset(w.stem for w in names_of(said)) for said in (pair.a, pair.b)]
    return bool(behind[0]) and behind[0] == behind[1] and bool(named[0]) and named[0] == named[1]


def _behind(said: Said, word: Word) -> set[str]:
    at = said.words.index(word)
    return {w.stem for w in [w for w in said.words[at + 1 :] if w.stem][:_NEAR]}


def _beside(said: Said, word: Word) -> set[str]:
    """Stems of the two content words before and the two after a word."""
    at = said.words.index(word)
    before = [w.stem for w in said.words[:at] if w.stem]
    after = [w.stem for w in said.words[at + 1 :] if w.stem]
    return {*before[-_NEAR:], *after[:_NEAR]}
