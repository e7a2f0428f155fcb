"""What a check found, one renderer a file; results of other kinds are drawn by these too, once they are findings."""
