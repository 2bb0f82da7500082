"""Files read a second, by format, in a folder of mixed files, beside what each format costs with nothing around it.

    python tests/benchmarks/bench_read.py [FILES]

The floor is the same machine reading the bytes and calling the one parser that the format cannot do without.
"""

import importlib.util
import json
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from compare import Config
from compare.read.folder import read_folder

FORMATS = Path(__file__).parents[1] / "read" / "every_format.py"


def cases():
    """The fixture article in every format, from the tests' own table."""
    spec = importlib.util.spec_from_file_location("formats", FORMATS)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {name: build() for name, (build, _) in module.CASES.items()}


def floor(suffix, content):
    """What a format costs at least: its one parser, or nothing but reading the bytes."""
    if suffix in (".html", ".warc"):
        import trafilatura

        return lambda: trafilatura.extract(content, favor_precision=True, include_comments=False)
    if suffix in (".json", ".jsonl", ".ninjs"):
        return lambda: json.loads(content)
    return lambda: content.decode("utf-8", "replace")


def floor_seconds(name, content, count):
    """Processor time of the floor, taken right after the reading: a shared machine is not always as fast."""
    parse = floor("".join(Path(name).suffixes[:1]), content)
    start = time.process_time()
    for _ in range(count):
        parse()
    return max(1e-9, time.process_time() - start)


def main(count):
    made = cases()
    seconds, least, files = defaultdict(float), {}, defaultdict(int)
    with tempfile.TemporaryDirectory() as top:
        for number in range(count):
            name = list(made)[number % len(made)]
            folder = Path(top) / name.replace(".", "-")
            folder.mkdir(exist_ok=True)
            (folder / f"{number:06d}{''.join(Path(name).suffixes)}").write_bytes(made[name])
            files[name] += 1
        read_folder(top, Config())
        for name in made:
            start = time.process_time()
            found = read_folder(Path(top) / name.replace(".", "-"), Config())
            seconds[name] = time.process_time() - start
            assert len(found.articles) == files[name], found.unread[:3]
            least[name] = floor_seconds(name, made[name], files[name])
        start = time.process_time()
        whole = read_folder(top, Config())
        total = time.process_time() - start
    print(f"{'format':16} {'files':>6} {'files/s':>9} {'floor/s':>9} {'share of floor':>14}")
    for name in made:
        speed, bare = files[name] / seconds[name], files[name] / least[name]
        print(f"{name:16} {files[name]:6} {speed:9.0f} {bare:9.0f} {speed / bare:14.3f}")
    print(f"{'all':16} {len(whole.articles):6} {len(whole.articles) / total:9.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
