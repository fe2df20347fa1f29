"""Who may do what at the hub, tried on a real PostgreSQL by those who may not (`reliability.md` §4)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors

from hub_server import Server
from hub_team import ANN, BEN, DEVICES, LEAD, READER, HubTeam
from shadow_app.domain.record import TEAM

COLUMNS = "scope, device, seq, cid, op, kind, record_id, body"
ADD = f"INSERT INTO shadow.change ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
ANNS, BENS, NOTE = UUID(int=1), UUID(int=2), UUID(int=9)


def row(scope: UUID, device: str, seq: int, op: str = "put", record: UUID = NOTE, **fields: Any) -> list[Any]:
    data = {"text": "gun logs out"} if op == "put" else {}
    body = {"data": data, "replaces": {}, "author": "Ann", "action": str(uuid4()), "label": "x", "undoes": None}
    return [scope, device, seq, f"{seq:016x}{device}", op, "observation", record, json.dumps({**body, **fields})]


@pytest.fixture
def people(hub: HubTeam) -> HubTeam:
    """Everybody has a laptop; Ann and Ben have a visit each, and Ann has written a note."""
    return settled(hub)


@pytest.fixture(scope="module")
def shut(server: Server) -> Iterator[HubTeam]:
    """The same, for all that is refused and so leaves nothing behind."""
    made = settled(HubTeam(server, "shut"))
    yield made
    made.close()


def settled(hub: HubTeam) -> HubTeam:
    hub.add_devices()
    hub.run(ANN, "SELECT shadow.claim(%s::uuid[])", [str(ANNS)])
    hub.run(BEN, "SELECT shadow.claim(%s::uuid[])", [str(BENS)])
    hub.run(ANN, ADD, *row(ANNS, DEVICES[ANN], 1))
    return hub


def seen(people: HubTeam, login: str) -> int:
    return int(people.run(login, "SELECT count(*) FROM shadow.change")[0][0])


ALLOWED: dict[str, tuple[str, list[Any]]] = {
    "own device, own visit": (ANN, row(ANNS, DEVICES[ANN], 2)),
    "own device, the team's records": (ANN, row(TEAM, DEVICES[ANN], 1)),
    "the lead passes on what somebody wrote": (LEAD, row(ANNS, DEVICES[ANN], 3)),
    "the lead erases": (LEAD, row(ANNS, DEVICES[LEAD], 1, "erase")),
    "a husk of what the hub never had": (ANN, row(ANNS, DEVICES[ANN], 4, "erase", UUID(int=77))),
}
DENIED: dict[str, tuple[str, list[Any]]] = {
    "somebody else's device": (ANN, row(ANNS, DEVICES[BEN], 1)),
    "an id that somebody else's device gives out": (
        ANN,
        [*row(ANNS, DEVICES[ANN], 2)[:3], f"{2:016x}{DEVICES[BEN]}", *row(ANNS, DEVICES[ANN], 2)[4:]],
    ),
    "a device that nobody has": (ANN, row(ANNS, "c" * 16, 1)),
    "somebody else's visit": (ANN, row(BENS, DEVICES[ANN], 1)),
    "a visit that nobody has claimed": (ANN, row(UUID(int=3), DEVICES[ANN], 1)),
    "a shadower erases": (ANN, row(ANNS, DEVICES[ANN], 2, "erase")),
    "a shadower erases the team's": (BEN, row(TEAM, DEVICES[BEN], 1, "erase")),
    "an erasure that still holds something": (
        LEAD,
        row(ANNS, DEVICES[LEAD], 1, "erase", data={"text": "kept"}),
    ),
}


def test_may_be_told_and_twice_is_once(people: HubTeam) -> None:
    for many, (login, values) in enumerate(ALLOWED.values(), 2):
        people.run(login, ADD, *values)
        people.run(login, ADD, *values)
        assert seen(people, LEAD) == many
    assert people.run(LEAD, "SELECT DISTINCT inserted_by FROM shadow.change ORDER BY 1") == [(ANN,), (LEAD,)]


@pytest.mark.parametrize("name", DENIED)
def test_may_not_be_told(shut: HubTeam, name: str) -> None:
    login, values = DENIED[name]
    before = seen(shut, LEAD)
    with pytest.raises(errors.InsufficientPrivilege):
        shut.run(login, ADD, *values)
    assert seen(shut, LEAD) == before


FORBIDDEN = {
    "update": "UPDATE shadow.change SET body = '{}'",
    "delete": "DELETE FROM shadow.change",
    "truncate": "TRUNCATE shadow.change",
    "update contents": "UPDATE shadow.blob SET data = ''",
    "delete contents": "DELETE FROM shadow.blob",
    "become the owner": "SET ROLE shadow_owner",
    "switch the rights off": "ALTER TABLE shadow.change DISABLE ROW LEVEL SECURITY",
    "look past them": "ALTER TABLE shadow.change NO FORCE ROW LEVEL SECURITY",
    "drop it": "DROP TABLE shadow.change",
    "a trigger": "CREATE RULE r AS ON INSERT TO shadow.change DO INSTEAD NOTHING",
    "make oneself a lead": "UPDATE shadow.member SET role = 'lead'",
    "a device of one's own": f"INSERT INTO shadow.device (device, login, label) VALUES ('{'c' * 16}', 'ann', '')",
    "say who wrote it": "INSERT INTO shadow.change (inserted_by) VALUES ('lena')",
    "move the hub to another team": f"UPDATE shadow.about SET root = '{'0' * 64}'",
    "share by hand": f"INSERT INTO shadow.scope_share VALUES ('{BENS}', 'ann')",
    "say that it was erased": f"INSERT INTO shadow.erased (record_id) VALUES ('{BENS}')",
}
LEADS_ALONE = {
    "erase": f"SELECT shadow.erase(ARRAY['{NOTE}']::uuid[])",
    "share": f"SELECT shadow.share('{BENS}', 'ann')",
    "give": f"SELECT shadow.give('{BENS}', 'ann')",
    "unshare": f"SELECT shadow.unshare('{BENS}', 'ben')",
    "found": f"SELECT shadow.found('{'0' * 64}')",
    "add a device": f"SELECT shadow.add_device('{'c' * 16}', 'ann', '')",
    "revoke a device": f"SELECT shadow.revoke_device('{DEVICES[BEN]}')",
    "revoke a member": "SELECT shadow.revoke_member('ben')",
    "read the views": "SELECT * FROM shadow_bi.notes",
}


@pytest.mark.parametrize("login", [ANN, LEAD])
@pytest.mark.parametrize("name", FORBIDDEN)
def test_nobody_may(shut: HubTeam, name: str, login: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        shut.run(login, FORBIDDEN[name])


def test_only_a_lead_may(people: HubTeam) -> None:
    for query in LEADS_ALONE.values():
        with pytest.raises(errors.InsufficientPrivilege):
            people.run(ANN, query)
        people.run(LEAD, query)


def test_copy_straight_into_it_is_refused(shut: HubTeam) -> None:
    with (
        pytest.raises(errors.FeatureNotSupported),
        shut.as_(ANN).cursor() as cursor,
        cursor.copy(f"COPY shadow.change ({COLUMNS}) FROM STDIN".encode()),
    ):
        pass


def test_everybody_reads_the_own_and_the_teams(people: HubTeam) -> None:
    people.run(BEN, ADD, *row(BENS, DEVICES[BEN], 1))
    people.run(LEAD, ADD, *row(TEAM, DEVICES[LEAD], 1))
    assert (seen(people, ANN), seen(people, BEN), seen(people, LEAD)) == (2, 2, 3)
    people.run(LEAD, "SELECT shadow.share(%s, %s)", ANNS, BEN)
    assert (seen(people, ANN), seen(people, BEN)) == (2, 3)
    people.run(BEN, ADD, *row(ANNS, DEVICES[BEN], 1))
    people.run(LEAD, "SELECT shadow.unshare(%s, %s)", ANNS, BEN)
    assert seen(people, BEN) == 2
    people.run(LEAD, "SELECT shadow.share(%s, %s)", BENS, "*")
    assert seen(people, ANN) == 4


def test_a_visit_belongs_to_the_first_who_claims_it(people: HubTeam) -> None:
    people.run(BEN, "SELECT shadow.claim(%s::uuid[])", [str(ANNS), str(TEAM)])
    assert seen(people, BEN) == 0
    people.run(LEAD, "SELECT shadow.give(%s, %s)", ANNS, BEN)
    assert (seen(people, ANN), seen(people, BEN)) == (0, 1)


@pytest.mark.parametrize("how", ["SELECT shadow.revoke_device('{device}')", "SELECT shadow.revoke_member('{login}')"])
def test_a_lost_laptop_tells_nothing_more(people: HubTeam, how: str) -> None:
    people.run(LEAD, how.format(device=DEVICES[ANN], login=ANN))
    with pytest.raises(errors.InsufficientPrivilege):
        people.run(ANN, ADD, *row(ANNS, DEVICES[ANN], 2))
    people.run(ANN, "SELECT shadow.claim(%s::uuid[])", [str(UUID(int=5))])
    assert people.run(ANN, "SELECT count(*) FROM shadow.my_devices") == [(0,)]
    # Whoever has gone sees nothing; whose laptop is lost still reads on another.
    assert seen(people, ANN) == (1 if "device" in how else 0)
    with pytest.raises(errors.UniqueViolation if "device" in how else errors.NoDataFound):
        people.run(LEAD, "SELECT shadow.add_device(%s, %s, '')", DEVICES[ANN], ANN)
    assert seen(people, LEAD) == 1


def test_a_device_stays_whose_it_is(shut: HubTeam) -> None:
    with pytest.raises(errors.UniqueViolation):
        shut.run(LEAD, "SELECT shadow.add_device(%s, %s, '')", DEVICES[ANN], BEN)


def test_a_group_is_nobody(people: HubTeam) -> None:
    people.run(ANN, "SET ROLE shadow_shadower")
    assert seen(people, ANN) == 0
    people.leave(ANN)


def test_the_reader_reads_the_views_and_nothing_else(shut: HubTeam) -> None:
    assert shut.run(READER, "SELECT count(*) FROM shadow_bi.visits") == [(0,)]
    for name in ("change", "blob", "member", "device", "shown", "me", "erased"):
        with pytest.raises(errors.InsufficientPrivilege):
            shut.run(READER, f"SELECT * FROM shadow.{name}")
    with pytest.raises(errors.InsufficientPrivilege):
        shut.run(READER, "SELECT shadow.fold('[]')")


def test_somebody_of_another_hub_on_the_same_server_is_nobody_here(people: HubTeam) -> None:
    people.run("admin", "DELETE FROM shadow.member WHERE login = 'ann'")
    assert seen(people, ANN) == 0
    with pytest.raises(errors.InsufficientPrivilege):
        people.run(ANN, ADD, *row(TEAM, DEVICES[ANN], 1))
    people.run("admin", "UPDATE shadow.member SET role = 'shadower' WHERE login = 'lena'")
    assert people.run(LEAD, "SELECT * FROM shadow.people") == []
    with pytest.raises(errors.InsufficientPrivilege):
        people.run(LEAD, LEADS_ALONE["erase"])


def test_the_lead_erases_and_husks_stay(people: HubTeam) -> None:
    people.run(ANN, ADD, *row(ANNS, DEVICES[ANN], 2, record=UUID(int=10)))
    note, other = NOTE, UUID(int=10)
    tag = row(ANNS, DEVICES[ANN], 3, record=UUID(int=11), data={"observation_id": str(note), "primary": True})
    people.run(ANN, ADD, *tag[:5], "service_tag", *tag[6:])
    assert people.run(LEAD, "SELECT shadow.erase(%s::uuid[])", [str(note), str(UUID(int=11))]) == [(2,)]
    found = people.run(ANN, "SELECT record_id, op, body FROM shadow.change ORDER BY seq")
    assert [(each[0], each[1]) for each in found] == [(note, "erase"), (other, "put"), (UUID(int=11), "erase")]
    husks = [json.loads(each[2]) for each in (found[0], found[2])]
    assert [each["data"] for each in husks] == [{}, {"observation_id": str(note)}]
    assert {(each["author"], each["label"]) for each in husks} == {("Ann", "")}
    # Nothing of it comes back, and a husk of it may follow.
    with pytest.raises(errors.InsufficientPrivilege):
        people.run(ANN, ADD, *row(ANNS, DEVICES[ANN], 4))
    people.run(ANN, ADD, *row(ANNS, DEVICES[ANN], 4, "erase"))
    with pytest.raises(errors.InsufficientPrivilege):
        people.run(LEAD, "SELECT shadow.erase(%s::uuid[])", [str(TEAM)])


def test_contents_are_what_their_hash_says(people: HubTeam) -> None:
    add = "INSERT INTO shadow.blob (scope, sha256, data) VALUES (%s, encode(sha256(%s), 'hex'), %s)"
    with pytest.raises(errors.CheckViolation):
        people.run(ANN, add, ANNS, b"one", b"two")
    people.run(ANN, add, ANNS, b"one", b"one")
    for login, scope in ((ANN, BENS), (BEN, ANNS)):
        with pytest.raises(errors.InsufficientPrivilege):
            people.run(login, add, scope, b"two", b"two")
    many = "SELECT count(*) FROM shadow.blob"
    assert (people.run(BEN, many), people.run(LEAD, many)) == ([(0,)], [(1,)])
    # No change names it, so it is not needed.
    people.run(ANN, "SELECT shadow.drop_unused()")
    assert people.run(LEAD, many) == [(0,)]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda values: [*values[:7], '{"data": {"text": "a\\u0000b"}, "replaces": {}}'],
        lambda values: [*values[:7], '{"data": {"text": "\\ud800"}, "replaces": {}}'],
        lambda values: [*values[:7], "no json"],
        lambda values: [*values[:7], '{"data": [], "replaces": {}}'],
        lambda values: [*values[:7], "{}"],
        lambda values: [*values[:2], 0, *values[3:]],
        lambda values: [*values[:3], "x", *values[4:]],
        lambda values: [*values[:4], "drop", *values[5:]],
        lambda values: [*values[:5], "k" * 41, *values[6:]],
    ],
    ids=["NUL", "surrogate", "no JSON", "no object", "nothing", "number 0", "no id", "no verb", "long kind"],
)
def test_what_no_database_should_keep_is_refused(shut: HubTeam, spoil: Callable[[list[Any]], list[Any]]) -> None:
    with pytest.raises((errors.DataError, errors.IntegrityError, errors.InsufficientPrivilege)):
        shut.run(ANN, ADD, *spoil(row(ANNS, DEVICES[ANN], 2)))
    assert seen(shut, LEAD) == 1


@pytest.mark.parametrize("word", ["a\x00b", "\ud800"])
def test_the_driver_keeps_it_from_the_wire(shut: HubTeam, word: str) -> None:
    with pytest.raises((psycopg.DataError, UnicodeEncodeError)):
        shut.run(ANN, ADD, *row(ANNS, DEVICES[ANN], 2)[:5], word, NOTE, "{}")
