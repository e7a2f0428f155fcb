"""Word documents with tracked changes: which order, which words, which markup, which package."""
