"""A copy of a store that one question is asked of and that is gone afterwards: whoever writes does not wait for it.

It lies beside the store under the same key, so nothing readable is ever on the disk.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from shadow_app.storage.engine import translated
from shadow_app.storage.scrubbing import LOOKED_AT
from shadow_app.storage.store import Store


@contextmanager
def private_copy(store: Store) -> Iterator[Engine]:
    """An engine over a copy as the store is now; whatever is written there goes nowhere.

    Raises:
        StoreTrouble: there is no room for it.
    """
    drop_private_copies(store)
    target = store.path.with_name(f"{store.path.name}{LOOKED_AT}{secrets.token_hex(8)}")
    engine = store.engine_at(target, opened=_hasty)
    try:
        with translated(store.path):
            store.copy_to(target)
            yield engine
    finally:
        engine.dispose()
        _drop(target)


def drop_private_copies(store: Store) -> None:
    """Let go of those that a crash has left."""
    for left in store.path.parent.glob(f"{store.path.name}{LOOKED_AT}*"):
        if not left.name.endswith(("-wal", "-shm")):
            _drop(left)


def _hasty(raw: Any) -> None:
    raw.execute("PRAGMA synchronous = OFF")


def _drop(path: Path) -> None:
    for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        # Where another process is asking it, the system may not let it go; the next one tries again.
        with suppress(OSError):
            each.unlink(missing_ok=True)
