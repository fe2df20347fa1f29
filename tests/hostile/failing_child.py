"""A store on a disk that begins to fail with EIO, and recovers. Run as a program: FOLDER SWITCH CALL."""

from __future__ import annotations

import sys
from pathlib import Path

from factories import Firm, new_store, put
from hostile.hostile_child import kept, tell, write_until_refused
from shadow_app.domain.errors import Trouble
from shadow_app.storage.backups import make


def main(folder: Path, switch: Path) -> None:
    """Notes, a failing disk, notes again; then what another opening finds."""
    store = new_store(folder)
    firm = Firm().put_into(store)
    saved, _, _ = write_until_refused(store, firm, most=15)
    switch.touch()
    more, kind, said = write_until_refused(store, firm, most=500)
    backup = ""
    try:
        make(store.path, store.key, folder / "backups", "asked")
    except Trouble as trouble:
        backup = str(trouble)
    switch.unlink()
    again, _, why = write_until_refused(store, firm, most=1)
    lost = len({*saved, *more, *again} - kept(store))
    store.close()
    reopened = new_store(folder)
    put(reopened, firm.note("after"))
    lost_later = len({*saved, *more, *again} - kept(reopened))
    reopened.close()
    tell(saved=len(saved), more=len(more), kind=kind, said=said, backup=backup, again=len(again), why=why, lost=lost,
         lost_later=lost_later)  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
