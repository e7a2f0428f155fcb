"""What an edited pair of texts says: which passages came and went, and what the edits mean where a passage stood."""
