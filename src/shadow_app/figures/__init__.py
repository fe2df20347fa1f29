"""A chart as data: frozen primitives, builders and the ink they are drawn with. Painters live in `ui` and `reports`."""

from __future__ import annotations
