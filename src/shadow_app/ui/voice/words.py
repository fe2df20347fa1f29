"""How long a recording is, in words."""

from __future__ import annotations


def length_words(seconds: float) -> str:
    """`0:07`, `1:42`; what is shorter than a second is one."""
    whole = max(1, round(seconds)) if seconds > 0 else 0
    return f"{whole // 60}:{whole % 60:02}"
