"""Results drawn: one renderer a file, looked up by what is to be drawn and in which format."""
