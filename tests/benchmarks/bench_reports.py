"""Reports against a bare ReportLab canvas, and the time of a thousand pages (`design.md` §7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from statistics import median
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from sample_reports import harbour_log, harbour_report, penrose_report, photo

from benchmarks.measure import Bench, Row, in_turn, ratio_row, shown
from shadow_app.reports.immersion import ImmersionReport, LogChapter
from shadow_app.reports.pdf import Report, render

NOTES = 41
PHOTOS = 8

_Words = tuple[str, float, float, float, str]
_Image = tuple[bytes, float, float, float, float]


@dataclass
class Ink:
    """What a report put on each of its pages: words with face, size and place, and photos with their boxes."""

    pages: list[tuple[list[_Words], list[_Image]]] = field(default_factory=lambda: [([], [])])
    figures: int = 0


def visit_report(bench: Bench) -> Iterator[Row]:
    """A day's report and the priorities of a unit, each against the same words and photos on a bare canvas."""
    for name, report in (("visit report", day_report()), ("priorities report", penrose_report())):
        ink = _recorded(report)
        photos = sum(len(images) for _, images in ink.pages)
        ours, theirs = in_turn(partial(render, report), partial(_bare, ink), bench.times(15))
        what = f"{name}: {len(ink.pages)} pages, {photos} photos, {ink.figures} charts"
        yield ratio_row("report", what, ours, theirs, "bare ReportLab canvas", 3)


def pages(bench: Bench) -> Iterator[Row]:
    """The same chapters over and over: four times the pages may take four times as long."""
    chapters = 3 if bench.few else _chapters_for(250)
    small, large = many_chapters(chapters), many_chapters(4 * chapters)
    few, many = _page_count(small), _page_count(large)
    ours, theirs = in_turn(partial(render, large), partial(render, small), 1 if bench.few else 2, warm=False)
    against = f"for {few} pages"
    yield ratio_row("pages", f"report of {many:,} pages, time per page", ours, theirs, against, 1.3, many / few)
    yield Row("pages", "  a page of it", shown(median(ours) / many))


def day_report() -> ImmersionReport:
    """One day: 41 notes, 8 photos, one of them on the cover."""
    log = harbour_log()
    plain = [replace(log[place % len(log)], photos=()) for place in range(NOTES)]
    for number in range(PHOTOS - 1):
        plain[5 * number] = replace(plain[5 * number], photos=(_photo(number),))
    return harbour_report(log=(LogChapter("Harbour depot, 12 November 2026", tuple(plain)),))


def many_chapters(count: int) -> ImmersionReport:
    """A programme's log: one chapter per visit, none of its photos."""
    log = harbour_log()
    entries = tuple(replace(log[place % len(log)], photos=()) for place in range(NOTES))
    return harbour_report(log=tuple(LogChapter(f"Visit {number + 1}", entries) for number in range(count)))


def _photo(number: int) -> Any:
    """Eight different pictures: ReportLab keeps the bytes of one and the same only once."""
    return photo(f"Photo {number}", (1600, 1067 + number), number)


def _chapters_for(wanted: int) -> int:
    small, large = _page_count(many_chapters(2)), _page_count(many_chapters(6))
    return max(1, round((wanted - small) / ((large - small) / 4)) + 2)


def _page_count(report: Report) -> int:
    return render(report).pdf.count(b"/Type /Page\n") or len(_recorded(report).pages)


def _recorded(report: Report) -> Ink:
    ink = Ink()
    with _watched(ink):
        render(report)
    ink.pages = [page for page in ink.pages if page != ([], [])]
    return ink


@contextmanager
def _watched(ink: Ink) -> Iterator[None]:
    """Look over ReportLab's shoulder: whoever sets words or photos goes through these four."""
    before = PDFTextObject._formatText, Canvas.drawImage, Canvas.showPage, Canvas.addLiteral

    def words(self: Any, text: Any) -> Any:
        ink.pages[-1][0].append((self._fontname, self._fontsize, self._x, self._y, str(text)))
        return before[0](self, text)

    def image(self: Any, reader: Any, x: float, y: float, width: float, height: float) -> Any:
        ink.pages[-1][1].append((reader.fp.getvalue(), x, y, width, height))
        return before[1](self, reader, x, y, width, height)

    def page(self: Any) -> Any:
        ink.pages.append(([], []))
        return before[2](self)

    def literal(self: Any, text: str, *rest: Any) -> Any:
        ink.figures += text.startswith("/Span <</Alt")
        return before[3](self, text, *rest)

    PDFTextObject._formatText, Canvas.drawImage, Canvas.showPage, Canvas.addLiteral = words, image, page, literal
    try:
        yield
    finally:
        PDFTextObject._formatText, Canvas.drawImage, Canvas.showPage, Canvas.addLiteral = before


def _bare(ink: Ink) -> bytes:
    """The same words and photos, with nothing worked out: no line is broken, nothing measured, no shape drawn."""
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1, initialFontName=ink.pages[0][0][0][0])
    for texts, images in ink.pages:
        for jpeg, x, y, width, height in images:
            canvas.drawImage(ImageReader(BytesIO(jpeg)), x, y, width, height)
        for face, size, x, y, words in texts:
            canvas.setFont(face, size)
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
