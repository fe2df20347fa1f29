"""Addresses, and what is seldom in the way."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from factories import Firm, put
from hub_server import Server
from hub_team import ANN, LEAD, HubTeam, Laptop, shown
from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble, Refused
from shadow_app.domain.fit import why_unfit
from shadow_app.domain.observation import Attachment
from shadow_app.domain.record import TEAM, new_id
from shadow_app.domain.released import Edition
from shadow_app.domain.vocabulary import ReportKind
from shadow_app.storage.hub.address import connection_words, is_hub, place_of
from shadow_app.storage.hub.link import told
from shadow_app.storage.hub.streams import Stretch, pieces
from shadow_app.storage.tables import refused

Laptops = Callable[..., Laptop]


def test_what_is_kept_of_an_address_has_no_secret() -> None:
    for address in (
        "postgresql://ann:s3cret@hub.example:5433/shadow?sslmode=verify-full&password=s3cret&sslpassword=s3cret",
        "postgres://ann:s3cret@hub.example:5433/shadow?sslmode=verify-full",
    ):
        assert is_hub(address)
        assert place_of(address) == "postgresql://hub.example:5433/shadow"
    assert place_of("postgresql://ben@hub.example/shadow") == "postgresql://hub.example:5432/shadow"
    assert place_of("postgresql:///?service=team") == "postgresql://service team/"
    assert not is_hub("postgresql")
    assert not is_hub("sftp://host/x")


def test_a_hub_elsewhere_is_asked_for_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGSSLMODE", raising=False)
    modes = {
        "postgresql://hub.example/x": "require",
        "postgresql://10.0.0.7/x": "require",
        "postgresql://[::1]/x": "prefer",
        "postgresql://localhost/x": "prefer",
        "postgresql:///x": "prefer",
        "postgresql://hub.example/x?sslmode=verify-full": "verify-full",
        "postgresql:///?service=team": None,
    }
    assert {address: connection_words(address).get("sslmode") for address in modes} == modes
    monkeypatch.setenv("PGSSLMODE", "verify-ca")
    assert "sslmode" not in connection_words("postgresql://hub.example/x")
    told_all = connection_words("postgresql://a%40b:p%2Fw@hub.example:1/x?connect_timeout=3")
    assert (told_all["user"], told_all["password"], told_all["port"]) == ("a@b", "p/w", "1")
    assert told_all["connect_timeout"] == "3"


@pytest.mark.parametrize(
    "address",
    ["", "hub.example", "sftp://x/y", "postgresql://h:pw/x", "postgresql://h/x?pw", "postgresql://a:p%00w@h/x"],
)
def test_what_is_no_address_is_not_repeated(address: str) -> None:
    with pytest.raises(Refused) as trouble:
        connection_words(address)
    assert "pw" not in str(trouble.value)


def test_without_psycopg_one_sentence_names_the_extra(
    hub: HubTeam, laptop: Laptops, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = laptop(ANN)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(Refused, match="shadow-app\\[hub\\]"):
        ann.sync()
    assert ann.unsent() == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"password": "wrong"}, "does not let you in"),
        ({"login": "nobody"}, "does not let you in"),
        ({"end": "?sslmode=require"}, "no encryption"),
        ({"end": "?service=unknown"}, "not described"),
        ({"host": "no-such-host.invalid"}, "Nobody knows the computer"),
        ({"host": "127.0.0.1:1"}, "does not answer"),
    ],
)
def test_why_there_is_no_connection(hub: HubTeam, laptop: Laptops, change: dict[str, str], said: str) -> None:
    words = {"login": ANN, "password": "pw", "host": f"127.0.0.1:{hub.server.port}", "end": "", **change}
    with pytest.raises(ImportTrouble, match=said):
        laptop(ANN).exchange.sync_at("postgresql://{login}:{password}@{host}/hub{end}".format(**words))


@pytest.mark.parametrize("state", ["53100", "53300", "25006", "57014", "55P03", "3F000", "XX000", None])
def test_every_trouble_is_one_sentence(state: str | None) -> None:
    error = psycopg.Error("the words of the server: he said")
    error.sqlstate = state
    said = str(told(error, "h/x"))
    assert said.endswith(".")
    assert "he said" not in said


def test_a_statement_that_takes_too_long_ends(hub: HubTeam, server: Server) -> None:
    from shadow_app.storage.hub.link import connected

    with connected(hub.address(LEAD)) as link:
        link.run("SET statement_timeout = '50ms'")
        with pytest.raises(ImportTrouble, match="took too long"):
            link.run("SELECT pg_sleep(5)")
        assert link.value("SELECT login FROM shadow.me") == LEAD
        assert link.value("SELECT 1 WHERE false") is None


def test_pieces_hold_no_more_than_asked() -> None:
    scope = UUID(int=1)
    stretches = [Stretch(scope, "a", 0, 3), Stretch(scope, "b", 5, 25), Stretch(scope, "c", 0, 1)]
    found = list(pieces(stretches, 7))
    assert [sum(each.until - each.after for each in piece) for piece in found] == [7, 7, 7, 3]
    assert sorted((each.device, n) for p in found for each in p for n in range(each.after, each.until)) == sorted(
        (each.device, n) for each in stretches for n in range(each.after, each.until)
    )
    assert list(pieces([], 7)) == []


def test_a_picture_that_is_none_and_one_that_was_changed(hub: HubTeam, laptop: Laptops) -> None:
    lead, ann, firm = laptop(LEAD), laptop(ANN), Firm()
    put(lead.store, *firm.records, note := firm.note())
    hashes = []
    for data in (b"no picture at all", b"and no other"):
        hashes.append(hashlib.sha256(data).hexdigest())
        with lead.store.work("photo") as work:
            work.put_blob(hashes[-1], data)
            work.put(Attachment(visit_id=firm.visit.id, observation_id=note.id, sha256=hashes[-1]))
            work.commit()
    lead.sync()
    hub.run(LEAD, "SELECT shadow.share(%s, %s)", firm.visit.id, ANN)
    check = "SELECT conname FROM pg_constraint WHERE conrelid = 'shadow.blob'::regclass AND conname LIKE '%%sha%%'"
    names = [row[0] for row in hub.run("admin", check)] or ["blob_check"]
    rule = "ALTER TABLE shadow.blob {} CONSTRAINT " + names[0]
    hub.run("admin", rule.format("DROP"))
    try:
        hub.run("admin", "UPDATE shadow.blob SET data = 'else' WHERE sha256 = %s", hashes[0])
        done = ann.sync()
    finally:
        hub.run("admin", "TRUNCATE shadow.blob")
        hub.run("admin", rule.format("ADD") + " CHECK (sha256 = encode(sha256(data), 'hex'))")
    assert (done.later, done.pictures, len(done.refused)) == (1, 0, 1)
    assert "none that can be used" in done.refused[0]


def test_a_withdrawn_report_leaves_the_hub(hub: HubTeam, laptop: Laptops) -> None:
    lead, ann, firm = laptop(LEAD), laptop(ANN), Firm()
    contents = [b"what it said", b"%PDF what it looked like"]
    hashes = [hashlib.sha256(each).hexdigest() for each in contents]
    edition = Edition(
        report_kind=next(iter(ReportKind)),
        subject_id=TEAM,
        title="One day",
        released_at=datetime(2026, 11, 12, tzinfo=timezone.utc),
        content_sha256=hashes[0],
        pdf_sha256=hashes[1],
    )
    with lead.store.work("released") as work:
        for sha, data in zip(hashes, contents, strict=True):
            work.put_blob(sha, data)
        work.put(edition)
        work.commit()
    put(lead.store, firm.firm)
    lead.sync()
    assert ann.sync().pictures == 2
    put(ann.store, edition.edited(withdrawn_at=datetime(2026, 11, 13, tzinfo=timezone.utc), withdrawn_why="asked"))
    ann.sync()
    assert hub.run("admin", "SELECT count(*) FROM shadow.blob") == [(0,)]
    lead.sync()
    assert shown(lead) == shown(ann)


def test_what_came_bad_from_the_hub_is_kept_with_its_reason(hub: HubTeam, laptop: Laptops) -> None:
    lead = laptop(LEAD)
    lead.sync()
    hub.run("admin", "ALTER TABLE shadow.change DROP CONSTRAINT change_body_check")
    try:
        for seq, body in enumerate(("no json", "[]", '{"data": {"a\\u0000": 1}, "replaces": {}}', "7"), 1):
            hub.run(
                "admin",
                "INSERT INTO shadow.change (scope, device, seq, cid, op, kind, record_id, body) "
                "VALUES (%s, %s, %s, %s, 'put', 'role', %s, %s)",
                TEAM, "e" * 16, seq, f"{seq:016x}{'e' * 16}", uuid4(), body,
            )  # fmt: skip
        assert len(lead.sync().refused) == 4
        with lead.store.reading() as read:
            rows = read.connection.execute(refused.select()).all()
        assert {row.device for row in rows} == {"team hub"}
        assert all(row.payload and row.reason.endswith(".") for row in rows)
    finally:
        from shadow_app.storage.hub.link import connected
        from shadow_app.storage.hub.schema import statements

        hub.empty()
        rule = next(each for each in statements() if "CREATE TABLE" in each)
        check = rule[rule.index("body text NOT NULL CHECK") :].partition("CHECK")[2]
        ends = check.index(",\n    inserted_by")
        with connected(hub.address("admin")) as link:
            link.run(f"ALTER TABLE shadow.change ADD CONSTRAINT change_body_check CHECK {check[:ends]}")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"data": {"x": "a\x00"}}, "character"),
        ({"data": {"\ud800": 1}}, "character"),
        ({"data": {"x": [[[[[[[[[[[[[1]]]]]]]]]]]]]}}, "nested"),
        ({"data": {"x": 2**63}}, "too large"),
        ({"author": "a\x00"}, "character"),
        ({"replaces": {"x": ["none"]}}, "by ids"),
        ({"replaces": {"a\x00": []}}, "by names"),
        ({"data": {"x": [1.5, None, True, {"y": "z"}]}, "replaces": {"x": ["0" * 32]}}, None),
    ],
)
def test_what_no_database_should_keep(fields: dict[str, Any], said: str | None) -> None:
    whole: dict[str, Any] = {
        "scope": TEAM, "device": "a" * 16, "seq": 1, "cid": "0" * 32, "kind": "role", "record_id": new_id(),
        "data": {}, "replaces": {}, "author": "", "action": new_id(),
    }  # fmt: skip
    why = why_unfit(Change.model_construct(**{"op": "put", "label": "", **whole, **fields}))
    assert (why is None) if said is None else (why is not None and said in why)
