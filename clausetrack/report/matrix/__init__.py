"""Many agreements side by side, one renderer a file."""
