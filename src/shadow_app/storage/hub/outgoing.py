"""Telling the hub what it lacks: rows of the log here, as the hub keeps them, appended and never changed."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from shadow_app.domain.errors import ImportTrouble, Trouble
from shadow_app.domain.language import say
from shadow_app.domain.record import TEAM
from shadow_app.storage.erasing import OWNERS
from shadow_app.storage.hub.link import Hub, told
from shadow_app.storage.hub.rows import COLUMNS, Told
from shadow_app.storage.settle import chunks
from shadow_app.storage.tables import change

_UNFIT = re.compile("[\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_KEPT_IN_HUSK = ("author", "action", "undoes")
_MOST_REFUSALS = 100
_ERASED_AT_ONCE = 1_000

_NAMES = ", ".join((*COLUMNS, "body"))
_TYPES = ("uuid", "text", "bigint", "text", "text", "text", "uuid", "text")
_INCOMING = f"CREATE TEMP TABLE IF NOT EXISTS incoming AS SELECT {_NAMES} FROM shadow.change WHERE false"
_COPY = f"COPY incoming ({_NAMES}) FROM STDIN"
_APPEND = f"INSERT INTO shadow.change ({_NAMES}) SELECT {_NAMES} FROM incoming ON CONFLICT DO NOTHING"
_APPEND_ARRAYS = f"""
    INSERT INTO shadow.change ({_NAMES})
    SELECT * FROM unnest({", ".join(f"%s::{each}[]" for each in _TYPES)}) ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True)
class Rights:
    """What this login may tell the hub."""

    lead: bool
    devices: frozenset[str]
    scopes: frozenset[UUID]
    erased: frozenset[UUID]

    def may_tell(self, scope: UUID, device: str) -> bool:
        """Others' work is the lead's to pass on; everybody's own goes where they have a place."""
        return bool(self.devices) and (self.lead or (device in self.devices and scope in self.scopes))


@dataclass
class Pushed:
    """What came of it."""

    sent: int = 0
    erasures_kept_back: int = 0
    unfit: list[str] = field(default_factory=list)
    """Ids of changes that the hub does not take."""


def rights_of(hub: Hub) -> Rights | None:
    """What this login may do; None if the hub knows no such member."""
    role = hub.value("SELECT role FROM shadow.me")
    if role is None:
        return None
    return Rights(
        lead=role == "lead",
        devices=frozenset(row[0] for row in hub.rows("SELECT device FROM shadow.my_devices")),
        scopes=frozenset(UUID(str(row[0])) for row in hub.rows("SELECT scope FROM shadow.my_scopes")),
        erased=frozenset(UUID(str(row[0])) for row in hub.rows("SELECT record_id FROM shadow.erased")),
    )


def claim(hub: Hub, connection: Connection, rights: Rights) -> None:
    """Make the visits one's own that a device of this login made and nobody has told the hub of yet."""
    made = select(change.c.scope, change.c.replaces).where(
        change.c.kind == "visit",
        change.c.record_id == change.c.scope,
        change.c.device.in_(sorted(rights.devices)),
    )
    found = {row.scope for row in connection.execute(made) if not row.replaces} - rights.scopes - {TEAM}
    if found:
        hub.run("SELECT shadow.claim(%s::uuid[])", [str(each) for each in sorted(found)])


def tell_erased(hub: Hub, ids: Iterable[UUID]) -> None:
    """What was erased here loses its content there; only a lead's login may."""
    for some in chunks(sorted(ids), _ERASED_AT_ONCE):
        hub.run("SELECT shadow.erase(%s::uuid[])", [str(each) for each in some])


