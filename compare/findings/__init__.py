"""From rows and claims to findings: one comparer per file."""
