"""What the window is told about other laptops: what is unsent, who was seen, what waits for an answer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from pydantic import ValidationError

from factories import Firm, new_store, put, tag
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.errors import Refused, Sealed, Trouble
from shadow_app.domain.news import News
from shadow_app.domain.observation import Observation
from shadow_app.domain.transport import Watch
from shadow_app.domain.vocabulary import BusinessDamage
from shadow_app.settings import Settings, load, settings_path
from shadow_app.storage.store import Store
from shadow_app.usecases.meeting import Arrangement, wait_after


@pytest.fixture
def ann(store: Store, firm: Firm) -> Shadow:
    return wire(store, Settings(name="Ann", shadower_id=firm.ann.id))


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Shadow]:
    store = new_store(tmp_path, "ben.db", author="Ben")
    yield wire(store, Settings(name="Ben"))
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "share"
    made.mkdir()
    return made


def at(address: Path | str) -> Arrangement:
    return Arrangement(str(address), 15)


def edit(shadow: Shadow, note: Observation, **fields: object) -> None:
    with shadow.store.work("Note edited") as work:
        work.put(work.get(Observation, note.id).edited(**fields))
        work.commit()


def hand(sender: Shadow, receiver: Shadow, path: Path) -> None:
    sender.meeting.hand_over(path)
    receiver.meeting.take(receiver.meeting.look_into(path).preview, accept=True)


def quarrel(ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path, **both: tuple[object, object]) -> Observation:
    """A note that both have, and of which both have changed the same fields; Ann has Ben's changes by now."""
    note = firm.note("gun logs out")
    put(ann.store, note)
    hand(ann, ben, tmp_path / "first.shadow")
    edit(ann, note, **{name: values[0] for name, values in both.items()})
    edit(ben, note, **{name: values[1] for name, values in both.items()})
    hand(ben, ann, tmp_path / "back.shadow")
    return note


def test_whoever_works_alone_has_nothing_unsent_and_meets_nobody(ann: Shadow) -> None:
    standing = ann.meeting.standing()
    assert standing.unsent == (0, 0)
    assert standing.told_at is None
    assert standing.others == ()
    assert not standing.arrangement.by_itself


def test_unsent_counts_notes_and_not_changes(ann: Shadow, firm: Firm, folder: Path) -> None:
    ann.meeting.arrange(at(folder))
    note = firm.note("one")
    put(ann.store, note, tag(note, firm.scanning), firm.note("two", 1))
    edit(ann, note, lost_minutes=4.0)
    edit(ann, note, lost_minutes=5.0)
    assert ann.meeting.standing().unsent.notes == 2
    before = datetime.now(timezone.utc)
    ann.meeting.meet()
    standing = ann.meeting.standing()
    assert standing.unsent == (0, 0)
    assert standing.told_at is not None
    assert standing.told_at >= before - timedelta(seconds=1)
    edit(ann, note, lost_minutes=6.0)
    assert ann.meeting.standing().unsent == (1, 0)


def test_unsent_is_told_while_the_place_is_gone_and_never_forgets(ann: Shadow, firm: Firm, folder: Path) -> None:
    ann.meeting.arrange(at(folder))
    ann.meeting.meet()
    put(ann.store, firm.note("one"))
    shutil.rmtree(folder)
    with pytest.raises(Trouble, match="is not there"):
        ann.meeting.meet()
    assert ann.meeting.standing().unsent.notes == 1
    assert ann.meeting.standing().unsent.notes == 1
    folder.mkdir()
    ann.meeting.meet()
    assert ann.meeting.standing().unsent.notes == 0


def test_what_came_from_the_place_is_not_unsent_but_what_came_by_file_is(
    ann: Shadow, ben: Shadow, firm: Firm, folder: Path, tmp_path: Path
) -> None:
    for shadow in (ann, ben):
        shadow.own._path = tmp_path / f"{shadow.store.author}.json"
        shadow.meeting.arrange(at(folder))
    put(ann.store, firm.note("one"))
    ann.meeting.meet()
    done = ben.meeting.meet()
    assert done.unknown[0].person == "Ann"
    ben.meeting.meet(accept=frozenset({ann.store.device}))
    assert ben.meeting.standing().unsent == (0, 0)
    assert [each.person for each in ben.meeting.standing().others] == ["Ann"]
    put(ann.store, firm.note("two", 1))
    hand(ann, ben, tmp_path / "ann.shadow")
    assert ben.meeting.standing().unsent.notes == 1


