"""Is there a newer version? Off until wanted, silent without an address, and told in one sentence."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from shadow_app import __version__, settings
from shadow_app.cli import run
from shadow_app.domain.errors import NotFound, Trouble, Unreachable
from shadow_app.policy import Policy, load_policy, policy_path
from shadow_app.settings import Settings
from shadow_app.usecases.updates import Told, Updates, order_of


@pytest.fixture
def announced(tmp_path: Path) -> Path:
    path = tmp_path / "version.txt"
    path.write_text("999.1\n", encoding="utf-8")
    return path


def updates(wanted: bool, address: str) -> Updates:
    return Updates(lambda: Settings(updates=wanted), lambda: Policy(address))


def test_versions_in_their_order() -> None:
    ordered = ["0.1.dev1", "0.1", "0.9a1", "0.9b1", "0.9rc1", "0.9rc2", "0.9", "0.9.1", "0.10", "1.0"]
    keys = [order_of(each) for each in ordered]
    assert all(first < second for first, second in pairwise(keys))
    assert order_of("0.9") == order_of("0.9.0")
    assert order_of(__version__) > order_of("0")


def test_it_is_off_until_somebody_wants_it(announced: Path) -> None:
    assert Settings().updates is False
    assert updates(False, str(announced)).news() == ""
    assert updates(True, "").news() == ""
    assert updates(True, str(announced)).news() == (
        f"Shadow 999.1 is there; you have {__version__}. Your administrator knows how to get it."
    )


def test_nothing_newer_is_no_news(announced: Path) -> None:
    announced.write_text(__version__, encoding="utf-8")
    assert updates(True, str(announced)).news() == ""
    assert updates(False, str(announced)).look().words == f"You have Shadow {__version__}; nothing newer is there."
    assert not Told("0.9", "0.10").newer


def test_without_an_address_it_says_who_can_give_one() -> None:
    with pytest.raises(NotFound, match="Administrators write it into"):
        updates(True, "").look()


def test_a_place_that_is_gone_is_said_to_whoever_asks(tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        updates(True, str(tmp_path / "gone")).news()


@pytest.mark.parametrize("text", ["{", "[]", '{"update_address": 5}', "\ud83d".encode("utf-8", "surrogatepass")])
def test_a_broken_policy_is_said_in_a_sentence(tmp_path: Path, text: str | bytes) -> None:
    path = tmp_path / "policy.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Trouble, match="cannot be understood"):
        load_policy(path)


def test_a_policy_may_know_more_than_we_do(tmp_path: Path) -> None:
    path = tmp_path / "policy.json"
    assert load_policy(path) == Policy()
    path.write_text('{"update_address": " https://a/b ", "later": 1}', encoding="utf-8")
    assert load_policy(path) == Policy("https://a/b")
    with pytest.raises(Trouble, match="cannot be read"):
        load_policy(tmp_path)
    path.write_text('{"update_address": "' + "x" * 70_000 + '"}', encoding="utf-8")
    with pytest.raises(Trouble):
        load_policy(path)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, announced: Path) -> Path:
    """A computer whose administrator announces versions."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    path = policy_path()
    if not path.is_relative_to(tmp_path):
        pytest.skip("only Linux lets the computer's folder for configuration be named")
    path.parent.mkdir(parents=True)
    path.write_text(f'{{"update_address": "{announced}"}}', encoding="utf-8")
    return path


def test_the_command_line_tells(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["updates"], lambda *_: 0) == 0
    assert "999.1 is there" in capsys.readouterr().out
    assert run(["updates", "--json"], lambda *_: 0) == 0
    assert '"newer": true' in capsys.readouterr().out
    assert not settings.settings_path().exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_shells_are_told_the_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell], lambda *_: 0) == 0
    said = capsys.readouterr().out
    for word in ("painpoint", "set-aside", "completion", "json"):
        assert word in said
    assert "/home" not in said
