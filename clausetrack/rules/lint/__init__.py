"""Rules that judge a clause file. Each module has ``ID``, ``SEVERITY`` and ``check``; `clausetrack.rules.registry` lists them."""
