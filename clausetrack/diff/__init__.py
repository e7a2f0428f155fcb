"""Matches to pairs: what differs between counterparts, field by field and word by word, before any rule judges it."""
