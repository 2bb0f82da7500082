"""The names that a whole folder writes alike, where its texts are looked at some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.cluster.features import Features, count_features, one_after_the_other
from compare.cluster.forms import Forms, tokens_of_forms
from compare.cluster.naming import LongForm, names_in_one_word, shorten, split_names


@dataclass(frozen=True)
class Names:
    """What one article may say of the names of all: acronyms spelt out, names written in one word."""

    acronyms: frozenset[tuple[str, LongForm]] = frozenset()
    joined: dict[str, tuple[str, str]] | None = None

    def features(self, folder: Sequence[Forms], labels: dict[int, str] | None = None) -> Features:
        """The features of some articles of the folder."""
        tokens, vocabulary = tokens_of_forms(folder)
        return count_features(tokens, vocabulary, set(self.acronyms), self.joined, labels)


def names_apart(
    folder: Sequence[Forms], acronyms: Iterable[tuple[str, LongForm]]
) -> tuple[set[str], dict[str, tuple[str, str]]]:
    """Names that stand apart in some of these articles, and those that some write in one word, with form and language.

    Of these the first in order is taken, over all articles of the folder, where others write the name apart.
    """
    tokens, vocabulary = tokens_of_forms(folder)
    ids, places = shorten(one_after_the_other(tokens), vocabulary, acronyms)
    _, asked, _ = split_names(ids, places, vocabulary)
    return set(asked), names_in_one_word(vocabulary)
