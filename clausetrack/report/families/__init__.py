"""The families of an index, one renderer a file."""
