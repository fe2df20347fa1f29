"""Tables as a workbook (Office Open XML, ECMA-376): one sheet, texts as texts, numbers as numbers, never a formula.

Written with nothing but `zipfile`, see `docs/decisions/0008-workbooks-without-a-library.md`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO
from xml.sax.saxutils import escape

from shadow_app.interchange.export_columns import Columns
from shadow_app.interchange.export_csv import cells, table_preview, words
from shadow_app.interchange.export_rows import Addressee, Cell, Preview, Row, Subject
from shadow_app.interchange.export_text import storable

MOST_ROWS = 1_048_575
"""What a sheet holds below its heading."""

_LONGEST_CELL = 32_767
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ALWAYS_THE_SAME = (1980, 1, 1, 0, 0, 0)
"""The same rows give the same bytes."""

_HEADING, _WRAPPED = 1, 2
"""Places in the list of cell styles below."""

_PARTS: Mapping[str, str] = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
        '<alignment vertical="top" wrapText="1"/></xf></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
_SHEET = "xl/worksheets/sheet1.xml"

_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Spreadsheets read _x0041_ as the letter A."""


@dataclass(frozen=True, slots=True)
class XlsxShape:
    """A workbook with one sheet, its heading row fixed and filterable."""

    columns: Mapping[Subject, Columns]

    def preview(self, subject: Subject, rows: Sequence[Row], to: Addressee) -> Preview:
        """The cells as the sheet has them."""
        return table_preview(self.columns[subject], rows, to)

    def write(self, subject: Subject, rows: Iterable[Row], to: Addressee, out: BinaryIO) -> None:
        """Row by row; at most `MOST_ROWS` of them."""
        columns = self.columns[subject]
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in _PARTS.items():
                filled = content.replace("{name}", subject.value.capitalize())
                package.writestr(_entry(name), _HEAD + filled)
            letters = [_letters(place) for place in range(len(columns))]
            headings = _row([each.heading for each in columns], _HEADING, letters, 1)
            lines = (_row(cells(columns, row, to), _WRAPPED, letters, line) for line, row in enumerate(rows, start=2))
            with package.open(_entry(_SHEET), "w", force_zip64=True) as part:
                text = io.TextIOWrapper(part, encoding="utf-8", newline="")
                text.write(f'{_HEAD}<worksheet xmlns="{_MAIN}">{_view(len(columns))}<sheetData>')
                for line in chain((headings,), lines):
                    text.write(line)
                text.write("</sheetData></worksheet>")
                text.flush()
                text.detach()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ALWAYS_THE_SAME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _view(columns: int) -> str:
    return (
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
        'state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f'<cols><col min="1" max="{columns}" width="22" customWidth="1"/></cols>'
    )


def _letters(place: int) -> str:
    """A, B … Z, AA, AB: the name of a column, counted from 0."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _row(values: Sequence[Cell], style: int, letters: Sequence[str], line: int) -> str:
    # The addresses may be left out, says the standard; Gnumeric does not find the cells without them.
    placed = zip(letters, values, strict=True)
    return f'<row r="{line}">{"".join(_cell(f"{letter}{line}", value, style) for letter, value in placed)}</row>'


def _cell(address: str, value: Cell, style: int) -> str:
    """Numbers as numbers, so that they can be added; everything else as a text, which nothing works out."""
    head = f'<c r="{address}" s="{style}"'
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{head}><v>{words(value)}</v></c>"
    text = _LOOKS_ESCAPED.sub("_x005F_", storable(words(value)))[:_LONGEST_CELL].replace("\r", "")
    if not text:
        return f"{head}/>"
    return f'{head} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
