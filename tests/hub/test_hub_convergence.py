"""Three stores, one hub and a folder beside it: in the end all have the same, and nothing is lost."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factories import NOON, Firm, put, tag
from hub_team import ANN, BEN, LEAD, HubTeam, Laptop, shown
from shadow_app.domain.errors import Refused, Trouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import Record, link_id, new_id
from shadow_app.domain.transport import Watch
from shadow_app.domain.visit import Visit
from shadow_app.storage.fsck import differences
from shadow_app.usecases import hub as hub_use_case

Laptops = Callable[..., Laptop]

STEPS = ("visit", "note", "note", "note", "pain", "tag", "sort", "edit", "edit", "remove", "erase", "stop")
PLACES = ("hub", "hub", "hub", "folder")


class Day:
    """What the three do, by chance, and how they keep in step."""

    def __init__(self, hub: HubTeam, laptops: list[Laptop], folder: Path, seed: int) -> None:
        self.hub, self.laptops, self.folder = hub, laptops, folder
        self.rng = random.Random(seed)
        self.firm = Firm()
        self.count = Counter[str]()
        put(laptops[0].store, *self.firm.records)
        self.shared(self.firm.visit)
        for each in laptops:
            each.sync()

    def shared(self, visit: Visit) -> None:
        self.hub.run(LEAD, "SELECT shadow.share(%s, '*')", visit.id)

    def any(self, laptop: Laptop, kind: type[Record]) -> Any:
        found = laptop.records(kind)
        return self.rng.choice(found) if found else None

    def word(self) -> str:
        return f"w{self.rng.getrandbits(48):012x}"

    def step(self) -> None:
        who, name = self.rng.randrange(3), self.rng.choice(STEPS)
        self.count[name] += 1
        getattr(self, name)(self.laptops[who])
        if self.rng.random() < 0.35:
            self.meet(self.rng.choice(self.laptops), self.rng.choice(PLACES))

    def meet(self, laptop: Laptop, place: str) -> None:
        self.count[place] += 1
        if place == "hub":
            assert laptop.sync().refused == []
        else:
            accept = [each.store.device for each in self.laptops]
            assert laptop.exchange.sync_at(str(self.folder), accept).refused == []

    def visit(self, laptop: Laptop) -> None:
        if (known := self.any(laptop, Visit)) is not None:
            fresh = Visit(**{**dict(known), "id": new_id(), "focus": self.word()})
            put(laptop.store, fresh)
            self.shared(fresh)

    def note(self, laptop: Laptop) -> None:
        if (visit := self.any(laptop, Visit)) is not None:
            put(laptop.store, Observation(visit_id=visit.id, at=NOON, text=self.word(), role_id=visit.role_id))

    def pain(self, laptop: Laptop) -> None:
        put(laptop.store, PainPoint(service_id=self.firm.scanning.id, title=self.word()))

    def tag(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            put(laptop.store, tag(note, self.rng.choice((self.firm.scanning, self.firm.email))))

    def sort(self, laptop: Laptop) -> None:
        note, point = self.any(laptop, Observation), self.any(laptop, PainPoint)
        if note is not None and point is not None:
            link = link_id(point.id, note.id)
            put(laptop.store, PainPointMember(id=link, pain_point_id=point.id, observation_id=note.id))

    def edit(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            put(laptop.store, note.edited(text=self.word()))

    def remove(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            put(laptop.store, note.edited(removed=self.rng.random() < 0.6))

    def erase(self, _laptop: Laptop) -> None:
        """The lead's to do."""
        lead = self.laptops[0]
        if self.rng.random() < 0.5 and (record := self.any(lead, Observation)) is not None:
            lead.exchange.erase(record, "asked to")

    def stop(self, laptop: Laptop) -> None:
        """Somebody closes the lid between two pieces."""
        left = self.rng.randrange(4)
        pieces = iter([True] * left + [False] * 1000)
        try:
            laptop.exchange.sync_at(laptop.address, watch=Watch(keep_going=lambda: next(pieces)))
        except Refused:
            self.count["stopped"] += 1

    def evening(self) -> None:
        """Everybody keeps in step until nobody has anything for anybody."""
        for _ in range(6):
            moved = 0
            for each in self.laptops:
                done = each.sync()
                moved += done.sent + done.received
            if not moved:
                return
        raise AssertionError("they never come to an end")


@pytest.mark.parametrize("part", range(3))
def test_everybody_ends_with_the_same(
    hub: HubTeam, laptop: Laptops, tmp_path: Path, part: int, thorough: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_use_case, "AT_ONCE", 7)
    for seed in range(part, 40 if thorough else 3, 3):
        hub.empty()
        folder = tmp_path / f"folder{seed}"
        folder.mkdir()
        day = Day(hub, [laptop(LEAD), laptop(ANN), laptop(BEN)], folder, seed)
        for _ in range(30):
            day.step()
        day.evening()
        states = [shown(each) for each in day.laptops]
        assert states[0] == states[1] == states[2], f"seed {seed}: {day.count}"
        assert [each.unsent() for each in day.laptops] == [0, 0, 0]
        assert all(differences(each.store) == [] for each in day.laptops)
        gone = [each[0] for each in states[0]["erased"]]
        query = "SELECT count(*) FROM shadow.change WHERE op = 'put' AND record_id = ANY (%s)"
        payloads = hub.run("admin", query, gone)
        assert payloads == [(0,)]


def test_the_steps_do_what_they_say(hub: HubTeam, laptop: Laptops, tmp_path: Path) -> None:
    day = Day(hub, [laptop(LEAD), laptop(ANN), laptop(BEN)], tmp_path / "none", 1)
    with pytest.raises(Trouble):
        day.meet(day.laptops[0], "folder")
    day.note(day.laptops[1])
    day.evening()
    assert day.laptops[2].texts() == day.laptops[1].texts() != []
