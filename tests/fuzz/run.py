"""Fuzz for as long as one likes: `python tests/fuzz/run.py MINUTES [TARGET ...] [--seed N] [--out DIR]`.

MINUTES are per target; without names every target has its turn. What is found is written to DIR (out/fuzz) as the input
that does it and the error beside it; the exit code is then 1. How many minutes of the processor a target had is told
beside: on a busy machine they are fewer.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent / "src")]

from fuzz_engine import Finding, run_for  # noqa: E402
from fuzz_targets import EVERY  # noqa: E402
from fuzz_world import world  # noqa: E402

TARGETS = {target.name: target for target in EVERY}


def main(arguments: list[str]) -> int:
    """Returns 0 when nothing was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minutes", type=float)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("out/fuzz"))
    args = parser.parse_args(arguments)
    if unknown := [name for name in args.targets if name not in TARGETS]:
        parser.error(f"there is no target {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    logging.disable()
    found: list[Finding] = []
    heads = ("inputs", "minutes", "of CPU", "lines", "kept")
    print(
        f"{'target':18} {heads[0]:>9} {heads[1]:>7} {heads[2]:>6} {heads[3]:>6} {heads[4]:>5}  {'slowest':18} findings",
        flush=True,
    )
    for name in args.targets or TARGETS:
        with tempfile.TemporaryDirectory(prefix="shadow-fuzz-") as folder, world(Path(folder)) as made:
            ran = run_for(TARGETS[name], made, args.minutes * 60, args.seed)
        minutes = f"{ran.seconds / 60:7.1f} {ran.processor_seconds / 60:6.1f}"
        slowest = f"{ran.slowest * 1000:6.0f} ms at {ran.slowest_length:6,}"
        print(
            f"{name:18} {ran.tried:9,} {minutes} {ran.lines:6} {ran.kept:5}  {slowest}  {len(ran.findings)}", flush=True
        )
        for number, finding in enumerate(ran.findings.values(), 1):
            keep(finding, args.out / f"{finding.target}-{number}")
        found += ran.findings.values()
    return 1 if found else 0


def keep(finding: Finding, place: Path) -> None:
    """Write the input and its error."""
    place.parent.mkdir(parents=True, exist_ok=True)
    data = finding.data
    place.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    place.with_suffix(".txt").write_text(
        f"{finding.trace}\n{finding.data!r}\n", encoding="utf-8", errors="backslashreplace"
    )
    print(f"{place}: {finding.error.splitlines()[0][:200]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
