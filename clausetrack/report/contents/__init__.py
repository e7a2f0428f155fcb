"""What an index holds, one renderer a file."""
