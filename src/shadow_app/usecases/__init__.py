"""What people do with the program: one family of verbs per file, each a few lines over a unit of work."""
