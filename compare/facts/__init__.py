"""From sentences to claims: one extractor per file, each claim with its span."""
