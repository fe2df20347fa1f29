"""Opens an older store again and again, and is killed at one step of the migration after the other.

Run as a program: FOLDER KEY EVERY. FOLDER holds `store.db` of an older schema; what each kill leaves is in a folder
beside it, named by the number of the step. One process per kill, forked from this one, which has everything loaded.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import alembic.config
import alembic.runtime.environment
import alembic.script  # noqa: F401 (once, and not in each fork)
from sqlalchemy import Engine, event

from shadow_app.storage.store import Store


def killed_at(step: int, path: Path, key: bytes) -> bool:
    """Open the store; at this step a kill. Whether it came to that."""
    pid = os.fork()
    if pid == 0:
        count = 0

        def reached(*_: Any) -> None:
            nonlocal count
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

        for moment in ("before_cursor_execute", "after_cursor_execute", "begin", "commit"):
            event.listen(Engine, moment, reached)
        Store(path, key).close()
        os._exit(0 if count else 1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL


def main(folder: Path, key: bytes, every: int) -> None:
    """Prints how many kills there were."""
    step, kills = 1, 0
    while True:
        place = folder / f"step-{step:04}"
        place.mkdir()
        for name in ("store.db", "store.db.key"):
            shutil.copy(folder / name, place)
        if not killed_at(step, place / "store.db", key):
            break
        kills += 1
        step += every
    print(kills)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]))
