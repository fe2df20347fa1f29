from __future__ import annotations

import re

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from shadow_app.domain.errors import ImportTrouble
from shadow_app.interchange import csv_reader, decoding
from shadow_app.interchange.catalogue import read_catalogue
from shadow_app.interchange.cells import odd_character


def csv(*lines: str, encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    return end.join(lines).encode(encoding)


def names(data: bytes) -> list[str]:
    return [row.name for row in read_catalogue(data).rows]


@pytest.mark.parametrize(
    ("codec", "mark", "shown"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8"),
        ("cp1252", b"", "Windows-1252"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "UTF-32"),
    ],
)
@pytest.mark.parametrize(("delimiter", "word"), [(",", "comma"), (";", "semicolon"), ("\t", "tab")])
def test_every_encoding_and_delimiter_gives_the_same_rows(
    codec: str, mark: bytes, shown: str, delimiter: str, word: str
) -> None:
    text = delimiter.join(("code", "name")) + "\r\n" + delimiter.join(("1", "Étiquettes & “Größe”")) + "\r\n"
    sheet = read_catalogue(mark + text.encode(codec))
    assert [(row.code, row.name) for row in sheet.rows] == [("1", "Étiquettes & “Größe”")]
    assert (sheet.encoding, sheet.delimiter) == (shown, word)
    assert not sheet.refused


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    assert names(csv("code,name", "1,Scan", "", "2,Labels", end=end)) == ["Scan", "Labels"]


def test_one_broken_byte_in_good_utf8_costs_one_row() -> None:
    data = "code,name\n1,Größe\n2,Tür ?\n3,Straße\n".encode().replace(b"?", b"\xfc")
    sheet = read_catalogue(data)
    assert [row.code for row in sheet.rows] == ["1", "3"]
    assert str(sheet.refused[0]) == (
        "Line 3: the name contains a character that cannot be read, so the file was saved with a wrong or mixed "
        "encoding. Remove it in the file."
    )


@pytest.mark.parametrize("first", ["sep=;", "sep=,", "sep=\t", "SEP=;"])
def test_a_spreadsheets_hint_names_the_delimiter(first: str) -> None:
    delimiter = first[-1]
    assert names(csv(first, f"code{delimiter}name", f"1{delimiter}Scan")) == ["Scan"]


def test_the_delimiter_is_the_one_under_which_headings_are_known() -> None:
    sheet = read_catalogue(csv("code;name;aliases", "1;Scan;gun, zapper, PDA"))
    assert sheet.delimiter == "semicolon"
    assert sheet.rows[0].aliases == ("gun", "zapper", "PDA")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "U+0000 (NUL)"),
        ("a\x1bb", "U+001B (an invisible control character)"),
        ("a\u202eb", "U+202E (right-to-left override)"),
        ("a\u2066b", "U+2066 (left-to-right isolate)"),
        ("a\x85b", "U+0085"),
    ],
)
def test_odd_characters_are_refused_by_row_and_named(text: str, shown: str) -> None:
    sheet = read_catalogue(csv("code,name", "1,Good", f"2,{text}", "3,Fine"))
    assert [row.code for row in sheet.rows] == ["1", "3"]
    assert sheet.refused[0].line_number == 3
    assert shown in sheet.refused[0].why


def test_a_lone_surrogate_counts_as_odd() -> None:
    assert "U+D800" in odd_character("a\ud800")
    assert odd_character("Zeile\nmit\tTab, 日本語 und עברית \u200f 👩‍🚀") == ""


def test_odd_characters_in_columns_that_nobody_reads_do_no_harm() -> None:
    assert names(csv("code,name,weather", "1,Scan,\x07")) == ["Scan"]


def test_ragged_rows_are_refused_and_empty_tails_are_not() -> None:
    sheet = read_catalogue(csv("code,name,owner", "1,Scan,Ann", "2,Labels", "3,Sort,Bo,,", "4,POD,Cy,extra", ",,", ""))
    assert [row.code for row in sheet.rows] == ["1", "3"]
    assert [str(one) for one in sheet.refused] == [
        "Line 3: the row has 2 cells, the headings are 3. Correct it in the file.",
        "Line 5: the row has 4 cells, the headings are 3. Correct it in the file.",
    ]


