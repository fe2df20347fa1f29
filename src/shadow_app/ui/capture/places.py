"""Places in a text: the parser counts code points, Qt counts UTF-16 units."""

from __future__ import annotations


def qt_place(text: str, index: int) -> int:
    """Where the code point at `index` of `text` lies in Qt's copy of it."""
    if text.isascii():
        return index
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
