"""The clauses of an index nearest to one, one renderer a file."""
