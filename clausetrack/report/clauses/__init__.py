"""The clauses of a set, one renderer a file."""
