"""What only a lead may write, written by others: kept, listed and without effect, whichever way it comes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from factories import KEY, Firm, put, tag
from laptops import START, empty_store, same_team
from laptops import opened as open_quickly
from rogues import claim, erasure, introduction, moment, revocation, statement, twisted, written
from shadow_app.domain.change import Change
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import Record, new_id
from shadow_app.domain.team import Introduction, Revocation, TeamRole
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.storage.absorb import Absorbed, absorb, set_apart
from shadow_app.storage.conflicts import conflicts
from shadow_app.storage.erasing import husk
from shadow_app.storage.fsck import differences, rebuild
from shadow_app.storage.refusals import attempts
from shadow_app.storage.seals import Signer, is_sound, new_seed
from shadow_app.storage.store import Store
from shadow_app.storage.trust import authority
from shadow_app.storage.vectors import changes_since, vector

OTHER = "e" * 16
TICK = (START + 10_000_000_000) << 16
LATER = moment(START + 10_000_000_000)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return empty_store(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def opened(tmp_path: Path, empty: Path) -> Iterator[Callable[[str], Store]]:
    stores: list[Store] = []

    def make(name: str) -> Store:
        path = tmp_path / f"{name}.db"
        path.write_bytes(empty.read_bytes())
        stores.append(open_quickly(path, name))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def ann(opened: Callable[[str], Store]) -> Store:
    """The team's root."""
    return opened("Ann")


@pytest.fixture
def ben(opened: Callable[[str], Store], ann: Store) -> Store:
    """A member of no special right."""
    store = opened("Ben")
    same_team(ann, store)
    return store


@pytest.fixture
def firm(ann: Store, ben: Store) -> Firm:
    firm = Firm().put_into(ann)
    take(ben, changes(ann))
    return firm


def changes(store: Store, since: Any = None) -> list[Change]:
    with store.reading() as read:
        return list(changes_since(read.connection, since or {}))


def take(store: Store, came: list[Change]) -> Absorbed:
    with store.maintaining() as write:
        return absorb(write.connection, came, own_device=store.device, sender=OTHER)


def tell(giver: Store, taker: Store) -> Absorbed:
    """By cursor."""
    with taker.reading() as read:
        cursor = vector(read.connection)
    return take(taker, changes(giver, cursor))


def kept(store: Store, record: Record) -> Any:
    with store.reading() as read:
        return read.find(type(record), record.id)


def heads(store: Store, record: Record) -> dict[str, list[str]]:
    with store.reading() as read:
        held = read._kept(type(record), record.id)
    assert held is not None
    return {name: held.heads.get(name, held.heads["*"]) for name in type(record).model_fields}


def said(store: Store) -> list[str]:
    with store.reading() as read:
        return [each.words for each in attempts(read)]


def doubtful(store: Store) -> int:
    with store.reading() as read:
        return int(read.connection.execute(text("SELECT count(*) FROM doubtful")).scalar_one())


def erase(store: Store, record: Record) -> None:
    with store.work("erased") as work:
        work.erase(record)
        work.commit()


def noted(ann: Store, ben: Store, firm: Firm) -> Observation:
    note = firm.note("gun logs out")
    put(ann, note, tag(note, firm.scanning))
    take(ben, changes(ann))
    return note


@pytest.mark.parametrize("state", ["accepted", "has_questions", "set_aside"])
@pytest.mark.parametrize("seal", ["none", "own", "foreign", "of something else"])
def test_a_state_of_the_leads_by_somebody_else_has_no_effect(
    state: str, seal: str, ann: Store, ben: Store, firm: Firm
) -> None:
    note = noted(ann, ben, firm)
    forged = claim(note, OTHER, TICK, heads(ben, note), state=state, text="and this is no lead's to say")
    signer = {"own": ben.signer, "foreign": Signer(new_seed()), "of something else": ann.signer}.get(seal)
    if signer is not None:
        other = forged if seal != "of something else" else forged.model_copy(update={"record_id": new_id()})
        forged = forged.model_copy(update={"seal": signer.seal(other).seal})
    for store in (ann, ben):
        assert take(store, [forged]).fresh == 1, "nothing leaves a gap"
        assert kept(store, note).state is ReviewState.DRAFT
        assert kept(store, note).text == "and this is no lead's to say"
        assert len(said(store)) == 1
        assert said(store)[0].startswith("Mallory tried to ")
        assert differences(store) == []
        assert take(store, [forged]).fresh == 0


