"""The priorities page: services ranked, and what stands behind each figure."""
