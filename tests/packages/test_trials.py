"""What builds twice and what tries a package: copying, comparing, a clean system, a picture of a display."""

from __future__ import annotations

import io
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from recipes import ROOT, Recipes

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed")


def _package(folder: Path, content: str, name: str = "note") -> Path:
    root = folder / "root"
    (root / "DEBIAN").mkdir(parents=True)
    control = "Package: small\nVersion: 1\nArchitecture: all\nMaintainer: A <a@b>\nDescription: small\n"
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    (root / "usr").mkdir()
    (root / "usr" / name).write_text(content, encoding="utf-8")
    for path in [root, *root.rglob("*")]:
        os.utime(path, (1, 1))
    package = folder / "small.deb"
    command = ("dpkg-deb", "--root-owner-group", "-Zgzip", "--build", str(root), str(package))
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1"})
    return package


@needs_dpkg
def test_packages_that_differ_are_told_apart_by_what_differs(recipe: type[Recipes], tmp_path: Path) -> None:
    twice = recipe.get("pack_twice")
    one, same = _package(tmp_path / "one", "x"), _package(tmp_path / "a much longer name", "x")
    twice.compare(one, same)
    trouble = recipe.get("pack_project").PackTrouble
    with pytest.raises(trouble, match=r"differ in: \./usr/note\."):
        twice.compare(one, _package(tmp_path / "other", "y"))
    with pytest.raises(trouble, match=r"\./usr/memo, \./usr/note\."):
        twice.compare(one, _package(tmp_path / "named", "x", "memo"))


def test_a_copy_of_the_source_holds_what_git_knows(
    recipe: type[Recipes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice, project = recipe.get("pack_twice"), recipe.get("pack_project")
    clone = tmp_path / "clone"
    (clone / "build").mkdir(parents=True)
    for name in (".gitignore", "kept", "gone", "new", "build/made"):
        (clone / name).write_text("build/\n" if name == ".gitignore" else name, encoding="utf-8")
    monkeypatch.setattr(twice, "ROOT", clone)
    with pytest.raises(project.PackTrouble, match="git clone"):
        twice.copy_source(tmp_path / "copy")
    subprocess.run(("git", "init", "--quiet"), cwd=clone, check=True)
    subprocess.run(("git", "add", "kept", "gone", ".gitignore"), cwd=clone, check=True)
    (clone / "gone").unlink()
    twice.copy_source(tmp_path / "copy")
    copied = {path.relative_to(tmp_path / "copy").as_posix() for path in (tmp_path / "copy").rglob("*")}
    assert copied == {".gitignore", "kept", "new"}


def test_another_debian_keeps_its_own_sources(recipe: type[Recipes], tmp_path: Path) -> None:
    clean = recipe.get("clean_root")
    for name, words in (
        ("here", 'ID=ubuntu\nVERSION_CODENAME="jammy"\n'),
        ("there", "ID=debian\nVERSION_CODENAME=x\n"),
    ):
        (tmp_path / name / "etc").mkdir(parents=True)
        (tmp_path / name / "etc" / "os-release").write_text(f"NAME=x\n{words}", encoding="utf-8")
    assert clean.system_of(tmp_path / "here") != clean.system_of(tmp_path / "there")
    assert clean.system_of(tmp_path / "there") == ["ID=debian", "VERSION_CODENAME=x"]


def test_a_displays_memory_becomes_a_picture(recipe: type[Recipes]) -> None:
    width, height, line = 3, 2, 16  # the last four bytes of a line are nobody's
    numbers = [0] * 25
    numbers[0], numbers[4], numbers[5], numbers[12], numbers[19] = 104, width, height, line, 2
    points = b"".join(bytes((blue, green, red, 0)) for red, green, blue in ((1, 2, 3), (4, 5, 6), (7, 8, 9)))
    memory = struct.pack(">25I", *numbers) + b"name" + b"\0" * 24 + (points + b"----") * height
    with Image.open(io.BytesIO(recipe.get("virtual_hands").png_of(memory))) as image:
        assert image.size == (width, height)
        assert [image.getpixel((x, 1)) for x in range(width)] == [(1, 2, 3), (4, 5, 6), (7, 8, 9)]


@pytest.mark.skipif(sys.platform != "linux", reason="it makes a Debian")
def test_whoever_is_not_root_is_told(recipe: type[Recipes], monkeypatch: pytest.MonkeyPatch) -> None:
    trying = recipe.get("try_deb")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(recipe.get("clean_root").Failed, match="sudo"):
        trying.check_tools()


@needs_dpkg
def test_the_list_of_changes_is_debians(recipe: type[Recipes], tmp_path: Path) -> None:
    text = recipe.get("pack_deb").changelog()
    assert text.startswith("shadow-app (")
    assert text.rstrip().endswith("14 Nov 2023 22:13:20 +0000")
    if shutil.which("dpkg-parsechangelog"):
        (tmp_path / "changelog").write_text(text, encoding="utf-8")
        command = ("dpkg-parsechangelog", "--all", "-l", str(tmp_path / "changelog"), "-S", "Version")
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert (done.stdout.strip(), done.stderr) == (recipe.get("pack_project").version(), "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_commands_and_their_options(recipe: type[Recipes], tmp_path: Path) -> None:
    from shadow_app.cli.installed import completion

    (tmp_path / "shadow-app").write_text(completion(recipe.get("pack_man").shadow_parser(), "bash"), encoding="utf-8")
    script = """
        . ./shadow-app
        complete -p shadow-app
        ask() {
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
            _shtab_shadow_app "$1" "${!#}"
            echo "${COMPREPLY[*]}"
        }
        ask shadow-app vis
        ask shadow-app visit sh
        ask shadow-app report visit --o
    """
    done = subprocess.run(("bash", "-c", script), cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[1:] == ["visit", "show", "--out"]
    assert done.stdout.startswith("complete ")


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_the_manual_page_has_no_warnings(recipe: type[Recipes], tmp_path: Path) -> None:
    page = tmp_path / "shadow-app.1"
    page.write_text(recipe.get("pack_man").man_page(), encoding="utf-8")
    environ = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"}
    command = ("man", "--warnings=w", "-l", str(page))
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environ)
    assert (done.returncode, done.stderr) == (0, "")
    assert "SHADOW_PASSPHRASE" in done.stdout


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not installed")
def test_the_description_is_valid(recipe: type[Recipes], tmp_path: Path) -> None:
    path = tmp_path / "it.metainfo.xml"
    path.write_text(recipe.get("pack_share").metainfo(), encoding="utf-8")
    command = ("appstreamcli", "validate", "--no-net", str(path))
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout
