"""Which sentences say the same: terms, candidates, scores, links, passages."""
