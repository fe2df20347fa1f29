"""Looking after a team hub: making it, letting people and laptops in and out, showing a visit to somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.team import team_of_key
from shadow_app.domain.visible import visible
from shadow_app.storage.hub import schema
from shadow_app.storage.hub.address import shown
from shadow_app.storage.hub.link import Hub, check, connected
from shadow_app.storage.hub.schema import NewMember
from shadow_app.storage.hub.views import SHOWN

EVERYBODY = "*"


@dataclass(frozen=True)
class Made:
    """What `hub init` came to."""

    where: str
    version: int
    views: tuple[str, ...]
    members: tuple[NewMember, ...]
    team: UUID | None
    """None until the first lead has kept in step with it."""


@dataclass(frozen=True)
class Person:
    """A member of the hub. `gone`: may neither read nor write any more."""

    login: str
    name: str
    role: str
    gone: bool
    laptops: tuple[tuple[str, str, bool], ...]
    """Device, what it is called, whether it was revoked."""


def member(words: str) -> NewMember:
    """Somebody who is to get in, from NAME:LOGIN:ROLE.

    Raises:
        Refused: it is not written so.
    """
    return NewMember.from_words(words)


def script(members: Sequence[NewMember] = ()) -> str:
    """Everything that makes a hub, as SQL to be read, or given to psql."""
    return schema.script(members)


def make(address: str, members: Sequence[NewMember] = ()) -> Made:
    """Make a hub in an empty or shared database, or bring it up to date; twice does no harm.

    Raises:
        Trouble: the database is not there, the login may not do this, or a newer version made it.
    """
    with connected(address) as hub:
        schema.apply(hub, members)
        root = check(hub)
    return Made(shown(address), schema.VERSION, tuple(SHOWN), tuple(members), team_of_key(root) if root else None)


def add_device(address: str, login: str, device: str, label: str = "") -> None:
    """Let a laptop write for a member; the lead's to do.

    Raises:
        Trouble: there is no such member, the device is another's or revoked, or this login is no lead's.
    """
    if len(device) != 16 or set(device) - set("0123456789abcdef"):
        raise Refused(
            say("{visible} is no device id: it has 16 digits and letters from a to f.", visible=visible(device))
        )
    with _checked(address) as hub:
        hub.run("SELECT shadow.add_device(%s, %s, %s)", device, login, label[:200])


def revoke_device(address: str, device: str) -> None:
    """Take nothing more from a laptop, as when it was lost; the lead's to do.

    Raises:
        NotFound: the hub knows no such device.
    """
    with _checked(address) as hub:
        if not hub.value("SELECT shadow.revoke_device(%s)", device):
            raise NotFound(
                say(
                    "The team hub knows no device {visible}: `shadow-app hub people` lists them.",
                    visible=visible(device),
                )
            )


def revoke_member(address: str, login: str) -> None:
    """Neither show somebody anything more nor take anything from them; the lead's to do.

    Raises:
        NotFound: the hub knows no such member.
    """
    with _checked(address) as hub:
        if not hub.value("SELECT shadow.revoke_member(%s)", login):
            raise NotFound(
                say(
                    "The team hub knows no member {visible}: `shadow-app hub people` lists them.",
                    visible=visible(login),
                )
            )


def share(address: str, visit_id: UUID, login: str, *, how: str = "with") -> None:
    """Show a visit to a member, or to everybody by `*`; the lead's to do.

    Args:
        how: `with` to read and write as well, `without` to end that, `own` to make it theirs.
    """
    verbs = {"with": "share", "without": "unshare", "own": "give"}
    with _checked(address) as hub:
        if login != EVERYBODY and not hub.value("SELECT 1 FROM shadow.people WHERE login = %s", login):
            raise NotFound(
                say(
                    "The team hub knows no member {visible}: `shadow-app hub people` lists them.",
                    visible=visible(login),
                )
            )
        hub.run(f"SELECT shadow.{verbs[how]}(%s, %s)", str(visit_id), login)


def people(address: str) -> list[Person]:
    """Who may come, and with which laptops; the lead's to see."""
    with _checked(address) as hub:
        laptops = hub.rows("SELECT login, device, label, revoked IS NOT NULL FROM shadow.laptops ORDER BY device")
        rows = hub.rows("SELECT login, name, role, gone IS NOT NULL FROM shadow.people ORDER BY login")
    own = {row[0]: tuple((each[1], visible(each[2]), each[3]) for each in laptops if each[0] == row[0]) for row in rows}
    return [Person(row[0], visible(row[1]), row[2], row[3], own[row[0]]) for row in rows]


@contextmanager
def _checked(address: str) -> Iterator[Hub]:
    with connected(address) as hub:
        check(hub)
        yield hub
