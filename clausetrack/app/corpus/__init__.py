"""Questions to an index of many agreements, and building it."""
