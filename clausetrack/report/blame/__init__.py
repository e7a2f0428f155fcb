"""Which revision last changed each clause, one renderer a file."""
