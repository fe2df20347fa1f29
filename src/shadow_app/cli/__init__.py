"""The second door to the same use cases: a terminal, a script, a key bound by the desktop."""

from __future__ import annotations

from shadow_app.cli.run import run

__all__ = ["run"]
