"""Runs of capitalised words, the raw matter of names: "UNODC Executive Director Ghada Waly" is one run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.model import Sentence, Span
from compare.text.witness import Witness
from compare.text.words import Word

PARTICLES = frozenset(
    "de da do dos das del della di du la le los las el al ul bin bint ibn abu abd van von der den ter ten zu zum af av "
    "mac san santa y e ap ben bar".split()
)
"""Lower-case words inside personal names (nobiliary and patronymic particles)."""
_OPENERS = frozenset("\"“‘'«„「『:—–-*•|")
_LONGEST = 12
_KEPT = "runs"
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_BEFORE_MONTH = frozenset("in since until till by last next this early late mid of on from between through and".split())


@dataclass(frozen=True)
class Run:
    """Neighbouring capitalised words of one sentence; `opens` is true where the first would be a capital anyway."""

    sentence: int
    words: tuple[Word, ...]
    opens: bool = False

    @cached_property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].start, self.words[-1].end)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words' folded forms."""
        return tuple(word.folded for word in self.words)


def find_runs(witness: Witness) -> dict[int, list[Run]]:
    """Runs of each compared sentence that is written in running case."""
    kept: dict[str, dict[int, list[Run]]] = vars(witness)  # beside the witness's own cached properties
    if _KEPT not in kept:
        kept[_KEPT] = _find_runs(witness)
    return kept[_KEPT]


def _find_runs(witness: Witness) -> dict[int, list[Run]]:
    found = {}
    for index in witness.compared:
        words = witness.words[index]
        if not is_capitalised_throughout(witness.sentences[index], words):
            found[index] = list(_runs(witness.article.text, index, words))
    return found


def is_capitalised_throughout(sentence: Sentence, words: Sequence[Word]) -> bool:
    """True for all-caps text and title-case headlines, where a capital says nothing."""
    ended = sentence.text[-1:] in '.!?"”’'
    if ended and any(word.written.islower() and len(word.written) >= 4 for word in words[1:6]):
        return False  # nearly every sentence ends here
    long = [word.written for word in words if len(word.written) >= 4 and word.written[0].isalpha()]
    if len(long) < 4:
        return len(long) > 1 and all(w.isupper() for w in long)
    lower = sum(written[0].islower() for written in long)
    return _are_capitals(long) or (not ended and lower <= 0.15 * len(long))


def is_shouted(words: Sequence[Word]) -> bool:
    """True for text in capitals, where no word is an acronym for being in capitals."""
    long = [word.written for word in words if len(word.written) >= 4 and word.written[0].isalpha()]
    return len(long) >= 4 and _are_capitals(long)


def _are_capitals(long: Sequence[str]) -> bool:
    return sum(written.isupper() for written in long) > 0.7 * len(long)


def _runs(text: str, index: int, words: Sequence[Word]) -> Iterator[Run]:
    """Split the sentence's words into runs; a lower-case particle joins only what stands on both its sides."""
    current: list[Word] = []
    waiting: list[Word] = []
    opens = False
    for at, word in enumerate(words):
        is_name = word.written[0].isupper() and not is_calendar(words, at)
        if not current and not is_name:
            continue  # most words: no name, and none before it
        last = waiting[-1] if waiting else current[-1] if current else None
        joined = last is not None and _touches(text, last, word) and len(current) < _LONGEST
        if is_name:
            if current and not joined:
                yield Run(index, tuple(current), opens)
                current = []
            if not current:
                opens = at == 0 or _is_opened(text, words[at - 1], word)
            current += waiting if joined else []
            current.append(word)
            waiting = []
        elif joined and word.folded in PARTICLES and len(waiting) < 2:
            waiting.append(word)
        else:
            yield Run(index, tuple(current), opens)
            current, waiting = [], []
    if current:
        yield Run(index, tuple(current), opens)


def is_calendar(words: Sequence[Word], at: int) -> bool:
    """True for a weekday, and for a month beside a number or after "in", "last" and the like."""
    folded = words[at].folded
    if folded in _WEEKDAYS:
        return True
    if folded not in _MONTHS:
        return False
    before, after = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
    if (before and before.written[0].isdigit()) or (after and after.written[0].isdigit()):
        return True
    return before is not None and before.folded in _BEFORE_MONTH


def _touches(text: str, a: Word, b: Word) -> bool:
    if a.written[-2:] in ("'s", "’s"):
        return False  # "Vietnam’s Luong Cuong" is two names
    gap = text[a.end : b.start]
    if gap in (" ", "-", "\u00a0", "", "‐", "‑"):
        return True
    # "J. Smith", "Lt. Gen. Kelly": a full stop after a short word is the word's own.
    return gap in (". ", ".\u00a0", ".", ".-") and len(a.written) <= 4


def _is_opened(text: str, before: Word, word: Word) -> bool:
    gap = text[before.end : word.start]
    return gap != "-" and any(sign in _OPENERS for sign in gap)
