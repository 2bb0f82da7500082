import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made_stories import dam_story, made_run  # beside this file, for the browser tests too


@pytest.fixture
def dam():
    return dam_story()


@pytest.fixture
def run():
    return made_run()