def test_quoted_cells_keep_breaks_delimiters_and_quotes() -> None:
    sheet = read_catalogue(
        csv("code,name,description", '1,Scan,"two\r\nlines, and ""quotes"""', "2,Labels,x", end="\n")
    )
    assert sheet.rows[0].description == 'two\r\nlines, and "quotes"'
    assert sheet.rows[1].line_number == 4


def test_blank_lines_before_the_headings_are_skipped_and_counted() -> None:
    assert read_catalogue(csv("", "  ", "code,name", "1,Scan")).rows[0].line_number == 4


def test_a_quote_that_never_closes_costs_its_own_row_only() -> None:
    rows = [f"{i},Service {i},fine" for i in range(3, 600)]
    sheet = read_catalogue(csv("code,name,description", "1,Scan,ok", '2,Labels,"oops', *rows))
    assert len(sheet.rows) == 598
    assert [one.line_number for one in sheet.refused] == [3]
    assert "quotation mark" in sheet.refused[0].why
    assert sheet.rows[1].line_number == 4


def test_a_quote_that_closes_in_a_later_row_costs_its_own_row_only() -> None:
    sheet = read_catalogue(csv("code,name,description", '1,"Scan,ok', '2,Labels,"fine, really"', "3,Sort,x"))
    assert [row.name for row in sheet.rows] == ["Labels", "Sort"]
    assert [one.line_number for one in sheet.refused] == [2]


def test_an_endless_list_of_broken_rows_ends_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reader, "MAX_REFUSED", 50)
    with pytest.raises(ImportTrouble, match=r"More than 50 rows.*Line 2: "):
        read_catalogue(b"code,name\n" + b'a","c\n' * 3_000)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "is empty"),
        (b"PK\x03\x04....", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0....", "old Excel"),
        (b"%PDF-1.7", "a PDF"),
        (b"SQLite format 3\x00", "a database"),
        (b"\x1f\x8b\x08", "a packed file"),
        (b"  <!DOCTYPE html><p>Log in", "a web page"),
        (b"colour,size\nred,2\n", "needs a column headed “name”. Its headings are “colour”, “size”"),
        (b",,\n,,\n", "no row of headings"),
        (b'"code,name\n1,Scan\n', "no row of headings"),
        (b"code,name,Name\n1,a,b\n", "“name” stands over 2 columns"),
        (b"sep=;\n", "no row of headings"),
        (b"\x0b\n\x0b", "no row of headings"),
    ],
)
def test_files_that_cannot_be_taken_get_one_clear_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ImportTrouble, match=re.escape(sentence)) as caught:
        read_catalogue(data)
    assert str(caught.value).endswith((".", "columns."))


def test_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 1024 * 1024)
    with pytest.raises(ImportTrouble, match="larger than 1 MB"):
        read_catalogue(b"name\n" + b"x" * 1024 * 1024)


@pytest.mark.parametrize("start", [b"", b"name\n"])
@given(data=st.binary(max_size=300))
def test_no_bytes_ever_raise_anything_but_a_sentence(start: bytes, data: bytes) -> None:
    try:
        sheet = read_catalogue(start + data)
    except ImportTrouble as trouble:
        event(type(trouble).__name__)
        return
    for row in sheet.rows:
        assert row.name
        assert not odd_character(row.name)


@given(
    st.lists(
        st.text(
            st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn"), exclude_characters="|\ufffd"), max_size=30
        ),
        min_size=1,
        max_size=20,
    ),
    st.sampled_from([",", ";", "\t"]),
)
def test_whatever_is_quoted_comes_back(texts: list[str], delimiter: str) -> None:
    lines = [f"code{delimiter}name{delimiter}description"]
    for number, text in enumerate(texts):
        quoted = text.replace('"', '""')
        lines.append(f'{number}{delimiter}"Service {number}"{delimiter}"{quoted}"')
    sheet = read_catalogue("\n".join(lines).encode())
    assert [row.description for row in sheet.rows] == [text.strip() for text in texts]
    assert not sheet.refused


def test_a_hundred_thousand_rows_come_through_one_by_one() -> None:
    body = "".join(f"S{i},Service {i},a{i}|b{i}\n" for i in range(100_000))
    sheet = read_catalogue(("code,name,aliases\n" + body + "S5,Again,\n").encode())
    assert len(sheet.rows) == 100_000
    assert [str(one) for one in sheet.refused] == [
        "Line 100002: the code “S5” is already on line 7. Give each service its own."
    ]
