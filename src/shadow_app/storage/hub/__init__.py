"""The team hub: PostgreSQL as a log that everybody appends to (`docs/decisions/0011`)."""
