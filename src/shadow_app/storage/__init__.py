"""The only room that knows SQL: engine, tables, migrations, unit of work, change log, listings, search."""
