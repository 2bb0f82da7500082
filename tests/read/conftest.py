import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # the table of formats is a module of this folder
