"""What this process has held at most, and the limit that a run may be given."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from compare.errors import ConfigError, EngineError

PROCESS = 220_000_000
"""Bytes that a process takes that compares: this package, its tables and its needs, without the words it remembers."""
GROWTH = 50_000_000
"""Bytes by which a process grows while others compare for it: what it sends and gets."""
_HIGH_WATER, _HELD = (re.compile(rf"^{name}:\s+(\d+) kB$", re.MULTILINE) for name in ("VmHWM", "VmRSS"))
_STATUS = Path("/proc/self/status")


def peak_memory() -> int:
    """Bytes that this process has held in memory at most; raises `ConfigError` where the system does not tell."""
    found = _told(_HIGH_WATER)  # rusage would count what a parent held when it started this process (Linux)
    if found:
        return found
    try:
        import resource
    except ImportError as error:
        raise ConfigError("memory_limit cannot be kept here: this system does not tell what a process holds") from error
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def held_memory() -> int:
    """Bytes that this process holds now; where the system tells only what it held at most, that."""
    return _told(_HELD) or peak_memory()


def _told(line: re.Pattern[str]) -> int:
    """What Linux tells in such a line, 0 elsewhere."""
    found = line.search(_STATUS.read_text("ascii", "replace")) if _STATUS.exists() else None
    return int(found[1]) * 1024 if found else 0


class MemoryLimit:
    """A number of bytes that this process may hold; 0 is no limit.

    What it held before is not held against a run, as long as it grows no further; unless it is `fresh`.
    """

    def __init__(self, limit: int, *, fresh: bool = False) -> None:
        self.limit, self._lent = limit, 0
        self._allowed = max(limit, peak_memory()) if limit and not fresh else limit

    def check(self, doing: str, instead: str) -> None:
        """Raise `EngineError` where the process has held more: what took it, and what to do instead."""
        if self.limit:
            self.refuse(peak_memory(), doing, instead)

    def share(self, processes: int) -> int:
        """Bytes that each of so many processes beside this one may hold: what is left of the limit, in equal parts.

        From then on this process may grow by `GROWTH` only, until they have ended (`take_back`). 0 where there is no
        limit, or no other process; raises `EngineError` where it is less than any takes.
        """
        if not self.limit or not processes:
            return 0
        each = (self.limit - peak_memory() - GROWTH) // processes
        if each < PROCESS:
            raise EngineError(
                f"memory_limit, {_mb(self.limit)}, leaves {_mb(max(0, each))} to each of {processes} processes, "
                f"which take {_mb(PROCESS)} at least: run with fewer workers, or raise the limit"
            )
        self._lent = each * processes
        return each

    def take_back(self) -> None:
        """Note that the other processes have ended."""
        self._lent = 0

    def refuse(self, taken: int, doing: str, instead: str) -> None:
        """Raise `EngineError` where so many bytes are more than the limit."""
        if self.limit and taken > self._allowed - self._lent:
            lent = f", of which other processes have {_mb(self._lent)}" if self._lent else ""
            raise EngineError(f"{doing} takes {_mb(taken)}, more than memory_limit, {_mb(self.limit)}{lent}: {instead}")


def _mb(count: int) -> str:
    return f"{-(-count // 1_000_000):,} MB"
