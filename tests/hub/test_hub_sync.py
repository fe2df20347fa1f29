"""Stores that keep in step through a real hub."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image
from sqlalchemy import text, update

from factories import KEY, Firm, put, tag
from hub_server import Server
from hub_server import running as running_server
from hub_team import ANN, BEN, LEAD, HubTeam, Laptop, shown
from shadow_app.domain.errors import ImportTrouble, Refused, Trouble
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.transport import Watch
from shadow_app.storage.absorb import absorb
from shadow_app.storage.hub import streams
from shadow_app.storage.store import Store
from shadow_app.storage.tables import change
from shadow_app.storage.vectors import changes_since, vector
from shadow_app.usecases import hub as hub_use_case
from shadow_app.usecases.sharing import Synced

Laptops = Callable[..., Laptop]


@pytest.fixture
def firm() -> Firm:
    return Firm()


def settled(laptop: Laptops, firm: Firm) -> tuple[Laptop, Laptop]:
    """The lead's laptop and Ann's, the firm on both, and Ann's visit."""
    lead, ann = laptop(LEAD), laptop(ANN)
    put(lead.store, *firm.records[:-1])
    lead.sync()
    ann.sync()
    put(ann.store, firm.visit)
    return lead, ann


def picture(number: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 20), (number % 256, 90, 120)).save(out, "JPEG")
    return out.getvalue()


def photograph(laptop: Laptop, note: Observation, data: bytes) -> str:
    sha = hashlib.sha256(data).hexdigest()
    with laptop.store.work("photo") as work:
        work.put_blob(sha, data)
        work.put(Attachment(visit_id=note.visit_id, observation_id=note.id, sha256=sha))
        work.commit()
    return sha


def blobs(laptop: Laptop) -> list[str]:
    with laptop.store.reading() as read:
        return sorted(read.connection.scalars(text("SELECT sha256 FROM blob")))


