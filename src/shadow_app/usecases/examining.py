"""Is the store well, and what protects it? (`doctor`)"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from shadow_app import __version__
from shadow_app.storage import keys
from shadow_app.storage.health import Health, examine
from shadow_app.storage.store import Store

LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "pydantic", "reportlab", "pillow", "cryptography")


@dataclass(frozen=True)
class Finding:
    """What was found out about one store."""

    path: Path
    size: int
    protection: tuple[str, ...]
    health: Health
    versions: dict[str, str]

    @property
    def well(self) -> bool:
        """Whether nothing was found that needs a person."""
        return not self.health.complaints


def examine_store(store: Store, *, full: bool = False) -> Finding:
    """Look at an open store without changing it.

    Args:
        store: the store.
        full: read and check every page, which takes seconds on a large store.
    """
    return Finding(
        path=store.path,
        size=store.path.stat().st_size,
        protection=keys.describe(store.path),
        health=examine(store, full=full),
        versions=versions(),
    )


def versions() -> dict[str, str]:
    """The program's version and those of the libraries that matter for a store."""
    return {"Shadow": __version__, **{library: version(library) for library in LIBRARIES}}
