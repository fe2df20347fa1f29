"""Trust in the window: locking, backups, keys, and what is done when something is lost."""
