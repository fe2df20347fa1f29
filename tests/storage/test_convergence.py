"""Three laptops, every kind of work and every kind of accident: in the end all have the same, and nothing is lost."""

from __future__ import annotations

import hashlib
import json
import random
import secrets
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import uuid6
from pydantic import ValidationError
from sqlalchemy import select, text

from factories import NOON, Firm, put, tag
from laptops import DAY, START, Clock, Laptop, chance_note, empty_store, same_team, search_finds_all, state
from rogues import LONG, claim, erasure, introduction, moment, revocation, sealed_somehow, statement, twisted, written
from shadow_app.domain.authority import Authority
from shadow_app.domain.change import Change
from shadow_app.domain.errors import Refused
from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import Record, link_id, new_id
from shadow_app.domain.team import LEADS_STATES, STATEMENTS, Revocation, TeamRole, is_leads, leads_fields
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import BusinessDamage, Kind, ReviewState
from shadow_app.storage import change_log
from shadow_app.storage.conflicts import conflicts
from shadow_app.storage.erasing import OWNERS
from shadow_app.storage.fsck import differences
from shadow_app.storage.refusal_words import NO_EFFECT
from shadow_app.storage.seals import Signer, new_seed
from shadow_app.storage.tables import blob, change
from shadow_app.storage.trust import authority
from shadow_app.usecases.team import Team

_WAYS = ("full", "vector", "visit", "shuffle", "tail", "twice", "husks", "twisted")
_OFF = (-10 * 365 * DAY, -DAY, -3_600_000, 0, 3_600_000, 5 * DAY, 40 * 365 * DAY)
_ERASABLE = (Observation, Observation, Observation, Visit, PainPoint, Attachment)
_STEPS = (
    *("visit", "note", "note", "note", "pain", "tag", "sort", "edit", "edit", "edit", "grade", "move", "remove"),
    *("merge", "photo", "answer", "erase", "newer", "stray", "backup", "restore", "restore", "skew"),
    *("review", "review", "introduce", "introduce", "revoke", "forge", "forge", "forge"),
    *("pass_on",) * 7,
)
_OPENING = ("note", "note", "pain", "sort", "photo", "tell_all", "stray", "backup")


