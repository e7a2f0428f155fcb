"""The command line: one command a file, loaded when it is called. A thin layer over ``app``."""
