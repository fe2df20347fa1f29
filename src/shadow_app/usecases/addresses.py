"""Where laptops meet, told from the address that somebody wrote: a folder's path, or that of something remote."""

from __future__ import annotations

from pathlib import Path

from shadow_app.domain.errors import Refused
from shadow_app.domain.transport import Transport, Watch
from shadow_app.storage.hub.address import is_hub
from shadow_app.storage.store import Store
from shadow_app.sync.folder import LocalFolder
from shadow_app.usecases import hub, sharing
from shadow_app.usecases.sharing import Synced


def sync_at(store: Store, address: str, accept: frozenset[str], watch: Watch) -> Synced:
    """Leave at a place what is new here and take what others have left there.

    Args:
        store: this laptop's.
        address: a path such as `Z:/shadow`.
        accept: ids of unknown devices that are taken from now on.
        watch: who waits for it.

    Raises:
        Trouble: the place is not there, or does not answer; nothing is lost, and what is unsent stays here.
    """
    if is_hub(address):
        return hub.sync_hub(store, address, watch)
    return sharing.sync(store, transport_at(address), accept, watch)


def unsent_at(store: Store, address: str) -> int:
    """How many changes a place has not got from here yet, as far as this laptop knows."""
    if is_hub(address):
        return hub.unsent(store, address)
    return sharing.unsent(store, transport_at(address).place)


def transport_at(address: str) -> Transport:
    """What reads and writes at an address.

    Raises:
        Refused: nothing here reads such an address.
    """
    if "://" in address:
        raise Refused(f"{address} is no folder of this computer: give a path such as Z:/shadow or /mnt/shadow.")
    return LocalFolder(Path(address))
