"""The live tab of a visit."""
