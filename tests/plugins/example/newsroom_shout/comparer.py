"""One source shouts what the other says."""

from collections.abc import Iterator

from compare.findings.comparer import Level, Passage
from compare.findings.pairing import Said
from compare.model import Finding, Severity, Verdict


class Shouting:
    """A sentence with an exclamation mark against one without."""

    kind = "shouting"
    levels = (Level("shouting.one", Verdict.DIFFER, Severity.LOW, "One shouts it (“{a}”), the other says it (“{b}”)."),)

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """A finding for each two sentences of the passage of which one shouts."""
        for pair in passage.sentence_pairs:
            if shouts(pair.a) != shouts(pair.b):
                loud, calm = (pair.a, pair.b) if shouts(pair.a) else (pair.b, pair.a)
                claims = [loud.claim(self.kind, "!", loud.words[-1:]), calm.claim(self.kind, ".", calm.words[-1:])]
                yield self.levels[0].finding(self.kind, claims, passage.index)


def shouts(said: Said) -> bool:
    """True where the sentence ends with an exclamation mark."""
    return said.witness.sentences[said.sentence].text.endswith("!")
