"""What is built elsewhere: Windows, macOS, Flatpak, the workflow; held against the systems' own rules."""

from __future__ import annotations

import os
import plistlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

import shadow_app
from recipes import ROOT, Recipes

WORKFLOW = ROOT / ".github" / "workflows" / "packages.yml"


def test_the_msi_installs_every_file_and_the_file_type(recipe: type[Recipes], frozen: Path) -> None:
    msi = recipe.get("pack_msi")
    (frozen / "Shadow.exe").write_bytes(b"MZ")
    text = "\n".join(msi.description(frozen))
    tree = ET.fromstring(text)
    space = "{http://schemas.microsoft.com/wix/2006/wi}"
    files = [each.get("Source") for each in tree.iter(f"{space}File")]
    assert len(files) == len([path for path in frozen.rglob("*") if path.is_file()])
    declared = {each.get("Id") for each in tree.iter(f"{space}Component")}
    assert declared == {each.get("Id") for each in tree.iter(f"{space}ComponentRef")}
    keys = [each.get("Key") for each in tree.iter(f"{space}RegistryValue")]
    assert "Software\\Classes\\.shadow" in keys
    assert text == "\n".join(msi.description(frozen))
    with pytest.raises(recipe.get("pack_project").PackTrouble, match="no frozen program"):
        list(msi.description(frozen / "_internal"))


def test_the_program_has_one_name_that_every_system_takes(recipe: type[Recipes]) -> None:
    project = recipe.get("pack_project")
    # Flatpak and D-Bus: letters, digits and underscores, hyphens in the last part only; Apple: no underscores at all.
    assert re.fullmatch(r"([A-Za-z_][A-Za-z0-9_]*\.){2,}[A-Za-z_][A-Za-z0-9_-]*", project.APP_ID)
    assert re.fullmatch(r"[A-Za-z0-9.-]+", project.BUNDLE_ID)
    elsewhere = [
        path.relative_to(ROOT).as_posix()
        for path in [*(ROOT / "packaging").rglob("*"), WORKFLOW]
        if path.is_file() and path.suffix != ".pyc" and project.APP_ID in path.read_text(encoding="utf-8")
    ]
    assert elsewhere == ["packaging/pack_project.py", "packaging/windows/shadow_app.iss"]


def test_a_publishers_name_goes_everywhere(recipe: type[Recipes], tmp_path: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'packaging')!r}); import pack_project, pack_share, pack_flatpak\n"
        "from pathlib import Path\n"
        "print(pack_project.BUNDLE_ID, pack_project.PUBLISHER)\n"
        "print(pack_share.metainfo()); print(pack_flatpak.manifest(Path('/x')))"
    )
    told = {"SHADOW_APP_ID": "com.its_firm.Shadow", "SHADOW_PUBLISHER": "Its firm", "SHADOW_MAINTAINER": ""}
    said = subprocess.run(
        (sys.executable, "-c", script), env={**os.environ, **told}, cwd=tmp_path, check=True, capture_output=True,
        text=True,
    ).stdout  # fmt: skip
    assert said.startswith("com.its-firm.Shadow Its firm\n")
    assert "<id>com.its_firm.Shadow</id>" in said
    assert "\nid: com.its_firm.Shadow\n" in said
    assert "org.shadow" not in said


def test_the_flatpak_packs_the_folder_and_exports_what_bears_its_name(recipe: type[Recipes], tmp_path: Path) -> None:
    flatpak = recipe.get("pack_flatpak")
    text = flatpak.manifest(tmp_path / "Shadow.AppDir")
    manifest = yaml.safe_load(text)
    project = recipe.get("pack_project")
    assert (manifest["id"], manifest["command"]) == (project.APP_ID, project.NAME)
    module = manifest["modules"][0]
    assert module["sources"] == [{"type": "dir", "path": str(tmp_path / "Shadow.AppDir")}]
    assert any(f"mime/packages/{project.APP_ID}.xml" in each for each in module["build-commands"])
    assert f"rename-desktop-file: {project.NAME}.desktop" in text
    with pytest.raises(project.PackTrouble, match="appdir"):
        flatpak.build_flatpak(tmp_path / "nothing")


@pytest.mark.skipif(sys.platform == "win32", reason="its commands are a shell's")
def test_the_flatpaks_commands_leave_one_name(recipe: type[Recipes], tmp_path: Path) -> None:
    project, share = recipe.get("pack_project"), recipe.get("pack_share")
    inside = tmp_path / "app" / "share"
    for name, text in (
        (f"mime/packages/{project.NAME}.xml", (share.LINUX / "shadow-app.xml").read_text(encoding="utf-8")),
        (f"metainfo/{project.APP_ID}.metainfo.xml", share.metainfo()),
    ):
        (inside / name).parent.mkdir(parents=True)
        (inside / name).write_text(text, encoding="utf-8")
    manifest = yaml.safe_load(recipe.get("pack_flatpak").manifest(tmp_path))
    for command in manifest["modules"][0]["build-commands"][4:]:
        there = command.replace("/app/", f"{tmp_path}/app/")
        subprocess.run(("sh", "-c", there), check=True)
    kinds = (inside / "mime" / "packages" / f"{project.APP_ID}.xml").read_text(encoding="utf-8")
    assert f'<icon name="{project.APP_ID}"/>' in kinds
    described = ET.parse(inside / "metainfo" / f"{project.APP_ID}.metainfo.xml").getroot()
    assert described.findtext("launchable") == f"{project.APP_ID}.desktop"
    assert described.findtext("icon") == project.APP_ID
    assert described.findtext("provides/binary") == project.NAME


