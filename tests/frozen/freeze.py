"""Freeze a store and a hand-over file as an earlier version of the program wrote them.

    python tests/frozen/freeze.py COMMIT REVISION

COMMIT is the last one at which REVISION was the newest schema. The program of that commit is laid out in a temporary
folder, together with its own tests' samples, and `written_then.py` is run with it: nothing of today's code takes part.
What comes out is kept beside this script and never made again: a test that fails tells of today's program.

- `store-REVISION.frozen`   the store's file, from which `frozen_stores.py` makes it again byte for byte
- `store-REVISION.key.json` its key file; `PASSPHRASE` opens it, and it protects nothing
- `store-REVISION.json`     what that program itself read from it: records, log, pictures
- `hand-over-REVISION.frozen`  all of that as a file it gave away, where it knew how

Text, because a database in a repository cannot be looked at, grows by its whole size with each of them, and would be
the one exception from the rule that none is ever committed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE.parent), str(ROOT / "src")]

from frozen_stores import PASSPHRASE, as_text, closed_again, frozen, opened_up  # noqa: E402
from shadow_app.storage import keys  # noqa: E402


def main(arguments: list[str]) -> int:
    """Returns 0 when everything of a revision was written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commit")
    parser.add_argument("revision")
    args = parser.parse_args(arguments)
    if list(HERE.glob(f"*-{args.revision}.*")):
        parser.error(f"{args.revision} is frozen already; what is frozen is not made again")
    with tempfile.TemporaryDirectory(prefix="shadow-frozen-") as name:
        folder = Path(name)
        archive = subprocess.run(["git", "archive", args.commit, "src", "tests"], cwd=ROOT, stdout=-1, check=True)
        subprocess.run(["tar", "-x", "-C", name], input=archive.stdout, check=True)
        paths = [folder / "src", folder / "tests"]
        subprocess.run(
            [sys.executable, str(HERE / "written_then.py"), str(folder), PASSPHRASE],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "SHADOW_HOME": name},
            check=True,
        )
        keep(folder, args.revision)
    return 0


def keep(folder: Path, revision: str) -> None:
    """Everything that was written, as text."""
    place, store = frozen(revision), folder / "store.db"
    key, data = keys.unlock(store, passphrase=PASSPHRASE), store.read_bytes()
    content = opened_up(data, key)
    if closed_again(content, key) != data:
        raise SystemExit("The store would not be the same again; nothing was kept.")
    told = json.loads((folder / "store.json").read_text("utf-8"))
    told["sha256"] = hashlib.sha256(data).hexdigest()
    place.told.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    place.key.write_bytes((folder / "store.db.key").read_bytes())
    place.store.write_bytes(as_text(content))
    if (folder / "given.shadow").exists():
        place.hand_over.write_bytes(as_text((folder / "given.shadow").read_bytes()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
