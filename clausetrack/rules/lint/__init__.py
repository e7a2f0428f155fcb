"""Rules on clause files: one a file. The docstring is the rule's page, its yaml examples are tested."""
