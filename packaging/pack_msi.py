"""An MSI for Intune, SCCM and group policies: for every user of a computer, silent, found and upgraded by its codes.

The description is written here and compiled by `wixl` (msitools, on Linux) or by WiX 3 (on Windows); both read it.
"""

from __future__ import annotations

import os
import shutil
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from pack_portable import need_frozen
from pack_project import APP_ID, BUILD, DIST, NAME, PUBLISHER, ROOT, PackTrouble, megabytes, run, say, version
from pack_version_resource import four_numbers

_OURS = uuid.uuid5(uuid.NAMESPACE_DNS, APP_ID)
UPGRADE_CODE = str(uuid.uuid5(_OURS, "upgrade")).upper()
"""The same for every version, so that a newer one takes the place of an older one."""


def build_msi(windows_folder: Path | None = None) -> Path:
    """Build `dist/shadow-app-<version>-windows.msi`; returns it.

    Args:
        windows_folder: the frozen folder of Windows; the one built here, if not said.

    Raises:
        PackTrouble: there is no folder, or no compiler.
    """
    frozen = windows_folder or need_frozen()
    BUILD.mkdir(exist_ok=True)
    DIST.mkdir(exist_ok=True)
    source, package = BUILD / f"{NAME}.wxs", DIST / f"{NAME}-{version()}-windows.msi"
    source.write_text("\n".join(description(frozen)) + "\n", encoding="utf-8")
    if sys.platform == "win32":
        run(wix_tool("candle"), "-nologo", "-arch", "x64", "-out", BUILD / f"{NAME}.wixobj", source)
        run(wix_tool("light"), "-nologo", "-sval", "-out", package, BUILD / f"{NAME}.wixobj")
    else:
        run("wixl", "--arch", "x64", "--output", package, source)
    say(f"{package.relative_to(ROOT)}: {megabytes(package):.0f} MB")
    return package


def wix_tool(tool: str) -> str:
    """One of WiX's programs; its installer sets WIX and leaves the PATH alone."""
    return shutil.which(tool) or str(Path(os.environ.get("WIX", ""), "bin", f"{tool}.exe"))


def description(frozen: Path) -> Iterator[str]:
    """The lines of the .wxs file."""
    if not any((frozen / each).is_file() for each in ("Shadow.exe", NAME)):
        raise PackTrouble(f"{frozen} is no frozen program.")
    major, minor, patch, _ = four_numbers(version())
    product = str(uuid.uuid5(_OURS, f"product {version()}")).upper()
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">'
    yield (
        f'<Product Id="{product}" UpgradeCode="{UPGRADE_CODE}" Name="Shadow" Language="1033" '
        f'Version="{major}.{minor}.{patch}" Manufacturer={quoteattr(PUBLISHER)}>'
    )
    yield '<Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"/>'
    yield '<MajorUpgrade DowngradeErrorMessage="A newer version of Shadow is installed already."/>'
    yield '<Media Id="1" Cabinet="shadow.cab" EmbedCab="yes"/>'
    yield f'<Icon Id="icon.ico" SourceFile={quoteattr(_from_root(BUILD / "icons" / "shadow-app.ico"))}/>'
    yield '<Property Id="ARPPRODUCTICON" Value="icon.ico"/>'
    yield '<Directory Id="TARGETDIR" Name="SourceDir">'
    yield '<Directory Id="ProgramMenuFolder"/>'
    yield '<Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="Shadow">'
    components: list[str] = []
    yield from _folder(frozen, frozen, components)
    yield from _associations(components)
    yield "</Directory></Directory></Directory>"
    yield '<Feature Id="Complete" Level="1">'
    yield from (f'<ComponentRef Id="{each}"/>' for each in components)
    yield "</Feature>"
    yield "</Product>"
    yield "</Wix>"


def _folder(root: Path, folder: Path, components: list[str]) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        name = path.relative_to(root).as_posix()
        code = uuid.uuid5(_OURS, name)
        if path.is_dir():
            yield f'<Directory Id="d{code.hex}" Name={quoteattr(path.name)}>'
            yield from _folder(root, path, components)
            yield "</Directory>"
            continue
        components.append(f"c{code.hex}")
        yield f'<Component Id="c{code.hex}" Guid="{str(code).upper()}" Win64="yes">'
        source = quoteattr(_from_root(path))
        yield f'<File Id="f{code.hex}" Name={quoteattr(path.name)} KeyPath="yes" Source={source}>'
        if name == "Shadow.exe":
            yield '<Shortcut Id="menu" Directory="ProgramMenuFolder" Name="Shadow" WorkingDirectory="INSTALLDIR" '
            yield 'Icon="icon.ico" Advertise="yes"/>'
        yield "</File></Component>"


def _from_root(path: Path) -> str:
    # wixl takes no absolute paths; both compilers run in the project's folder.
    return os.path.relpath(path, ROOT)


def _associations(components: list[str]) -> Iterator[str]:
    """What Windows does with a .shadow file."""
    components.append("associations")
    code = str(uuid.uuid5(_OURS, "associations")).upper()
    yield f'<Component Id="associations" Guid="{code}" Win64="yes">'
    classes = "Software\\Classes"
    for number, (key, value) in enumerate((
        (f"{classes}\\.shadow", "ShadowApp.HandOver"),
        (f"{classes}\\ShadowApp.HandOver", "Shadow hand-over file"),
        (f"{classes}\\ShadowApp.HandOver\\DefaultIcon", "[INSTALLDIR]Shadow.exe,0"),
        (f"{classes}\\ShadowApp.HandOver\\shell\\open\\command", '"[INSTALLDIR]Shadow.exe" --open "%1"'),
    )):  # fmt: skip
        path = ' KeyPath="yes"' if number == 0 else ""
        yield f'<RegistryValue Root="HKLM" Key={quoteattr(key)} Type="string" Value={quoteattr(value)}{path}/>'
    yield "</Component>"
