"""A document becomes a clause set: outline, kinds, fields."""
