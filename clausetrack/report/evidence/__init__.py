"""Whether the sources of a set stand, one renderer a file."""
