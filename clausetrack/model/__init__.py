"""What clausetrack talks about: frozen, slotted dataclasses without I/O and without third parties."""
