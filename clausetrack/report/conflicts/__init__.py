"""What a merge could not settle, one renderer a file."""
