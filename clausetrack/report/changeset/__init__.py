"""The comparisons of all files that a range of commits changed, one renderer a file."""
