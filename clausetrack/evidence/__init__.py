"""Evidence: a source's fingerprint, and whether what was read in a source still stands there."""
