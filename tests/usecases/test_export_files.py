"""One export in one file or several: all of them whole, or none."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from exported import pain
from shadow_app.domain.errors import Refused, Trouble
from shadow_app.interchange.export_rows import PainOut, Row
from shadow_app.usecases.export_files import write_parts


def rows(count: int) -> Iterator[PainOut]:
    return (pain(title=str(place)) for place in range(count))


def write(some: Iterable[Row], out: BinaryIO) -> None:
    for row in some:
        assert isinstance(row, PainOut)
        out.write(f"{row.title} ".encode())


def full(some: Iterable[Row], out: BinaryIO) -> None:
    for row in some:
        assert isinstance(row, PainOut)
        if row.title == "4":
            raise OSError(errno.ENOSPC, "No space left on device")
        out.write(b"x")


def test_one_file_where_everything_fits(tmp_path: Path) -> None:
    files, count = write_parts(tmp_path / "new" / "out.csv", rows(3), write, 3)
    assert (files, count) == ((tmp_path / "new" / "out.csv",), 3)
    assert files[0].read_text() == "0 1 2 "


def test_numbered_files_where_it_does_not(tmp_path: Path) -> None:
    files, count = write_parts(tmp_path / "out.csv", rows(7), write, 3)
    assert [each.name for each in files] == ["out-1-of-3.csv", "out-2-of-3.csv", "out-3-of-3.csv"]
    assert [each.read_text() for each in files] == ["0 1 2 ", "3 4 5 ", "6 "]
    assert count == 7
    assert len(list(tmp_path.iterdir())) == 3


def test_no_row_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing to export"):
        write_parts(tmp_path / "out.csv", rows(0), write)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("before")
    with pytest.raises(Trouble, match=r"out.csv could not be written \(No space left on device\); choose another"):
        write_parts(target, rows(7), full, 3)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_mistake_of_ours_leaves_nothing_behind(tmp_path: Path) -> None:
    def wrong(some: Iterable[Row], out: BinaryIO) -> None:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        write_parts(tmp_path / "out.csv", rows(1), wrong)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(Trouble, match=r"out\.csv is a folder"):
        write_parts(tmp_path / "out.csv", rows(1), write)
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]


def test_a_file_where_a_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match="could not be written"):
        write_parts(tmp_path / "file" / "out.csv", rows(1), write)
