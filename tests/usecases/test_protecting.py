from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.domain.errors import Refused, WrongKey
from shadow_app.settings import Settings
from shadow_app.storage import keys
from shadow_app.usecases.protecting import Protecting


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def protecting(place: Path) -> Iterator[Protecting]:
    create_store(place, passphrase="correct horse")
    shadow = open_shadow(Settings(), place, passphrase="correct horse")
    yield Protecting(shadow.store)
    shadow.close()


def test_the_new_passphrase_opens_and_the_old_one_does_not(protecting: Protecting, place: Path) -> None:
    assert protecting.has_passphrase
    assert not protecting.is_demo
    protecting.set_passphrase("battery staple", "correct horse")
    assert keys.unlock(place, passphrase="battery staple")
    with pytest.raises(WrongKey):
        keys.unlock(place, passphrase="correct horse")


def test_a_wrong_old_passphrase_changes_nothing(protecting: Protecting, place: Path) -> None:
    with pytest.raises(WrongKey):
        protecting.set_passphrase("battery staple", "wrong")
    assert keys.unlock(place, passphrase="correct horse")


def test_a_new_code_replaces_the_old_one(protecting: Protecting, place: Path) -> None:
    first = protecting.new_recovery_code("correct horse")
    second = protecting.new_recovery_code("correct horse")
    assert keys.unlock(place, recovery_code=second)
    with pytest.raises(WrongKey):
        keys.unlock(place, recovery_code=first)
    assert any("recovery code" in words for words in protecting.words())


def test_the_demo_has_nothing_to_change(tmp_path: Path) -> None:
    place = tmp_path / "demo.db"
    create_store(place, unprotected=True)
    shadow = open_shadow(Settings(), place)
    try:
        demo = Protecting(shadow.store)
        assert demo.is_demo
        assert not demo.has_passphrase
        with pytest.raises(Refused, match="not protected"):
            demo.set_passphrase("battery staple")
    finally:
        shadow.close()
