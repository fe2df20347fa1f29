"""The review page: the inbox over all visits."""
