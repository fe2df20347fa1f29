"""What a hub is made of, as SQL: printed for whoever wants to read it first, and applied as often as one likes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from shadow_app.domain.errors import ImportTrouble, Refused
from shadow_app.domain.language import say
from shadow_app.domain.record import TEAM
from shadow_app.storage.erasing import OWNERS

if TYPE_CHECKING:
    from shadow_app.storage.hub.link import Hub

VERSION = 1
ROLES = ("shadower", "lead", "reader")
_UNFIT = re.compile("[\x00-\x1f\x7f\ud800-\udfff$]")


@dataclass(frozen=True)
class NewMember:
    """Somebody who is to get in: a login of the server, whose it is, and as what. A reader sees the BI views alone."""

    name: str
    login: str
    role: str

    @classmethod
    def from_words(cls, words: str) -> NewMember:
        """From NAME:LOGIN:ROLE.

        Raises:
            Refused: it is not written so.
        """
        parts = [each.strip() for each in words.split(":")]
        if len(parts) != 3 or not parts[0] or not parts[1] or parts[2] not in ROLES or _UNFIT.search(words):
            raise Refused(
                say("A member is written NAME:LOGIN:ROLE, such as Ann:ann:lead; ROLE is {list}.", list=", ".join(ROLES))
            )
        if len(parts[1].encode()) > 63 or len(parts[0]) > 200 or parts[1].startswith(("pg_", "shadow_")):
            raise Refused(
                say("A login has up to 63 bytes and does not begin with pg_ or shadow_; a name 200 characters.")
            )
        return cls(*parts)


def statements(members: Iterable[NewMember] = ()) -> Iterator[str]:
    """The whole of it, in order; each piece may hold several statements. Twice does no harm."""
    from shadow_app.storage.hub.views import view_statements

    yield _read("roles.sql")
    yield _read("tables.sql")
    yield f"INSERT INTO shadow.about (one, version) VALUES (true, {VERSION}) ON CONFLICT DO NOTHING"
    yield _read("rights.sql")
    yield _read("shown.sql")
    yield from view_statements()
    yield "REVOKE ALL ON ALL TABLES IN SCHEMA shadow_bi FROM PUBLIC"
    yield "RESET ROLE"
    for each in members:
        yield _member(each)


def script(members: Iterable[NewMember] = ()) -> str:
    """All of it as one script for psql."""
    pieces = (f"{each.strip().rstrip(';')};" for each in statements(members))
    return "\n\n".join(("BEGIN;", *pieces, "COMMIT;")) + "\n"


def apply(hub: Hub, members: Iterable[NewMember] = ()) -> None:
    """Make the hub, or bring it up to date, as one transaction.

    Raises:
        ImportTrouble: a newer version set it up, or the login may not do this.
    """
    known = hub.value("SELECT to_regclass('shadow.about') IS NOT NULL")
    newest = hub.value("SELECT max(version) FROM shadow.about") if known else None
    if newest is not None and newest > VERSION:
        raise ImportTrouble(
            say(
                "The team hub {where} was set up by a newer version of Shadow; nothing was changed. Update this one.",
                where=hub.where,
            )
        )
    with hub.sentences(), hub.connection.transaction():
        hub.connection.execute("SET LOCAL client_min_messages = warning")
        for each in statements(members):
            hub.connection.execute(each.encode())


def _member(member: NewMember) -> str:
    if member.role == "reader":
        filled, source = {"login": _quoted(member.login)}, "reader.sql"
    else:
        filled = {"login": _quoted(member.login), "name": _quoted(member.name), "role": _quoted(member.role)}
        filled["group"], source = f"shadow_{member.role}", "member.sql"
    text = _read(source)
    # In one pass: a name may look like a gap that is still to be filled.
    return re.sub(r"\{(\w+)\}", lambda found: filled[found[1]], text)


def _quoted(word: str) -> str:
    """A literal of standard SQL. Neither control characters nor $ get here, so it cannot end what it stands in."""
    doubled = word.replace("'", "''")
    return f"'{doubled}'"


def _read(name: str) -> str:
    source: Any = files("shadow_app.storage.hub").joinpath(name)
    owners = ", ".join(f"('{kind}', '{field}')" for kind, fields in OWNERS.items() for field in fields)
    return str(source.read_text(encoding="utf-8")).replace("{team}", str(TEAM)).replace("{owners}", owners)