def test_a_stopped_exchange_is_told_by_nobody_and_keeps_what_it_did(ann: Shadow, firm: Firm, folder: Path) -> None:
    ann.meeting.arrange(at(folder))
    put(ann.store, firm.note("one"))
    with pytest.raises(Refused, match="Stopped"):
        ann.meeting.meet(Watch(lambda: False))
    assert ann.meeting.standing().unsent.notes == 1
    assert ann.meeting.standing().told_at is None


def test_news_of_a_meeting_reach_the_store_that_everybody_listens_to(
    ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path
) -> None:
    heard: list[News] = []
    ben.store.listen(heard.append)
    put(ann.store, firm.note("one"))
    hand(ann, ben, tmp_path / "ann.shadow")
    assert any("ann.shadow" in news.label for news in heard)


def test_a_copied_laptop_goes_on_under_its_new_name_in_the_window_as_well(
    ann: Shadow, firm: Firm, tmp_path: Path
) -> None:
    put(ann.store, firm.note("one"))
    with ann.store.writer.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("VACUUM INTO ?", (str(tmp_path / "copy.db"),))
    copy = new_store(tmp_path, "copy.db", author="Ben")
    try:
        twin = wire(copy, Settings(name="Ben"))
        put(twin.store, firm.note("two", 1))
        before = ann.store.device
        hand(twin, ann, tmp_path / "twin.shadow")
        assert ann.store.device != before
        assert ann.store.fact("device") == ann.store.device
    finally:
        copy.close()


def test_the_settings_hold_no_password_and_say_why(ann: Shadow) -> None:
    with pytest.raises(Refused, match="holds a password"):
        ann.meeting.arrange(at("sftp://ann:secret@share.example/shadow"))
    assert ann.meeting.arrangement().address == ""
    ann.meeting.arrange(at("sftp://ann@share.example/shadow"))
    assert load(settings_path()).settings.exchange_address == "sftp://ann@share.example/shadow"


@pytest.mark.parametrize(
    ("field", "value"),
    [("exchange_minutes", -1), ("exchange_minutes", True), ("exchange_minutes", 2.5), ("exchange_paused", "yes")],
)
def test_settings_of_the_exchange_are_checked(field: str, value: object) -> None:
    with pytest.raises(Refused, match="exchange"):
        Settings().edited(**{field: value})


def test_it_looks_by_itself_unless_it_is_paused_or_asked_not_to() -> None:
    assert at("Z:/shadow").by_itself
    assert not replace(at("Z:/shadow"), paused=True).by_itself
    assert not replace(at("Z:/shadow"), minutes=0).by_itself


def test_waiting_grows_with_each_failure_up_to_an_hour() -> None:
    assert [wait_after(number).total_seconds() / 60 for number in (1, 2, 3, 4, 5, 6, 99)] == [1, 2, 5, 15, 60, 60, 60]


def test_a_file_is_looked_into_with_names_for_all_that_is_in_it(
    ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path
) -> None:
    note = firm.note("gun  logs\nout")
    put(ann.store, note, tag(note, firm.scanning))
    ann.meeting.hand_over(tmp_path / "visit.shadow", firm.visit.id)
    seen, names = ben.meeting.look_into(tmp_path / "visit.shadow")
    assert names[note.id] == "gun logs out"
    assert names[tag(note, firm.scanning).id] in (
        "gun logs out · Handheld scanning",
        "Handheld scanning · gun logs out",
    )
    assert seen.about == "Visit " + str(firm.visit.id)
    with ben.store.reading() as read:
        assert read.where(Observation) == []


