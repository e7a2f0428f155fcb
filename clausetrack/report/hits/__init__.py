"""The clauses of an index that a search found, one renderer a file."""
