"""The frame of every page of HTML: its head, its look, its keys; and the templates of the pages that stand in it."""
