"""Bytes and places: how changes are packed, signed, sealed and laid down for others to find."""
