"""Very many agreements: signatures, an index on disk, and questions to it, by an embedded or a distributed engine."""
