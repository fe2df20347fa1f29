"""Texts with a number in them, outside classes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, comment: str, n: int) -> str:
    """The text in the form that the language has for `n`; its `%Ln` is `n` as the locale writes it.

    lupdate takes a plural from a call named `tr` only, and one outside a class it files under no context at all. In a
    class `self.tr` does the same under the class's own name, as long as nothing derives from it: for a plural Qt does
    not look under the names of base classes.
    """
    return QCoreApplication.translate("", text, comment or None, n)
