from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factories import Firm
from shadow_app import settings
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import Refused
from shadow_app.domain.people import Shadower
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.usecases.catalogue import Catalogue
from shadow_app.usecases.own_settings import OwnSettings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_a_change_keeps_what_another_window_has_written(store: Store, path: Path) -> None:
    own = OwnSettings(store, Settings(), path)
    settings.save(path, Settings(geometry="somewhere"))
    own.change(look="dark")
    assert settings.load(path).settings == Settings(geometry="somewhere", look="dark")


def test_introducing_makes_a_record_and_signs_what_follows(store: Store, path: Path) -> None:
    own = OwnSettings(store, Settings(), path)
    assert own.me() is None
    me = own.introduce("  Bea   Ortiz ", "Workplace")
    assert (me.name, me.team) == ("Bea Ortiz", "Workplace")
    assert own.me() == me
    assert store.author == "Bea Ortiz"
    assert own.current().shadower_id == me.id


def test_a_new_name_edits_the_record_and_makes_no_second_one(store: Store, firm: Firm, path: Path) -> None:
    own = OwnSettings(store, Settings(), path)
    first = own.introduce("Ann", "Networks")
    assert first.id == firm.ann.id
    second = own.introduce("Ann Bell", "Networks")
    assert second.id == first.id
    assert [person.name for person in Catalogue(store).all(Shadower)] == ["Ann Bell"]


def test_an_empty_name_is_refused(store: Store, path: Path) -> None:
    with pytest.raises(Refused, match="name is empty"):
        OwnSettings(store, Settings(), path).introduce("  ", "")
    assert not path.exists()


def test_in_the_demo_everybody_hears_at_once_who_i_am(another_demo: Callable[[], Shadow]) -> None:
    shadow = another_demo()
    me = shadow.own.introduce("Bea Ortiz", "Workplace")
    assert shadow.me() == me.id


def test_the_demo_leaves_no_trace(another_demo: Callable[[], Shadow], path: Path) -> None:
    shadow = another_demo()
    own = OwnSettings(shadow.store, shadow.settings, path)
    own.change(look="dark")
    own.introduce("Asha Verma", "Elsewhere")
    assert own.current().look == "dark"
    assert own.current().team == "Elsewhere"
    assert not path.exists()
