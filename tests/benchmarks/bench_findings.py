"""Linked sentence pairs judged a second on one core, beside the time that difflib takes for the same pairs.

    python tests/benchmarks/bench_findings.py [ROUNDS]

Every pair is an original sentence against an edited one, in a story of two articles whose rows are given; reading the
facts is not counted, the comparers, the gate and the merging are.
"""

from __future__ import annotations

import gc
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path

from compare import Article, Config, Origin, Row, Story
from compare.facts.facts import read_facts
from compare.findings.comparer import StoryView
from compare.findings.find import find_findings
from compare.text.witness import read_witness

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "accuracy"))
import scoring  # noqa: E402  # the edited copies live beside the accuracy tests


def views() -> list[StoryView]:
    """One story per edited copy, its sentences paired by place."""
    config, made = Config(), []
    for case in scoring.cases(5):
        articles = (Article("a", case.text), Article("b", case.edit.apply(case.text)))
        witnesses = tuple(read_witness(article, config) for article in articles)
        readings = zip(*(w.sentences for w in witnesses), strict=False)
        rows = tuple(Row(tuple((s,) for s in pair)) for pair in readings if all(s.role.is_compared for s in pair))
        story = Story("s", articles, origins=(Origin(("a",)), Origin(("b",))))
        made.append(StoryView(story, witnesses, tuple(read_facts(w) for w in witnesses), rows, config))
    return made


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    best = peer = float("inf")
    for _ in range(rounds):
        fresh = views()
        pairs = sum(len(view.rows) for view in fresh)
        gc.collect()  # what reading left behind is not counted either
        start = time.process_time()
        found = sum(len(find_findings(view)) for view in fresh)
        best = min(best, time.process_time() - start)
        start = time.process_time()
        for view in fresh:
            for row in view.rows:
                a, b = (reading[0].text.split() for reading in row.readings)
                SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        peer = min(peer, time.process_time() - start)
    print(f"{pairs} sentence pairs, {found} findings")
    print(f"twosource {pairs / best:8,.0f} pairs/s")
    print(f"difflib   {pairs / peer:8,.0f} pairs/s (word diff alone); ratio {peer / best:.2f}")


if __name__ == "__main__":
    main()
