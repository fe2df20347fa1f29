"""The benchmark of `design.md` §7: `python3 dev.py bench`.

Everything is measured beside something else in the same run, the two sides in turn, because times of one machine say
little on another. Absolute limits are the design's own. Nothing here is a test: a busy machine may miss a budget.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reports"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.bench_capture import enter, keys
from benchmarks.bench_hub import hub
from benchmarks.bench_inbox import inbox
from benchmarks.bench_lists import opening, search, similar
from benchmarks.bench_merge import merge
from benchmarks.bench_ranking import rank
from benchmarks.bench_reports import pages, visit_report
from benchmarks.bench_soak import HOURS, soak
from benchmarks.bench_window import first_frame
from benchmarks.curves import SIZES, curves
from benchmarks.curves import table as curve_table
from benchmarks.make_store import made_store
from benchmarks.measure import MISS, Bench, Row, machine
from benchmarks.nightly import RUNS, nightly

ROOT = Path(__file__).resolve().parents[2]
MILLION = 1_000_000
DEFAULT = (1_000, 100_000)


MEASURED: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "enter": enter,
    "keys": keys,
    "open": opening,
    "search": search,
    "similar": similar,
    "inbox": inbox,
    "rank": rank,
    "report": visit_report,
    "pages": pages,
    "window": first_frame,
    "merge": merge,
    "hub": hub,
}


def main(arguments: list[str]) -> int:
    """Measure, print the table, write the figures; 0 however the budgets fare. `--nightly` fails as its tests do."""
    asked = _arguments(arguments)
    print(machine(), flush=True)
    if asked.nightly:
        return nightly(ROOT, asked.nightly)
    if asked.curves:
        return _curves(asked.curves, asked.few, asked.out)
    if asked.soak:
        return _told(list(soak(asked.soak)), {"hours": asked.soak}, asked.out)
    with tempfile.TemporaryDirectory(prefix="shadow-bench-") as work:
        small, large = asked.notes
        bench = Bench(
            small=_made(small),
            large=_made(large),
            notes=large,
            curve=(MILLION, _made(MILLION)) if asked.curve else None,
            work=Path(work),
            few=asked.few,
        )
        rows = []
        for name in asked.only or MEASURED:
            for row in MEASURED[name](bench):
                rows.append(row)
                print(_line(row), flush=True)
    return _told(rows, {"notes": asked.notes}, asked.out)


def _told(rows: list[Row], about: dict[str, object], out: Path) -> int:
    """Print the table and write the figures."""
    missed = sum(row.verdict == MISS for row in rows)
    print(f"\n{table(rows)}\n{missed} missed" if missed else f"\n{table(rows)}\nnothing missed")
    _write(out, {**about, "rows": [asdict(row) for row in rows]})
    return 0


def _curves(sizes: list[int], few: bool, out: Path) -> int:
    found = []
    with tempfile.TemporaryDirectory(prefix="shadow-bench-") as work:
        for curve in curves(sizes, Path(work), few=few):
            found.append(curve)
            print(f"curve: {'  '.join(curve.cells)}", flush=True)
    print(f"\n{curve_table(found, sizes)}")
    _write(out, {"curves": [asdict(curve) for curve in found]})
    return 0


def _write(out: Path, figures: dict[str, object]) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    told = {"machine": machine(), **figures}
    out.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def table(rows: list[Row]) -> str:
    """What · measured · against · ratio · budget · ok or miss, in columns."""
    cells = [("what", "measured", "against", "ratio", "budget", ""), *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells)
    lines = [line.rstrip() for line in padded]
    return "\n".join((lines[0], "-" * len(lines[0]), *lines[1:]))


def _cells(row: Row) -> tuple[str, str, str, str, str, str]:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}×"
    return row.what, row.measured, row.against, ratio, row.budget, row.verdict


def _line(row: Row) -> str:
    """One answer as soon as it is there: the whole takes minutes."""
    return "  ".join(filter(None, (f"{row.name}:", *_cells(row))))


def _made(notes: int) -> Path:
    print(f"a store of {notes:,} notes ...", end=" ", flush=True)
    path = made_store(notes)
    print(f"{path.stat().st_size / 1e6:,.0f} MB in {path.parent}", flush=True)
    return path


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure the budgets of design.md §7.")
    parser.add_argument("--notes", type=_two, default=DEFAULT, metavar="SMALL,LARGE", help="sizes of the stores")
    parser.add_argument("--curve", action="store_true", help="look at a million notes, too; takes many minutes")
    parser.add_argument(
        "--curves",
        type=_sizes,
        nargs="?",
        const=list(SIZES),
        metavar="SIZES",
        help=f"how everything grows instead: the same questions at {', '.join(f'{size:,}' for size in SIZES)} notes",
    )
    parser.add_argument(
        "--soak",
        type=_count,
        nargs="?",
        const=HOURS,
        metavar="HOURS",
        help=f"a working day in the window instead, {HOURS} hours if not said: memory, and the time of Enter",
    )
    parser.add_argument("--only", action="append", choices=MEASURED, metavar="NAME", help=", ".join(MEASURED))
    parser.add_argument("--few", action="store_true", help="three repeats of everything: does it run at all?")
    help_ = f"the merge's own tests at full length instead, {RUNS:,} runs of them if not said"
    parser.add_argument("--nightly", type=_count, nargs="?", const=RUNS, metavar="RUNS", help=help_)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "bench.json", help="where the figures go")
    return parser.parse_args(arguments)


def _count(words: str) -> int:
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"“{words}” is not a whole number from 1 on")
    return int(words)


def _sizes(words: str) -> list[int]:
    sizes = [_count(word) for word in words.split(",")]
    if sizes != sorted(set(sizes)):
        raise argparse.ArgumentTypeError(f"“{words}” does not go from the smallest to the largest")
    return sizes


def _two(words: str) -> tuple[int, int]:
    try:
        small, large = (int(word) for word in words.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{words}” is not two whole numbers with a comma between them") from None
    if not 1 <= small <= large:
        raise argparse.ArgumentTypeError(f"“{words}” does not begin with the smaller number")
    return small, large


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
