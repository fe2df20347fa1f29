from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factories import Firm, new_store
from shadow_app.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def firm(store: Store) -> Firm:
    return Firm().put_into(store)
