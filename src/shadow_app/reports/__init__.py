"""What a report says, as data, and how it looks on paper. The only room that knows ReportLab."""

from __future__ import annotations
