"""The modules of `packaging/` for tests, and a folder that looks like a frozen program."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent


class Recipes:
    """By name, as `build.py` sees them."""

    @staticmethod
    def get(name: str) -> ModuleType:
        """Import one of them."""
        return importlib.import_module(name)


def frozen_folder(folder: Path, taken: str) -> Path:
    """A program, a library, a link, and beside the folder the list of what was taken."""
    (folder / "_internal" / "PySide6").mkdir(parents=True)
    (folder / "shadow-app").write_bytes(b"\x7fELF program")
    (folder / "shadow-app").chmod(0o755)
    (folder / "_internal" / "PySide6" / "libssl-0123abcd.so.3").write_bytes(b"\x7fELF library")
    (folder / "_internal" / "link.so").symlink_to("PySide6/libssl-0123abcd.so.3")
    (folder.parent / taken).write_text(json.dumps(["pydantic", "pyside6-essentials", "reportlab"]), encoding="utf-8")
    return folder