def test_notes_go_round(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    ben = laptop(BEN)
    put(ann.store, note := firm.note("gun logs out"), tag(note, firm.scanning))
    assert ann.unsent() == 3
    assert ann.sync().sent == 3
    assert ann.unsent() == 0
    assert ann.sync() == Synced()
    assert lead.sync().received == 3
    assert lead.texts() == ["gun logs out"]
    assert lead.unsent() == 0
    # The team's records are everybody's, a visit is its owner's until the lead shows it to others.
    assert ben.sync().received == len(firm.records) - 1
    assert ben.texts() == []
    lead.hub.run(LEAD, "SELECT shadow.share(%s, %s)", firm.visit.id, BEN)
    ben.sync()
    put(ben.store, ben.records(Observation)[0].edited(text="gun logs out twice"))
    assert ben.sync().sent == 1
    ann.sync()
    assert ann.texts() == ["gun logs out twice"]


def test_where_no_table_may_be_made_rows_go_as_arrays(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    words = 'a\tb\\n\\\\ {"x", NULL} 🙂'
    put(ann.store, firm.note(words))
    ann.hub.run("admin", "REVOKE TEMP ON DATABASE hub FROM PUBLIC")
    try:
        assert ann.sync().sent == 2
    finally:
        ann.hub.run("admin", "GRANT TEMP ON DATABASE hub TO PUBLIC")
    put(ann.store, firm.note(words + "and again", 1))
    assert ann.sync().sent == 1
    lead.sync()
    assert lead.texts() == ann.texts()
    assert len(lead.texts()) == 2


def test_two_who_write_one_field_both_stay(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    put(ann.store, note := firm.note("as it was"))
    ann.sync()
    lead.sync()
    put(ann.store, note.edited(text="Ann's words"))
    put(lead.store, lead.records(Observation)[0].edited(text="Lena's words"))
    for each in (ann, lead, ann):
        each.sync()
    assert shown(ann) == shown(lead)
    (conflict,) = ann.exchange.conflicts()
    assert {claim.value for claim in conflict.claims} == {"Ann's words", "Lena's words"}


def test_photos_go_along_and_go_for_good(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    put(ann.store, note := firm.note("charger wall"))
    sha = photograph(ann, note, picture(1))
    ann.sync()
    assert lead.sync().pictures == 1
    assert blobs(lead) == [sha]
    lead.exchange.erase(lead.records(Observation)[0], "asked to")
    lead.sync()
    assert lead.hub.run(LEAD, "SELECT count(*) FROM shadow.blob") == [(0,)]
    found = lead.hub.run(LEAD, "SELECT body FROM shadow.change WHERE op = 'erase'")
    assert len(found) == 3
    assert not any("charger" in row[0] or sha in row[0] for row in found)
    ann.sync()
    assert ann.texts() == []
    assert blobs(ann) == []
    assert shown(ann) == shown(lead)
    assert ann.sync() == lead.sync() == Synced()


def test_what_was_written_into_something_erased_is_no_more_than_a_husk(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    put(ann.store, note := firm.note("he said his name"))
    ann.sync()
    lead.sync()
    put(ann.store, note.edited(text="he said his name again"), tag(note, firm.labels))
    lead.exchange.erase(lead.records(Observation)[0], "asked to")
    lead.sync()
    assert ann.sync().refused == []
    lead.sync()
    ann.sync()
    words = lead.hub.run(LEAD, "SELECT count(*) FROM shadow.change WHERE body LIKE '%%his name%%'")
    assert words == [(0,)]
    assert shown(ann) == shown(lead)
    assert ann.unsent() == 0


def test_a_shadower_erases_nothing_of_what_others_have(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    put(ann.store, note := firm.note("kept"))
    ann.sync()
    with ann.store.work("past every rule") as work:
        work.erase(note)
        work.commit()
    put(ann.store, firm.note("and on it goes", 1))
    done = ann.sync()
    assert (done.sent, len(done.warnings)) == (1, 1)
    assert "only a lead may erase" in done.warnings[0]
    assert ann.unsent() == 1
    lead.sync()
    assert lead.texts() == ["and on it goes", "kept"]


def test_a_number_used_twice_is_found_behind_one_that_both_have(laptop: Laptops, firm: Firm, tmp_path: Path) -> None:
    """Of two copies of a store each writes a number; one copy's next number reaches the other's side by a file."""
    lead, ann = settled(laptop, firm)
    ann.sync()
    lead.hub.run(LEAD, "SELECT shadow.share(%s, %s)", firm.visit.id, LEAD)
    lead.sync()
    with ann.store.reading() as read:
        before = vector(read.connection)
    ann.store.close()
    shutil.copyfile(ann.store.path, tmp_path / "copy.db")
    ann.store = Store(ann.store.path, KEY, author="Ann")
    ann = Laptop(ann.hub, ANN, ann.store)
    twin = Laptop(ann.hub, ANN, Store(tmp_path / "copy.db", KEY, author="Ann"))
    try:
        put(ann.store, firm.note("by the one"))
        put(twin.store, firm.note("by the other"))
        put(twin.store, firm.note("by the other again"))
        # The lead has the one's number and the other's next, as when a file with the number between was lost.
        for store, fresh in ((ann.store, slice(0, 1)), (twin.store, slice(1, 2))):
            with store.reading() as read:
                came = list(changes_since(read.connection, before))[fresh]
            with lead.store.maintaining() as write:
                absorb(write.connection, came, own_device=lead.store.device, sender=ann.store.device)
        assert lead.texts() == ["by the one", "by the other again"]
        twin.sync()
        assert lead.sync().sent == 1
        assert lead.texts() == ["by the one", "by the other", "by the other again"]
        twin.sync()
        assert twin.texts() == lead.texts()
    finally:
        twin.store.close()
        ann.store.close()


def test_what_was_found_alike_is_not_hashed_again(laptop: Laptops, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    lead, ann = settled(laptop, firm)
    for each in (ann, lead, ann, ann):
        each.sync()

    def hashed(*_stream: object) -> str:
        raise AssertionError("nothing has moved, so there is nothing to look at")

    monkeypatch.setattr(streams._Comparison, "_hash_here", hashed)
    assert (ann.sync().sent, ann.sync().received) == (0, 0)
    put(ann.store, firm.note("and something moves"))
    with pytest.raises(AssertionError, match="nothing has moved"):
        ann.sync()


def test_a_copied_laptop_meets_itself(laptop: Laptops, firm: Firm, tmp_path: Path) -> None:
    lead, ann = settled(laptop, firm)
    ann.sync()
    ann.store.close()
    shutil.copyfile(ann.store.path, tmp_path / "copy.db")
    ann.store = Store(ann.store.path, KEY, author="Ann")
    twin = Laptop(ann.hub, ANN, Store(tmp_path / "copy.db", KEY, author="Ann"))
    ann = Laptop(ann.hub, ANN, ann.store)
    try:
        assert twin.store.device == ann.store.device
        put(ann.store, firm.note("by the one"), firm.note("by the one again"))
        put(twin.store, firm.note("by the other"))
        ann.sync()
        told = twin.sync()
        assert any("copied" in each for each in told.warnings)
        assert twin.store.device != ann.store.device
        # Its new id is not known to the hub yet: what it writes waits, what others wrote comes.
        put(twin.store, firm.note("under a new id"))
        assert any("does not know this laptop" in each for each in twin.sync().warnings)
        assert twin.unsent() == 1
        ann.hub.add_devices(**{ANN: twin.store.device})
        assert twin.sync().sent == 1
        for each in (ann, lead, ann):
            each.sync()
        if ann.store.device not in {row[0] for row in ann.hub.run(ANN, "SELECT device FROM shadow.my_devices")}:
            ann.hub.add_devices(**{ANN: ann.store.device})
        assert lead.texts() == ann.texts() == twin.texts()
        assert lead.texts() == ["by the one", "by the one again", "by the other", "under a new id"]
        assert shown(lead) == shown(ann) == shown(twin)
    finally:
        twin.store.close()
        ann.store.close()


def test_a_hub_put_back_from_a_backup_is_told_again(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    put(ann.store, firm.note("one"), firm.note("two"))
    ann.sync()
    lead.sync()
    ann.hub.run("admin", "DELETE FROM shadow.change WHERE device = %s AND seq > 1", ann.store.device)
    assert ann.sync().sent == 2
    ann.hub.run("admin", "DELETE FROM shadow.change WHERE device = %s AND seq = 2", ann.store.device)
    # Whoever leads passes on what somebody else wrote; who wrote it has nothing left to tell.
    assert lead.sync().sent == 1
    assert ann.sync().sent == 0


def test_one_poison_row_holds_up_nothing(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    ann.sync()
    device, other = ann.store.device, "c" * 16
    ann.hub.add_devices(**{ANN: other})
    add = (
        "INSERT INTO shadow.change (scope, device, seq, cid, op, kind, record_id, body) "
        "VALUES (%s, %s, %s, %s, 'put', 'observation', %s, %s)"
    )
    rest = f'"author": "x", "action": "{uuid4()}"'
    bodies = (
        '{"data": {}, "replaces": {}}',
        '{"data": {}, "replaces": {}, "author": "x", "action": "x"}',
        '{"data": {"n": 99999999999999999999}, "replaces": {}, ' + rest + "}",
        '{"data": {"n": 1}, "replaces": {"n": ["no id"]}, ' + rest + "}",
        '{"data": ' + '{"n":' * 30 + "1" + "}" * 30 + ', "replaces": {}, ' + rest + "}",
        '{"data": {}, "replaces": {}, "seq": 9, "newer": 1, ' + rest + "}",
    )
    for number, body in enumerate(bodies, 1):
        ann.hub.run(ANN, add, firm.visit.id, other, number, f"{number:016x}{other}", uuid4(), body)
    put(ann.store, firm.note("after it"))
    ann.sync()
    done = lead.sync()
    assert lead.texts() == ["after it"]
    assert len(done.refused) == len(bodies)
    assert len(lead.exchange.refusals()) == len(bodies)
    # Looked at again each time, and named once.
    lead.sync()
    assert len(lead.exchange.refusals()) == len(bodies)
    assert device != other


def test_what_postgresql_cannot_keep_waits_and_the_rest_goes(laptop: Laptops, firm: Firm) -> None:
    lead, ann = settled(laptop, firm)
    put(ann.store, *(firm.note(f"note {number} 🙂", number) for number in range(5)))
    with ann.store.maintaining() as write:
        ids = write.connection.execute(text("SELECT row FROM change WHERE kind = 'observation' ORDER BY row")).all()
        for (row,), data in zip(ids[:3], ({"text": "a\x00b"}, {"text": "\ud800"}, {"a\x00": [1]}), strict=False):
            write.connection.execute(update(change).where(change.c.row == row).values(data=data))
        kind = "observation\tx\n\\."
        write.connection.execute(update(change).where(change.c.row == ids[3][0]).values(kind=kind))
    done = ann.sync()
    assert done.sent == 3
    assert len(done.refused) == 1
    assert "did not take 3 changes" in done.refused[0]
    assert ann.unsent() == 3
    assert ann.hub.run(ANN, "SELECT count(*) FROM shadow.change WHERE kind = %s", kind) == [(1,)]
    lead.sync()
    assert lead.texts() == ["note 4 🙂"]


def test_a_row_that_the_hub_itself_refuses_is_found_among_many(
    laptop: Laptops, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, ann = settled(laptop, firm)
    put(ann.store, *(firm.note(f"note {number}", number) for number in range(40)))
    ann.sync()
    put(ann.store, *(firm.note(f"more {number}", number) for number in range(40)))
    rule = "ALTER TABLE shadow.change ADD CONSTRAINT no_more_7 CHECK (body NOT LIKE '%\"more 7\"%') NOT VALID"
    ann.hub.as_("admin").execute(rule.encode())
    try:
        done = ann.sync()
        assert (done.sent, len(done.refused)) == (39, 1)
        # What fails every time is not tried a thousand times.
        ann.hub.as_("admin").execute(b"ALTER TABLE shadow.change ADD CONSTRAINT none CHECK (seq < 0) NOT VALID")
        put(ann.store, *(firm.note(f"last {number}", number) for number in range(150)))
        with pytest.raises(ImportTrouble, match="takes none of the changes"):
            ann.sync()
    finally:
        for name in ("no_more_7", "none"):
            ann.hub.run("admin", f"ALTER TABLE shadow.change DROP CONSTRAINT IF EXISTS {name}")
    assert ann.sync().sent == 151


def test_a_newer_hub_another_teams_and_none_at_all(laptop: Laptops, hub: HubTeam, firm: Firm) -> None:
    lead, ann = laptop(LEAD), laptop(ANN)
    with pytest.raises(ImportTrouble, match="no team yet"):
        ann.sync()
    put(lead.store, firm.firm)
    lead.sync()
    hub.run("admin", "UPDATE shadow.about SET version = 99")
    with pytest.raises(ImportTrouble, match="newer version"):
        ann.sync()
    assert ann.records(type(firm.firm)) == []
    hub.run("admin", "UPDATE shadow.about SET version = 1")
    ann.sync()
    hub.run("admin", "UPDATE shadow.about SET root = %s", "0" * 64)
    for each in (lead, ann):
        before = each.unsent()
        with pytest.raises(ImportTrouble, match="another team's"):
            each.sync()
        assert each.unsent() == before
    hub.run("admin", "DELETE FROM shadow.member WHERE login = 'ann'")
    with pytest.raises(ImportTrouble, match="no member"):
        ann.sync()
    with pytest.raises(ImportTrouble, match="no team hub yet"):
        ann.exchange.sync_at(hub.server.address("postgres", ANN))
    with pytest.raises(ImportTrouble, match="no such database"):
        ann.exchange.sync_at(hub.server.address("nowhere", ANN))


def test_a_password_is_in_no_sentence_and_in_no_store(laptop: Laptops, hub: HubTeam, firm: Firm) -> None:
    _, ann = settled(laptop, firm)
    secret = "s3cr%74-w0rd"
    address = f"postgresql://ann:{secret}@127.0.0.1:{hub.server.port}/{hub.name}"
    for wrong in (address, address.replace("127.0.0.1", "127.0.0.2:1"), f"postgresql://ann:{secret}@h:{secret}/x"):
        with pytest.raises(Trouble) as trouble:
            ann.exchange.sync_at(wrong)
        assert "w0rd" not in str(trouble.value)
        assert trouble.value.__cause__ is None
    with ann.store.reading() as read:
        kept = read.connection.execute(text("SELECT name || value FROM fact UNION ALL SELECT source FROM taking")).all()
    assert any(hub.name in row[0] for row in kept)
    assert not any(":pw" in row[0] or "w0rd" in row[0] for row in kept)


def test_a_hub_that_dies_while_it_is_told(
    empty_store: Path, tmp_path: Path, server: Server, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_use_case, "AT_ONCE", 20)
    with running_server() as own:
        team = HubTeam(own, "hub")
        lead = Laptop.new(team, LEAD, tmp_path / "lead.db", empty_store)
        ben = Laptop.new(team, LEAD, tmp_path / "other.db", empty_store)
        team.add_devices(**{LEAD: lead.store.device})
        team.add_devices(**{LEAD: ben.store.device})
        put(lead.store, *firm.records)
        put(lead.store, *(firm.note(f"note {number}", number) for number in range(60)))
        heard: list[tuple[int, int]] = []

        def told(done: int, of: int) -> None:
            heard.append((done, of))
            if len(heard) == 2:
                own.kill()

        with pytest.raises(ImportTrouble, match="does not answer"):
            lead.exchange.sync_at(lead.address, watch=Watch(told=told))
        assert heard == [(0, 4), (1, 4)]
        assert lead.unsent() == 72
        with pytest.raises(ImportTrouble, match="does not answer"):
            lead.sync()
        assert len(lead.texts()) == 60
        team.close()
        own.start()
        assert lead.sync().sent == 52
        assert lead.unsent() == 0
        # The other laptop is stopped while it takes; what it has stays, and the rest follows.
        goes_on = iter([True, True, False])
        with pytest.raises(Refused, match="Stopped"):
            ben.exchange.sync_at(ben.address, watch=Watch(keep_going=lambda: next(goes_on)))
        with ben.store.reading() as read:
            assert 0 < (read.connection.scalar(text("SELECT count(*) FROM change")) or 0) < 72
        ben.sync()
        assert shown(ben) == shown(lead)
        for each in (lead, ben):
            each.store.close()
        team.close()