@pytest.mark.skipif(shutil.which("flatpak-builder") is None, reason="flatpak-builder is not installed")
def test_flatpak_builder_reads_the_manifest(recipe: type[Recipes], tmp_path: Path) -> None:
    path = tmp_path / "manifest.yml"
    path.write_text(recipe.get("pack_flatpak").manifest(tmp_path), encoding="utf-8")
    done = subprocess.run(
        ("flatpak-builder", "--show-manifest", str(path)), check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_windows_installer_asks_for_no_rights_and_takes_no_data() -> None:
    inno = (ROOT / "packaging" / "windows" / "shadow_app.iss").read_text(encoding="utf-8")
    assert "PrivilegesRequired=lowest" in inno
    assert "[UninstallDelete]" not in inno
    assert shadow_app.__version__ not in inno.replace("/DVersion=0.1.0", "")
    # Everything that is written for one person or for all is taken away again.
    for line in inno.splitlines():
        if line.startswith("Root: HKA") and "\\ShadowApp.HandOver\\" not in line:
            assert "uninsdelete" in line, line


def test_inno_setup_signs_where_there_is_a_certificate(recipe: type[Recipes], monkeypatch: pytest.MonkeyPatch) -> None:
    installer = recipe.get("pack_installer")
    monkeypatch.delenv("SHADOW_SIGN_PFX", raising=False)
    assert installer.signing() == ()
    monkeypatch.setenv("SHADOW_SIGN_PFX", "MII…")
    define, tool = installer.signing()
    assert define == "/DSign"
    assert tool.startswith("/Sshadow=")
    assert tool.endswith(" $f")
    assert "MII" not in tool
    # Windows' own PowerShell takes a file without a mark for one of its old code pages.
    (ROOT / "packaging" / "windows" / "sign.ps1").read_bytes().decode("ascii")


def test_wix_is_found_where_its_installer_says(
    recipe: type[Recipes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WIX", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert recipe.get("pack_msi").wix_tool("candle") == str(tmp_path / "bin" / "candle.exe")


def test_the_rights_of_the_mac_app() -> None:
    rights = plistlib.loads((ROOT / "packaging" / "macos" / "entitlements.plist").read_bytes())
    assert rights["com.apple.security.device.audio-input"] is True
    assert not any("app-sandbox" in each for each in rights)


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts are for the other systems")
def test_the_disk_image_is_signed_inside_out_and_notarised_twice(tmp_path: Path) -> None:
    scripts = tmp_path / "packaging" / "macos"
    shutil.copytree(ROOT / "packaging" / "macos", scripts)
    app = tmp_path / "build" / "frozen-bundle" / "Shadow.app"
    for name in ("Contents/Frameworks/QtCore.framework/QtCore", "Contents/Frameworks/lib with blank.dylib"):
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).write_bytes(b"x")
    tools, calls = tmp_path / "tools", tmp_path / "calls"
    tools.mkdir()
    for tool in ("codesign", "xcrun", "ditto", "hdiutil", "spctl"):
        (tools / tool).write_text(f'#!/bin/sh\necho {tool} "$@" >> "{calls}"\n', encoding="utf-8")
        (tools / tool).chmod(0o755)
    told = {
        "PATH": f"{tools}:{os.environ['PATH']}", "SHADOW_CODESIGN_IDENTITY": "Developer ID Application: Its firm",
        "SHADOW_NOTARY_PROFILE": "shadow", "SHADOW_NOTARY_KEYCHAIN": "/tmp/signing keychain-db",
    }  # fmt: skip
    done = subprocess.run(("sh", str(scripts / "make_dmg.sh"), "9.9"), env=told, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    lines = calls.read_text(encoding="utf-8").splitlines()
    signed = [line.rpartition("/")[2] for line in lines if line.startswith("codesign --force")]
    assert signed[:3] == ["lib with blank.dylib", "QtCore.framework", "Shadow.app"]
    assert re.fullmatch(r"Shadow-9\.9-macos-\w+\.dmg", signed[3])
    notarised = [line for line in lines if line.startswith("xcrun notarytool submit")]
    assert len(notarised) == 2
    assert all("--keychain /tmp/signing keychain-db" in line for line in notarised)
    assert sum(line.startswith("xcrun stapler staple") for line in lines) == 2


def test_secrets_reach_only_the_steps_that_sign() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    allowed = ("sign.ps1", "keychain.sh", "package installer")
    for job in jobs.values():
        assert all("secrets." not in value or value.endswith("!= '' }}") for value in job.get("env", {}).values())
        for step in job["steps"]:
            if "secrets." in str(step):
                assert any(each in step["run"] for each in allowed), step


def test_the_workflow_installs_what_qt_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    import dev

    step = next(each for each in yaml.safe_load(WORKFLOW.read_text())["jobs"]["linux"]["steps"] if "Tools" in str(each))
    assert {*dev.OFFSCREEN, *dev.X11, *dev.WAYLAND} <= set(step["run"].split())


def test_the_workflow_pins_what_it_runs() -> None:
    text = (ROOT / ".github" / "workflows" / "packages.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    assert set(jobs) == {"linux", "windows", "macos"}
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert used
    for action in used:
        assert len(action.partition("@")[2]) == 40
    build = (ROOT / "packaging" / "build.py").read_text(encoding="utf-8")
    for line in text.splitlines():
        if "dev.py package " in line:
            verb = line.split("dev.py package ")[1].split()[0].strip(')"')
            assert f'"{verb}"' in build, verb


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts are for the other systems")
@pytest.mark.parametrize("script", sorted((ROOT / "packaging").rglob("*.sh")), ids=lambda path: str(path.name))
def test_shell_scripts_can_be_read(script: Path) -> None:
    assert subprocess.run(("sh", "-n", str(script)), check=False).returncode == 0
