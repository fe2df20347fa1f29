"""Where laptops meet, told from the address that somebody wrote: a folder's path, or that of something remote."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.transport import Transport, Watch
from shadow_app.storage import takings
from shadow_app.storage.hub.address import is_hub, place_of
from shadow_app.storage.store import Store
from shadow_app.sync.folder import LocalFolder
from shadow_app.sync.remote_address import is_remote
from shadow_app.usecases import hub, remote_folders, sharing, withdrawal
from shadow_app.usecases.sharing import Synced


class Met(NamedTuple):
    """The last exchange with a place that went through."""

    at: datetime | None
    row: int
    """How much of this laptop's log the place has got since."""


def sync_at(store: Store, address: str, accept: frozenset[str], watch: Watch) -> Synced:
    """Leave at a place what is new here and take what others have left there.

    Args:
        store: this laptop's.
        address: a path such as `Z:/shadow`, or an address such as `sftp://ann@files.example/srv/shadow`.
        accept: ids of unknown devices that are taken from now on.
        watch: who waits for it.

    Raises:
        Trouble: the place is not there, or does not answer; nothing is lost, and what is unsent stays here.
    """
    with store.reading() as read:
        newest = takings.newest_row(read.connection)
    done = _exchanged(store, address, accept, watch)
    now = datetime.now(timezone.utc).isoformat()
    store.remember(_fact(place_at(address)), json.dumps({"at": now, "row": newest}))
    withdrawal.catch_up(store)
    return done


def _exchanged(store: Store, address: str, accept: frozenset[str], watch: Watch) -> Synced:
    if is_hub(address):
        return hub.sync_hub(store, address, watch)
    if is_remote(address):
        with remote_folders.folder_at(address) as remote:
            return sharing.sync(store, remote, accept, watch)
    local = transport_at(address)
    _check_apart(store, address)
    return sharing.sync(store, local, accept, watch)


def unsent_at(store: Store, address: str) -> int:
    """How many changes a place has not got from here yet, as far as this laptop knows."""
    if is_hub(address):
        return hub.unsent(store, address)
    return sharing.unsent(store, place_at(address))


def place_at(address: str) -> str:
    """What a place is remembered by: the address without a password, or the folder's full path. It is not asked.

    Raises:
        Refused: nothing here reads such an address.
    """
    if is_hub(address):
        return place_of(address)
    return remote_folders.folder_at(address).place if is_remote(address) else LocalFolder.place_of(Path(address))


def names_at(address: str) -> list[str]:
    """What lies at a place.

    Raises:
        Trouble: it does not answer, or is no folder.
    """
    if is_hub(address):
        raise Refused(
            say("{place_of} is a team hub: `shadow-app hub people` says who is there.", place_of=place_of(address))
        )
    if is_remote(address):
        with remote_folders.folder_at(address) as remote:
            return remote.names()
    return transport_at(address).names()


def met_at(store: Store, place: str) -> Met:
    """The last exchange with a place; no time and row 0 where there has been none."""
    kept = store.fact(_fact(place))
    if kept is None:
        return Met(None, 0)
    met = json.loads(kept)
    return Met(datetime.fromisoformat(met["at"]), int(met["row"]))


def _fact(place: str) -> str:
    return f"met.{place}"


def transport_at(address: str) -> Transport:
    """What reads and writes at an address.

    Raises:
        Refused: nothing here reads such an address.
    """
    return remote_folders.folder_at(address) if is_remote(address) else LocalFolder(Path(address))


def _check_apart(store: Store, address: str) -> None:
    """What copies a shared folder to others would copy the store while it changes (`reliability.md` §1.3)."""
    shared = Path(address).resolve()
    if store.path.resolve().is_relative_to(shared):
        raise Refused(
            say(
                "{address} cannot be shared: your own store {path} lies in it, and a store must not be "
                "copied while it is open. Share another folder.",
                address=address,
                path=store.path,
            )
        )
