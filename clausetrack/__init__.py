"""clausetrack: what changed between two agreements, in substance."""

__version__ = "0.1.0"
