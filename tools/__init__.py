"""Tools of the project itself, not shipped with the package: the generated pages and the changelog."""
