"""Accuracy and speed, each against its peers in one run; `python -m benchmarks` runs all of them."""
