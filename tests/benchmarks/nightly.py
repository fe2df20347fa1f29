"""What takes hours: the tests of the merge with the counts of `reliability.md` §6."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RUNS = 2_000

_TESTS = (
    "storage/test_convergence.py",
    "sync/test_flaky_folder.py",
    "hostile/test_segments.py",
)


def nightly(root: Path, runs: int) -> int:
    """So many runs of the convergence test, every seed of the flaky folder, 20,000 mutated segments.

    Returns:
        What pytest returns: 0 if nothing diverged, was lost or was let in.
    """
    tests = [str(root / "tests" / each) for each in _TESTS]
    asked = ["--thorough", f"--runs={runs}", "--durations=10", "-q", *tests]
    return subprocess.run([sys.executable, "-m", "pytest", *asked], cwd=root, check=False).returncode