class World:
    """The three laptops, and what everybody was told is saved."""

    def __init__(self, folder: Path, empty: Path, clock: Clock, seed: int) -> None:
        self.rng = random.Random(seed)
        self.clock = clock
        self.laptops = [Laptop(folder / f"{name}.db", empty, clock, name) for name in ("Ann", "Ben", "Cem")]
        self.firm = Firm()
        self.count = Counter[str]()
        self.strange = 0
        self.letters: list[list[Change]] = []
        self.laptops[0].put(*self.firm.records)
        # Ann founded the team; the others have joined, and everybody has accepted everybody's key.
        same_team(*(each.store for each in self.laptops))
        for laptop in self.laptops:
            laptop.accept(self.laptops)
        self.ids = {each.name: each.store.device for each in self.laptops}

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.store.close()

    def step(self, name: str, who: int) -> None:
        self.clock.now += self.rng.randrange(5_000)
        self.count[name] += 1
        getattr(self, name)(self.laptops[who])

    def any(self, laptop: Laptop, kind: type[Record]) -> Any:
        return laptop.pick(kind, self.rng.randrange(12))

    def tell_all(self, laptop: Laptop) -> None:
        for taker in self.laptops:
            if taker is not laptop:
                taker.take(laptop.changes())

    def visit(self, laptop: Laptop) -> None:
        if (known := laptop.pick(Visit, 0)) is not None:
            laptop.put(Visit(**{**dict(known), "id": new_id(), "focus": chance_note(self.rng)}))

    def note(self, laptop: Laptop) -> None:
        if (visit := self.any(laptop, Visit)) is not None:
            words = chance_note(self.rng)
            laptop.put(Observation(visit_id=visit.id, at=NOON, text=words, kind=Kind.PAIN, role_id=visit.role_id))

    def pain(self, laptop: Laptop) -> None:
        laptop.put(PainPoint(service_id=self.firm.scanning.id, title=chance_note(self.rng)))

    def tag(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            about = (self.firm.scanning, self.firm.labels, self.firm.email)[self.rng.randrange(3)]
            laptop.put(tag(note, about, primary=self.rng.random() < 0.5))

    def sort(self, laptop: Laptop) -> None:
        note, point = self.any(laptop, Observation), self.any(laptop, PainPoint)
        if note is not None and point is not None:
            link = link_id(point.id, note.id)
            laptop.put(PainPointMember(id=link, pain_point_id=point.id, observation_id=note.id))

    def stray(self, laptop: Laptop) -> None:
        """A tag arrives before its note does."""
        if (visit := self.any(laptop, Visit)) is None:
            return
        note = Observation(visit_id=visit.id, at=NOON, text=chance_note(self.rng))
        early = tag(note, self.firm.labels)
        laptop.put(note, early)
        taker = self.rng.choice([each for each in self.laptops if each is not laptop])
        taker.take([each for each in laptop.changes() if each.record_id == early.id])
        with taker.store.reading() as read:
            self.count["waiting"] += read.connection.scalar(text("SELECT count(*) FROM limbo")) or 0

    def edit(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            laptop.put(note.edited(text=chance_note(self.rng)))

    def grade(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            laptop.put(note.edited(business_damage=BusinessDamage(self.rng.randrange(5))))

    def move(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            known = [each.id for each in (self.firm.driver, self.firm.loader)]
            laptop.put(note.edited(role_id=self.rng.choice((*known, None))))

    def remove(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            laptop.put(note.edited(removed=self.rng.random() < 0.6))

    def merge(self, laptop: Laptop) -> None:
        left, right = self.any(laptop, PainPoint), self.any(laptop, PainPoint)
        if left is not None and left != right:
            with self.tried("merged"):
                laptop.put(left.edited(merged_into_id=right.id, removed=True))

    def photo(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is None:
            return
        data = self.rng.randbytes(40)
        sha = hashlib.sha256(data).hexdigest()
        with laptop.at_work() as store, store.work("photo") as work:
            work.put_blob(sha, data)
            work.put(Attachment(visit_id=note.visit_id, observation_id=note.id, sha256=sha))
            work.commit()

    def answer(self, laptop: Laptop) -> None:
        with laptop.store.reading() as read:
            found = conflicts(read)
        if found:
            one = self.rng.choice(found)
            # The first claim may be of a later version, and is refused here.
            with suppress(ValidationError, Refused), laptop.at_work() as store, store.work("answered") as work:
                work.answer(work.recall(one.kind, one.record_id), one.field, one.claims[0].value)
                work.commit()

    def erase(self, laptop: Laptop) -> None:
        record = self.any(laptop, self.rng.choice(_ERASABLE))
        if record is not None:
            with self.tried("erased"), laptop.at_work() as store, store.work("erased") as work:
                work.erase(record)
                work.commit()

    @contextmanager
    def tried(self, what: str) -> Iterator[None]:
        """What only a lead may do is done by whoever is one now, and refused to everybody else."""
        try:
            yield
        except Refused:
            self.count[f"{what} not by a lead"] += 1
        else:
            self.count[f"really {what}"] += 1

    def review(self, laptop: Laptop) -> None:
        if (note := self.any(laptop, Observation)) is not None:
            with self.tried("reviewed"):
                laptop.put(note.edited(state=self.rng.choice(list(ReviewState))))

    def known_as(self, who: Laptop, by: Laptop) -> str:
        """A laptop that was put back goes by a new name, and its key by the old one."""
        return who.store.device if who is by else self.ids[who.name]

    def introduce(self, laptop: Laptop) -> None:
        """Ann or another lead makes somebody a lead or a shadower: for good, or for as long as a few steps last."""
        who = self.rng.choice(self.laptops)
        soon = moment(self.clock.now + laptop.off + 1 + self.rng.randrange(40_000))
        until = None if self.rng.random() < 0.5 else soon
        role = TeamRole.LEAD if self.rng.random() < 0.8 else TeamRole.SHADOWER
        with self.tried("introduced"), laptop.at_work() as store:
            Team(store).introduce(self.known_as(who, laptop), role, until)

    def revoke(self, laptop: Laptop) -> None:
        """Now, or from some time ago on: what was done since then loses its effect."""
        who = self.rng.choice(self.laptops)
        key = who.store.signer.public_key
        at = moment(self.clock.now + laptop.off - self.rng.randrange(60_000))
        with self.tried("revoked"), laptop.at_work() as store:
            if self.rng.random() < 0.5:
                Team(store).revoke(self.known_as(who, laptop), "lost")
            else:
                put(store, Revocation(device=who.store.device, public_key=key, at=at, why="lost some time ago"))

    def forge(self, laptop: Laptop) -> None:
        """Somebody writes what only a lead may, past the program."""
        self.strange += 1
        device = f"{self.strange:016x}"
        tick = (self.clock.now + laptop.off << 16) + self.strange
        note, point = self.any(laptop, Observation), self.any(laptop, PainPoint)
        visit = self.any(laptop, Visit)
        own, root = laptop.store.signer, self.laptops[0].store.signer
        now = moment(self.clock.now + laptop.off)
        claims = [
            statement(introduction(device, own.public_key, now), device, tick),
            statement(revocation(self.laptops[0].store.device, root.public_key, now - LONG), device, tick),
        ]
        if note is not None:
            # It says that it has seen what stands there, so that nobody would ask which one holds.
            claims += [claim(note, device, tick, laptop.heads(note), state=state) for state in LEADS_STATES]
            claims += [written(Observation(**{**dict(note), "id": new_id()}), device, tick, data=_accepted(note))]
            claims += [erasure(note, device, tick), erasure(visit, device, tick)]
        if point is not None:
            claims.append(claim(point, device, tick, laptop.heads(point), merged_into_id=str(new_id())))
        made = sealed_somehow(self.rng.choice(claims), own, self.rng)
        laptop.take([made], sender=device)
        self.count["forged"] += 1

    def newer(self, laptop: Laptop) -> None:
        """A laptop with a later version of the program wrote something, or a broken one did."""
        self.strange += 1
        how = self.rng.randrange(4)
        note = self.any(laptop, Observation)
        if note is None:
            return
        device = f"{self.strange:016x}"
        cid = f"{(self.clock.now << 16) + self.strange:016x}{device}"
        data: dict[str, Any] = (
            {"mood": "better than ever"},
            {"kind": "a_kind_of_later"},
            {"text": 17},
            {"visit_id": str(note.visit_id), "colour": "red"},
        )[how]
        kind = "observation" if how < 3 else "moodboard"
        made = Change(
            scope=note.visit_id,
            device=device,
            seq=1,
            cid=cid,
            kind=kind,
            record_id=note.id if how < 3 else new_id(),
            data=data,
            replaces={name: [] for name in data} if how < 3 else {},
            author="Dee",
            action=new_id(),
        )
        laptop.take([made], sender=device)

    def pass_on(self, giver: Laptop) -> None:
        taker = self.rng.choice([each for each in self.laptops if each is not giver])
        way = self.rng.choice(_WAYS)
        self.count[f"by {way}"] += 1
        match way:
            case "full":
                taker.take(giver.changes())
            case "vector":
                taker.take(giver.changes(taker.vector()))
            case "visit":
                if (visit := giver.pick(Visit, self.rng.randrange(9))) is not None:
                    taker.take(giver.of_visit(visit.id))
            case "shuffle":
                changes = giver.changes()
                self.rng.shuffle(changes)
                middle = len(changes) // 2
                taker.take(changes[:middle])
                taker.take(changes[middle:])
            case "tail":
                changes = giver.changes()
                if self.rng.random() < 0.5:
                    self.rng.shuffle(changes)
                taker.take(changes[self.rng.randrange(len(changes) + 1) :])
            case "twice":
                changes = giver.changes()
                taker.take(changes)
                again = taker.take(changes)
                assert again.fresh == 0
            case "twisted":
                known = [each.store.signer for each in self.laptops]
                key = self.rng.choice((*known, Signer(new_seed())))
                taker.take(twisted(giver.changes(), key, self.rng))
            case "husks":
                # Old letters that arrive late: what was erased since must stay erased.
                self.letters.append(giver.changes())
                taker.take(self.letters[self.rng.randrange(len(self.letters))])

    def backup(self, laptop: Laptop) -> None:
        laptop.keep_backup()

    def restore(self, laptop: Laptop) -> None:
        if laptop.backup is not None:
            self.count["really restored"] += 1
            if told := self.rng.random() < 0.5:
                # What was written since the backup is known elsewhere, so its numbers are used twice.
                self.note(laptop)
                self.tell_all(laptop)
            laptop.restore()
            self.clock.now += 1 + self.rng.randrange(5_000)
            self.note(laptop)
            if told:
                self.rng.choice([each for each in self.laptops if each is not laptop]).take(laptop.changes())

    def skew(self, laptop: Laptop) -> None:
        laptop.off = self.rng.choice(_OFF)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return empty_store(tmp_path_factory.mktemp("empty"))


def _accepted(note: Observation) -> dict[str, Any]:
    data = note.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    return {**data, "state": ReviewState.ACCEPTED.value}


def nothing_by_chance(monkeypatch: pytest.MonkeyPatch, clock: Clock, seed: int) -> None:
    """The same ids, keys and moments for the same seed, so that what failed once fails again."""
    rng = random.Random(seed)
    monkeypatch.setattr(secrets, "token_bytes", rng.randbytes)
    monkeypatch.setattr(secrets, "token_hex", lambda count: rng.randbytes(count).hex())
    monkeypatch.setattr(secrets, "randbits", rng.getrandbits)
    monkeypatch.setattr(secrets, "randbelow", rng.randrange)
    monkeypatch.setattr(uuid6, "_last_v7_timestamp", None)
    monkeypatch.setattr(uuid6, "time", clock)
    clock.now, clock.off = START, 0


def runs(count: int, longest: int) -> Iterator[tuple[int, int]]:
    """Seeds and numbers of steps, the same on every machine and whatever the code is."""
    for number in range(count):
        rng = random.Random(number)
        yield rng.randrange(2**32), rng.randint(15, longest)


def test_whatever_happens_all_end_up_with_the_same(
    empty: Path, thorough: bool, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    clock = Clock()
    monkeypatch.setattr(change_log, "time", clock)
    total = Counter[str]()

    def run(seed: int, many: int) -> None:
        nothing_by_chance(monkeypatch, clock, seed)
        with tempfile.TemporaryDirectory() as folder:
            world = World(Path(folder), empty, clock, seed)
            try:
                for step in _OPENING:
                    world.step(step, 0)
                for _ in range(many):
                    world.step(world.rng.choice(_STEPS), world.rng.randrange(3))
                gossip(world)
                check(world)
                total.update(world.count)
            finally:
                world.close()

    for seed, many in runs(pytestconfig.getoption("--runs") or (300 if thorough else 30), 120 if thorough else 30):
        try:
            run(seed, many)
        except BaseException as failed:
            failed.add_note(f"seed {seed}, {many} steps")
            raise
    if (pytestconfig.getoption("--runs") or 30) < 30:
        return
    # Chance must really have brought about what this is about.
    wanted = (
        "conflicts",
        "erased",
        "restored",
        "introduced",
        "revoked",
        "reviewed",
        "forks",
        "waiting",
        "forged",
        "sealed anew",
    )
    reached = {name: total[name] or total[f"really {name}"] for name in wanted}
    reached["refused"] = total["erased not by a lead"] + total["reviewed not by a lead"]
    assert min(reached.values()) > 0, total


def gossip(world: World) -> None:
    """Everybody tells everybody everything, in any order, by cursor and then whole, until there is nothing new.

    Whole, as files and folders do: where a copied laptop used a number twice, and the next number came from one of the
    two only, both ends are alike and cursors say nothing.
    """
    told = {each.cid for laptop in world.laptops for each in laptop.changes()}
    by_cursor = True
    for turn in range(8):
        fresh = 0
        pairs = [(giver, taker) for giver in world.laptops for taker in world.laptops if giver is not taker]
        world.rng.shuffle(pairs)
        for giver, taker in pairs:
            absorbed = taker.take(giver.changes(taker.vector() if by_cursor else None))
            fresh += absorbed.fresh
        if not fresh and not by_cursor:
            break
        by_cursor = by_cursor and bool(fresh)
        assert turn < 7, "the laptops never stop telling each other something new"
    world.count["forks"] += len({device for laptop in world.laptops for device in laptop.forked})
    for laptop in world.laptops:
        assert {each.cid for each in laptop.changes()} == told, f"{laptop.name} lacks changes that somebody made"


def check(world: World) -> None:
    first, *others = (state(laptop) for laptop in world.laptops)
    logs = [told_by_id(laptop.changes()) for laptop in world.laptops]
    for log in logs[1:]:
        if log != logs[0]:
            pytest.fail(f"the logs differ: {[(logs[0][cid], log[cid]) for cid in log if log[cid] != logs[0][cid]][:3]}")
    world.count["sealed anew"] += sum(len(each) > 1 for each in logs[0].values())
    for laptop, other in zip(world.laptops[1:], others, strict=True):
        for name, rows in first.items():
            if rows != other[name]:
                # Without the values: pytest would print thousands of lines.
                pytest.fail(f"{name} of Ann and {laptop.name} differ: {_unlike(rows, other[name])}")
    disputed = []
    for laptop in world.laptops:
        with laptop.store.reading() as read:
            disputed.append(conflicts(read))
    assert disputed[0] == disputed[1] == disputed[2]
    world.count["conflicts"] += len(disputed[0])
    # The tables are equal, so the log of one of them will do.
    assert differences(world.rng.choice(world.laptops).store) == []
    for laptop in world.laptops:
        search_finds_all(laptop)
        with laptop.store.reading() as read:
            assert read.connection.execute(text("PRAGMA foreign_key_check")).all() == []
            shown_is_the_latest_head(read.connection, first)
            nothing_of_what_was_erased(read.connection, {row[0] for row in first["erased"]})


def told_by_id(changes: list[Change]) -> dict[str, list[dict[str, Any]]]:
    """Id → all that is said to be that change, each once; what nothing proves counts only where nothing else is."""
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for each in changes:
        told = each.model_dump(mode="json", include={"op", "kind", "record_id", "data", "replaces", "seal"})
        found[each.cid][json.dumps(told, sort_keys=True)] = told
    return {cid: _proven([each for _, each in sorted(told.items())]) for cid, told in found.items()}


def _proven(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    proven = [each for each in told if each["seal"] or not is_leads(each["op"], each["kind"], each["data"])]
    return proven or [each for each in told if each["op"] == "put"] or told


def _unlike(one: Any, other: Any) -> str:
    if not isinstance(one, dict):
        return str([each for each in (*one, *other) if (each in one) != (each in other)])[:600]
    return str(
        [
            (key, name, one.get(key, {}).get(name), other.get(key, {}).get(name))
            for key in {**one, **other}
            for name in {**one.get(key, {}), **other.get(key, {})}
            if one.get(key, {}).get(name) != other.get(key, {}).get(name)
        ]
    )[:600]


def shown_is_the_latest_head(connection: Any, tables: dict[str, Any]) -> None:
    """The rule once more, in its plainest words, against every field of every row."""
    who = authority(connection)
    log: dict[tuple[str, UUID], dict[str, Any]] = defaultdict(dict)
    forged = set(connection.scalars(select(change.c.cid).where(change.c.op == "erase", change.c.seal != "")))
    for row in connection.execute(select(change).where(change.c.op == "put")):
        if row.cid in forged and not row.seal and is_leads(row.op, row.kind, row.data):
            # Nothing proves it, and something else says under a seal that it is this change.
            continue
        said = log[row.kind, row.record_id]
        if row.cid not in said or _says_more(who, row) > _says_more(who, said[row.cid]):
            said[row.cid] = row
    missing = {(kind, record_id) for kind, record_id, _ in tables["limbo"]}
    unfit = {(kind, record_id) for kind, record_id, _, why in tables["unshown"] if NO_EFFECT not in why}
    for (name, record_id), changes in log.items():
        if name not in BY_NAME:
            continue
        void = {
            cid: leads_fields(name, each.data)
            for cid, each in changes.items()
            if not (each.seal and who.leads(each.seal[:64], cid))
        }
        row = tables[name].get(record_id)
        if row is None:
            said = void if name in STATEMENTS else {}
            made = [cid for cid, each in changes.items() if not each.replaces and not said.get(cid)]
            assert not made or (name, record_id) in missing | unfit, f"{name} {record_id} is lost"
            continue
        record = BY_NAME[name].model_construct(**row)
        shown = record.model_dump(mode="json", exclude={"heads"}, warnings=False)
        for field in {field for each in changes.values() for field in each.data} & BY_NAME[name].model_fields.keys():
            replaced = _replaced(changes, void, field)
            heads = {
                cid: each
                for cid, each in changes.items()
                if cid not in replaced
                and (field in each.data or not each.replaces)
                and (field not in void.get(cid, ()) or not each.replaces)
            }
            latest = max(heads)
            claimed = field in heads[latest].data and field not in void.get(latest, ())
            if claimed and (name, record_id) not in missing | unfit:
                assert shown[field] == heads[latest].data[field], f"{name}.{field} hides a later value"


def _says_more(who: Authority, row: Any) -> tuple[bool, bool, str, str]:
    """Of several that say to be one change: a lead's, then what needs no lead, then any, the same for all."""
    by_lead = bool(row.seal) and who.leads(row.seal[:64], row.cid)
    for_anybody = not row.seal and not is_leads(row.op, row.kind, row.data)
    return by_lead, for_anybody, row.seal, json.dumps([row.data, row.replaces], sort_keys=True)


def _replaced(changes: dict[str, Any], void: dict[str, Any], field: str) -> set[str]:
    """What somebody wrote over whose word counts, and what was written over by those whose word does not."""
    found: set[str] = set()
    ahead = [
        cid for by, each in changes.items() if field not in void.get(by, ()) for cid in each.replaces.get(field, [])
    ]
    while ahead:
        cid = ahead.pop()
        if cid not in found:
            found.add(cid)
            if field in void.get(cid, ()):
                ahead += changes[cid].replaces.get(field, [])
    return found


def nothing_of_what_was_erased(connection: Any, gone: set[UUID]) -> None:
    who = authority(connection)
    by_leads = {
        row.record_id
        for row in connection.execute(select(change).where(change.c.op == "erase", change.c.seal != ""))
        if who.leads(row.seal[:64], row.cid)
    }
    assert bool(gone) == bool(by_leads), "only a lead erases"
    for row in connection.execute(select(change)):
        owners = {row.data.get(name) for name in OWNERS.get(row.kind, ())}
        if row.record_id in gone or row.scope in gone:
            assert row.op == "erase"
        else:
            assert row.record_id not in by_leads
            assert not owners & {str(each) for each in gone}, "a child outlives its note"
        if row.op == "erase":
            assert row.data.keys() <= set(OWNERS.get(row.kind, ()))
    kept = {
        row.data["sha256"]
        for row in connection.execute(select(change).where(change.c.kind == "attachment", change.c.op == "put"))
    }
    assert set(connection.scalars(select(blob.c.sha256))) <= kept, "a picture outlives its erasure"
