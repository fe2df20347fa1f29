"""Pain points and decisions through the second door, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from factories import Firm, put, tag
from shadow_app.bootstrap import create_store, open_shadow, store_path
from shadow_app.cli import run
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import Kind
from shadow_app.settings import Settings
from shadow_app.storage.store import Store


class Door:
    """Says a command and keeps what comes back."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def said(self, *words: str) -> tuple[int, str, str]:
        code = run(words, lambda *_: 0)
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        assert "inside the program" not in said.err
        return code, said.out, said.err

    def __call__(self, *words: str) -> str:
        code, out, err = self.said(*words)
        assert code == 0, err
        return out

    def json(self, *words: str) -> Any:
        return json.loads(self(*words, "--json"))

    def refused(self, *words: str) -> str:
        code, out, err = self.said(*words)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1, "one sentence"
        return err

    def unsorted(self, service: str) -> list[str]:
        return [note["id"] for note in self.json("painpoint", "unsorted", service)]


@pytest.fixture
def store() -> Iterator[Store]:
    """The person's own store, which needs no passphrase, with an eight-hour visit and four notes."""
    create_store(store_path(Settings()), unprotected=True)
    shadow = open_shadow(Settings(name="Ann"), store_path(Settings()))
    firm = Firm()
    firm.scanning = firm.scanning.edited(support_team="Mobile devices")
    firm.put_into(shadow.store)
    notes = [
        firm.note("gun logs out", 1, count=9, lost_minutes=4.0, business_damage=2),
        firm.note("gun logs out again", 2, lost_minutes=2.0, business_damage=2),
        firm.note("asked for a spare gun", 3, kind=Kind.WAIT),
    ]
    mail = firm.note("mail slow", 4, lost_minutes=1.0)
    put(shadow.store, *notes, mail, *(tag(note, firm.scanning) for note in notes), tag(mail, firm.email))
    yield shadow.store
    shadow.close()


@pytest.fixture
def door(store: Store, capsys: pytest.CaptureFixture[str]) -> Door:
    """The commands over that store."""
    return Door(capsys)


def test_from_notes_to_a_pain_point_and_its_end(door: Door) -> None:
    assert "Not sorted yet (3)" in door("painpoint", "list")
    assert "logs out again" in door("painpoint", "unsorted", "01")
    first, second, third = door.unsorted("handheld scanning")
    made = door.json("painpoint", "make", "01", "Gun logs out", first, second)
    assert (made["title"], made["notes"], made["standing"], made["six"]["engagement"]) == ("Gun logs out", 2, "new", "")
    spare = door.json("painpoint", "make", "01", "No spare gun", third)
    assert door("painpoint", "unsorted", "01") == "Every note of this service is in a pain point.\n"
    merged = door.json("painpoint", "merge", "gun logs out", spare["id"])
    assert (merged["id"], merged["notes"], merged["merged"]) == (made["id"], 3, [spare["id"]])
    assert "was merged into “Gun logs out”" in door.refused("painpoint", "show", spare["id"])
    assert door.json("painpoint", "unmerge", spare["id"])["title"] == "No spare gun"
    split = door.json("painpoint", "split", "Gun logs out", "Screen lock", second)
    assert (split["notes"], door.json("painpoint", "show", made["id"])["notes"]) == (1, 1)
    assert door.json("painpoint", "close", "Screen lock", "--why", "longer time-out")["standing"] == "closed"
    titles = {row["title"] for row in door.json("painpoint", "list", "--unit", "depots")}
    assert titles == {"Gun logs out", "No spare gun", "Not sorted yet"}
    assert "Screen lock" in {row["title"] for row in door.json("painpoint", "list", "--closed")}
    assert door.json("painpoint", "reopen", "screen lock")["standing"] == "new"


def test_grades_and_words_are_set_and_taken_back(door: Door) -> None:
    door("painpoint", "make", "01", "Gun logs out", *door.unsorted("01"))
    pain = ("painpoint", "edit", "Gun logs out")
    edited = door.json(
        *(*pain, "--damage", "3", "--time", "2", "--workaround", "clumsy", "--effort", "4.5", "--scope", "person"),
        *("--owner", "M. Keller", "--contact", "2099-01-02", "--team", "Depots", "--stake", "the trunk"),
    )
    assert (edited["lane"], edited["owner"], edited["next_on"]) == ("damaging", "M. Keller", "2099-01-02")
    assert (edited["fixing_team"], edited["stake"]) == ("Depots", "the trunk")
    assert "estimated at 4.5 days" in edited["six"]["effort"]
    back = door.json(*pain, "--damage", "unset", "--team", "unset", "--contact", "unset", "--title", "Gun")
    assert (back["title"], back["fixing_team"], back["next_on"]) == ("Gun", "Mobile devices", None)
    pain = ("painpoint", "edit", "gun")
    for words, sentence in (
        ((), "Say what to change"),
        (("--damage", "much"), "“much” is not a grade"),
        (("--damage", "9"), "The damage cannot be used"),
        (("--effort", "lots"), "“lots” is not a number"),
        (("--effort", "-1"), "days of work"),
        (("--contact", "monday"), "“monday” is not a day"),
        (("--workaround", "fine"), "workaround"),
        (("--loss", "5"), "both the money"),
    ):
        assert sentence in door.refused(*pain, *words)


