"""Several agreements or revisions at once."""
