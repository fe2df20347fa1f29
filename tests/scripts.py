"""Scripts that are no part of a package, as modules."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any


def loaded(script: Path) -> Any:
    """What a script defines, made anew each time and known to nobody else."""
    spec = importlib.util.spec_from_file_location(f"{script.stem}_under_test", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