def test_decide_promise_settle_tell_and_follow_up(door: Door) -> None:
    door("painpoint", "make", "01", "Gun logs out", *door.unsorted("01"))
    assert door("decide", "gun logs out", "defer", "--reason", "after peak", "--review", "2099-01-01") == (
        "Decided: defer, to be looked at again on 2099-01-01.\n"
    )
    assert door("decide", "gun logs out", "do", "--reason", "it stops vans") == "Decided: do.\n"
    promise = ("decide", "promise", "gun logs out", "badges", "in", "spring")
    given = door.json(*promise, "--owner", "Kim", "--due", "2099-03-01", "--effort", "5", "--site", "harbour depot")
    assert (given["text"], given["owner"], given["due_on"]) == ("badges in spring", "Kim", "2099-03-01")
    assert "Promise kept: badges in spring (Kim)" in door("decide", "settle", given["id"], "kept", "--outcome", "done")
    assert door("decide", "tell", "gun logs out", "we heard you", "--site", "harbour depot") == "Written down.\n"
    assert door.json("decide", "tell", "gun logs out", "ask for it", "--desk", "--channel", "wiki")["channel"] == "wiki"
    followed = door("decide", "follow-up", "gun logs out", "2026-01-01", "--before", "4", "--after", "1")
    assert followed == "From 2026-01-01 on, visits measure whether it helped.\n"
    door("painpoint", "edit", "gun logs out", "--owner", "M. Keller")
    shown = door("painpoint", "show", "gun logs out")
    for words in (
        "decided: do, it stops vans",
        "promised: badges in spring (Kim, by 2099-03-01): kept",
        "not measured yet",
        "Who talks to them?",
        "M. Keller",
        "Harbour depot: told 0 days ago",
    ):
        assert words in shown
    listed = door("painpoint", "list")
    assert "promised, do" in listed
    known = door.json("painpoint", "show", "gun logs out")
    assert (known["decision"]["choice"], known["follow_ups"][0]["verdict"]) == ("do", "not_measured")
    assert len(known["notes_shown"]) == 3


def test_what_is_not_understood_is_one_sentence(door: Door) -> None:
    door("painpoint", "make", "01", "Gun logs out", *door.unsorted("01"))
    door("painpoint", "make", "02", "gun  logs out")
    nobody = "5bad0000-0000-4000-8000-00000000000f"
    for words, sentence in (
        (("painpoint", "show", "gun logs out"), "There are 2 pain points called"),
        (("painpoint", "show", "nothing"), "`shadow-app painpoint list` shows them"),
        (("painpoint", "show", nobody), "There is no pain point"),
        (("painpoint", "make", "99", "x"), "There is no service called “99”"),
        (("painpoint", "make", "01", "x", "note-1"), "“note-1” is not the id of a note"),
        (("painpoint", "list", "--unit", "Moon"), "There is no business unit"),
        (("decide", nobody, "do"), "needs its reason"),
        (("decide", nobody, "maybe"), "“maybe” is no decision"),
        (("decide", nobody), "`shadow-app decide --help`"),
        (("decide", "promise", nobody), "`shadow-app decide --help`"),
        (("decide", "settle", "x", "kept"), "There is no promise “x”"),
        (("decide", "settle", nobody, "lost"), "“lost” is no outcome"),
        (("decide", "tell", nobody, "x"), "--site NAME or --desk"),
        (("decide", "tell", nobody, "x", "--desk", "--site", "harbour depot"), "--site NAME or --desk"),
        (("decide", "follow-up", nobody, "soon"), "“soon” is not a day"),
    ):
        assert sentence in door.refused(*words)


def test_an_empty_store_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    create_store(store_path(Settings()), unprotected=True)
    door = Door(capsys)
    assert "tag notes with services" in door("painpoint", "list")
    assert door.json("painpoint", "list") == []


def test_everything_that_is_known_is_said(door: Door, store: Store) -> None:
    door("painpoint", "make", "01", "Gun logs out", *door.unsorted("01"))
    known = {"reported_to_desk": False, "consequence": "the van leaves late"}
    with store.work("noted") as work:
        for note in work.where(Observation):
            asked = {"requested_on": note.at.date()} if note.kind is Kind.WAIT else {}
            work.put(note.edited(**known, **asked))
        work.commit()
    shown = door("painpoint", "show", "gun logs out")
    assert "then: the van leaves late" in shown
    assert "never reported: in 3 of 3\N{NO-BREAK SPACE}notes: too few to tell" in shown
    assert "waits: 1, " in shown
    assert "Harbour depot: never told" in shown
