"""Where a hub is, as somebody wrote it; what is kept and shown of it holds no password."""

from __future__ import annotations

import ipaddress
import os
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say

SCHEMES = ("postgresql", "postgres")
_OWN = {"user", "host", "hostaddr", "port", "dbname", "service"}


def is_hub(address: str) -> bool:
    """Whether an address names a hub and not a folder."""
    return address.partition("://")[0].lower() in SCHEMES and "://" in address


def place_of(address: str) -> str:
    """What tells this hub from others, whoever logs in: to be remembered beside what came from there."""
    told = _told(address)
    host = told.get("host") or told.get("hostaddr") or ""
    where = f"{host}:{told.get('port') or '5432'}" if host else f"service {told.get('service', '')}".strip()
    return f"postgresql://{where}/{quote(told.get('dbname') or '')}"


def shown(address: str) -> str:
    """The hub's host and database for a sentence."""
    told = _told(address)
    where = told.get("host") or told.get("hostaddr") or told.get("service") or "this computer"
    if told.get("port", "5432") != "5432":
        where += f":{told['port']}"
    return f"{where}/{told['dbname']}" if told.get("dbname") else where


def connection_words(address: str) -> dict[str, str]:
    """What libpq is to be told. It asks for TLS unless the hub is on this computer or somebody has said otherwise.

    Raises:
        Refused: it is no address; the sentence does not repeat it, for a password may stand in it.
    """
    told = _told(address)
    if "sslmode" not in told and "PGSSLMODE" not in os.environ and "service" not in told:
        told["sslmode"] = "prefer" if _is_here(told.get("host", "")) else "require"
    return {"connect_timeout": "10", "application_name": "shadow", "tcp_user_timeout": "30000"} | told


def _told(address: str) -> dict[str, str]:
    wrong = Refused(
        say(
            "This is no address of a team hub: write it as postgresql://LOGIN@HOST/DATABASE. A password in it is used "
            "and not kept; signs such as @ and / in it are written as %40 and %2F."
        )
    )
    if not is_hub(address):
        raise wrong
    try:
        parts = urlsplit(address)
        port = parts.port
        query = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    except ValueError:
        raise wrong from None
    told = {
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "host": unquote(parts.hostname or ""),
        "port": str(port or ""),
        "dbname": unquote(parts.path.removeprefix("/")),
    }
    told = {name: value for name, value in told.items() if value} | query
    if "\x00" in "".join((*told, *told.values())):
        raise wrong
    return told


def _is_here(host: str) -> bool:
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
