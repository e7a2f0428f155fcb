"""Rules: one a file, whose docstring is its page. ``lint`` judges clause files, ``change`` what a comparison found."""
