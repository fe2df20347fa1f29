"""Settings are a convenience: lost or broken, the program still starts, and says so."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any
from uuid import uuid4

import platformdirs
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from shadow_app.domain.errors import Refused, Trouble
from shadow_app.settings import Settings, as_json, load, save, settings_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def full(tmp_path: Path) -> Settings:
    return Settings(
        shadower_id=uuid4(),
        name="Ann \u00d6berg \u202e",
        team="Field IT",
        store=tmp_path / "two words" / "shadow.db",
        look="dark",
        last_visit=uuid4(),
        font_scale=1.25,
        geometry="AdnQywADAAAAAA==",
        font_folder=tmp_path,
    )


def test_what_is_saved_is_loaded(path: Path) -> None:
    settings = full(path.parent)
    save(path, settings)
    assert load(path) == (settings, None)
    save(path, settings.edited(look="light"))
    assert load(path).settings.look == "light"
    assert [left.name for left in path.parent.iterdir()] == ["settings.json"]


def test_no_file_means_the_usual_settings(path: Path) -> None:
    assert load(path) == (Settings(), None)
    assert list(path.parent.iterdir()) == []


def test_the_usual_settings_know_nobody_and_follow_the_system() -> None:
    usual = Settings()
    assert (usual.shadower_id, usual.store, usual.look, usual.font_scale) == (None, None, "auto", 1.0)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 5000, b"9" * 6000, b" " * 1_100_000])
def test_a_broken_file_is_kept_aside(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    settings, warning = load(path)
    assert settings == Settings()
    assert warning == (
        f"The settings file {path} is damaged (nothing in it could be read, the usual settings are used); the damaged "
        "file is kept as settings.broken-1.json, look there if a setting is missing."
    )
    assert path.with_name("settings.broken-1.json").read_bytes() == data
    assert not path.exists()
    assert load(path) == (Settings(), None)


def test_broken_files_do_not_replace_each_other(path: Path) -> None:
    for number in (1, 2, 3):
        path.write_text(f"broken {number}")
        load(path)
    assert path.with_name("settings.broken-3.json").read_text() == "broken 3"
    assert path.with_name("settings.broken-1.json").read_text() == "broken 1"


def test_one_bad_value_costs_only_itself(path: Path) -> None:
    settings = full(path.parent)
    content = json.loads(as_json(settings))
    path.write_text(json.dumps({**content, "look": "pink", "font_scale": 90}))
    loaded, warning = load(path)
    assert loaded == settings.edited(look="auto", font_scale=1.0)
    assert warning is not None
    assert "the usual value is used for font_scale, look" in warning
    assert path.with_name("settings.broken-1.json").exists()


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-1", "0", '"wide"', "1e999"])
def test_a_size_of_the_letters_that_hides_everything_is_not_taken(path: Path, value: str) -> None:
    path.write_text(f'{{"font_scale": {value}}}')
    assert load(path).settings.font_scale == 1.0


def test_what_a_newer_version_added_is_passed_over(path: Path) -> None:
    path.write_text('{"name": "Ann", "sparkle": true}')
    assert load(path) == (Settings(name="Ann"), None)


def test_a_file_that_cannot_be_read_is_left_alone(path: Path) -> None:
    path.mkdir()
    settings, warning = load(path)
    assert settings == Settings()
    assert warning == (
        f"The settings file {path} cannot be read (Is a directory): the usual settings are used until it can."
    )
    assert path.is_dir()


def test_a_broken_file_that_cannot_be_moved_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fixed(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    path.write_text("broken")
    monkeypatch.setattr(Path, "rename", fixed)
    _, warning = load(path)
    assert warning is not None
    assert "could not be set aside (Read-only file system), so copy it before changing a setting." in warning


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"look": "pink"}, "The look is none of auto, light and dark: choose one of them, then try again."),
        ({"font_scale": float("nan")}, "The font scale is no number from 0.5 to 3: correct it, then try again."),
        ({"font_scale": True}, "The font scale is no number from 0.5 to 3: correct it, then try again."),
        ({"name": "n" * 201}, "The name is longer than 200 characters: shorten it, then try again."),
        ({"team": 7}, "The team is no text: correct it, then try again."),
    ],
)
def test_settings_are_checked_when_edited(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        Settings().edited(**wrong)
    assert str(refused.value) == f"{sentence} Nothing was saved."


def test_settings_have_no_other_fields_and_do_not_change_in_place() -> None:
    with pytest.raises(TypeError):
        Settings().edited(colour="red")
    with pytest.raises(FrozenInstanceError):
        Settings().look = "dark"  # type: ignore[misc]


def test_half_a_character_costs_only_its_own_value(path: Path) -> None:
    path.write_text('{"name": "\\ud800", "team": "Field IT"}')
    assert load(path).settings == Settings(team="Field IT")


def test_the_first_frame_waits_for_no_pydantic() -> None:
    """It alone takes longer to import than an empty window takes to be painted."""
    asked = (
        "import sys, shadow_app.__main__, shadow_app.cli, shadow_app.ui.application; print('pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_folder_is_made_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "settings.json"
    save(path, Settings())
    assert path.parent.stat().st_mode & 0o077 == 0
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_save_leaves_the_older_settings(path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    save(path, Settings(name="Ann"))

    def no_space(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, no_space) if step == "fsync" else patch.setattr(Path, step, no_space)
        with pytest.raises(Trouble, match=r"cannot be written \(No space left on device\): free some space"):
            save(path, Settings(name="Bo"))
    assert load(path).settings.name == "Ann"
    assert [left.name for left in path.parent.iterdir()] == ["settings.json"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match=r"cannot be written \((File exists|Not a directory)\)"):
        save(tmp_path / "file" / "settings.json", Settings())


def test_an_unreadable_path_is_said_and_changes_nothing(path: Path) -> None:
    save(path, Settings(name="Ann"))
    with pytest.raises(Trouble, match="cannot hold an unreadable path: rename that file or folder first"):
        save(path, Settings(store=Path("/home/me/\udcff/shadow.db")))
    assert load(path).settings.name == "Ann"


def test_the_usual_place_is_the_systems_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_config_path", lambda name, *, appauthor: tmp_path / name / str(appauthor))
    assert settings_path({}) == tmp_path / "shadow-app" / "False" / "settings.json"


def test_the_environment_may_name_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_path({"SHADOW_HOME": str(tmp_path)}) == tmp_path / "settings.json"
    monkeypatch.setenv("SHADOW_HOME", "relative")
    monkeypatch.chdir(tmp_path)
    assert settings_path() == tmp_path / "relative" / "settings.json"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*vars(Settings()), "other"]), _JSON))
@hypothesis_settings(deadline=None)
def test_any_values_start_the_program(tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(content))
    settings, warning = load(path)
    assert (warning is None) == path.exists()
    assert Settings(**vars(settings)) == settings


@given(st.binary(max_size=200))
@hypothesis_settings(deadline=None)
def test_any_bytes_start_the_program(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(data)
    settings, warning = load(path)
    assert isinstance(settings, Settings)
    assert warning is None or warning.endswith(".")


@pytest.mark.parametrize(
    "address",
    [
        "sftp://ann:s3cret@files.example/srv",
        "postgresql://ann:s3/cret@hub.example/db",
        "postgres://ann:12/3@hub.example/db",
        "postgresql://ann:s3@cret@hub.example/db",
        "postgresql://hub.example/db?password=s3cret",
        "postgresql://ann@hub.example/db?sslmode=require&sslPassword=s3cret",
        "postgresql://hub.example/db?pass%77ord=s3cret",
        "host=hub.example password = s3cret",
        "webdavs://cloud.example/dav?access_token=s3cret",
        "s3://bucket/team?secret_access_key=s3cret",
    ],
)
def test_no_settings_file_holds_a_password_wherever_it_stands(address: str) -> None:
    with pytest.raises(Refused, match="holds a password") as told:
        Settings(exchange_address=address)
    assert "cret" not in str(told.value)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ann@hub.example:5432/db?passfile=/home/ann/.pgpass&sslmode=require",
        "sftp://ann@files.example:22/srv/a@b",
        "webdavs://ann%40firm.example@cloud.example:8443/dav/files/ann@firm.example/shadow",
        "s3://bucket/team?endpoint_url=https://minio.example:9000&region=x&profile=y",
        "//server/share/a@b:c",
        "/mnt/secretary=1",
    ],
)
def test_an_address_without_one_is_kept_as_it_is(address: str) -> None:
    assert Settings(exchange_address=address).exchange_address == address
