"""The revisions of an agreement in order, one renderer a file."""
