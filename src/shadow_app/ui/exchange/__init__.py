"""The page on which laptops meet."""
