"""What a store holds that a backup of it does not: what putting the backup back would undo."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shadow_app.storage.engine import connect, connect_to_copy, translated
from shadow_app.storage.health import Counts, counts

_LOG = "SELECT cid, kind, record_id FROM change"
NOTE, VISIT, PHOTO = "observation", "visit", "attachment"


@dataclass(frozen=True)
class Since:
    """What was written after a backup was made.

    Attributes:
        now: what the store holds.
        changes: entries of the log that the backup lacks.
        made: kind → how many records of it the backup does not know at all.
        edited: kind → how many it knows and that were written to since.
    """

    now: Counts
    changes: int
    made: dict[str, int]
    edited: dict[str, int]


def since(path: Path, key: bytes, backup: Path, backup_key: bytes) -> Since:
    """Compare the log of the store at `path`, which may be open meanwhile, with a backup's.

    Raises:
        WrongKey: a key does not fit. StoreDamaged, StoreTrouble: one of them cannot be read.
    """
    with translated(backup), closing(connect_to_copy(backup, backup_key)) as raw:
        known, known_records = _read(raw)
    made: dict[str, set[bytes]] = {}
    edited: dict[str, set[bytes]] = {}
    changes = 0
    with translated(path), closing(connect(path, key)) as raw:
        for cid, kind, record_id in raw.execute(_LOG):
            if cid not in known:
                changes += 1
                side = edited if record_id in known_records else made
                side.setdefault(kind, set()).add(record_id)
        now = counts(raw)
    return Since(now, changes, _sizes(made), _sizes(edited))


def _read(raw: Any) -> tuple[set[str], set[bytes]]:
    cids, records = set[str](), set[bytes]()
    for cid, _, record_id in raw.execute(_LOG):
        cids.add(cid)
        records.add(record_id)
    return cids, records


def _sizes(found: dict[str, set[bytes]]) -> dict[str, int]:
    return {kind: len(ids) for kind, ids in found.items()}
