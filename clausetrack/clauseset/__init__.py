"""A clause set on disk: YAML with positions, its schema, its canonical form, edits in place, and revisions from git."""
