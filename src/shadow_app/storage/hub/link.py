"""A connection to the hub, and every way in which it can fail as one sentence.

psycopg is imported only here and only when a hub is asked for: whoever works without one does not need it. What libpq
says is never passed on, for an address may hold a password and a row may hold what somebody wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from shadow_app.domain.errors import ImportTrouble, Refused, Trouble
from shadow_app.domain.language import mark, say
from shadow_app.storage.hub import address as addresses
from shadow_app.storage.hub.schema import VERSION

if TYPE_CHECKING:
    import psycopg

_PATIENCE = "SET statement_timeout = '120s'; SET lock_timeout = '20s'; SET client_encoding = 'UTF8'"


class Hub:
    """An open connection, who logged in, and what the hub says of itself. Each statement is its own transaction."""

    def __init__(self, connection: psycopg.Connection[Any], where: str) -> None:
        self.connection = connection
        self.where = where

    def rows(self, query: str, *values: Any) -> list[Any]:
        """All rows of one statement."""
        with self.sentences():
            return self.connection.execute(query.encode(), values or None).fetchall()

    def value(self, query: str, *values: Any) -> Any:
        """The only value of the only row, or None."""
        found = self.rows(query, *values)
        return found[0][0] if found else None

    def run(self, query: str, *values: Any) -> int:
        """A statement that returns nothing; how many rows it touched."""
        with self.sentences():
            return self.connection.execute(query.encode(), values or None).rowcount

    @contextmanager
    def sentences(self) -> Iterator[None]:
        """Turn what the server says into a sentence."""
        import psycopg

        try:
            yield
        except psycopg.Error as error:
            raise told(error, self.where) from None


@contextmanager
def connected(address: str) -> Iterator[Hub]:
    """A hub for as long as the block lasts.

    Raises:
        Trouble: it cannot be reached, does not let us in, or psycopg is not installed.
    """
    words = addresses.connection_words(address)
    where = addresses.shown(address)
    connect = _driver()
    import psycopg

    try:
        connection = connect(**words, autocommit=True, prepare_threshold=None)
    except (psycopg.Error, UnicodeError) as error:
        raise told(error, where) from None
    try:
        hub = Hub(connection, where)
        hub.run(_PATIENCE)
        yield hub
    finally:
        connection.close()


def check(hub: Hub) -> str | None:
    """Whether this program can talk to it; the root key of the team that it belongs to, if any yet.

    Raises:
        ImportTrouble: it was never set up, or by a newer version; nothing was exchanged.
    """
    version, root = hub.rows("SELECT version, root FROM shadow.about")[0]
    if version > VERSION:
        raise ImportTrouble(
            say(
                "The team hub {where} was set up by a newer version of Shadow. Nothing was exchanged, and "
                "nothing is lost: update this one, then try again.",
                where=hub.where,
            )
        )
    return None if root is None else str(root)


def _driver() -> Callable[..., Any]:
    try:
        import psycopg
    except ImportError:
        raise Refused(
            say(
                "A team hub needs psycopg, which is not installed here: install Shadow with its extra “hub” "
                "(shadow-app[hub]), or use a shared folder."
            )
        ) from None
    return psycopg.connect


def told(error: Exception, where: str) -> Trouble:
    """One sentence on what the hub said, without its own words."""
    state = getattr(error, "sqlstate", None) or _guessed(str(error))
    for start, sentence in _SENTENCES:
        if state.startswith(start):
            return ImportTrouble(say(sentence, where=where))
    return ImportTrouble(
        say(
            "The team hub {where} does not answer, or has ended the connection. Nothing is lost: what it "
            "has not got yet stays here and follows next time.",
            where=where,
        )
    )


def _guessed(words: str) -> str:
    """What libpq says before there is a connection bears no code; its English is looked through, never shown."""
    lowered = words.lower()
    return next((state for sign, state in _SIGNS if sign in lowered), "")


_SIGNS = (
    ("password authentication failed", "28"),
    ("no password supplied", "28"),
    ("no pg_hba.conf entry", "28"),
    ("authentication failed", "28"),
    ("is not permitted to log in", "28"),
    ("certificate", "tls"),
    ("ssl", "tls"),
    ("definition of service", "service"),
    ("could not translate host name", "name"),
    ("name or service not known", "name"),
    ("does not exist", "3D"),
)
_SENTENCES = (
    ("28", mark("The team hub {where} does not let you in: check your login and password, or ask its administrator.")),
    ("3D", mark("There is no such database or login at {where}: check the address, or ask the hub's administrator.")),
    (
        "tls",
        (
            mark(
                "The team hub {where} and this computer found no encryption that both accept: ask its administrator "
                "for the certificate (sslrootcert=…), or add ?sslmode=disable where the network itself is safe."
            )
        ),
    ),
    ("service", mark("The service that the address names is not described on this computer: see pg_service.conf.")),
    ("name", mark("Nobody knows the computer {where}: check the address and the network. Nothing is lost.")),
    ("3F", mark("{where} is a database, but no team hub yet: its administrator runs `shadow-app hub init`.")),
    ("42P01", mark("{where} is a database, but no team hub yet: its administrator runs `shadow-app hub init`.")),
    ("P0002", mark("The team hub {where} knows no such member: `shadow-app hub init --member` adds people.")),
    ("23505", mark("The team hub {where} knows this device as another member's, or as revoked; nothing was changed.")),
    ("42501", mark("The team hub {where} does not allow you this: it is the lead's, or its administrator's, to do.")),
    ("53", mark("The team hub {where} has no room left, or too many visitors. Nothing is lost; try again later.")),
    ("25006", mark("The team hub {where} only reads just now. Nothing is lost; try again later.")),
    ("57014", mark("The team hub {where} took too long over one thing. Nothing is lost; try again later.")),
    ("55P03", mark("Somebody keeps a part of the team hub {where} to himself. Nothing is lost; try again later.")),
)
