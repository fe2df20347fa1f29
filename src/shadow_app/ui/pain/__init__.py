"""The pain points page."""
