"""The inbox from a terminal: look, dry-run, act on a search or on ids, take back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factories import Firm
from review_notes import Notes
from shadow_app.bootstrap import Shadow, wire
from shadow_app.cli.commands import COMMANDS
from shadow_app.cli.parser import make_parser
from shadow_app.cli.review_parser import SORTS
from shadow_app.domain.errors import Trouble
from shadow_app.insight.inbox_card import Sort
from shadow_app.settings import Settings
from shadow_app.storage.store import Store

JAM, GUN, SLOW, SAID = "label printer jams", "gun logs out", "mail is slow today", "marek waits for the label"
AGAIN, FINE, CALL = "printer jams again", "scanner is quick", "call 0171 555 0199 back"


class Door:
    """Says commands to an open store, which spares the passphrase of every command."""

    def __init__(self, shadow: Shadow, capsys: pytest.CaptureFixture[str]) -> None:
        self._shadow = shadow
        self._capsys = capsys

    def said(self, *words: str) -> tuple[str, str]:
        args = make_parser().parse_args(["review", *words])
        assert COMMANDS[args.command](self._shadow, args) == 0
        said = self._capsys.readouterr()
        return said.out, said.err

    def __call__(self, *words: str) -> str:
        return self.said(*words)[0]

    def json(self, what: str, *words: str) -> Any:
        return json.loads(self(what, "--json", *words))

    def texts(self, *query: str) -> list[str]:
        return [each["text"] for each in self.json("list", "--sort", "oldest", *query)["notes"]]


@pytest.fixture
def door(store: Store, firm: Firm, capsys: pytest.CaptureFixture[str]) -> Door:
    Notes(firm).put_into(store)
    return Door(wire(store, Settings(name="Ann")), capsys)


def test_a_morning_at_the_inbox(door: Door) -> None:
    assert door.texts() == [JAM, GUN, SLOW, SAID, AGAIN, FINE, CALL]
    assert "7 found" in door("list")
    assert "7 found, the first 1 shown" in door("list", "--limit", "1")
    tried = door("tag", "--dry-run", "email", "is:untagged")
    assert "It would be 2\u00a0notes; nothing was changed." in tried
    assert all(line in tried for line in door("list", "is:untagged").splitlines()[:2]), "it says which"
    assert door.texts("is:untagged") == [GUN, CALL]
    assert "Service named in 2 notes." in door("tag", "email", "is:untagged")
    assert door.texts("service:email") == [GUN, SLOW, CALL]
    ids = [each["id"] for each in door.json("list", "service:email")["notes"]]
    assert door.json("accept", *ids)["changed"] == 3
    assert "Nothing had to be changed." in door("accept", *ids)
    assert door.texts("state:accepted") == [GUN, SLOW, FINE, CALL]
    assert "Taken back: 3 notes accepted by the lead" in door("undo")
    assert door.json("redo") == {"label": "3 notes accepted by the lead"}
    assert "There is nothing to do again." in door("redo")
    assert door.json("redo") == {"label": None}


def test_questions_asides_kinds_and_masks(door: Door) -> None:
    door("ask", "gun", "--note", "which gun?")
    (asked,) = door.json("list", "state:questions")["notes"]
    assert (asked["text"], asked["state_note"], asked["team"]) == (GUN, "which gun?", "Service desk")
    door("set-aside", "--note", "not IT", "slow")
    assert door.texts("state:aside") == [SLOW, AGAIN]
    door("kind", "need", "call")
    assert door.texts("kind:need") == [CALL]
    assert [each["personal"] for each in door.json("list", "is:unguarded")["notes"]] == [True, True]
    door("mask", "is:unguarded")
    assert door.texts("kind:need") == ["call [phone] back"]
    door("ready", "gun")
    door("tag", "email", "gun")
    door("untag", "email", "gun")
    assert door.texts("state:ready service:email") == []
    while "Taken back" in door("undo"):
        pass
    assert door.texts("state:draft") == [JAM, SAID, CALL]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept", "state:redy"), "Nothing was changed. “state:redy” is not a filter; did you mean state:ready?"),
        (("accept", "zzz"), "No note fits this search; nothing was changed."),
        (("accept", "  "), "Say which notes: words, filters or ids."),
        (("ask", "gun", "--note", " "), "A question needs words: say what the author should answer."),
        (
            ("tag", "fax", "gun"),
            "There is no service called “fax”; known are: Email, Handheld scanning, Label printing.",
        ),
        (("accept", "01a20000-0000-7000-8000-000000000000"), "None of these notes is there any more; search again."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(door: Door, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(Trouble) as trouble:
        door(*words)
    assert str(trouble.value) == said


def test_a_remark_stands_beside_what_is_listed(door: Door) -> None:
    out, err = door.said("list", "sit:harbour", "gun")
    assert GUN in out
    assert "did you mean site:harbour?" in err


def test_the_orders_are_those_of_the_inbox() -> None:
    assert [sort.value for sort in Sort] == list(SORTS)


def test_a_word_for_two_services_says_which(door: Door, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    args = make_parser().parse_args(["parse", "#zebra"])
    assert COMMANDS["parse"](wire(store, Settings(name="Ann")), args) == 0
    said = capsys.readouterr().out
    assert "asks later which: " in said
    assert "Handheld scanning" in said
    assert "Label printing" in said
