"""Rules that judge what a comparison found.

Each module has ``ID``, ``SEVERITY`` and ``check``; :mod:`clausetrack.rules.change_registry`
lists them. Its docstring is its page, with an example that is a test.
"""
