"""Run by `freeze.py` with an earlier version of the program: fill a store, say what is in it, give it away.

What is used here has to have been there in every version since the first.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from pydantic import ValidationError
from sqlalchemy import text

from factories import Firm, put, tag
from hostile.test_rows import sample
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.people import Host
from shadow_app.domain.record import Record
from shadow_app.storage import keys
from shadow_app.storage.store import Store

WORDS = "the printer jams – “Blatt fehlt” 打印机"
NAME = "Quirina Zwetschge"


def fill(store: Store) -> Firm:
    """A visit with notes that were edited, tagged and removed, a named host, a photo, and one record of each kind."""
    firm = Firm().put_into(store)
    notes = [firm.note(f"gun {number} logs out, {WORDS}", number, lost_minutes=3.5) for number in range(12)]
    put(store, *notes, *(tag(note, firm.scanning) for note in notes))
    put(store, notes[0].edited(text="gun 0 is dead since the update"), label="Note edited")
    put(store, notes[1].edited(removed=True), label="Note removed")
    host = Host(visit_id=firm.visit.id, pseudonym="Driver 2", **({"name": NAME} if _names_hosts() else {}))
    put(store, host)
    put(store, *samples(firm, notes[2]), label="One of each")
    data, small = picture(640, 480), picture(64, 48)
    sha = hashlib.sha256(data).hexdigest()
    with store.work("Photo taken") as work:
        work.put_blob(sha, data, small)
        work.put(Attachment(visit_id=firm.visit.id, observation_id=notes[3].id, sha256=sha, caption=WORDS))
        work.commit()
    return firm


def samples(firm: Firm, note: Observation) -> Iterator[Record]:
    """One record of each kind that the tests of then could make of words alone."""
    for kind in KINDS:
        with suppress(ValidationError):
            yield sample(kind, firm, note, WORDS)


def _names_hosts() -> bool:
    # Since the key list is a thing of its own, a name is in no record.
    from shadow_app.storage.migrations import HEAD

    return HEAD < "0004"


def picture(wide: int, high: int) -> bytes:
    """A small photo."""
    out = BytesIO()
    Image.linear_gradient("L").resize((wide, high)).convert("RGB").save(out, "JPEG", quality=30)
    return out.getvalue()


def told(store: Store) -> dict[str, Any]:
    """What this version reads from its store: records, the log line by line, and pictures by their hash."""
    with store.reading() as read:
        records = [
            [kind.kind_name, json.loads(record.model_dump_json())] for kind in KINDS for record in read.where(kind)
        ]
        log = [list(_plain(row)) for row in read.connection.execute(text(LOG))]
        blobs = [
            [sha, hashlib.sha256(data).hexdigest()]
            for sha, data in read.connection.execute(text("SELECT sha256, data FROM blob ORDER BY sha256"))
        ]
        found = read.connection.execute(
            text("SELECT count(*) FROM note_search WHERE note_search MATCH 'gun'")
        ).scalar_one()
    return {"records": records, "log": log, "blobs": blobs, "found": found}


LOG = """
    SELECT scope, device, seq, cid, op, kind, record_id, data, replaces, author, action, label
    FROM change ORDER BY device, seq, "row"
"""


def _plain(row: Any) -> Iterator[Any]:
    for value in row:
        yield value.hex() if isinstance(value, bytes) else value


def give_away(store: Store, folder: Path) -> None:
    """A hand-over file of the whole store; nothing where files were not known yet."""
    try:
        from shadow_app.usecases.exchange import Exchange
    except ImportError:
        return
    Exchange(store).send(folder / "given.shadow")


def main(folder: Path, passphrase: str) -> None:
    """Write everything into a folder."""
    path = folder / "store.db"
    created = keys.create(path, passphrase=passphrase, use_keyring=False)
    with closing(Store(path, created.key, author="Ann")) as store:
        fill(store)
        give_away(store, folder)
        (folder / "store.json").write_text(json.dumps(told(store), ensure_ascii=False, indent=0), "utf-8")
    left = path.with_name("store.db-wal")
    assert not left.exists(), "all of it is in one file"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
