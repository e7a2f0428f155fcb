"""Words: tokens, edits, folding, sentences, numbering, references, quantities and parties of a text."""
