"""The pen: puts lines, paragraphs, figures and photos on a page. All words go through its typesetter."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Paragraph

from shadow_app.domain.language import say
from shadow_app.figures.measure import fitted, largest, wrapped
from shadow_app.figures.primitives import Align, Figure
from shadow_app.reports import look
from shadow_app.reports.figure_painter import paint
from shadow_app.reports.parts import Photo
from shadow_app.reports.text import Typesetter, paragraphs

_JPEG = b"\xff\xd8\xff"


class Pen:
    """Draws with one typesetter, which collects what could not be printed as written."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.typesetter = typesetter

    def width(self, words: str, size: float, weight: int = 400) -> float:
        """The `Measure` of figures and of everything that is set in one line."""
        return self.typesetter.width(words, size, weight)

    def fit(self, words: str, room: float, size: float, weight: int = 400) -> str:
        """One line, cut with an ellipsis."""
        return fitted(words, room, size, weight, self.typesetter.width)

    def lines(self, words: str, room: float, size: float, weight: int = 400, most: int = 2) -> list[str]:
        """As many lines as are needed, `most` at most; the last one is cut where there is more."""
        return wrapped(words, room, size, weight, self.typesetter.width, most)

    def largest(self, words: str, room: float, sizes: Sequence[float], weight: int = 400) -> float:
        """The largest of some sizes in which the words fit; the last if none does."""
        return largest(sizes, [(words, room)], weight, self.typesetter.width)

    def line(
        self,
        canvas: Any,
        x: float,
        y: float,
        words: str,
        size: float,
        weight: int = 400,
        fill: str = look.TEXT,
        align: Align = "left",
        spacing: float = 0.0,
    ) -> None:
        """One line with its baseline at y; `spacing` points between the letters of a small heading."""
        runs = self.typesetter.runs(words, weight)
        if not runs:
            return
        if align != "left":
            width = self.width(words, size, weight) + spacing * len(words)
            x -= width if align == "right" else width / 2
        text = canvas.beginText(x, y)
        text.setFillColor(look.rgb(fill))
        if spacing:
            text.setCharSpace(spacing)
        for font, run in runs:
            text.setFont(font, size)
            text.textOut(run)
        if spacing:
            text.setCharSpace(0)
        canvas.drawText(text)

    def label(self, canvas: Any, x: float, y: float, words: str, fill: str = look.MUTED, size: float = 7.0) -> None:
        """A small heading in capitals."""
        self.line(canvas, x, y, words.upper(), size, 600, fill, spacing=0.8)

    def prose(self, words: str, style: look.Style) -> list[Any]:
        """A text as paragraphs that ReportLab can break, however long it is; nothing for an empty one."""
        made = look.paragraph_style(style)
        return [Paragraph(self.typesetter.markup(piece, style.weight), made) for piece in paragraphs(words)]

    def height(self, parts: Sequence[Any], width: float) -> float:
        """How high paragraphs stand in a column."""
        return sum(float(part.wrap(width, 1e6)[1] + part.getSpaceAfter()) for part in parts)

    def balanced(self, words: str, width: float, style: look.Style) -> float:
        """The narrowest column that keeps the number of lines, so that no heading ends in a lonely word."""
        parts = self.prose(words, style)
        if len(parts) != 1:
            return width
        lines = len(parts[0].breakLines(width).lines)
        low, high = width / 2, width
        while high - low > 3:
            middle = (low + high) / 2
            if len(self.prose(words, style)[0].breakLines(middle).lines) <= lines:
                high = middle
            else:
                low = middle
        return high

    def figure(self, figure: Figure, canvas: Any, x: float, y: float, scale: float = 1.0) -> None:
        """A figure with its top left corner at (x, y)."""
        paint(figure, canvas, x, y, self, scale)

    def photo(self, canvas: Any, photo: Photo, x: float, y: float, width: float, height: float, radius: float) -> None:
        """A photo cropped to the box by a clip path; its bytes are embedded as they are."""
        canvas.saveState()
        path = canvas.beginPath()
        if radius:
            path.roundRect(x, y, width, height, radius)
        else:
            path.rect(x, y, width, height)
        canvas.clipPath(path, stroke=0, fill=0)
        if not self._drawn(canvas, photo, x, y, width, height):
            named = f" “{photo.caption}”" if photo.caption else ""
            self.typesetter.note(
                say("The photo{named} cannot be read and is left blank; take it out or add it again.", named=named)
            )
            canvas.setFillColor(look.rgb(look.TRACK))
            canvas.rect(x, y, width, height, stroke=0, fill=1)
            words = self.fit(say("This photo cannot be read"), width - 8, 8)
            self.line(canvas, x + width / 2, y + height / 2 - 3, words, 8, 400, look.MUTED, "centre")
        canvas.restoreState()

    def _drawn(self, canvas: Any, photo: Photo, x: float, y: float, width: float, height: float) -> bool:
        """Whether the JPEG could be drawn; other formats are refused: ReportLab would store them many times larger."""
        if not photo.jpeg.startswith(_JPEG):
            return False
        try:
            reader = ImageReader(BytesIO(photo.jpeg))
            wide, high = reader.getSize()
            scale = max(width / wide, height / high)
            drawn = (wide * scale, high * scale)
            canvas.drawImage(reader, x + (width - drawn[0]) / 2, y + (height - drawn[1]) / 2, *drawn)
        except Exception:  # noqa: BLE001  whatever a picture library says of damaged bytes, the report goes on
            return False
        return True

    def shape(self, photo: Photo) -> float:
        """Height by width, between a wide panorama and a tall door; that of a postcard if the bytes cannot be read."""
        try:
            wide, high = ImageReader(BytesIO(photo.jpeg)).getSize()
            return float(min(max(high / wide, 0.5), 1.4))
        except Exception:  # noqa: BLE001  see above: drawing will say so
            return 2 / 3
