"""A day of three laptops, each a process of its own, with a hub and a folder between them: in the end all are equal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any, cast

import pytest

from hub_team import ANN, BEN, LEAD, HubTeam
from laptops import state
from shadow_app.bootstrap import open_shadow
from shadow_app.domain.observation import Observation
from shadow_app.settings import Settings
from shadow_app.storage.fsck import differences

CHILD = Path(__file__).parent.parent / "day_child.py"
NOTES = 12
ROUNDS = 12


class Person:
    """Somebody's laptop: a process, a store, and a login at the hub."""

    def __init__(self, login: str, folder: Path, hub: HubTeam) -> None:
        self.login, self.path, self.hub = login, folder / f"{login}.db", hub.address(login)
        self.process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        words = (sys.executable, str(CHILD), self.login.title(), str(self.path))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def ask(self, verb: str, *needs: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([verb, *needs]) + "\n")
        self.process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"{self.login}'s laptop has ended"
        return cast(dict[str, Any], json.loads(line))

    def do(self, verb: str, *needs: Any) -> dict[str, Any]:
        self.ask(verb, *needs)
        return self.answer()

    def pull_the_plug(self) -> None:
        """The battery dies; the laptop comes back later with what is on its disk."""
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()
        self.process = self._started()

    def end(self) -> None:
        if self.process.poll() is None:
            self.ask("close")
        self.process.communicate(timeout=60)


@pytest.fixture
def people(hub: HubTeam, tmp_path: Path) -> Iterator[dict[str, Person]]:
    """Lena, who leads, Ann and Ben."""
    found = {login: Person(login, tmp_path, hub) for login in (LEAD, ANN, BEN)}
    yield found
    for each in found.values():
        each.process.kill()
        each.process.communicate()


def at_once(*asked: tuple[Person, str, Any]) -> list[dict[str, Any]]:
    """Several laptops work at the same time."""
    for person, verb, needs in asked:
        person.ask(verb, *needs)
    answers: dict[str, dict[str, Any]] = {}

    def listen(person: Person) -> None:
        answers[person.login] = person.answer()

    threads = [Thread(target=listen, args=(person,)) for person, _, _ in asked]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return [answers[person.login] for person, _, _ in asked]


def test_a_day_of_three_laptops(people: dict[str, Person], tmp_path: Path) -> None:
    lena, ann, ben = people[LEAD], people[ANN], people[BEN]
    shared = str(tmp_path / "shared")
    Path(shared).mkdir()
    places = {lena: (lena.hub, shared), ann: (ann.hub,), ben: (shared,)}

    # At half past five the lead brings the firm to both places; Ann meets the team at the hub, Ben in the folder.
    first = lena.do("found")["visit"]
    for person in people.values():
        device = person.do("device")["device"]
        lena.do("let_in", lena.hub, person.login, device)
    lena.do("sync", *places[lena])
    ann.do("sync", *places[ann])
    ben.do("sync", *places[ben])

    # Each is out somewhere, without a network, and writes.
    visits = [each["visit"] for each in at_once(*((each, "notes", (NOTES,)) for each in people.values()))]
    # Two edit what a third has not seen yet; a battery dies while its laptop tells the hub.
    ann.do("edit", "Ann 3", "from Ann's own laptop")
    ann.ask("sync", ann.hub)
    ann.pull_the_plug()
    at_once(*((each, "sync", places[each]) for each in people.values()))
    lena.do("sync", *places[lena])
    lena.do("introduce", ben.do("device")["device"], "shadower")
    for visit in (first, *visits):
        lena.do("show", lena.hub, visit)
    at_once(*((each, "sync", places[each]) for each in people.values()))

    # At noon Ann and Ben write into one note, and Ben hands Lena a file on a stick.
    at_once((ann, "sync", (ann.hub,)), (lena, "sync", (lena.hub, shared)))
    ben.do("sync", shared)
    at_once((ann, "edit", ("Lena 5", "as Ann says")), (ben, "edit", ("Lena 5", "as Ben says")))
    ben.do("send", str(tmp_path / "ben.shadow"))
    ann.do("sync", ann.hub)
    lena.do("sync", lena.hub)
    assert lena.do("receive", str(tmp_path / "ben.shadow"))["conflicts"] == 1
    assert sorted(lena.do("conflicts")["conflicts"][0]) == ["as Ann says", "as Ben says"]
    lena.do("answer", 0)
    lena.do("erase", visits[2])

    for _ in range(ROUNDS):
        if not sum(each["fresh"] for each in (each.do("sync", *places[each]) for each in people.values())):
            break
    for each in people.values():
        assert each.do("conflicts")["conflicts"] == []
        each.end()
    check(people)


def check(people: dict[str, Person]) -> None:
    """All stores hold the same, and what they were told."""
    kept = []
    for each in people.values():
        with closing(open_shadow(Settings(name=each.login), each.path)) as shadow:
            assert differences(shadow.store) == []
            kept.append(state(cast(Any, shadow)))
            with shadow.store.reading() as read:
                texts = sorted(note.text for note in read.where(Observation))
    assert kept[0] == kept[1] == kept[2]
    # Two visits with their notes are left; Ben's was erased.
    assert len(texts) == 2 * NOTES
    assert "from Ann's own laptop" in texts
    assert len({"as Ann says", "as Ben says"} & set(texts)) == 1
    assert not [text for text in texts if ", Ben " in text]
