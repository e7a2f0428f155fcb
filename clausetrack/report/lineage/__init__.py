"""One clause from first to last, one renderer a file."""