class Pusher:
    """Appends pieces. What the hub does not take is found by halving, so that it holds up nothing else."""

    def __init__(self, hub: Hub, rights: Rights) -> None:
        self.hub = hub
        self.rights = rights
        self.done = Pushed()
        self._erased = {each.hex for each in rights.erased}
        self._by_copy = can_copy(hub)

    def push(self, rows: list[Told]) -> None:
        """Append these, each once whoever else brings it.

        Raises:
            Trouble: the hub does not answer any more; what was appended before stays.
        """
        unfit = _unfit(rows)
        self.done.unfit += sorted(unfit)
        fit = [each for each in rows if each.cid not in unfit] if unfit else rows
        going = self._without_erasures([self._as_erased(each) for each in fit] if self._erased else fit)
        self.done.erasures_kept_back += len(fit) - len(going)
        self._append(going)

    def _without_erasures(self, rows: list[Told]) -> list[Told]:
        """A shadower tells only of those that a lead has told already, or that take nothing from anybody."""
        asked = set() if self.rights.lead else {(each.scope, each.record_id) for each in rows if each.op == "erase"}
        if not asked:
            return rows
        query = "SELECT w.r FROM unnest(%s::uuid[], %s::uuid[]) AS w(s, r) WHERE shadow.is_void(w.s, w.r)"
        void = {UUID(str(row[0])).hex for row in self.hub.rows(query, *map(list, zip(*asked, strict=True)))}
        return [each for each in rows if each.op == "put" or each.record_id in void]

    def _as_erased(self, row: Told) -> Told:
        if row.op == "erase" or not (row.record_id in self._erased or row.scope in self._erased):
            return row
        body = json.loads(row.body)
        left = {name: body["data"][name] for name in OWNERS.get(row.kind, ()) if body["data"].get(name)}
        kept = {name: body[name] for name in _KEPT_IN_HUSK}
        return row._replace(op="erase", body=json.dumps({"data": left, "replaces": {}, "label": "", **kept}))

    def _append(self, rows: list[Told]) -> None:
        if not rows:
            return
        try:
            self.done.sent += append(self.hub, rows, by_copy=self._by_copy)
        except _Refusal:
            if len(rows) == 1:
                self.done.unfit.append(rows[0].cid)
                if len(self.done.unfit) > _MOST_REFUSALS:
                    raise told_nothing(self.hub) from None
                return
            half = len(rows) // 2
            self._append(rows[:half])
            self._append(rows[half:])


class _Refusal(Trouble):
    """The hub answered, and did not take what it was told."""


def told_nothing(hub: Hub) -> ImportTrouble:
    """Something is wrong with all of it, such as a right that was taken back meanwhile."""
    return ImportTrouble(
        say(
            "The team hub {where} takes none of the changes that it lacks. Nothing is lost, they stay "
            "here: ask its lead whether this laptop may still write there.",
            where=hub.where,
        )
    )


def append(hub: Hub, rows: Collection[Told], *, by_copy: bool = True) -> int:
    """Append rows as one transaction; how many were new there."""
    import psycopg

    refusals = (psycopg.DataError, psycopg.IntegrityError, psycopg.errors.InsufficientPrivilege)
    with hub.sentences():
        try:
            if not by_copy:
                columns = [list(column) for column in zip(*rows, strict=True)]
                return hub.connection.execute(_APPEND_ARRAYS.encode(), columns).rowcount
            with hub.connection.transaction(), hub.connection.cursor() as cursor:
                cursor.execute("TRUNCATE incoming")
                with cursor.copy(_COPY.encode()) as copy:
                    copy.write("".join(map(_copied, rows)).encode())
                cursor.execute(_APPEND.encode())
                return cursor.rowcount
        except refusals:
            raise _Refusal("") from None


def can_copy(hub: Hub) -> bool:
    """Whether rows can go by COPY, which takes a quarter of the time.

    PostgreSQL refuses COPY into a table with row-level security, so it goes by way of one that nobody else sees. Where
    those are not allowed, or not known, the rows go as arrays.
    """
    import psycopg

    try:
        hub.connection.execute(_INCOMING.encode())
    except (psycopg.ProgrammingError, psycopg.NotSupportedError):
        return False
    except psycopg.Error as error:
        raise told(error, hub.where) from None
    return True


def _copied(row: Told) -> str:
    scope, device, seq, cid, op, kind, record_id, body = row
    return f"{scope}\t{device}\t{seq}\t{cid}\t{op}\t{_escaped(kind)}\t{record_id}\t{_escaped(body)}\n"


def _escaped(word: str) -> str:
    """As COPY reads it. JSON holds neither tabs nor line ends, but the name of an unknown kind may hold anything."""
    if "\\" in word:
        word = word.replace("\\", "\\\\")
    if word.isprintable():
        return word
    return word.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _unfit(rows: list[Told]) -> set[str]:
    """Ids of changes with characters for which PostgreSQL has no place; one look at all of them is mostly enough."""
    text = "".join(row.kind + row.body for row in rows)
    try:
        text.encode()
    except UnicodeEncodeError:
        pass
    else:
        if "\x00" not in text and "\\u" not in text:
            return set()
    return {row.cid for row in rows if not _is_fit(row)}


def _is_fit(row: Told) -> bool:
    if _UNFIT.search(row.kind) or _UNFIT.search(row.body):
        return False
    # As JSON writes it. A pair of surrogates is one character, so this has to be read.
    return not (_ESCAPED.search(row.body) and any(map(_UNFIT.search, _texts(json.loads(row.body)))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
