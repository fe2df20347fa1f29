"""Fixtures of the packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from recipes import ROOT, Recipes, frozen_folder


@pytest.fixture
def recipe(monkeypatch: pytest.MonkeyPatch) -> type[Recipes]:
    """The modules of `packaging/`, as `build.py` sees them, with a moment that does not move."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return Recipes


@pytest.fixture
def frozen(recipe: type[Recipes], tmp_path: Path) -> Path:
    """A folder that looks like a frozen program."""
    return frozen_folder(tmp_path / "frozen" / "shadow-app", recipe.get("pack_parts").TAKEN)
