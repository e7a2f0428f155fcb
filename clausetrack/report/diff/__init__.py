"""A comparison of two sets, one renderer a file."""
