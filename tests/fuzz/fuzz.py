"""Coverage-guided fuzzing of everything that strangers' bytes reach, for as long as it is given.

    pip install -e '.[fuzz,test,pdf,warc,parquet]'
    python tests/fuzz/fuzz.py readers --seconds 600

A fault ends the run, and its input is kept as `crash-…` in the folder that `--keep` names (default: a new temporary
one). It then belongs among the examples of the tests whose check it broke: `tests/read/test_damaged_files.py`,
`tests/facts/test_any_text_gives_claims_that_quote.py` or `tests/faults/test_any_text.py`.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import atheris

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT), *(str(ROOT / "tests" / room) for room in ("read", "facts", "faults"))]
with atheris.instrument_imports(include=["compare"]):
    import test_any_text as pipeline
    import test_any_text_gives_claims_that_quote as facts
    import test_damaged_files as readers

    import compare
    from compare.cli.draw_command import draw_command
    from compare.cli.verify import differences_from, read_kept
    from compare.errors import CompareError
    from compare.pipeline import compare_all
    from compare.report.write import write_report

    for module in walk_packages(compare.__path__, "compare."):  # what is imported only when used is looked at too
        if "spark" not in module.name and not module.name.endswith("__main__"):
            import_module(module.name)

ODD = (..., None, True, -1, 0, 10**30, 0.5, "", "x", "\ud800", "2025-99-99", [], [1], [[]], {}, {"a": 1})
TEXTS = ("Over 1,000 met in Vienna on May 19.", "Over 900 met in Vienna on May 20.")
GOOD_RUN = compare_all(pipeline.made(TEXTS))
with tempfile.TemporaryDirectory() as folder:
    GOOD_RESULT = write_report(GOOD_RUN, folder, "json").read_text("utf-8")
PLAIN = {"review": None, "config_file": None, "settings": ()}
LONGEST = 6000
"""Bytes of an input: faults are found in short ones."""
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def read_bytes(data: bytes) -> None:
    """The first byte names the kind of file."""
    if data:
        readers.holds(readers.NAMES[data[0] % len(readers.NAMES)], data[1:])


def read_facts(data: bytes) -> None:
    """The first byte names the language."""
    facts.check(data[1:].decode("utf-8", "replace"), ("en", "", "de", "vi", "zh")[data[0] % 5] if data else "en")


def compare_texts(data: bytes) -> None:
    """Texts with a NUL between them, taken as one story."""
    texts = data.decode("utf-8", "replace").split("\x00")[:4]
    pipeline.check(compare.compare_story(pipeline.made(texts)))


def draw_again(data: bytes) -> None:
    """A comparison.json with some values changed or left out: what it holds, drawn, verified and taken for a review,
    or an error of ours.
    """
    edits = atheris.FuzzedDataProvider(data)
    result = json.loads(GOOD_RESULT)
    for _ in range(edits.ConsumeIntInRange(1, 2)):
        change(result, edits)
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        file, out = Path(folder, "comparison.json"), str(Path(folder, "out"))
        file.write_text(json.dumps(result), "utf-8")
        with contextlib.suppress(CompareError):
            draw_command.callback(file, output=out, formats="html,csv,md,annotations", **PLAIN)
        with contextlib.suppress(CompareError):
            differences_from(read_kept(file), GOOD_RUN, compare.Config())
        with contextlib.suppress(CompareError):
            write_report(GOOD_RUN, out, "html", review=file)


def change(result: Any, edits: atheris.FuzzedDataProvider) -> None:
    """Walk down to some value, and put another in its place or take it away."""
    while result:
        keys = list(result) if isinstance(result, dict) else range(len(result))
        key = keys[edits.ConsumeIntInRange(0, len(keys) - 1)]
        if not (isinstance(result[key], dict | list) and result[key] and edits.ConsumeProbability() < 0.9):
            odd = deepcopy(ODD[edits.ConsumeIntInRange(0, len(ODD) - 1)])
            if odd is ...:
                del result[key]
            else:
                result[key] = odd
            return
        result = result[key]


def good_files() -> Iterator[bytes]:
    for name, content in readers.GOOD.items():
        yield bytes([readers.NAMES.index(name)]) + content if name in readers.NAMES else content


def good_texts() -> Iterator[bytes]:
    yield from ((" " + words).encode() for words in facts.WORDS.values())
    for seed in SEEDS:
        text = seed.read_text("utf-8")
        yield from (b"\x00" + text[at : at + 800].encode() for at in range(0, len(text), 800))


def good_stories() -> Iterator[bytes]:
    first, second = (seed.read_text("utf-8")[:1500].encode() for seed in SEEDS[:2])
    yield from (first + b"\x00" + second, first + b"\x00" + first)


def good_results() -> Iterator[bytes]:
    yield from (bytes(range(n, n + 40)) for n in range(0, 200, 20))


TARGETS: dict[str, tuple[Callable[[bytes], None], Callable[[], Iterator[bytes]]]] = {
    "readers": (read_bytes, good_files),
    "facts": (read_facts, good_texts),
    "pipeline": (compare_texts, good_stories),
    "results": (draw_again, good_results),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", type=Path, help="folder of what is found; inputs of earlier runs in it are used")
    args = parser.parse_args()
    target, good = TARGETS[args.target]
    keep = args.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus = keep / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(good()):
        (corpus / f"good-{number}").write_bytes(content)
    limits = [f"-max_total_time={args.seconds}", f"-max_len={LONGEST}", "-timeout=30", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={keep}/", "-print_final_stats=1", str(corpus)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
