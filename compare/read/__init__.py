"""From a path to articles: one module per family of formats."""
