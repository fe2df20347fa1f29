"""Other tools' formats: catalogues, sites, rankings and old notes that come in as CSV; pictures.

Knows no SQL and no screen: it gets bytes and records, and returns records.
"""
