"""Measure the edited copies anew and pin the floors; a floor that is not reached is refused unless told to.

PYTHONPATH=tests/accuracy python tests/accuracy/set_floors.py [--lower]
"""

from __future__ import annotations

import json
import sys

import scoring

PATH = scoring.HERE / "floors.json"
PER_KIND = 20
_SLACK = 0.05


def main() -> None:
    outcomes = [scoring.judge(case) for case in scoring.cases(PER_KIND)]
    rates = scoring.rates(outcomes)
    share = sum(outcome.found for outcome in outcomes) / len(outcomes)
    old = json.loads(PATH.read_text("utf-8")) if PATH.exists() else {"found": {}, "all": 0.0}
    kept = {kind: floor for kind, floor in old["found"].items() if rates.get(kind, 0.0) >= floor}
    new = {
        "digest": scoring.digest(),
        "all": round(max(share - 0.01, min(share, old["all"])), 3),
        "found": {kind: max(round(rate - _SLACK, 3), kept.get(kind, 0.0)) for kind, rate in rates.items()},
        "over_reported": 0.01,
    }
    sunk = [kind for kind, floor in old["found"].items() if new["found"].get(kind, 0.0) < floor]
    if (sunk or new["all"] < old["all"]) and "--lower" not in sys.argv:
        raise SystemExit(f"would lower the floors of {sunk or 'all'}: mend it, or say --lower and why in the commit")
    PATH.write_text(json.dumps(new, indent=1) + "\n", "utf-8")
    print("\n".join(scoring.lines(outcomes)))


if __name__ == "__main__":
    main()
