"""What building an index did, one renderer a file."""
