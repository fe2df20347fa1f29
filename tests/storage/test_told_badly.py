"""What somebody passed on without its seal or its content, and what the real thing then does; worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from factories import Firm, tag
from laptops import Clock, Laptop, empty_store, same_team
from shadow_app.domain.change import Change
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.domain.team import TeamRole
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.storage import change_log
from shadow_app.storage.absorb import set_apart
from shadow_app.storage.erasing import all_erased, husk
from shadow_app.storage.fsck import differences
from shadow_app.storage.seals import Signer, new_seed
from shadow_app.usecases.team import Team


@pytest.fixture
def laptops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Laptop]]:
    """Ann leads; everybody has her firm and visit."""
    clock = Clock()
    monkeypatch.setattr(change_log, "time", clock)
    empty = empty_store(tmp_path)
    found = [Laptop(tmp_path / f"{name}.db", empty, clock, name) for name in ("Ann", "Ben", "Cem")]
    same_team(*(each.store for each in found))
    yield found
    for each in found:
        each.store.close()


def erased(laptop: Laptop, record: Record) -> Change:
    with laptop.at_work() as store, store.work("erased") as work:
        work.erase(record)
        work.commit()
    (found,) = (each for each in laptop.changes() if each.op == "erase" and each.seal and each.record_id == record.id)
    return found


def made_an_erasure(by: Laptop, of: Change) -> Change:
    """What somebody else's change is under the seal of a rogue, who says that it erases."""
    return by.store.signer.seal(of.model_copy(update={"op": "erase", "data": {}, "replaces": {}}))


def log(laptop: Laptop) -> dict[str, tuple[str, str]]:
    return {each.cid: (each.op, each.seal) for each in laptop.changes()}


def test_an_erasure_gets_its_seal_back_though_another_one_covers_it(laptops: list[Laptop]) -> None:
    ann, ben, _ = laptops
    firm = Firm()
    note = firm.note("in the cage")
    ann.put(*firm.records, note)
    first = erased(ann, note)
    erased(ann, firm.visit)
    ben.take([each.model_copy(update={"seal": ""}) if each.cid == first.cid else each for each in ann.changes()])
    assert log(ben)[first.cid] == ("erase", "")
    unsound = first.model_copy(update={"seal": first.seal[:-2] + ("00" if first.seal[-2:] != "00" else "01")})
    assert ben.take([unsound]).fresh == 0
    ben.take(ann.changes())
    assert log(ben) == log(ann)
    assert ben.take(ann.changes()).fresh == 0


@pytest.mark.parametrize("content_first", [True, False])
def test_a_fork_that_comes_with_and_without_its_content_is_taken_whole(
    laptops: list[Laptop], content_first: bool
) -> None:
    ann, ben, _ = laptops
    firm = Firm()
    one, other = firm.note("one"), firm.note("other")
    ann.put(*firm.records, one)
    ben.take(ann.changes())
    ann.put(other)
    (mine,) = (each for each in ann.changes() if each.record_id == other.id)
    (shared,) = (each for each in ann.changes() if each.record_id == one.id)
    twice = mine.model_copy(update={"seq": shared.seq})
    came = [twice, husk(set_apart(twice))]
    took = ben.take(came if content_first else came[::-1])
    assert (took.fresh, took.refused, took.forked) == (1, [], {ann.store.device})
    assert log(ben)[mine.cid] == ("put", "")
    assert ben.take(came).fresh == 0


def test_a_change_that_comes_with_and_without_its_seal_keeps_it(laptops: list[Laptop]) -> None:
    ann, ben, _ = laptops
    firm = Firm()
    note = firm.note("in the cage")
    ann.put(*firm.records, note)
    sealed = erased(ann, note)
    ben.take([sealed.model_copy(update={"seal": ""}), *ann.changes()])
    assert log(ben) == log(ann)


@pytest.mark.parametrize("real_first", [True, False])
def test_an_erasure_counts_though_somebody_sealed_it_anew(laptops: list[Laptop], real_first: bool) -> None:
    ann, ben, _ = laptops
    firm = Firm()
    note = firm.note("in the cage")
    ann.put(*firm.records, note)
    ben.take(ann.changes())
    real = erased(ann, note)
    anew = ben.store.signer.seal(real)
    came = [[real], [anew]] if real_first else [[anew], [real]]
    for each in came:
        took = ben.take(each)
        assert took.forked == set()
        assert not took.own_numbers
    assert ben.pick(Observation, 0) is None
    ann.take(ben.changes())
    assert {each.seal for each in ann.changes() if each.cid == real.cid} == {real.seal, anew.seal}
    # Each has the other's copy under the number it has there, and then there is nothing new.
    ben.take(ann.changes())
    ann.take(ben.changes())
    assert ben.take(ann.changes()).fresh + ann.take(ben.changes()).fresh == 0


