"""The outline of a document: which lines are headings, where clauses begin and end, what they are called."""
