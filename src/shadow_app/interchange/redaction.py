"""Black out parts of a photo: the pixels are replaced before it is encoded anew, so that nothing of them is left."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from shadow_app.domain.cover import Box, Cover, Stroke
from shadow_app.interchange.pictures import Picture, encoded, pixels_of

if TYPE_CHECKING:
    from PIL import ImageDraw

_BLOCK: Final = 16
"""Pixels: JPEG smears colour over blocks of this size, so a cover is widened to their edges."""

_RIM: Final = 4
"""Pixels more: whoever reads a JPEG blends the colours of neighbouring blocks at their common edge."""

_BLACK: Final = (0, 0, 0)


def blacked_out(data: bytes, covers: Iterable[Cover], *, quality: int = 85) -> Picture:
    """The picture in `data` as the store keeps it, with black where it is covered.

    Args:
        data: a photo as it came, or as the store keeps it.
        covers: in shares of the upright picture's width and height.
        quality: JPEG quality, 1 to 95.

    Raises:
        PictureTrouble: it is no picture that can be taken.
    """
    from PIL import ImageDraw

    sheet, taken_at = pixels_of(data)
    pen = ImageDraw.Draw(sheet)
    for cover in covers:
        match cover:
            case Box():
                _fill(pen, sheet.size, cover)
            case Stroke():
                _draw(pen, sheet.size, cover)
    return encoded(sheet, quality, taken_at)


def _fill(pen: ImageDraw.ImageDraw, size: tuple[int, int], box: Box) -> None:
    left, top = (_down(share * whole) for share, whole in zip((box.left, box.top), size, strict=True))
    right, bottom = (_up(share * whole) for share, whole in zip((box.right, box.bottom), size, strict=True))
    pen.rectangle((left, top, right - 1, bottom - 1), fill=_BLACK)


def _draw(pen: ImageDraw.ImageDraw, size: tuple[int, int], stroke: Stroke) -> None:
    # A block and a rim more on either side, for the same reason.
    thick = max(1, round(stroke.thickness * max(size))) + 2 * (_BLOCK + _RIM)
    points = [(x * size[0], y * size[1]) for x, y in stroke.points]
    if len(points) > 1:
        pen.line(points, fill=_BLACK, width=thick, joint="curve")
    for x, y in points:
        pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=_BLACK)


def _down(edge: float) -> int:
    return floor(edge / _BLOCK) * _BLOCK - _RIM


def _up(edge: float) -> int:
    return ceil(edge / _BLOCK) * _BLOCK + _RIM
