"""The debrief tab of a visit."""
