"""Where the public sets and the reference programs lie: beside the project, or where SHADOW_TAGGING_DATA points."""

from __future__ import annotations

import csv
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

import pytest


def data_folder() -> Path:
    """The folder with the public tagging sets; skips the test, saying so, where it is not there."""
    chosen = os.environ.get("SHADOW_TAGGING_DATA")
    if chosen:
        if not Path(chosen).is_dir():
            pytest.skip(f"SHADOW_TAGGING_DATA names no folder: {chosen}")
        return Path(chosen)
    return _beside("data/tagging")


def read(name: str) -> list[dict[str, str]]:
    """The rows of one public set."""
    path = data_folder() / name
    if not path.is_file():
        pytest.skip(f"the public set {name} is not there")
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def reference(name: str) -> Any:
    """An independent program to compare with, imported by its path under a name of its own."""
    path = _beside("reference") / f"{name}.py"
    if not path.is_file():
        pytest.skip(f"the reference program {name}.py is not there")
    spec = importlib.util.spec_from_file_location(f"reference_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return module


def _beside(tail: str) -> Path:
    for folder in Path(__file__).resolve().parents:
        found = folder / "shared" / tail
        if found.is_dir():
            return found
    pytest.skip(f"no folder shared/{tail} beside the project")
