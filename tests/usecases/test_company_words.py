"""What `doctor` says of the team and of what was not sent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factories import Firm
from laptops import empty_store, opened
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.team import TeamRole
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.usecases.company_words import team_words, unsent_words
from shadow_app.usecases.exchange import Exchange
from shadow_app.usecases.team import Team


@pytest.fixture
def shadow(store: Store, firm: Firm) -> Shadow:
    return wire(store, Settings(name="Ann", shadower_id=firm.ann.id))


def test_whoever_works_alone_trusts_nobody_and_sends_nothing(shadow: Shadow) -> None:
    assert team_words(shadow.team) == "nobody else; no key but this laptop's own is trusted"
    assert unsent_words(shadow.meeting.standing()).startswith("nothing is sent by itself")


def test_what_a_folder_has_not_got_is_counted_until_it_has(store: Store, firm: Firm, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    shadow = wire(store, Settings(name="Ann", shadower_id=firm.ann.id, exchange_address=str(folder)))
    words = unsent_words(shadow.meeting.standing())
    assert f"are not yet at {folder}" in words
    assert words.startswith("0 notes and ")
    shadow.meeting.meet()
    assert unsent_words(shadow.meeting.standing()) == f"everything written here is at {folder}"


def test_whose_keys_are_trusted_and_whose_no_longer(tmp_path: Path) -> None:
    empty = empty_store(tmp_path)
    stores = {}
    for name in ("Ann", "Bea", "Cem"):
        shutil.copyfile(empty, tmp_path / f"{name}.db")
        stores[name] = opened(tmp_path / f"{name}.db", name)
    team = Team(stores["Ann"])
    team.found()
    for giver, taker in (("Ann", "Bea"), ("Bea", "Ann"), ("Ann", "Cem"), ("Cem", "Ann")):
        file = tmp_path / "handed.shadow"
        Exchange(stores[giver]).send(file)
        Exchange(stores[taker]).take(Exchange(stores[taker]).preview(file), accept=True)
    team.introduce(stores["Bea"].device, TeamRole.LEAD)
    assert team_words(team) == "2 other laptops are trusted: Bea (lead), Cem"
    team.revoke(stores["Cem"].device, "lost")
    assert team_words(team) == "1 other laptop is trusted: Bea (lead); 1 key is trusted no longer"
    team.revoke(stores["Bea"].device, "lost")
    assert team_words(team) == "nobody else any more; 2 keys are trusted no longer"
    assert team_words(Team(stores["Cem"])).startswith("1 other laptop is trusted: Ann")
    for each in stores.values():
        each.close()
