"""`--watch`: run again whenever a file under the given paths changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from compare.cli.screen import Screen
from compare.errors import CompareError, MissingExtra, ReadError

_LOOK_EVERY = 200  # milliseconds


def run_on_change(
    paths: tuple[str, ...],
    output: str,
    index: Path | None,
    run: Callable[[Sequence[str]], int],
    screen: Screen,
) -> int:
    """Call `run` now and after every change under `paths`, until interrupted, with the files that were taken away; what
    the run itself writes to `output` and `index` does not count.

    The first run must succeed; a later one that fails says why, and the next change is waited for. Changes made while
    `run` works are not lost. A path that is taken away and comes back, or is replaced, is watched anew: the system
    watches what was there, not its name.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise MissingExtra("watchfiles", "watch", "--watch") from error
    for path in paths:
        if not Path(path).exists():
            raise ReadError(path, "no such file or folder")
    is_own = partial(_is_own, paths=paths, output=Path(output).resolve(), index=index and index.resolve())
    code: int | None = None
    while True:
        watched, begun = _identities(paths), False
        for changes in watch(*paths, raise_interrupt=False, yield_on_timeout=True, rust_timeout=_LOOK_EVERY):
            if code is None:
                code = run(())
                screen.say("watching for changes; stop with Ctrl-C")
            elif not begun or not all(is_own(Path(path).resolve()) for _, path in changes):
                code = _again(partial(run, _removed(path for _, path in changes)), screen)
            begun = True  # what changes from here on is seen
            if _identities(paths) != watched:
                break
        else:
            return code or 0
        try:
            while None in _identities(paths):
                time.sleep(_LOOK_EVERY / 1000)
        except KeyboardInterrupt:
            return code or 0


def _identities(paths: tuple[str, ...]) -> list[tuple[int, int] | None]:
    """What stands under each path now, None for nothing."""
    found: list[tuple[int, int] | None] = []
    for path in paths:
        try:
            status = Path(path).stat()
        except OSError:
            found.append(None)
        else:
            found.append((status.st_dev, status.st_ino))
    return found


def _removed(paths: Iterable[str]) -> list[str]:
    return sorted({path for path in paths if not Path(path).exists()})


def _is_own(file: Path, paths: tuple[str, ...], output: Path, index: Path | None) -> bool:
    """True for a page of the report, what stands beside it while it is written, and the files of the index."""
    from compare.report.atomic import is_part_of
    from compare.report.write import is_own_page

    if index and file.parent == index.parent and file.name.startswith(index.name):
        return True
    watched = [Path(path).resolve() for path in paths]
    if output in file.parents and not any(output in (path, *path.parents) for path in watched):
        return True
    return is_own_page(file, output) or is_part_of(file, lambda name: is_own_page(file.with_name(name), output))


def _again(run: Callable[[], int], screen: Screen) -> int:
    try:
        return run()
    except CompareError as error:
        screen.error(f"{error}; the report stays as it was")
        return 2
