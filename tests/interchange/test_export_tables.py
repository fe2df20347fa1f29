"""The neutral tables as CSV and as a workbook: complete, harmless, and written row by row."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from exported import PAIN_ID, pain
from shadow_app.interchange.export_columns import NEUTRAL
from shadow_app.interchange.export_csv import CsvShape, words
from shadow_app.interchange.export_rows import Addressee, Cell, PainOut, Passage, Subject
from shadow_app.interchange.export_xlsx import XlsxShape

TO = Addressee()
CSV = CsvShape(NEUTRAL, marked=True)
XLSX = XlsxShape(NEUTRAL)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet(data: bytes) -> list[list[ET.Element]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        root = ET.fromstring(package.read("xl/worksheets/sheet1.xml"))
    return [row.findall(f"{MAIN}c") for row in root.iter(f"{MAIN}row")]


def text_of(cell: ET.Element) -> str:
    return "".join(cell.itertext())


def workbook(*rows: PainOut) -> bytes:
    out = io.BytesIO()
    XLSX.write(Subject.PAINS, rows, TO, out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (None, ""),
        ("x", "x"),
        (3, "3"),
        (3.0, "3"),
        (0.5, "0.5"),
        (1e-9, "0"),
        (1e15, "1000000000000000"),
        (-4, "-4"),
        (True, "yes"),
        (False, "no"),
        (date(2026, 11, 22), "2026-11-22"),
    ],
)
def test_a_cell_is_read_the_same_everywhere(value: Cell, read: str) -> None:
    assert words(value) == read


def test_a_csv_comes_back_as_it_was_written() -> None:
    out = io.BytesIO()
    CSV.write(Subject.PAINS, [pain(title='a "quote", and\nmore')], TO, out)
    assert out.getvalue().startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""))
    assert row["id"] == str(PAIN_ID)
    assert row["pain_point"] == 'a "quote", and\nmore'
    assert row["hours_a_year"] == "228.6"
    assert row["money_a_year"] == "5143.5"
    assert row["decision"] == "do"
    assert row["due_on"] == "2026-12-24"
    assert "'=cmd" not in row["description"]
    assert row["description"].startswith("What we saw\n• =cmd")


def test_a_negative_number_is_a_number_and_a_negative_text_is_not() -> None:
    out = io.BytesIO()
    CSV.write(Subject.PAINS, [pain(hours=-4.0, title="-4")], TO, out)
    written = out.getvalue().decode()
    assert '"\'-4"' in written
    assert ",-4," in written


def test_a_workbook_has_its_parts_and_no_formula() -> None:
    data = workbook(pain(title="=1+1", reason="", effort_days=None))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        parts = {name: package.read(name).decode() for name in names}
    assert {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} <= names
    for part in parts.values():
        ET.fromstring(part)
    assert "<f>" not in parts["xl/worksheets/sheet1.xml"]
    assert 'name="Pains"' in parts["xl/workbook.xml"]
    heading, row = sheet(data)
    # Some readers find a cell by nothing but its address.
    assert [cell.get("r") for cell in row[:3]] == ["A2", "B2", "C2"]
    assert (row[25].get("r"), row[26].get("r")) == ("Z2", "AA2")
    cells = {text_of(head): cell for head, cell in zip(heading, row, strict=True)}
    assert cells["pain_point"].get("t") == "inlineStr"
    assert text_of(cells["pain_point"]) == "=1+1"
    assert cells["hours_a_year"].get("t") is None
    assert text_of(cells["hours_a_year"]) == "228.6"
    assert text_of(cells["reason"]) == text_of(cells["effort_days"]) == ""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a < b & c > d", "a < b & c > d"),
        ("_x0041_", "_x005F_x0041_"),
        (" spaces ", " spaces "),
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        ("x" * 40_000, "x" * 32_767),
        ("مرحبا 🖨", "مرحبا 🖨"),
    ],
)
def test_a_workbook_keeps_any_text(text: str, kept: str) -> None:
    assert text_of(sheet(workbook(pain(title=text)))[1][1]) == kept


def test_the_same_rows_are_the_same_workbook() -> None:
    assert workbook(pain()) == workbook(pain())


@pytest.mark.parametrize("shape", [CSV, XLSX], ids=["csv", "xlsx"])
def test_rows_are_written_while_they_are_made(shape: CsvShape | XlsxShape) -> None:
    made = 0
    seen_at: list[int] = []

    class Out(io.BytesIO):
        def write(self, data: object) -> int:
            seen_at.append(made)
            return super().write(data)  # type: ignore[arg-type]

    def rows() -> Iterator[PainOut]:
        nonlocal made
        for made in range(1, 3_001):
            # Text that does not pack well, or a workbook would rightly hold it back.
            yield pain(story=(Passage("Seen", (str([hash((made, place)) for place in range(40)]),)),))

    out = Out()
    shape.write(Subject.PAINS, rows(), TO, out)
    assert sum(1 for each in seen_at if 0 < each < 1_500) > 0
    assert len(out.getvalue()) > 100_000


def test_a_preview_reads_like_the_file() -> None:
    shown = CSV.preview(Subject.PAINS, [pain()], TO)
    assert shown.headings[:2] == ("id", "pain_point")
    assert shown.rows[0][1] == "Label printer jams mid load"
    assert XLSX.preview(Subject.PAINS, [pain()], TO) == shown
