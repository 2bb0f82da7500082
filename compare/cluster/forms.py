"""One text read for the features of a folder, where its text is: small enough to travel, and nothing is lost by it.

A folder numbers its word forms in the order in which they come. A text read alone keeps its own forms in that order,
so that numbering them later, text after text, gives the same numbers as reading all texts in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.cluster.features import Features, count_features
from compare.cluster.naming import LongForm, read_acronyms
from compare.cluster.tokens import BOUNDARY, Vocabulary, read_tokens


@dataclass(frozen=True, slots=True)
class Forms:
    """`written` are the word forms of a text in order of appearance, a line each, `tokens` their numbers from 1.

    A sentence ends at 0. `acronyms` are those that the text spells out.
    """

    language: str
    written: str
    tokens: NDArray[np.int32]
    acronyms: frozenset[tuple[str, LongForm]]


class _Own(Vocabulary):
    """The numbers of one text's forms, without a look at what they are."""

    def add(self, written: str, language: str) -> int:  # noqa: ARG002
        self.written.append(written)
        return len(self.written) - 1


def read_forms(text: str, language: str) -> Forms:
    """The word forms of a text in its language."""
    own = _Own()
    tokens = np.array(read_tokens(text, language, own), dtype=np.int32)
    return Forms(language, "\n".join(own.written[1:]), tokens, frozenset(read_acronyms(text)))


def features_of_forms(folder: Sequence[Forms]) -> Features:
    """What `read_features` gives for the texts from which these forms were read."""
    return count_features(*tokens_of_forms(folder), set().union(*(text.acronyms for text in folder)))


def tokens_of_forms(folder: Sequence[Forms]) -> tuple[list[NDArray[np.int32]], Vocabulary]:
    """The tokens of each text, and the vocabulary that numbers them."""
    vocabulary = Vocabulary()
    tokens = []
    for text in folder:
        numbers = [BOUNDARY, *vocabulary.number_all(text.written.splitlines(), text.language)]
        tokens.append(np.array(numbers, dtype=np.int32)[text.tokens])
    return tokens, vocabulary
