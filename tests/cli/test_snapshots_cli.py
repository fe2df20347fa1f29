"""Locked rankings through the second door."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from factories import Firm, put
from shadow_app.bootstrap import Shadow, create_store, open_shadow
from shadow_app.cli import run
from shadow_app.cli.snapshot import holds_words
from shadow_app.domain.weights import Weights
from shadow_app.insight.sensitivity import Holds
from shadow_app.settings import Settings
from shadow_app.usecases.evidence import evidence_of


class Door:
    """Runs commands the way a terminal would."""

    def __init__(self, capsys: pytest.CaptureFixture[str], path: Path) -> None:
        self._capsys = capsys
        self._path = path

    def said(self, *words: str) -> tuple[int, str, str]:
        code = run(("--store", str(self._path), *words), self._no_window)
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    def __call__(self, *words: str) -> str:
        code, out, err = self.said(*words)
        assert code == 0, err
        return out

    def json(self, *words: str) -> Any:
        return json.loads(self(*words, "--json"))

    def _no_window(self, settings: Settings, store: Path | None, demo: bool, file: Path | None) -> int:
        raise AssertionError("a command opens no window")


@pytest.fixture
def shadow(tmp_path: Path) -> Iterator[Shadow]:
    """The same store through the use cases."""
    path = tmp_path / "open.db"
    create_store(path, unprotected=True)
    with closing(open_shadow(Settings(name="Ann"), path)) as opened:
        Firm().put_into(opened.store)
        yield opened


@pytest.fixture
def door(capsys: pytest.CaptureFixture[str], shadow: Shadow) -> Door:
    made = Door(capsys, shadow.store.path)
    made("note", "!2 gun logs out #scanner ~4m x9")
    return made


def test_a_ranking_is_locked_listed_shown_and_compared(door: Door) -> None:
    assert "No ranking is locked yet" in door("snapshot", "list")
    assert door.json("snapshot", "list") == []
    assert "Locked as “Spring”: 1\u00a0service" in door("snapshot", "take", "Spring")
    taken = door.json("snapshot", "take", "Depots in spring", "--unit", "depots")
    assert taken["services"] == 1
    listed = door.json("snapshot", "list")
    assert [(each["name"], each["unit"]) for each in listed] == [("Depots in spring", "Depots"), ("Spring", None)]
    assert "all units" in door("snapshot", "list")
    shown = door.json("snapshot", "show", "spring")
    assert [(line["service"], line["rank"], line["notes"]) for line in shown["services"]] == [
        ("Handheld scanning", 1, 1)
    ]
    assert "locked on" in door("snapshot", "show", "depots in spring", "--unit", "Depots")
    assert "locked on" in door("snapshot", "show", "depots in spring"), "only one unit has it"

    door("note", "!3 mail bounced #outlook ~60m x9")
    said = door("priorities", "--snapshot", "Spring")
    assert "Since “Spring”" in said
    assert "new at 1" in said
    assert "down 1 to 2" in said
    since = door.json("priorities", "--unit", "depots", "--snapshot", "depots in spring")["since"]
    assert {each["service"]: each["course"] for each in since["services"]} == {
        "Email": "new",
        "Handheld scanning": "down",
    }


def test_what_is_gone_and_other_weights_are_said(door: Door, shadow: Shadow) -> None:
    door("note", "mail bounced #outlook ~6m x9")
    door("snapshot", "take", "Spring")
    gone = next(each.note.note for each in evidence_of(shadow.store, service_of(shadow, "Email")))
    put(shadow.store, gone.edited(not_scored=True))
    shadow.prioritising.weigh(Weights(time=(1, 1.25, 1.5, 3), workaround_good=0.4, unrecovered_share=0.8))
    said = door("priorities", "--snapshot", "spring")
    assert "gone" in said
    assert "may be chance" not in said, "what stayed needs no chance"
    assert "no visit more" in said
    assert "Another weight: harm “minutes” was 2, is 3." in said
    assert "Another weight: a good way around it was 0.3, is 0.4." in said
    assert "Another weight: lost time that nobody makes up for was 1, is 0.8." in said
    since = door.json("priorities", "--snapshot", "spring")["since"]
    assert [each["course"] for each in since["services"]] == ["same", "gone"]
    assert "still 1" in said


def service_of(shadow: Shadow, name: str) -> UUID:
    return next(each.id for each in shadow.catalogue.services() if each.name == name)


def test_refusals_are_one_sentence(door: Door) -> None:
    door("snapshot", "take", "Spring")
    for words, why in (
        (("snapshot", "take", "spring"), "already"),
        (("snapshot", "take", " "), "needs a name"),
        (("snapshot", "show", "Autumn"), "no locked ranking called “Autumn”"),
        (("priorities", "--snapshot", "Autumn"), "there are “Spring”"),
        (("snapshot", "take", "x", "--unit", "Moon"), "no business unit called “Moon”"),
    ):
        code, out, err = door.said(*words)
        assert (code, out) == (1, "")
        assert why in err


def test_an_anecdote_has_a_chance_and_no_rank(door: Door) -> None:
    said = door("priorities")
    assert "100\u00a0% in first 3" in said
    assert "anecdote" in said
    (service,) = door.json("priorities")["services"]
    assert service["in_top_three"] == 1.0
    assert (service["rank"], service["evidence"]) == (1, "anecdote")


def test_what_half_of_one_weight_would_change(door: Door) -> None:
    assert "The order stays as it is" in door("priorities", "--sensitivity")
    # The scanner weighs 4 · (1 + 1 · 1 · 1) = 8 a time, mail 7 ungraded; at half of the weight the scanner weighs 6.
    door("note", "mail slow #outlook ~7m x9")
    said = door("priorities", "--sensitivity")
    assert "The first three stay the first three" in said
    assert "damage “customer notices”, 1 → 0.5: Email passes Handheld scanning" in said
    swings = door.json("priorities", "--sensitivity")["sensitivity"]
    assert len(swings) == 14
    moved = [each["weight"] for each in swings if any(trial["order_changes"] for trial in each["trials"])]
    assert "damage “customer notices”" in moved


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Holds(order=True, first_three=True, first=True), "The order stays as it is"),
        (Holds(order=False, first_three=True, first=True), "one weight by half."),
        (Holds(order=False, first_three=True, first=False), "which of them leads can change."),
        (Holds(order=False, first_three=False, first=True), "The first stays the first"),
        (Holds(order=False, first_three=False, first=False), "another service to the first place"),
    ],
)
def test_what_survives_is_one_sentence(kept: Holds, words: str) -> None:
    assert words in holds_words(kept)
