"""Addresses of places where laptops meet, as far as they can be told right from wrong without asking the place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.errors import Trouble
from shadow_app.settings import Settings

translate = QCoreApplication.translate

HUB = ("postgresql://", "postgres://", "postgresql+")

EXAMPLES = ("Z:/shadow", "postgresql://hub.example/shadow")
"""Of a folder, and of a hub."""


def is_hub(address: str) -> bool:
    """Whether an address is that of a hub."""
    return address.startswith(HUB)


def address_trouble(address: str, *, hub: bool) -> str:
    """What is wrong with an address of a hub or of a folder, in a sentence; empty where nothing is."""
    if hub and not is_hub(address):
        return translate("PlaceDialog", "A hub’s address begins with postgresql://; whoever set it up knows it.")
    if not hub and is_hub(address):
        return translate("PlaceDialog", "This is the address of a hub: choose the hub above.")
    try:
        Settings(exchange_address=address)
    except Trouble as error:
        return str(error)
    return ""
