"""Why two clauses were paired, one renderer a file."""
