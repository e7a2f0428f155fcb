"""A document in: one reader a file, bytes to :class:`clausetrack.model.document.Document`."""
