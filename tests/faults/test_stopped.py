"""A run that is stopped in any stage, once for each signal; `stop_everywhere.py` does it as often as is asked for."""

import os

import pytest
from stop_everywhere import SIGNS, STAGES, stop_everywhere


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_a_run_that_is_stopped_in_any_stage_loses_nothing_and_leaves_nothing(tmp_path):
    counts, faults = stop_everywhere(tmp_path, each=1)
    assert faults == []
    assert sum(counts.values()) == len(STAGES) * len(SIGNS)
    assert sum(count for what, count in counts.items() if what.endswith("stopped")) > sum(counts.values()) / 2
