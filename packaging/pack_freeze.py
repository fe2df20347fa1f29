"""The frozen program: PyInstaller's folder, trimmed, with its licences, and looked over."""

from __future__ import annotations

import importlib.util
import os
import shutil
import stat
import sys
from pathlib import Path

from pack_bom import write_bom
from pack_icons import make_icons
from pack_notices import write_notices
from pack_parts import TAKEN, missing_extras
from pack_project import BUILD, NAME, PACKAGING, ROOT, PackTrouble, epoch, megabytes, python, run, say
from pack_version_resource import write_version_resource

_NEVER_STRIPPED = ("PySide6", "shiboken6", "PIL", "psycopg_binary")
"""Already stripped, or moved together by auditwheel, which leaves libraries that `strip` breaks."""


def frozen_folder(system_libraries: str) -> Path:
    """Where the frozen program lies, for one answer to who brings the system's libraries."""
    return BUILD / f"frozen-{system_libraries}" / NAME


def freeze(system_libraries: str, without: tuple[str, ...] = ()) -> Path:
    """Build the folder; returns it. On macOS `Shadow.app` lies beside it.

    Args:
        system_libraries: "bundle" or "depend"; see `pack_trim.keep`.
        without: optional extras to leave out.

    Raises:
        PackTrouble: PyInstaller is not there, or something failed.
    """
    if importlib.util.find_spec("PyInstaller") is None:
        raise PackTrouble(
            "PyInstaller is not installed; `python3 dev.py package freeze` installs what is locked first."
        )
    run(python(), PACKAGING / "compile_ui.py", quiet=True)
    make_icons(BUILD / "icons")
    environ = {
        "SHADOW_SYSTEM_LIBRARIES": system_libraries,
        "SHADOW_WITHOUT": ",".join(without),
        "SHADOW_ICONS": str(BUILD / "icons"),
        "SHADOW_TAKEN": str(BUILD / f"frozen-{system_libraries}" / TAKEN),
        "SHADOW_VERSION_RESOURCE": str(write_version_resource(BUILD)) if sys.platform == "win32" else "",
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "1",
        "PYTHONPATH": str(ROOT / "src"),
    }
    folder = frozen_folder(system_libraries)
    shutil.rmtree(folder.parent, ignore_errors=True)
    work = BUILD / f"work-{system_libraries}"
    command = ("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "--distpath", folder.parent, "--workpath", work)
    run(python(), *command, PACKAGING / "shadow_app.spec", environ=environ)
    if lacks := missing_extras(folder, without):
        raise PackTrouble(f"The frozen program lacks the extra {', '.join(lacks)}: install it or leave it out.")
    if sys.platform == "linux":
        strip_libraries(folder)
    # Beside the program, where people look; in the app of a Mac, where its resources lie.
    application = folder.parent / "Shadow.app" / "Contents" / "Resources"
    for place in (folder, *([application] if application.is_dir() else [])):
        write_notices(place / "licences", folder)
        write_bom(place / "licences" / "shadow-app.cdx.json", folder, without)
    look_over(folder)
    say(f"{folder.relative_to(ROOT)}: {megabytes(folder):.0f} MB")
    return folder


def strip_libraries(folder: Path) -> None:
    """Take the symbols out of libraries that carry them; 40 MB."""
    if shutil.which("strip") is None:
        raise PackTrouble("`strip` is missing: install binutils, then try again.")
    for path in sorted(folder.rglob("*.so*")):
        parts = path.relative_to(folder).parts
        if path.is_symlink() or any(part in _NEVER_STRIPPED or part.endswith(".libs") for part in parts):
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode | stat.S_IWUSR)
        run("strip", "--strip-unneeded", path, quiet=True)
        path.chmod(mode)


def look_over(folder: Path) -> None:
    """Hold the folder against what must and must not be in it.

    Raises:
        PackTrouble: something is missing, or there is something that must not be.
    """
    inside = folder / "_internal" / "shadow_app"
    wanted = [
        *(inside / "assets" / "fonts" / f"Inter_{each}.ttf" for each in ("400Regular", "700Bold")),
        *(inside / "assets" / "demo" / each for each in ("notes.tsv", "catalogue.csv")),
        *(inside / path.relative_to(ROOT / "src" / "shadow_app") for path in _source_data()),
        *(folder / "licences" / each for each in ("NOTICE.txt", "shadow-app.cdx.json", "shadow-app-LICENSE.txt")),
    ]
    missing = [str(path.relative_to(folder)) for path in wanted if not path.is_file()]
    if missing:
        raise PackTrouble(f"The frozen program lacks {', '.join(missing)}.")
    forbidden = ("DarkGarden*", "*tkinter*", "libQt6Qml*", "pytest*", "*.db", "test_*.py")
    found = [str(path.relative_to(folder)) for pattern in forbidden for path in folder.rglob(pattern)]
    dangling = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_symlink() and not path.exists()]
    if found or dangling:
        raise PackTrouble(f"The frozen program must not hold {', '.join([*found, *dangling])}.")
    if os.name == "posix" and not os.access(folder / NAME, os.X_OK):
        raise PackTrouble(f"{folder / NAME} cannot be started.")


def _source_data() -> list[Path]:
    package = ROOT / "src" / "shadow_app" / "storage"
    return [*sorted(package.glob("hub/*.sql")), *sorted(package.glob("migrations/versions/*.[ps][yq]*"))]
