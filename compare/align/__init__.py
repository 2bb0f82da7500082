"""From a story to its rows: sentence links, the alignment table, the word-level diff."""
