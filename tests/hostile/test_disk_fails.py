"""A disk that answers with EIO: one sentence, what was acknowledged stays, and it goes on once the disk does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factories import new_store
from shadow_app.storage.fsck import differences
from shadow_app.storage.health import examine

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "power_cut" / "failing.c"


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets calls fail."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("letting a disk fail with EIO needs Linux and a C compiler")
    library = tmp_path_factory.mktemp("failing") / "failing.so"
    subprocess.run((compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"), check=True)
    return library


@pytest.mark.parametrize("call", ["sync", "write"])
def test_a_disk_that_fails_loses_no_acknowledged_note(failing: Path, tmp_path: Path, call: str) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LD_PRELOAD": str(failing),
        "SHADOW_FAILING_FOLDER": str(folder),
        "SHADOW_FAILING_SWITCH": str(tmp_path / "fails-"),
    }
    command = (sys.executable, str(HERE / "failing_child.py"), str(folder), str(tmp_path / f"fails-{call}"))
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["saved"], told["more"], told["kind"]) == (15, 0, "StoreTrouble")
    assert told["said"].count("\n") == 0
    assert "Nothing already saved was lost" in told["said"]
    assert "Traceback" not in done.stderr
    assert told["backup"], "a backup that could not be made is said"
    assert (told["lost"], told["again"], told["lost_later"]) == (0, 1, 0), told["why"]
    store = new_store(folder)
    assert examine(store, full=True).complaints == ()
    assert differences(store) == []
    store.close()
