"""``python -m clausetrack``."""

from clausetrack.cli.main import main

if __name__ == "__main__":
    main()
