"""The Windows installer: Inno Setup compiles `windows/shadow_app.iss` with what it has to know."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from pack_portable import need_frozen
from pack_project import APP_ID, DIST, NAME, PACKAGING, PUBLISHER, ROOT, PackTrouble, megabytes, run, say, version

_USUAL = r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"


def build_installer() -> Path:
    """Build `dist/shadow-app-<version>-windows-setup.exe`; returns it.

    Raises:
        PackTrouble: Inno Setup or the frozen program is not there.
    """
    frozen = need_frozen()
    if not (frozen / "Shadow.exe").is_file():
        raise PackTrouble("The Windows installer can only be built on Windows, of a program that was frozen there.")
    compiler = os.environ.get("ISCC") or shutil.which("iscc") or (_USUAL if Path(_USUAL).is_file() else "")
    if not compiler:
        raise PackTrouble("Inno Setup 6 is not installed; set ISCC to the path of ISCC.exe if it lies elsewhere.")
    defines = (f"/DVersion={version()}", f"/DAppId={APP_ID}", f"/DFrozen={frozen}", f"/DPublisher={PUBLISHER}")
    run(compiler, "/Q", f"/O{DIST}", *defines, *signing(), PACKAGING / "windows" / "shadow_app.iss")
    package = DIST / f"{NAME}-{version()}-windows-setup.exe"
    say(f"{package.relative_to(ROOT)}: {megabytes(package):.0f} MB")
    return package


def signing() -> tuple[str, ...]:
    """How Inno Setup signs what it makes, if there is a certificate (`windows/sign.ps1`); $q is its quotation mark."""
    if not os.environ.get("SHADOW_SIGN_PFX"):
        return ()
    script = PACKAGING / "windows" / "sign.ps1"
    return ("/DSign", f"/Sshadow=powershell.exe -NoProfile -ExecutionPolicy Bypass -File $q{script}$q $f")
