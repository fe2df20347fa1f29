"""Packages: what goes in, what stays out, the same bytes twice, and descriptions that the systems' tools accept."""

from __future__ import annotations

import ctypes.util
import shutil
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

import shadow_app
from recipes import Recipes
from shadow_app.domain.language import WISHES

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_version_has_one_place(recipe: type[Recipes]) -> None:
    assert recipe.get("pack_project").version() == shadow_app.__version__


@pytest.mark.parametrize(
    ("target", "source", "goes_in"),
    [
        ("reportlab/fonts/DarkGardenMK.pfb", "/venv/x", False),
        ("shadow_app/assets/fonts/Inter_400Regular.ttf", "/venv/x", True),
        ("shadow_app/storage/hub/tables.sql", "/srv/x", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/x", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/venv/x", False),
        ("libQt6EglFSDeviceIntegration.so.6", "PySide6/Qt/lib/x", False),
        ("botocore/data/s3/2006-03-01/service-2.json.gz", "/venv/x", True),
        ("botocore/data/ec2/2016-11-15/service-2.json.gz", "/venv/x", False),
        ("botocore/data/endpoints.json", "/venv/x", True),
        ("PySide6\\Qt\\qml\\x.dll", "C:\\x", False),
        ("PySide6\\opengl32sw.dll", "C:\\x", False),
        ("babel/locale-data/de_AT.dat", "/venv/x", True),
        ("babel/locale-data/de.dat", "/venv/x", True),
        ("babel/locale-data/root.dat", "/venv/x", True),
        ("babel/locale-data/den.dat", "/venv/x", False),
        ("babel/locale-data/fr_CA.dat", "/venv/x", False),
        ("babel/global.dat", "/venv/x", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/venv/x", True),
        ("PySide6/Qt/translations/qtbase_pt_BR.qm", "/venv/x", False),
        ("PySide6/translations/qt_help_de.qm", "C:/x", False),
        ("pillow.libs/libavif-c6062d5f.so.16.4.2", "/venv/x", False),
        ("pillow.libs/libwebp-51b0b3f7.so.7.2.0", "/venv/x", True),
        ("libportaudio.so.2", "/usr/lib/x", True),
        ("libasound.so.2", "/usr/lib/x", False),
    ],
)
def test_what_goes_in(recipe: type[Recipes], target: str, source: str, goes_in: bool) -> None:
    assert recipe.get("pack_trim").keep(target, source, "bundle") is goes_in


def test_the_systems_libraries_stay_out_of_a_package_that_names_them(recipe: type[Recipes]) -> None:
    keep = recipe.get("pack_trim").keep
    theme = "PySide6/Qt/plugins/platformthemes/libqgtk3.so"
    assert keep(theme, "/venv/x", "depend")
    assert not keep(theme, "/venv/x", "bundle")
    assert not keep("libpango-1.0.so.0", "/usr/lib/x86_64-linux-gnu/libpango-1.0.so.0", "bundle")
    assert keep("libglib-2.0.so.0", "/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0", "bundle")
    assert not keep("libglib-2.0.so.0", "/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0", "depend")


def test_every_language_that_can_be_chosen_goes_in(recipe: type[Recipes]) -> None:
    assert set(WISHES) - {"system"} == recipe.get("pack_trim").languages()


def test_the_sound_library_of_the_folder_is_found(
    recipe: type[Recipes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = ctypes.util.find_library
    monkeypatch.setattr(ctypes.util, "find_library", usual)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    hook = recipe.get("hook_sound")
    hook.point_to_portaudio()
    assert ctypes.util.find_library is usual
    (tmp_path / hook.BROUGHT).touch()
    hook.point_to_portaudio()
    assert ctypes.util.find_library("portaudio") == str(tmp_path / hook.BROUGHT)
    assert ctypes.util.find_library("c") == usual("c")


def test_an_extra_that_nobody_left_out_is_missed(recipe: type[Recipes], frozen: Path) -> None:
    parts = recipe.get("pack_parts")
    (frozen.parent / parts.TAKEN).write_text('["asyncssh", "psycopg"]', encoding="utf-8")
    assert parts.missing_extras(frozen, ()) == ["voice"]
    assert parts.missing_extras(frozen, ("voice",)) == []


def test_what_developers_need_stays_out(recipe: type[Recipes]) -> None:
    modules = recipe.get("pack_parts").development_modules()
    assert {"pytest", "mypy", "hypothesis", "moto", "flask"} <= set(modules)
    assert not {"pydantic", "shadow_app", "reportlab", "cryptography", "fsspec", "psycopg"} & set(modules)


@pytest.mark.parametrize(
    ("text", "debian", "windows"),
    [
        ("0.1.0", "0.1.0", (0, 1, 0, 0)),
        ("1.0rc1", "1.0~rc1", (1, 0, 0, 0)),
        ("1.2.dev3", "1.2~dev3", (1, 2, 0, 0)),
        ("2.0b2", "2.0~b2", (2, 0, 0, 0)),
    ],
)
def test_versions_in_other_tongues(
    recipe: type[Recipes], text: str, debian: str, windows: tuple[int, int, int, int]
) -> None:
    assert recipe.get("pack_deb").debian_version(text) == debian
    assert recipe.get("pack_version_resource").four_numbers(text) == windows


def test_archives_are_the_same_bytes_twice(recipe: type[Recipes], frozen: Path, tmp_path: Path) -> None:
    portable = recipe.get("pack_portable")
    made = []
    for number in (1, 2):
        tar, packed = tmp_path / f"{number}.tar.gz", tmp_path / f"{number}.zip"
        (frozen / "_internal").touch()
        portable.write_tar(tar, frozen, "shadow-app-1")
        portable.write_zip(packed, frozen, "shadow-app-1")
        made.append((tar.read_bytes(), packed.read_bytes()))
    assert made[0] == made[1]
    with tarfile.open(tmp_path / "1.tar.gz") as opened:
        program = opened.getmember("shadow-app-1/shadow-app")
        assert (program.mode, program.uname, program.mtime) == (0o755, "root", 1_700_000_000)
        assert opened.getmember("shadow-app-1/_internal/link.so").issym()
    with zipfile.ZipFile(tmp_path / "1.zip") as opened_zip:
        assert opened_zip.read("shadow-app-1/_internal/link.so") == b"\x7fELF library"


def test_the_bill_names_what_is_in_the_folder(recipe: type[Recipes], frozen: Path) -> None:
    bill = recipe.get("pack_bom").bill(frozen)
    assert bill == recipe.get("pack_bom").bill(frozen)
    by_name = {each["name"]: each for each in bill["components"]}
    assert by_name["pyside6-essentials"]["licenses"] == [
        {"expression": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"}
    ]
    assert by_name["reportlab"]["purl"].startswith("pkg:pypi/reportlab@")
    assert by_name["reportlab"]["properties"]
    assert by_name["libssl"]["version"] == "3"
    assert len(by_name["libssl"]["hashes"][0]["content"]) == 64
    assert "pytest" not in by_name
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    references = [each["bom-ref"] for each in bill["components"]]
    assert len(references) == len(set(references))


def test_notices_lie_beside_the_program(recipe: type[Recipes], frozen: Path, tmp_path: Path) -> None:
    recipe.get("pack_notices").write_notices(tmp_path / "licences", frozen)
    notice = (tmp_path / "licences" / "NOTICE.txt").read_text(encoding="utf-8")
    assert "GNU Lesser General Public License" in notice
    assert "replace them" in notice
    assert {"LGPL-3.0.txt", "GPL-3.0.txt"} <= {path.name for path in (tmp_path / "licences" / "texts").iterdir()}
    for name in ("inter-font.txt", "lucide-icons.txt", "python-LICENSE.txt", "shadow-app-LICENSE.txt"):
        assert (tmp_path / "licences" / name).stat().st_size > 200
    assert list((tmp_path / "licences" / "libraries" / "pydantic").iterdir())


def test_the_manual_names_every_command(recipe: type[Recipes]) -> None:
    from shadow_app.cli.parser import make_parser

    page = recipe.get("pack_man").man_page()
    commands = next(each for each in make_parser()._actions if each.dest == "command").choices
    assert commands
    for name in commands:
        assert f".SS {name.replace('-', chr(92) + '-')}" in page
    assert not [line for line in page.splitlines() if line.startswith("'")]


def test_the_desktop_knows_the_file_and_the_program(recipe: type[Recipes]) -> None:
    share = recipe.get("pack_share")
    described = ET.fromstring(share.metainfo())
    assert described.findtext("id") == recipe.get("pack_project").APP_ID
    release = described.find("releases/release")
    assert release is not None
    assert release.get("version") == shadow_app.__version__
    assert "@" not in share.metainfo()
    kinds = ET.parse(share.LINUX / "shadow-app.xml").getroot()
    kind = kinds[0].get("type")
    entry = (share.LINUX / "shadow-app.desktop").read_text(encoding="utf-8")
    assert f"MimeType={kind};" in entry
    assert "Exec=shadow-app --open %f" in entry


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not installed")
def test_the_desktop_entry_is_valid() -> None:
    entry = ROOT / "packaging" / "linux" / "shadow-app.desktop"
    done = subprocess.run(("desktop-file-validate", str(entry)), check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_bad_start_is_said_in_a_sentence(
    recipe: type[Recipes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = recipe.get("build")
    freezing = recipe.get("pack_freeze")
    monkeypatch.setattr(freezing, "BUILD", tmp_path)
    assert build.main(["portable"]) == 1
    assert "dev.py package freeze" in capsys.readouterr().err
    assert build.main(["version"]) == 0
    assert capsys.readouterr().out.strip() == shadow_app.__version__