@pytest.mark.parametrize("real_first", [True, False])
def test_a_note_stays_though_somebody_made_an_erasure_of_it(laptops: list[Laptop], real_first: bool) -> None:
    ann, ben, _ = laptops
    firm = Firm()
    note = firm.note("in the cage")
    ann.put(*firm.records, note)
    (wrote,) = (each for each in ann.changes() if each.record_id == note.id)
    ben.take([each for each in ann.changes() if each.cid != wrote.cid])
    made = made_an_erasure(ben, wrote)
    for each in (wrote, made) if real_first else (made, wrote):
        ben.take([each])
    shown = ben.pick(Observation, 0)
    assert shown is not None
    assert shown.text == note.text


@pytest.mark.parametrize("husk_first", [True, False])
def test_what_a_tag_belonged_to_is_known_though_somebody_made_an_erasure_of_it(
    laptops: list[Laptop], husk_first: bool
) -> None:
    ann, ben, _ = laptops
    firm = Firm()
    note = firm.note("in the cage")
    about = tag(note, firm.labels)
    ann.put(*firm.records, note, about)
    (wrote,) = (each for each in ann.changes() if each.record_id == about.id)
    gone = erased(ann, note)
    made = made_an_erasure(ben, wrote)
    ben.take([each for each in ann.changes() if each.cid != wrote.cid and each.record_id != gone.record_id])
    for each in (husk(wrote), made) if husk_first else (made, husk(wrote)):
        ben.take([each])
    ben.take(ann.changes())
    ann.take(ben.changes())
    with ann.store.reading() as hers, ben.store.reading() as his:
        assert all_erased(hers.connection) == all_erased(his.connection) == {note.id, about.id}
    assert differences(ben.store) == differences(ann.store) == []


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_one_key_may_say_two_things_of_one_change(laptops: list[Laptop], order: tuple[int, ...]) -> None:
    ann, ben, _ = laptops
    firm = Firm()
    note = firm.note("in the cage")
    ann.put(*firm.records, note)
    ben.take(ann.changes())
    ann.put(note.edited(state=ReviewState.ACCEPTED))
    (real,) = (each for each in ann.changes() if each.data.get("state") == "accepted")
    other = ben.store.signer.seal(real.model_copy(update={"data": {**real.data, "text": "wholly content"}}))
    erasing = made_an_erasure(ben, real)
    stripped = real.model_copy(update={"seal": ""})
    came = (real, other, erasing, stripped)
    for at in order:
        ben.take([came[at]])
    assert {each.seal for each in ben.changes() if each.cid == real.cid} >= {real.seal, other.seal, erasing.seal}
    shown = ben.pick(Observation, 0)
    assert shown is not None
    assert (shown.state, shown.text) == (ReviewState.ACCEPTED, note.text)


@pytest.mark.parametrize("forged_first", [True, False])
def test_what_nothing_proves_counts_only_where_there_is_nothing_else(laptops: list[Laptop], forged_first: bool) -> None:
    """A copy that was set apart came without its seal, under a number that nobody else has given it."""
    ann, ben, _ = laptops
    firm = Firm()
    note = firm.note("in the cage")
    ann.put(*firm.records, note)
    ben.take(ann.changes())
    ann.put(note.edited(state=ReviewState.ACCEPTED, text="accepted as it is"))
    (real,) = (each for each in ann.changes() if each.data.get("state") == "accepted")
    forged = made_an_erasure(ben, real)
    stripped = set_apart(real.model_copy(update={"seal": ""}), "anything")
    for each in (forged, stripped) if forged_first else (stripped, forged):
        ben.take([each])
    shown = ben.pick(Observation, 0)
    assert shown is not None
    assert shown.text == note.text
    ben.take([real])
    assert ben.pick(Observation, 0) == ann.pick(Observation, 0)


def test_an_erasure_that_was_set_apart_from_what_is_erased_since_does_not_come_twice(laptops: list[Laptop]) -> None:
    ann, ben, _ = laptops
    firm = Firm()
    note = firm.note("in the cage")
    ann.put(*firm.records, note)
    (wrote,) = (each for each in ann.changes() if each.record_id == note.id)
    ben.take(ann.changes())
    erased(ann, note)
    made = made_an_erasure(ben, wrote)
    came = [made if each.cid == wrote.cid else each for each in ann.changes()]
    assert ben.take(came).fresh == 2, "Ann's erasure, and Ben's beside the note"
    assert ben.take(came).fresh == 0


def test_a_seal_counts_though_its_key_becomes_a_leads_last(laptops: list[Laptop]) -> None:
    ann, ben, cem = laptops
    firm = Firm()
    note = firm.note("in the cage")
    ann.put(*firm.records, note)
    cem.take(ann.changes())
    ann.accept([ben])
    with ann.at_work() as store:
        Team(store).introduce(ben.store.device, TeamRole.LEAD, None)
    ben.take(ann.changes())
    real = erased(ben, note)
    cem.take([Signer(new_seed()).seal(real)])
    cem.take([real])
    assert cem.pick(Observation, 0) is not None
    cem.take(ann.changes())
    assert cem.pick(Observation, 0) is None
