from __future__ import annotations

from pathlib import Path

import pytest

from factories import Firm
from shadow_app.domain.errors import ImportTrouble, Trouble
from shadow_app.storage.store import Store
from shadow_app.usecases.importing import bytes_of
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.reporting import Printed, Reporting


def test_the_folder_of_the_last_report_is_remembered(store: Store, firm: Firm, tmp_path: Path) -> None:
    reporting = Reporting(store, Prioritising(store))
    assert reporting.folder() is None
    place = tmp_path / "reports" / "day.md"
    reporting.save(Printed(b"# A day\n"), place)
    assert place.read_bytes() == b"# A day\n"
    assert reporting.folder() == place.parent
    place.unlink()
    place.parent.rmdir()
    assert reporting.folder() is None


def test_a_file_in_the_way_is_said_and_nothing_is_remembered(store: Store, firm: Firm, tmp_path: Path) -> None:
    reporting = Reporting(store, Prioritising(store))
    (tmp_path / "taken").mkdir()
    with pytest.raises(Trouble, match="taken"):
        reporting.save(Printed(b"x"), tmp_path / "taken")
    assert reporting.folder() is None


def test_a_file_that_is_not_there_is_no_import(tmp_path: Path) -> None:
    with pytest.raises(ImportTrouble, match="cannot be read"):
        bytes_of(tmp_path / "nothing.csv")
