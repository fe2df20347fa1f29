"""Taking changes in: forks, copies, clocks, gaps, later versions, erasure; one thing at a time, worked out by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from factories import Firm, new_store, put, tag
from laptops import DAY, START, Clock, same_team
from shadow_app.domain.change import Change
from shadow_app.domain.errors import Refused
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.organisation import Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import TEAM, link_id, new_id
from shadow_app.domain.visit import Visit
from shadow_app.storage import change_log, fsck
from shadow_app.storage.absorb import Absorbed, absorb
from shadow_app.storage.change_log import SEEN
from shadow_app.storage.conflicts import conflicts
from shadow_app.storage.fsck import differences, rebuild
from shadow_app.storage.refusals import refusals
from shadow_app.storage.search import find_notes
from shadow_app.storage.store import Store
from shadow_app.storage.tables import limbo
from shadow_app.storage.vectors import Reached, changes_since, vector

OTHER = "f" * 16


@pytest.fixture
def peer(tmp_path: Path, store: Store) -> Iterator[Store]:
    opened = new_store(tmp_path, "peer.db", author="Ben")
    same_team(store, opened)
    yield opened
    opened.close()


def changes(store: Store, since: Any = None) -> list[Change]:
    with store.reading() as read:
        return list(changes_since(read.connection, since or {}))


def take(store: Store, came: list[Change]) -> Absorbed:
    with store.maintaining() as write:
        absorbed = absorb(write.connection, came, own_device=store.device, sender=OTHER)
    if absorbed.own_numbers:
        store.renew_device()
    return absorbed


def notes(store: Store) -> list[str]:
    with store.reading() as read:
        return sorted(each.text for each in read.where(Observation))


def reasons(store: Store) -> list[str]:
    with store.reading() as read:
        return [each.reason for each in refusals(read)]


def foreign(
    record: Any,
    data: dict[str, Any],
    *,
    seq: int = 1,
    device: str = OTHER,
    tick: int = (START + 3_650 * DAY) << 16,
    **more: Any,
) -> Change:
    """A change of a record as some other laptop wrote it."""
    values = {
        "scope": record.scope,
        "device": device,
        "seq": seq,
        "cid": f"{tick + seq:016x}{device}",
        "kind": record.kind_name,
        "record_id": record.id,
        "data": data,
        "replaces": {name: [] for name in data},
        "author": "Dee",
        "action": new_id(),
    }
    return Change(**{**values, **more})


def test_a_laptop_put_back_from_a_backup_loses_nothing(store: Store, firm: Firm, peer: Store, tmp_path: Path) -> None:
    old = changes(store)
    put(store, firm.note("after the backup"))
    take(peer, changes(store))
    again = new_store(tmp_path, "again.db")
    take(again, old)
    again.device = store.device
    put(again, firm.note("after it was put back"))
    absorbed = take(peer, changes(again))
    assert absorbed.forked == {store.device}
    assert notes(peer) == ["after it was put back", "after the backup"]
    assert any("twice" in each and store.device in each for each in reasons(peer))
    absorbed = take(again, changes(peer))
    assert absorbed.own_numbers
    assert again.device != store.device
    assert notes(again) == notes(peer)
    assert take(peer, changes(again)).forked == set(), "what was set apart is known"
    put(again, firm.note("under a new name"))
    take(store, changes(again))
    assert notes(store) == ["after it was put back", "after the backup", "under a new name"]
    assert differences(store) == []
    again.close()


def test_a_copied_laptop_takes_a_new_name_when_it_hears_of_itself(store: Store, firm: Firm, peer: Store) -> None:
    take(peer, changes(store))
    peer.device = store.device
    put(store, firm.note("mine"))
    take(peer, changes(store, _vector(peer)))
    assert peer.device != store.device


def _vector(store: Store) -> Any:
    with store.reading() as read:
        return vector(read.connection)


def test_the_same_id_with_other_content_is_set_aside(store: Store, firm: Firm, peer: Store) -> None:
    note = firm.note("as it was")
    put(store, note)
    original = changes(store)
    take(peer, original)
    forged = [
        each.model_copy(update={"data": {**each.data, "text": "forged"}})
        for each in original
        if each.record_id == note.id
    ]
    take(peer, forged)
    assert notes(peer) == ["as it was"]
    assert any("something else" in each for each in reasons(peer))
    twice = [each.model_copy(update={"seq": 900}) for each in original if each.record_id == note.id]
    take(peer, twice)
    assert any("another number" in each for each in reasons(peer))
    assert differences(peer) == []


def test_a_gap_keeps_the_cursor_back_and_shows_what_is_there(store: Store, firm: Firm, peer: Store) -> None:
    for number in range(4):
        put(store, firm.note(f"note {number}"))
    own = [each for each in changes(store) if each.scope == firm.visit.id]
    rest = [each for each in changes(store) if each.scope != firm.visit.id]
    take(peer, rest + own[:2] + own[3:])
    assert notes(peer) == ["note 0", "note 2", "note 3"]
    assert _vector(peer)[firm.visit.id, store.device] == Reached(2, own[1].cid)
    assert [each.seq for each in changes(store, _vector(peer))] == [3, 4, 5]
    take(peer, own[2:3])
    assert _vector(peer)[firm.visit.id, store.device].seq == 5
    take(peer, [own[1].model_copy(update={"device": OTHER, "seq": 10**8, "cid": f"{1:016x}{OTHER}"})])
    assert (firm.visit.id, OTHER) not in _vector(peer)


@pytest.mark.parametrize("first", ["visit", "note"])
def test_what_waits_for_two_waits_for_the_same_whichever_goes_first(
    store: Store, firm: Firm, peer: Store, first: str
) -> None:
    """A tag whose note and visit are both gone: the site that the visit needs goes before or after the note came."""
    note = firm.note("gun logs out")
    put(store, note, tag(note, firm.scanning))
    everything = changes(store)
    of_note = [each for each in everything if each.record_id == note.id]
    of_site = [each for each in everything if each.record_id == firm.site.id]
    rest = [each for each in everything if each not in of_note and each not in of_site]
    take(peer, rest + (of_site if first == "note" else of_note))
    link = link_id(note.id, firm.scanning.id)
    with peer.reading() as read:
        needs = set(read.connection.scalars(select(limbo.c.need).where(limbo.c.record_id == link)))
    assert needs == {note.id, firm.visit.id, firm.scanning.id}
    assert differences(peer) == []


def test_children_wait_for_their_parents_in_any_order(store: Store, firm: Firm, peer: Store) -> None:
    note = firm.note("gun logs out", role_id=firm.loader.id)
    put(store, note, tag(note, firm.scanning))
    everything = changes(store)
    random.Random(3).shuffle(everything)
    late = [each for each in everything if each.record_id in (firm.loader.id, firm.firm.id)]
    for each in everything:
        if each not in late:
            take(peer, [each])
    with peer.reading() as read:
        assert read.find(Visit, firm.visit.id) is None
        waiting = read.connection.execute(text("SELECT count(*) FROM limbo")).scalar()
        assert waiting
        assert read.find(ServiceTag, link_id(note.id, firm.scanning.id)) is None
    assert differences(peer) == []
    take(peer, [each for each in late if each.record_id == firm.firm.id])
    with peer.reading() as read:
        shown = read.get(Observation, note.id)
        assert shown.role_id is None, "an optional link is empty until its end is here"
    take(peer, late)
    with peer.reading() as read:
        assert read.get(Observation, note.id).role_id == firm.loader.id
        assert read.connection.execute(text("SELECT count(*) FROM limbo")).scalar() == 0
        assert find_notes(read, "gun")
    assert differences(peer) == []


def test_what_a_later_version_wrote_is_kept_and_appears(
    store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = firm.note("gun logs out")
    put(store, note)
    strange = [
        foreign(note, {"mood": "calm"}),
        foreign(note, {"kind": "smell"}, seq=2),
        foreign(note, {"text": 17}, seq=3),
        foreign(note, {"colour": "red"}, seq=4, kind="moodboard", record_id=new_id(), replaces={}),
        foreign(note, {"text": "no visit"}, seq=5, record_id=new_id(), replaces={}),
    ]
    assert take(store, strange).fresh == 5
    with store.reading() as read:
        assert read.get(Observation, note.id) == note
        assert len(refusals(read)) == 3
    assert [each.data for each in changes(store) if each.device == OTHER] == [each.data for each in strange]
    assert differences(store) == []
    put(store, note.edited(text="said again"))
    assert differences(store) == [], "a local edit answers what could not be shown"
    assert not fsck.catch_up(store)
    monkeypatch.setattr(fsck, "shape", lambda: "a later one")
    assert fsck.catch_up(store)
    assert not fsck.catch_up(store)


def test_clocks_decide_nothing(store: Store, firm: Firm, peer: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(change_log, "time", clock)
    note = firm.note("first")
    put(store, note)
    take(peer, changes(store))
    clock.off = 40 * 365 * DAY
    put(peer, note.edited(text="from 2066"))
    clock.off = 0
    absorbed = take(store, changes(peer))
    assert absorbed.fast_clocks == {peer.device}
    clock.off = -10 * 365 * DAY
    put(store, note.edited(text="later, by a slow clock"))
    take(peer, changes(store))
    assert notes(store) == notes(peer) == ["later, by a slow clock"]
    with store.reading() as read:
        assert conflicts(read) == []
    own = [each.cid for each in changes(store) if each.device == store.device and each.scope == firm.visit.id]
    assert own == sorted(own)
    assert int((store.fact(SEEN) or "0")[:12], 16) < clock.now + 2 * DAY


def test_a_peer_a_little_ahead_is_followed(store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(change_log, "time", clock)
    ahead = foreign(firm.visit, {"focus": "ahead"}, tick=(START + DAY // 2) << 16)
    take(store, [ahead])
    put(store, firm.note("after"))
    own = [each.cid for each in changes(store) if each.device == store.device]
    assert max(own) > ahead.cid


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"cid": "f" * 32}, "beyond the year"),
        ({"op": "erase", "record_id": TEAM}, "whole team"),
    ],
)
def test_what_must_not_go_into_the_log_is_kept_beside_it(
    more: dict[str, Any], why: str, store: Store, firm: Firm
) -> None:
    put(store, firm.note("stays"))
    absorbed = take(store, [foreign(firm.visit, {}, **more), foreign(firm.visit, {"focus": "y"}, seq=2)])
    assert absorbed.fresh == 1
    assert any(why in each for each in reasons(store))
    assert notes(store) == ["stays"]


def test_erasing_a_note_takes_what_it_owns_whenever_it_comes(store: Store, firm: Firm, peer: Store) -> None:
    note, pain = firm.note("a name that must go"), PainPoint(service_id=firm.scanning.id, title="Guns")
    member = PainPointMember(id=link_id(pain.id, note.id), pain_point_id=pain.id, observation_id=note.id)
    put(store, note, pain)
    take(peer, changes(store))
    put(peer, tag(note, firm.scanning), member, note.edited(quote="another name"))
    with store.work("erase") as work:
        work.erase(note)
        work.commit()
    take(store, changes(peer))
    take(peer, changes(store))
    for each in (store, peer):
        assert notes(each) == []
        with each.reading() as read:
            assert read.where(ServiceTag) == []
            assert read.where(PainPointMember) == []
            assert [point.title for point in read.where(PainPoint)] == ["Guns"]
            assert "name" not in str(
                read.connection.execute(text("SELECT data FROM change WHERE scope = :v"), {"v": firm.visit.id.bytes})
                .scalars()
                .all()
            )
            assert read.connection.execute(text("SELECT count(*) FROM note_search")).scalar() == 0
        assert differences(each) == []
    for some in (store, peer):
        with pytest.raises(Refused, match="erased"):
            put(some, note)


def test_erasing_a_note_empties_the_log_of_what_it_owns(store: Store, firm: Firm) -> None:
    note, pain = firm.note("gun logs out"), PainPoint(service_id=firm.scanning.id, title="Guns")
    member = PainPointMember(id=link_id(pain.id, note.id), pain_point_id=pain.id, observation_id=note.id)
    put(store, note, pain, tag(note, firm.scanning), member)
    with store.work("erase") as work:
        work.erase(note)
        work.commit()
    owned = {note.id, member.id, link_id(note.id, firm.scanning.id)}
    left = [each for each in changes(store) if each.record_id in owned]
    assert {each.record_id for each in left} == owned
    owners = {"observation_id": str(note.id), "pain_point_id": str(pain.id)}
    assert all(each.op == "erase" and each.data.items() <= owners.items() for each in left)
    assert [each.record_id for each in left if each.seal] == [note.id], "only what a lead wrote bears a seal"


def test_a_cursor_notices_another_change_under_its_number(store: Store, firm: Firm, peer: Store) -> None:
    take(peer, changes(store))
    peer.device = store.device
    put(store, firm.note("mine"))
    put(peer, firm.note("the copy's"))
    lacking = [each.data.get("text") for each in changes(store, _vector(peer))]
    assert "mine" in lacking


def test_two_who_tie_one_knot_make_one(store: Store, firm: Firm, peer: Store) -> None:
    note = firm.note("gun logs out")
    put(store, note)
    take(peer, changes(store))
    put(store, tag(note, firm.scanning, primary=True))
    put(peer, tag(note, firm.scanning))
    take(peer, changes(store))
    take(store, changes(peer))
    for each in (store, peer):
        with each.reading() as read:
            assert len(read.where(ServiceTag)) == 1
            [found] = conflicts(read)
            assert (found.field, {claim.value for claim in found.claims}) == ("primary", {True, False})
        assert differences(each) == []


def test_fsck_sees_what_wrote_past_the_log_and_rebuild_mends_it(store: Store, firm: Firm) -> None:
    put(store, firm.note("gun logs out"), firm.note("labels jam"))
    with store.maintaining() as write:
        write.connection.execute(text("UPDATE observation SET text = 'tampered' WHERE text = 'labels jam'"))
        write.connection.execute(text("DELETE FROM observation WHERE text = 'gun logs out'"))
        write.connection.execute(text("INSERT INTO limbo VALUES ('site', :id, :id)"), {"id": firm.site.id.bytes})
        write.connection.execute(text("DELETE FROM change WHERE kind = 'role_population'"))
    found = differences(store)
    assert any("differs from what the log says" in each for each in found)
    assert any("not in its table" in each for each in found)
    assert any("waits" in each for each in found)
    assert any("not in the log" in each for each in found)
    rebuild(store)
    assert differences(store) == []
    assert notes(store) == ["gun logs out", "labels jam"]
    with store.reading() as read:
        assert find_notes(read, "gun")
        assert find_notes(read, "tampered") == []


def test_an_answer_to_what_is_gone_is_refused(store: Store, firm: Firm) -> None:
    with pytest.raises(Refused, match="not here"), store.work("x") as work:
        work.answer(Site(unit_id=firm.unit.id, name="x", site_type=firm.site.site_type), "name", "y")


def test_a_record_that_came_without_its_beginning_is_joined_by_ones_own(store: Store, firm: Firm) -> None:
    note = firm.note("gun logs out")
    put(store, note)
    link = tag(note, firm.scanning)
    take(store, [foreign(link, {"primary": True})])
    put(store, link)
    assert differences(store) == []
