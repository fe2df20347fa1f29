from __future__ import annotations

from datetime import date, time

import pytest

from shadow_app.interchange.csv_reader import Sheet
from shadow_app.interchange.notes import NoteRow, read_notes

HEAD = "date,time,site,role,shadower,text,kind,service,minutes,count,people,damage,evidence"


def notes(*rows: str, head: str = HEAD) -> Sheet[NoteRow]:
    return read_notes("\n".join((head, *rows)).encode())


def line_of(text: str, **columns: str) -> str:
    head = ",".join(("date,site,role,shadower,text", *columns))
    sheet = notes(",".join(("2019-03-04,Hub,Loader,Ann", text, *columns.values())), head=head)
    assert not sheet.refused, sheet.refused
    return sheet.rows[0].line


def test_a_paper_note_becomes_a_line_with_day_time_and_visit() -> None:
    sheet = notes("14/09/2026,0548,Hub,Loader,Ann,label printer jammed,pain,Labels,18,2,6,3,seen")
    row = sheet.rows[0]
    assert (row.on, row.at, row.line_number) == (date(2026, 9, 14), time(5, 48), 2)
    assert row.line == '! label printer jammed #"Labels" !3 ~18m x2 6p'


def test_a_day_is_read_however_it_is_written_and_a_time_may_lack() -> None:
    sheet = notes("2026-09-14,,Hub,Loader,Ann,a,,,,,,,", "14.09.2026,,hub ,loader,ANN,b,,,,,,,")
    first, second = sheet.rows
    assert first.on == second.on
    assert first.at is None


@pytest.mark.parametrize(
    ("text", "columns", "line"),
    [
        ("plain prose", {}, "plain prose"),
        ("stuck", {"kind": "wait"}, "wait: stuck"),
        ("nice", {"kind": "works well"}, "+ nice"),
        ("freezes", {"kind": "pain", "evidence": "told"}, "! told: freezes"),
        ("heard", {"evidence": "told"}, "told: heard"),
        ("told: heard", {"kind": "pain", "evidence": "told"}, "told: heard"),
        ("+ nice already", {"kind": "pain"}, "+ nice already"),
        ("jam ~5m", {"minutes": "6"}, "jam ~5m"),
        ("jam #labels", {"service": "Scan"}, "jam #labels"),
        ("jam !2", {"damage": "3"}, "jam !2"),
        ("jam x2", {"count": "3", "people": "4"}, "jam x2 4p"),
        ("door x3y", {"minutes": "1.5"}, "door x3y ~1.5m"),
        ("jam", {"service": "Scan|Label print"}, 'jam #"Scan" #"Label print"'),
    ],
)
def test_columns_become_signs_and_never_double_one(text: str, columns: dict[str, str], line: str) -> None:
    assert line_of(text, **columns) == line


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",,Hub,Loader,Ann,text,,,,,,,", "the date is missing."),
        ("2026-09-14,,,Loader,Ann,text,,,,,,,", "the site is missing."),
        ("2026-09-14,,Hub,,Ann,text,,,,,,,", "the role is missing."),
        ("2026-09-14,,Hub,Loader,,text,,,,,,,", "the shadower is missing."),
        ("2026-09-14,,Hub,Loader,Ann,,,,,,,,", "the text is missing."),
        ("2026-02-30,,Hub,Loader,Ann,x,,,,,,,", "the date “2026-02-30” is not a day such as"),
        ("09/14/2026,,Hub,Loader,Ann,x,,,,,,,", "the date “09/14/2026” is not a day such as"),
        ("yesterday,,Hub,Loader,Ann,x,,,,,,,", "the date “yesterday” is not a day such as"),
        ("2026-09-14,noon,Hub,Loader,Ann,x,,,,,,,", "the time “noon” is not a time such as 09:15."),
        ("2026-09-14,25:00,Hub,Loader,Ann,x,,,,,,,", "the time “25:00” is not a time"),
        ("2026-09-14,13:00 pm,Hub,Loader,Ann,x,,,,,,,", "the time “13:00 pm” is not a time"),
        ("2026-09-14,9,Hub,Loader,Ann,x,,,,,,,", "the time “9” is not a time"),
        ("2026-09-14,,Hub,Loader,Ann,x,moan,,,,,,", "the kind “moan” is not one of: pain, workaround,"),
        ("2026-09-14,,Hub,Loader,Ann,x,,,,,,5,", "the damage goes from 0"),
        ("2026-09-14,,Hub,Loader,Ann,x,,,long,,,,", "the minutes “long” is not a number"),
        ("2026-09-14,,Hub,Loader,Ann,x,,,,,,,guessed", "the evidence “guessed” is not one of: seen, told."),
        (f"2026-09-14,,Hub,Loader,Ann,{'x' * 20_001},,,,,,,", "the text is longer than 20,000 characters."),
    ],
)
def test_bad_rows_are_refused_alone(row: str, why: str) -> None:
    sheet = notes(row, "2026-09-14,,Hub,Loader,Ann,fine,,,,,,,")
    assert [one.line for one in sheet.rows] == ["fine"]
    assert sheet.refused[0].why.startswith(why)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:15", time(9, 15)),
        ("9.15", time(9, 15)),
        ("0915", time(9, 15)),
        ("9:15:30", time(9, 15)),
        ("9:15 pm", time(21, 15)),
        ("12 am", time(0, 0)),
        ("12pm", time(12, 0)),
        ("23h50", time(23, 50)),
    ],
)
def test_clocks_of_all_kinds(text: str, expected: time) -> None:
    assert notes(f"2026-09-14,{text},Hub,Loader,Ann,x,,,,,,,").rows[0].at == expected
