"""What is to come and what is overdue, one renderer a file."""
