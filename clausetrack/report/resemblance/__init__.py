"""How alike the agreements of an index are, one renderer a file."""
