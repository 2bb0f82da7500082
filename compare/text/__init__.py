"""From an article to its sentences and words."""
