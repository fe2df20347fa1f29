"""Reading a PDF back in tests."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def words(pdf: bytes, pages: slice = slice(None)) -> str:
    """All text, every stretch of white space as one space."""
    text = " ".join(page.extract_text() for page in reader(pdf).pages[pages])
    return re.sub(r"\s+", " ", text)


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font that a page or a form names → whether it is embedded."""
    found: dict[str, bool] = {}
    for page in reader(pdf).pages:
        _collect(page["/Resources"].get_object(), found)
    return found


def _collect(resources: Any, found: dict[str, bool]) -> None:
    for ref in resources.get("/Font", {}).values():
        font = ref.get_object()
        descriptor = font.get("/FontDescriptor")
        found[str(font["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    for ref in resources.get("/XObject", {}).values():
        form = ref.get_object()
        if form.get("/Subtype") == "/Form" and "/Resources" in form:
            _collect(form["/Resources"].get_object(), found)


def outline(pdf: bytes) -> list[str]:
    """The titles of the outline, flat."""

    def flat(items: list[Any]) -> list[str]:
        titles: list[str] = []
        for item in items:
            titles += flat(item) if isinstance(item, list) else [str(item.title)]
        return titles

    return flat(reader(pdf).outline)


def pictures(pdf: bytes) -> list[bytes]:
    """The JPEG streams, as they lie in the file."""
    found = {}
    for page in reader(pdf).pages:
        resources: Any = page["/Resources"]
        for ref in resources.get("/XObject", {}).values():
            image = ref.get_object()
            if image.get("/Subtype") == "/Image":
                found[ref.idnum] = image._data
    return list(found.values())
