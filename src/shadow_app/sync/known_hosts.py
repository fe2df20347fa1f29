"""Which SSH servers are known by their keys: what OpenSSH keeps in `known_hosts`, read and added to.

A server that is not known is refused with its key's fingerprint, and taken only after a person has said that very
fingerprint back; so nobody in between can be waved through.
"""

from __future__ import annotations

import os
from pathlib import Path

import asyncssh
from fsspec.asyn import get_loop, sync

from shadow_app.domain.errors import Refused, Trouble, Unreachable
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words
from shadow_app.sync.remote_address import RemoteAddress
from shadow_app.sync.remote_files import CONNECT_SECONDS
from shadow_app.sync.remote_trouble import trouble_at

_PORT = 22


def own_file() -> Path:
    """This user's list."""
    return Path.home() / ".ssh" / "known_hosts"


def known_hosts() -> bytes:
    """What this user's list and the computer's say together.

    Not asyncssh's own default: where somebody's settings of ssh switch the check off, that would let in anybody.
    """
    everybody = Path(os.environ.get("PROGRAMDATA", "/etc")) / "ssh" / "ssh_known_hosts"
    lines = []
    for file in (own_file(), everybody):
        try:
            lines.append(file.read_bytes())
        except OSError:
            continue
    return b"\n".join(lines)


def unknown_host(address: RemoteAddress, error: Exception) -> Trouble:
    """Why there is no connection: a key that is not known, with its fingerprint and what to do, or something else."""
    key = _shown(address)
    port = address.port or _PORT
    known = asyncssh.match_known_hosts(known_hosts(), address.host, "", port)
    if key is None or key in known[0]:
        return trouble_at(address.place, error)
    mark = key.get_fingerprint()
    if any(known):
        return Unreachable(
            say(
                "The server {host} shows another key ({mark}) than the one known here, as if somebody sat in "
                "between. Nothing was sent. Ask its administrator; only if the key was changed on purpose, "
                "take the old line out of {own_file} and try again.",
                host=address.host,
                mark=mark,
                own_file=own_file(),
            )
        )
    return Unreachable(
        say(
            "The server {host} is not known here; its key is {mark}. Nothing was sent. Compare that with "
            "what its administrator says, then accept it: shadow-app folder trust {place} {mark}",
            host=address.host,
            mark=mark,
            place=address.place,
        )
    )


def trust(address: RemoteAddress, fingerprint: str) -> None:
    """From now on know a server by the key that it shows, if that is the one which a person has compared.

    Raises:
        Refused: the server shows another key, or is no SSH server.
        Trouble: it does not answer, or the list cannot be written.
    """
    if address.scheme != "sftp":
        raise Refused(
            say("{place} is not reached by SSH: its server is known by a TLS certificate instead.", place=address.place)
        )
    key = _shown(address)
    if key is None:
        raise Unreachable(say("The server {host} shows no key: check the address, then try again.", host=address.host))
    if key.get_fingerprint() != fingerprint.strip():
        raise Refused(
            say(
                "The server {host} shows the key {get_fingerprint}, not {fingerprint}. Nothing was accepted: "
                "ask its administrator which one is right.",
                host=address.host,
                get_fingerprint=key.get_fingerprint(),
                fingerprint=fingerprint,
            )
        )
    port = address.port or _PORT
    host = address.host if port == _PORT else f"[{address.host}]:{port}"
    line = f"{host} {key.export_public_key().decode().strip()}\n"
    file = own_file()
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        before = file.read_text("utf-8", "surrogateescape") if file.exists() else ""
        with file.open("a", encoding="utf-8") as stream:
            stream.write(line if not before or before.endswith("\n") else f"\n{line}")
    except OSError as error:
        why = system_words(error)
        raise Refused(
            say(
                "{file} cannot be written ({why}): allow it, or add this line: {line}",
                file=file,
                why=why,
                line=line.strip(),
            )
        ) from error


def _shown(address: RemoteAddress) -> asyncssh.SSHKey | None:
    async def asked() -> asyncssh.SSHKey | None:
        options = asyncssh.SSHClientConnectionOptions(
            connect_timeout=CONNECT_SECONDS, login_timeout=CONNECT_SECONDS, known_hosts=None
        )
        return await asyncssh.get_server_host_key(address.host, address.port or _PORT, options=options)

    try:
        shown: asyncssh.SSHKey | None = sync(get_loop(), asked, timeout=2 * CONNECT_SECONDS)
    except (OSError, asyncssh.Error, TimeoutError) as error:
        raise trouble_at(address.place, error) from error
    return shown