def test_a_note_that_says_it_was_accepted_when_it_was_made_is_a_draft(ann: Store, ben: Store, firm: Firm) -> None:
    note = firm.note("made up", state=ReviewState.ACCEPTED)
    data = note.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    take(ann, [written(note, OTHER, TICK, data=data)])
    assert kept(ann, note).state is ReviewState.DRAFT
    assert differences(ann) == []


def test_a_forged_merge_has_no_effect(ann: Store, ben: Store, firm: Firm) -> None:
    one, two = (PainPoint(service_id=firm.email.id, title=title) for title in "AB")
    put(ann, one, two)
    take(ann, [claim(one, OTHER, TICK, heads(ann, one), merged_into_id=str(two.id), removed=True)])
    assert kept(ann, one).merged_into_id is None
    assert said(ann) == ["Mallory tried to merge it, or to take a merge apart; only a lead may, so it has no effect."]


@pytest.mark.parametrize("seal", ["none", "own", "of something else"])
@pytest.mark.parametrize("what", ["note", "visit", "tag"])
def test_an_erasure_by_somebody_else_erases_nothing(seal: str, what: str, ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    record = {"note": note, "visit": firm.visit, "tag": tag(note, firm.scanning)}[what]
    forged = erasure(record, OTHER, TICK)
    if seal != "none":
        signer, says = (ben.signer, record.id) if seal == "own" else (ann.signer, new_id())
        forged = forged.model_copy(update={"seal": signer.seal(forged.model_copy(update={"record_id": says})).seal})
    for store in (ann, ben):
        take(store, [forged])
        assert kept(store, note) == note
        assert kept(store, tag(note, firm.scanning)) is not None
        assert len(said(store)) == 1
        assert differences(store) == []
    put(ann, note.edited(text="still edited"))
    assert kept(ann, note).text == "still edited"


def test_a_husk_that_a_rogue_passes_on_gives_way_to_the_content(
    ann: Store, ben: Store, firm: Firm, opened: Callable[[str], Store]
) -> None:
    note = noted(ann, ben, firm)
    cem = opened("Cem")
    same_team(ann, cem)
    empty_handed = [husk(each) if each.record_id == note.id else each for each in changes(ben)]
    take(cem, empty_handed)
    assert kept(cem, note) is None
    assert doubtful(cem) == 1
    assert tell(cem, ann).fresh == 0, "what somebody holds is not taken away by a husk"
    assert kept(ann, note) == note
    assert tell(ann, cem).fresh == 1, "the cursor asks for it"
    assert kept(cem, note) == note
    assert doubtful(cem) == 0
    assert tell(ann, cem).fresh == 0
    for store in (ann, cem):
        assert differences(store) == []


def test_a_seal_that_was_taken_off_is_found_again(ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    put(ann, note.edited(state=ReviewState.ACCEPTED))
    bare = [each.model_copy(update={"seal": ""}) for each in changes(ann)]
    take(ben, bare)
    assert kept(ben, note).state is ReviewState.DRAFT
    assert doubtful(ben) == 1
    device = ben.device
    assert tell(ann, ben).own_numbers is False
    assert kept(ben, note).state is ReviewState.ACCEPTED
    assert doubtful(ben) == 0
    assert ben.device == device
    assert said(ben) == []


def test_an_erasure_whose_seal_was_taken_off_is_found_again(ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    erase(ann, note)
    bare = [each.model_copy(update={"seal": ""}) for each in changes(ann)]
    take(ben, bare)
    assert kept(ben, note) == note
    tell(ann, ben)
    assert kept(ben, note) is None
    assert doubtful(ben) == 0
    assert [each.data for each in changes(ben) if each.record_id == note.id] == [{}, {}]


def test_who_never_had_it_comes_to_the_same_as_who_erased_it(
    ann: Store, ben: Store, firm: Firm, opened: Callable[[str], Store]
) -> None:
    note = noted(ann, ben, firm)
    erase(ann, note)
    cem = opened("Cem")
    same_team(ann, cem)
    tell(ann, cem)
    assert doubtful(cem) == 0, "the husk of the tag names its note"
    assert tell(ann, cem).fresh == 0
    late = ServiceTag(**dict(tag(note, firm.email)))
    put(ben, late)
    tell(ben, cem)
    assert kept(cem, late) is None
    assert differences(cem) == []


def test_husks_made_in_the_log_and_on_the_way_are_alike(ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    before = changes(ann)
    erase(ann, note)
    mine = {note.id, tag(note, firm.scanning).id}
    after = {each.cid: each for each in changes(ann)}
    for each in before:
        if each.record_id in mine:
            assert after[each.cid] == husk(each)


@pytest.mark.parametrize("seal", ["none", "own", "foreign"])
def test_nobody_makes_himself_a_lead_or_revokes_the_root(seal: str, ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    forged = [
        statement(introduction(ben.device, ben.signer.public_key, LATER), OTHER, TICK),
        statement(revocation(ann.device, ann.signer.public_key, LATER), "d" * 16, TICK),
    ]
    signer = {"own": ben.signer, "foreign": Signer(new_seed())}.get(seal)
    forged = forged if signer is None else [signer.seal(each) for each in forged]
    forged.append(ben.signer.seal(claim(note, "c" * 16, TICK + 1, heads(ann, note), state="accepted")))
    for store in (ann, ben):
        take(store, forged)
        with store.reading() as read:
            assert read.where(Introduction) == []
            assert read.where(Revocation) == []
            standing = authority(read.connection)
        assert standing.leads(ann.signer.public_key, forged[0].cid)
        assert not standing.leads(ben.signer.public_key, forged[0].cid)
        assert kept(store, note).state is ReviewState.DRAFT
        assert sorted(said(store)) == [
            "Mallory tried to accept it; only a lead may, so it has no effect.",
            "Mallory tried to introduce a device; only a lead may, so it has no effect.",
            "Mallory tried to revoke a device; only a lead may, so it has no effect.",
        ]
        assert differences(store) == []


def test_a_role_that_was_widened_on_the_way_is_none(ann: Store, ben: Store) -> None:
    put(ann, Introduction(device=ben.device, public_key=ben.signer.public_key, since=moment(START)))
    widened = [
        each.model_copy(update={"data": {**each.data, "role": str(TeamRole.LEAD)}}) if each.seal else each
        for each in changes(ann)
    ]
    take(ben, widened)
    with ben.reading() as read:
        assert read.where(Introduction) == []
    tell(ann, ben)
    with ben.reading() as read:
        assert [each.role for each in read.where(Introduction)] == [TeamRole.SHADOWER]


def test_whoever_wrote_over_a_claim_without_effect_wrote_over_what_was_before_it(
    ann: Store, ben: Store, firm: Firm
) -> None:
    note = noted(ann, ben, firm)
    put(ann, note.edited(state=ReviewState.READY))
    seen = heads(ann, note)
    forged = ben.signer.seal(claim(note, OTHER, TICK, seen, state="set_aside"))
    after = claim(note, "d" * 16, TICK + 1, {"state": [forged.cid]}, state="draft")
    take(ann, [forged, after])
    assert kept(ann, note).state is ReviewState.DRAFT
    with ann.reading() as read:
        assert conflicts(read) == [], "they had seen both"
    assert differences(ann) == []


def test_a_seal_holds_where_the_change_was_set_apart(ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    put(ann, note.edited(state=ReviewState.ACCEPTED))
    sealed = next(each for each in changes(ann) if each.seal)
    assert is_sound(set_apart(sealed))
    take(ben, [set_apart(sealed)])
    assert kept(ben, note).state is ReviewState.ACCEPTED


@pytest.mark.parametrize(
    "changed",
    [
        {"record_id": new_id()},
        {"data": {"state": "ready"}},
        {"replaces": {}},
        {"scope": new_id()},
        {"author": "Somebody"},
        {"op": "erase"},
        {"kind": "visit"},
        {"cid": "0" * 32},
        {"undoes": new_id()},
        {"action": new_id()},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_seal_covers_all_that_a_change_says(changed: dict[str, Any], ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    put(ann, note.edited(state=ReviewState.ACCEPTED))
    sealed = next(each for each in changes(ann) if each.seal)
    assert is_sound(sealed)
    assert not is_sound(sealed.model_copy(update=changed))


def test_what_needs_no_seal_keeps_none(ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    take(ben, [ann.signer.seal(claim(note, OTHER, TICK, heads(ben, note), text="plain"))])
    assert [each.seal for each in changes(ben) if each.device == OTHER] == [""]


def test_an_erasure_brings_nothing_along(ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    loaded = erasure(note, OTHER, TICK).model_copy(update={"data": {"text": "smuggled"}, "label": "smuggled"})
    take(ann, [ben.signer.seal(loaded)])
    assert "smuggled" not in str([each for each in changes(ann) if each.device == OTHER])


def test_a_statement_is_not_erased_even_by_the_root(ann: Store, ben: Store) -> None:
    said = Introduction(device=ben.device, public_key=ben.signer.public_key, since=moment(START))
    put(ann, said)
    gone = ann.signer.seal(erasure(said, OTHER, TICK).model_copy(update={"kind": "observation"}))
    for store, came in ((ann, [gone]), (ben, [gone]), (ben, changes(ann))):
        take(store, came)
        assert differences(store) == []
    assert kept(ann, said) == kept(ben, said) == said


def test_ones_own_husk_that_gives_way_gives_no_new_name(
    ann: Store, ben: Store, firm: Firm, opened: Callable[[str], Store]
) -> None:
    put(ann, Introduction(device=ben.device, public_key=ben.signer.public_key, role=TeamRole.LEAD, since=moment(START)))
    tell(ann, ben)
    note = firm.note("Ben's own")
    put(ben, note)
    cem = opened("Cem")
    same_team(ann, cem)
    tell(ben, cem)
    erase(ben, note)
    put(ann, Revocation(device=ben.device, public_key=ben.signer.public_key, at=moment(START + 1)))
    tell(ann, ben)
    assert (kept(ben, note), doubtful(ben)) == (None, 1)
    assert not tell(cem, ben).own_numbers
    assert (kept(ben, note), doubtful(ben)) == (note, 0)


def test_a_rebuilt_store_says_the_same(ann: Store, ben: Store, firm: Firm) -> None:
    note = noted(ann, ben, firm)
    put(ann, note.edited(state=ReviewState.ACCEPTED))
    other = firm.note("to be erased")
    put(ann, other)
    erase(ann, other)
    take(ben, twisted(changes(ann), ben.signer, random.Random(4)))
    before = (said(ben), doubtful(ben), kept(ben, note))
    rebuild(ben)
    assert (said(ben), doubtful(ben), kept(ben, note)) == before
    assert differences(ben) == []


def test_what_was_accepted_before_there_were_seals_stays_accepted(ann: Store, firm: Firm, tmp_path: Path) -> None:
    note, one, two = firm.note(), *(PainPoint(service_id=firm.email.id, title=title) for title in "AB")
    put(ann, note, one, two)
    put(ann, note.edited(state=ReviewState.ACCEPTED), two.edited(merged_into_id=one.id))
    with ann.maintaining() as write:
        write.connection.execute(text("UPDATE change SET seal = ''"))
        write.connection.execute(text("DELETE FROM fact WHERE name IN ('device.key', 'team.root')"))
    device = ann.device
    ann.close()
    again = Store(ann.path, KEY, author="Ann")
    assert again.device == device
    rebuild(again)
    assert kept(again, note).state is ReviewState.ACCEPTED
    assert kept(again, two).merged_into_id == one.id
    assert differences(again) == []
    again.close()
