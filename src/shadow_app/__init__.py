"""Shadow: learn from the business by spending a day in it."""

from __future__ import annotations

__version__ = "0.1.0"
