"""Quick entry: one typed line becomes a note and the chips that show what was understood (`design.md` §3)."""

from __future__ import annotations

from shadow_app.domain.visible import visible
from shadow_app.insight.quick_entry.entry import Chip, Entry, Field, Rate, RoleRef, ServiceRef, Value
from shadow_app.insight.quick_entry.lexicon import Lexicon
from shadow_app.insight.quick_entry.moments import When, resolve_when
from shadow_app.insight.quick_entry.parsing import parse

__all__ = [
    "Chip",
    "Entry",
    "Field",
    "Lexicon",
    "Rate",
    "RoleRef",
    "ServiceRef",
    "Value",
    "When",
    "parse",
    "resolve_when",
    "visible",
]
