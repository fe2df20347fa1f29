"""Tooltips take text that looks like HTML for HTML; what people wrote must stay text."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """The text as a tooltip that shows it to the letter; empty stays empty."""
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>' if text else ""
