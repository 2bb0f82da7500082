"""From comparisons to files that people and programs read."""