def test_a_sealed_file_asks_for_its_passphrase(ann: Shadow, ben: Shadow, tmp_path: Path) -> None:
    ann.meeting.hand_over(tmp_path / "ann.shadow", passphrase="a cold loading bay")
    with pytest.raises(Sealed, match="give its passphrase"):
        ben.meeting.look_into(tmp_path / "ann.shadow")
    with pytest.raises(Sealed, match="does not open"):
        ben.meeting.look_into(tmp_path / "ann.shadow", "another one")
    assert ben.meeting.look_into(tmp_path / "ann.shadow", "a cold loading bay").preview.fresh


def test_a_question_says_what_it_is_about_and_where(ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path) -> None:
    quarrel(ann, ben, firm, tmp_path, role_id=(firm.driver.id, firm.loader.id))
    (asked,) = ann.meeting.questions()
    assert asked.about == "gun logs out"
    assert asked.where == "Harbour depot · driver"
    assert {asked.names[each] for each in (firm.driver.id, firm.loader.id)} == {"driver", "loader"}
    assert ann.meeting.conflicts() == 1


def test_an_answer_is_undone_by_asking_again_with_the_same_people(
    ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path
) -> None:
    quarrel(ann, ben, firm, tmp_path, lost_minutes=(4.0, 9.0))
    (asked,) = ann.meeting.questions()
    before = [(claim.value, claim.author, claim.at) for claim in asked.conflict.claims]
    for claim in asked.conflict.claims:
        ann.exchange.answer(asked.conflict, claim.value)
        assert ann.meeting.questions() == []
        ann.undoing.undo()
        (again,) = ann.meeting.questions()
        assert [(each.value, each.author, each.at) for each in again.conflict.claims] == before


def test_an_undone_answer_can_be_given_again_and_undone_again(
    ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path
) -> None:
    note = quarrel(ann, ben, firm, tmp_path, lost_minutes=(4.0, 9.0))

    def minutes() -> float | None:
        with ann.store.reading() as read:
            return read.get(Observation, note.id).lost_minutes

    (asked,) = ann.meeting.questions()
    ann.exchange.answer(asked.conflict, 7.0)
    for _ in range(2):
        ann.undoing.undo()
        assert len(ann.meeting.questions()) == 1
        ann.undoing.redo()
        assert ann.meeting.questions() == []
        assert minutes() == 7.0
    hand(ann, ben, tmp_path / "answered.shadow")
    assert ben.meeting.conflicts() == 0


def test_an_edit_that_settled_a_quarrel_is_undone_by_asking_again(
    ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path
) -> None:
    note = quarrel(ann, ben, firm, tmp_path, business_damage=(BusinessDamage(1), BusinessDamage(3)))
    edit(ann, note, business_damage=BusinessDamage(2))
    assert ann.meeting.conflicts() == 0
    ann.capture.undo(firm.visit.id)
    (asked,) = ann.meeting.questions()
    assert {claim.value for claim in asked.conflict.claims} == {1, 3}
    assert {claim.author for claim in asked.conflict.claims} == {"Ann", "Ben"}


def test_an_answer_that_does_not_fit_is_refused(ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path) -> None:
    quarrel(ann, ben, firm, tmp_path, lost_minutes=(4.0, 9.0))
    (asked,) = ann.meeting.questions()
    with pytest.raises(ValidationError):
        ann.exchange.answer(asked.conflict, -1)
    assert ann.meeting.conflicts() == 1


def test_the_history_names_the_laptop_that_wrote_it(ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path) -> None:
    note = quarrel(ann, ben, firm, tmp_path, lost_minutes=(4.0, 9.0))
    lines = [each for each in ann.reviewing.history(note.id) if each.field == "lost_minutes"]
    assert {(each.author, each.device) for each in lines} == {("Ann", ""), ("Ben", ben.store.device)}


def test_a_pause_on_this_laptop_is_known_and_those_of_others_are_theirs(
    ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path
) -> None:
    now = datetime.now().astimezone()
    ann.timing.go_off_record(firm.visit.id, now)
    assert ann.meeting.standing().off_record
    hand(ann, ben, tmp_path / "ann.shadow")
    assert not ben.meeting.standing().off_record
    ann.timing.go_on(firm.visit.id, now + timedelta(minutes=5))
    assert not ann.meeting.standing().off_record
