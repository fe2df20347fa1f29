"""Whose team it is, who may do what in it, and what that comes to on the other laptops."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from factories import Firm, put
from laptops import DAY, Clock, empty_store, opened
from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble, NotFound, Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.service import Service
from shadow_app.domain.team import Introduction, Revocation, Standing, TeamRole
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.storage import change_log, devices
from shadow_app.storage.absorb import absorb
from shadow_app.storage.store import Store
from shadow_app.storage.vectors import changes_since
from shadow_app.sync.handover import write
from shadow_app.sync.segment import encode
from shadow_app.usecases.exchange import Exchange
from shadow_app.usecases.grouping import Grouping
from shadow_app.usecases.reviewing import Reviewing
from shadow_app.usecases.team import Team
from shadow_app.usecases.undoing import Undoing


class Laptops:
    """Some stores that hand files to each other."""

    def __init__(self, folder: Path, empty: Path) -> None:
        self.empty = empty
        self.folder = folder
        self.stores: dict[str, Store] = {}

    def new(self, name: str) -> Store:
        path = self.folder / f"{name}.db"
        shutil.copyfile(self.empty, path)
        self.stores[name] = opened(path, name)
        return self.stores[name]

    def file(self, giver: Store, name: str = "") -> Path:
        path = self.folder / f"{name or giver.author}.shadow"
        Exchange(giver).send(path)
        return path

    def packed(self, giver: Store, lead: Store, made_at: datetime) -> Path:
        """A file without changes that says it was packed at some other time."""
        path, root = self.folder / "packed.shadow", lead.signer.public_key
        packed = encode([], key=giver.signer.seed, device=giver.device, person=giver.author, made_at=made_at, root=root)
        with path.open("wb") as out:
            write(out, [packed], [])
        return path

    def hand(self, giver: Store, taker: Store, *, own_team: bool = False) -> tuple[str, ...]:
        seen = Exchange(taker).preview(self.file(giver))
        Exchange(taker).take(seen, accept=True, own_team=own_team)
        return seen.warnings

    def close(self) -> None:
        for store in self.stores.values():
            store.close()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return empty_store(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def laptops(tmp_path: Path, empty: Path) -> Iterator[Laptops]:
    made = Laptops(tmp_path, empty)
    yield made
    made.close()


@pytest.fixture
def ann(laptops: Laptops) -> Store:
    return laptops.new("Ann")


@pytest.fixture
def ben(laptops: Laptops) -> Store:
    return laptops.new("Ben")


@pytest.fixture
def cem(laptops: Laptops) -> Store:
    return laptops.new("Cem")


def note_of(store: Store) -> Observation:
    with store.reading() as read:
        [note] = read.where(Observation)
    return note


def standing(store: Store, of: Store) -> Standing:
    [member] = [each for each in Team(store).people() if each.device == of.device]
    return member.standing


def team_of_ann(laptops: Laptops, ann: Store, *others: Store) -> Observation:
    """Ann has founded a team and has a note; the others have joined, and she has heard of them."""
    firm = Firm().put_into(ann)
    note = firm.note("gun logs out")
    put(ann, note)
    Team(ann).found()
    for other in others:
        laptops.hand(ann, other)
        laptops.hand(other, ann)
    return note


def test_who_works_alone_may_do_everything(ann: Store) -> None:
    firm = Firm().put_into(ann)
    note, one, two = (
        firm.note(),
        PainPoint(service_id=firm.email.id, title="A"),
        PainPoint(service_id=firm.email.id, title="B"),
    )
    put(ann, note, one, two)
    state = Team(ann).state()
    assert (state.alone, state.leads, state.founded, state.own_device) == (True, True, False, ann.device)
    assert Reviewing(ann).set_state([note.id], ReviewState.ACCEPTED) == 1
    Grouping(ann).merge(one.id, [two.id])
    Grouping(ann).unmerge(two.id)
    Exchange(ann).erase(note, "asked for")
    assert [(each.device, each.standing) for each in Team(ann).people()] == [(ann.device, Standing.ROOT)]
    assert Exchange(ann).differences() == []


def test_a_lonely_laptop_joins_and_is_told_whose_team(laptops: Laptops, ann: Store, ben: Store) -> None:
    Team(ann).found()
    before = Team(ben).state()
    [words] = laptops.hand(ann, ben)
    assert words == f"You would join the team of Ann (key {Team(ann).state().fingerprint})."
    after = Team(ben).state()
    assert after.team == Team(ann).state().team != before.team
    assert (after.lead, after.leads, after.alone) == ("Ann", False, False)
    assert laptops.hand(ann, ben) == ()
    with pytest.raises(Refused, match="belongs to the team of Ann"):
        Team(ben).found()


def test_a_preview_joins_nobody(laptops: Laptops, ann: Store, ben: Store) -> None:
    Exchange(ben).preview(laptops.file(ann))
    assert Team(ben).state().alone


def test_who_leads_takes_others_in_and_they_join_when_they_next_receive(
    laptops: Laptops, ann: Store, ben: Store
) -> None:
    Team(ann).found()
    Team(ann).found()
    assert laptops.hand(ben, ann) == ()
    assert Team(ann).state().leads
    assert Team(ben).state().alone
    laptops.hand(ann, ben)
    assert Team(ben).state().team == Team(ann).state().team
    assert [each.person for each in Team(ben).people()] == ["Ann", "Ben"]


def test_one_may_take_the_sender_into_ones_own_team(laptops: Laptops, ann: Store, ben: Store, cem: Store) -> None:
    laptops.hand(ann, ben, own_team=True)
    assert Team(ben).state().founded
    assert Team(ben).state().leads
    laptops.hand(ben, ann)
    assert Team(ann).state().team == Team(ben).state().team
    with pytest.raises(Refused, match="belongs to a team already"):
        laptops.hand(ann, cem, own_team=True)
    assert Team(cem).state().alone


def test_two_who_follow_each_other_come_to_one_team(laptops: Laptops, ann: Store, ben: Store) -> None:
    first = laptops.file(ann, "first")
    laptops.hand(ben, ann)
    Exchange(ben).take(Exchange(ben).preview(first), accept=True)
    assert Team(ann).state().team != Team(ben).state().team
    for _ in range(2):
        laptops.hand(ann, ben)
        laptops.hand(ben, ann)
    assert Team(ann).state().team == Team(ben).state().team
    assert [Team(ann).state().leads, Team(ben).state().leads].count(True) == 1


def test_whoever_follows_goes_along_when_the_lead_joins_another_team(
    laptops: Laptops, ann: Store, ben: Store, cem: Store
) -> None:
    laptops.hand(ben, cem)
    laptops.hand(ann, ben)
    laptops.hand(ben, cem)
    assert Team(cem).state().team == Team(ann).state().team


def test_another_team_is_refused(laptops: Laptops, ann: Store, ben: Store, cem: Store) -> None:
    Team(ann).found()
    laptops.hand(ann, ben)
    with pytest.raises(ImportTrouble, match=r"another team.*the team of Ann"):
        laptops.hand(cem, ben)
    Team(cem).found()
    with pytest.raises(ImportTrouble, match="another team"):
        laptops.hand(cem, ann)


def test_a_member_is_told_at_once_what_only_a_lead_may(laptops: Laptops, ann: Store, ben: Store) -> None:
    note = team_of_ann(laptops, ann, ben)
    one, two = PainPoint(service_id=_service(ben), title="A"), PainPoint(service_id=_service(ben), title="B")
    put(ben, one, two)
    before = len(_log(ben))
    for state, verb in (
        (ReviewState.ACCEPTED, "accept notes"),
        (ReviewState.HAS_QUESTIONS, "ask about notes"),
        (ReviewState.SET_ASIDE, "set notes aside"),
    ):
        with pytest.raises(Refused, match=f"Only the lead may {verb}: ask Ann"):
            Reviewing(ben).set_state([note.id], state, "why")
    with pytest.raises(Refused, match="may merge pain points"):
        Grouping(ben).merge(one.id, [two.id])
    with pytest.raises(Refused, match="may erase: ask Ann"):
        Exchange(ben).erase(note, "asked for")
    with pytest.raises(Refused, match="may introduce"):
        Team(ben).introduce(ben.device, TeamRole.LEAD)
    with pytest.raises(Refused, match="cannot be revoked"):
        Team(ben).revoke(ann.device, "a coup")
    assert len(_log(ben)) == before
    assert Reviewing(ben).set_state([note.id], ReviewState.READY) == 1
    assert Exchange(ben).differences() == []


def test_a_lead_is_introduced_and_may_from_then_on(laptops: Laptops, ann: Store, ben: Store, cem: Store) -> None:
    note = team_of_ann(laptops, ann, ben)
    laptops.hand(ann, cem)
    assert standing(ann, ben) is Standing.ACCEPTED
    Team(ann).introduce(ben.device, TeamRole.LEAD)
    laptops.hand(ann, ben)
    assert Team(ben).state().leads
    Reviewing(ben).set_state([note.id], ReviewState.ACCEPTED)
    laptops.hand(ann, cem)
    seen = Exchange(cem).preview(laptops.file(ben))
    assert seen.sender.known, "whom a lead has introduced is taken without asking"
    Exchange(cem).take(seen)
    assert note_of(cem).state is ReviewState.ACCEPTED
    assert [(each.person, each.role, each.standing) for each in Team(cem).people()] == [
        ("Ann", TeamRole.LEAD, Standing.ROOT),
        ("Ben", TeamRole.LEAD, Standing.INTRODUCED),
        ("Cem", TeamRole.SHADOWER, Standing.ACCEPTED),
    ]


def test_what_a_lead_wrote_counts_also_where_the_introduction_comes_later(
    laptops: Laptops, ann: Store, ben: Store, cem: Store
) -> None:
    note = team_of_ann(laptops, ann, ben, cem)
    Team(ann).introduce(ben.device, TeamRole.LEAD)
    laptops.hand(ann, ben)
    Reviewing(ben).set_state([note.id], ReviewState.ACCEPTED)
    changes = [each for each in _log(ben) if each.kind == "observation"]
    _absorb(cem, changes)
    assert note_of(cem).state is ReviewState.DRAFT
    assert [each.words for each in Team(cem).attempts()] == [
        "Ben tried to accept it; only a lead may, so it has no effect."
    ]
    laptops.hand(ann, cem)
    assert note_of(cem).state is ReviewState.ACCEPTED
    assert Team(cem).attempts() == []
    assert Exchange(cem).differences() == []


def test_a_revoked_device_is_refused_and_what_it_handed_over_before_stays(
    laptops: Laptops, ann: Store, ben: Store
) -> None:
    note = team_of_ann(laptops, ann, ben)
    put(ben, note.edited(text="gun logs out at noon"))
    early = laptops.file(ben, "early")
    with pytest.raises(Refused, match="few words"):
        Team(ann).revoke(ben.device, " ")
    Team(ann).revoke(ben.device, "left on a train")
    late = laptops.file(ben, "late")
    with pytest.raises(ImportTrouble, match=r"late.shadow is from device .* of Ben, .*revoked.*left on a train"):
        Exchange(ann).preview(late)
    Exchange(ann).take(Exchange(ann).preview(early))
    assert note_of(ann).text == "gun logs out at noon"
    [gone] = [each for each in Team(ann).people() if each.standing is Standing.REVOKED]
    assert (gone.person, gone.why) == ("Ben", "left on a train")
    Team(ann).introduce(ben.device, TeamRole.SHADOWER)
    assert Exchange(ann).preview(laptops.file(ben)).sender.known
    assert standing(ann, ben) is Standing.INTRODUCED


def test_a_lead_who_is_revoked_loses_what_was_done_since(
    laptops: Laptops, ann: Store, ben: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(change_log, "time", clock)
    note = team_of_ann(laptops, ann, ben)
    Team(ann).introduce(ben.device, TeamRole.LEAD)
    laptops.hand(ann, ben)
    clock.now += DAY
    lost = datetime.fromtimestamp(clock.now / 1000, timezone.utc)
    clock.now += DAY
    Reviewing(ben).set_state([note.id], ReviewState.ACCEPTED)
    laptops.hand(ben, ann)
    assert note_of(ann).state is ReviewState.ACCEPTED
    put(ann, Revocation(device=ben.device, public_key=ben.signer.public_key, at=lost, why="stolen two days ago"))
    assert note_of(ann).state is ReviewState.DRAFT
    assert len(Team(ann).attempts()) == 1
    clock.now += 1_000
    Team(ann).introduce(ben.device, TeamRole.LEAD)
    assert note_of(ann).state is ReviewState.DRAFT, "what was done in between stays without effect"
    assert Exchange(ann).differences() == []


def test_an_erasure_loses_its_effect_with_its_lead_and_the_content_comes_back(
    laptops: Laptops, ann: Store, ben: Store, cem: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(change_log, "time", clock)
    note = team_of_ann(laptops, ann, ben, cem)
    Team(ann).introduce(ben.device, TeamRole.LEAD)
    laptops.hand(ann, ben)
    clock.now += DAY
    lost = datetime.fromtimestamp(clock.now / 1000, timezone.utc)
    clock.now += DAY
    Exchange(ben).erase(note, "a thief wants it gone")
    laptops.hand(ben, ann)
    assert _texts(ann) == []
    put(ann, Revocation(device=ben.device, public_key=ben.signer.public_key, at=lost, why="stolen two days ago"))
    assert _texts(ann) == []
    laptops.hand(cem, ann)
    assert _texts(ann) == ["gun logs out"]
    laptops.hand(ann, cem)
    assert _texts(cem) == ["gun logs out"]
    for store in (ann, cem):
        assert Exchange(store).differences() == []


def test_an_introduction_ends_by_the_segments_own_date(
    laptops: Laptops, ann: Store, ben: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = team_of_ann(laptops, ann, ben)
    until = datetime.now(timezone.utc) + timedelta(hours=1)
    with pytest.raises(Refused, match="passed already"):
        Team(ann).introduce(ben.device, TeamRole.LEAD, until - timedelta(days=2))
    Team(ann).introduce(ben.device, TeamRole.LEAD, until)
    laptops.hand(ann, ben)
    early = laptops.file(ben, "early")
    clock = Clock()
    clock.now = int(until.timestamp() * 1000) + DAY
    monkeypatch.setattr(change_log, "time", clock)
    assert standing(ann, ben) is Standing.EXPIRED
    with pytest.raises(Refused, match=r"Only the lead may accept notes; that you may lasted until .*ask Ann"):
        Reviewing(ben).set_state([note.id], ReviewState.ACCEPTED)
    Exchange(ann).take(Exchange(ann).preview(early))
    late = laptops.packed(ben, ann, until + timedelta(days=1))
    with pytest.raises(ImportTrouble, match=r"packed.shadow is from device .* of Ben, whose introduction ended on"):
        Exchange(ann).preview(late)


def test_a_clock_in_1970_is_told_and_stops_nothing(laptops: Laptops, ann: Store, ben: Store) -> None:
    team_of_ann(laptops, ann, ben)
    Team(ann).introduce(ben.device, TeamRole.SHADOWER)
    seen = Exchange(ann).preview(laptops.packed(ben, ann, datetime(1970, 1, 2, tzinfo=timezone.utc)))
    assert seen.sender.known
    [warning] = seen.warnings
    assert warning.startswith(f"The clock of device {ben.device} stands in 1970: set it right.")


def test_a_file_may_be_sealed_to_chosen_laptops(laptops: Laptops, ann: Store, ben: Store, cem: Store) -> None:
    team_of_ann(laptops, ann, ben, cem)
    path = laptops.folder / "sealed.shadow"
    Exchange(ann).send(path, to=[ben.device])
    assert b"gun logs out" not in path.read_bytes()
    for store in (ben, ann):
        assert Exchange(store).preview(path).fresh == 0
    with pytest.raises(ImportTrouble, match="sealed to other laptops and not to this one"):
        Exchange(cem).preview(path)
    with pytest.raises(ImportTrouble, match="sealed to other laptops"):
        Exchange(cem).preview(path, "any passphrase")
    Exchange(ann).send(path, to=[ben.device], passphrase="correct horse")
    assert Exchange(ben).preview(path).fresh == 0
    with pytest.raises(ImportTrouble, match="give its passphrase"):
        Exchange(cem).preview(path)
    assert Exchange(cem).preview(path, "correct horse").fresh == 0
    good = path.read_bytes()
    path.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
    with pytest.raises(ImportTrouble, match="was changed"):
        Exchange(ben).preview(path)
    Team(ann).revoke(cem.device, "lost")
    with pytest.raises(Refused, match="nothing is sealed to it"):
        Exchange(ann).send(path, to=[cem.device])
    with pytest.raises(NotFound, match="no device"):
        Exchange(ann).send(path, to=["0" * 16])
    with ann.maintaining() as write:
        devices.accept(write, "1" * 16, "2" * 64, "Dee")
    with pytest.raises(Refused, match="has not told its key"):
        Exchange(ann).send(path, to=["1" * 16])


def test_another_teams_founder_is_not_introduced_and_nobody_revokes_himself(
    laptops: Laptops, ann: Store, ben: Store
) -> None:
    team_of_ann(laptops, ann, ben)
    with pytest.raises(Refused, match="needs no introduction"):
        Team(ann).introduce(ann.device, TeamRole.SHADOWER)
    with pytest.raises(Refused, match="cannot be revoked"):
        Team(ann).revoke(ann.device, "x")
    Team(ann).introduce(ben.device, TeamRole.LEAD)
    laptops.hand(ann, ben)
    with pytest.raises(Refused, match="working on"):
        Team(ben).revoke(ben.device, "x")
    with pytest.raises(NotFound, match="no device"):
        Team(ann).introduce("0" * 16, TeamRole.LEAD)


def test_a_laptop_has_the_name_that_it_was_given(laptops: Laptops, ann: Store, ben: Store) -> None:
    team_of_ann(laptops, ann, ben)
    Team(ann).rename(ben.device, "  Benjamin\tK. ")
    assert _person(ann, ben) == "Benjamin K."
    with pytest.raises(Refused, match="needs a name"):
        Team(ann).rename(ben.device, " ")
    with pytest.raises(Refused, match="settings"):
        Team(ben).rename(ben.device, "Boss")
    until = datetime.now(timezone.utc) + timedelta(days=3)
    Team(ann).introduce(ben.device, TeamRole.SHADOWER, until)
    Team(ann).rename(ben.device, "Ben K.")
    laptops.hand(ann, ben)
    assert _person(ben, ben) == "Ben K."
    [member] = [each for each in Team(ben).people() if each.person == "Ben K."]
    assert (member.role, member.until) == (TeamRole.SHADOWER, until)
    Team(ann).revoke(ben.device, "lost")
    with pytest.raises(Refused, match="was revoked"):
        Team(ann).rename(ben.device, "Ben")


def test_who_may_do_what_is_never_erased(laptops: Laptops, ann: Store, ben: Store) -> None:
    team_of_ann(laptops, ann, ben)
    Team(ann).introduce(ben.device, TeamRole.LEAD)
    with ann.reading() as read:
        said = read.where(Introduction)
    with pytest.raises(Refused, match="never erased"), ann.work("x") as work:
        work.erase(said[0])


def test_a_member_takes_back_what_came_in_without_touching_what_a_lead_said(
    laptops: Laptops, ann: Store, ben: Store
) -> None:
    note = team_of_ann(laptops, ann, ben)
    Reviewing(ann).set_state([note.id], ReviewState.ACCEPTED)
    laptops.hand(ann, ben)
    Reviewing(ann).set_state([note.id], ReviewState.HAS_QUESTIONS, "which gun?")
    put(ann, note_of(ann).edited(text="another text"))
    laptops.hand(ann, ben)
    Exchange(ben).take_back()
    assert (note_of(ben).text, note_of(ben).state) == ("gun logs out", ReviewState.HAS_QUESTIONS)
    assert Exchange(ben).differences() == []


def test_undo_of_a_member_asks_for_the_lead_where_it_would_accept(laptops: Laptops, ann: Store, ben: Store) -> None:
    note = team_of_ann(laptops, ann, ben)
    Reviewing(ann).set_state([note.id], ReviewState.ACCEPTED)
    laptops.hand(ann, ben)
    Reviewing(ben).set_state([note.id], ReviewState.READY)
    with pytest.raises(Refused, match="Only the lead may accept notes"):
        Undoing(ben).undo()
    assert note_of(ben).state is ReviewState.READY


@pytest.mark.parametrize("founded", [True, False])
def test_what_was_accepted_alone_loses_effect_in_anothers_team_and_says_so(
    founded: bool, laptops: Laptops, ann: Store, ben: Store
) -> None:
    note = Firm().put_into(ben).note("gun logs out")
    put(ben, note)
    Reviewing(ben).set_state([note.id], ReviewState.ACCEPTED)
    if founded:
        Team(ann).found()
    seen = Exchange(ben).preview(laptops.file(ann))
    assert [each.id for each in seen.changed] == [note.id], "the preview tells it before"
    Exchange(ben).take(seen, accept=True)
    assert note_of(ben).state is ReviewState.DRAFT
    assert [(each.kind, each.count) for each in Team(ben).attempts()] == [("observation", 1)]


def _person(store: Store, of: Store) -> str:
    return next(each.person for each in Team(store).people() if each.device == of.device)


def _texts(store: Store) -> list[str]:
    with store.reading() as read:
        return sorted(each.text for each in read.where(Observation))


def _service(store: Store) -> UUID:
    with store.reading() as read:
        return read.where(Service)[0].id


def _log(store: Store) -> list[Change]:
    with store.reading() as read:
        return list(changes_since(read.connection, {}))


def _absorb(store: Store, changes: list[Change]) -> None:
    with store.maintaining() as write:
        absorb(write.connection, changes, own_device=store.device, sender="f" * 16)


def test_taking_the_first_file_back_leaves_the_team_that_it_led_into(laptops: Laptops, ann: Store, ben: Store) -> None:
    """Ann leads, but takes Ben's file before anything else, and so joins him."""
    firm = Firm().put_into(ben)
    put(ben, firm.note("gun logs out"))
    laptops.hand(ben, ann)
    assert Team(ann).state().fingerprint == Team(ben).state().fingerprint
    Exchange(ann).take_back()
    assert Exchange(ann).stays_in() == ""
    state = Team(ann).state()
    assert (state.alone, state.leads, state.founded) == (True, True, False)
    assert Exchange(ann).differences() == []
    seen = Exchange(ann).preview(laptops.file(ben))
    assert not seen.sender.known
    Exchange(ann).take(seen, accept=True, own_team=True)
    assert Team(ann).state().founded
    assert standing(ann, ben) is Standing.ACCEPTED


def test_the_team_stays_where_something_hangs_on_it(laptops: Laptops, ann: Store, ben: Store, cem: Store) -> None:
    firm = Firm().put_into(ben)
    note = firm.note("gun logs out")
    put(ben, note)
    laptops.hand(ben, ann)
    Exchange(ann).take_back()
    laptops.hand(ben, ann)
    laptops.hand(ann, cem)
    laptops.hand(cem, ann)
    for _ in [each for each in Exchange(ann).takings() if not each.taken_back]:
        Exchange(ann).take_back()
    assert Team(ann).state().fingerprint == Team(ben).state().fingerprint
    assert "stays in the team of Ben" in Exchange(ann).stays_in()
