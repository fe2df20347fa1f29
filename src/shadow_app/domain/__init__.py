"""What things are: frozen records, changes and the error tree. Knows pydantic and the standard library only."""
