"""The reports page and its exports."""
