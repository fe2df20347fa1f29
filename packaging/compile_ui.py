"""Make what the package needs from `forms/` and `resources/`: compiled forms, icons, translations, fonts, demo data.

Three doors, one behaviour: hatchling calls `CompileUiHook` for every wheel and editable install, `tests/conftest.py`
calls `compile_all` before the tests, and `python packaging/compile_ui.py` is for the hand after Qt Designer.

| from | by | to (git-ignored, shipped) |
|---|---|---|
| `forms/x.ui` | uic | `ui/_compiled/ui_x.py` |
| `resources/i18n/x.ts` | lrelease | `resources/i18n/x.qm`, and by `resources.qrc` onwards |
| `resources/resources.qrc` | rcc | `ui/_compiled/resources_rc.py` |
| `resources/i18n/messages_x.po` | Babel | `assets/i18n/x.mo` |
| `resources/fonts`, `demo`, `starter` | copying | `assets/fonts`, `demo`, `starter` |

The copies are there because ReportLab and the command line cannot read Qt resources.
Only what is stale is made again, orphans are deleted, and a source that does not compile leaves no old result behind.
Source of the layout: `design.md` §1 and `style.md` §8.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from functools import partial
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
COPIED = ("fonts", "demo", "starter")


class CompileError(Exception):
    """Some sources do not compile; the text names each of them, one a line."""


def compile_all(root: Path) -> list[Path]:
    """Bring everything under `root` up to date and return what was made, in the order of making.

    Raises CompileError after everything else has been made, naming every source that failed.
    """
    made = _Workshop(root)
    for form in sorted((root / "forms").glob("*.ui")):
        target = made.out / f"ui_{form.stem}.py"
        made.run("uic", "-g", "python", "--from-imports", str(form), "-o", target=target, sources=[form])
    i18n = root / "resources" / "i18n"
    for words in sorted(i18n.glob("*.ts")):
        made.run("lrelease", "-silent", str(words), "-qm", target=words.with_suffix(".qm"), sources=[words])
    qrc = root / "resources" / "resources.qrc"
    if qrc.is_file() and (listed := made.listed(qrc)) is not None:
        # Version 1 of the format: later ones keep when each file was last written, and no two clones agree on that.
        arguments = ("-g", "python", "--format-version", "1", str(qrc), "-o")
        made.run("rcc", *arguments, target=made.out / "resources_rc.py", sources=[qrc, *listed])
    for sentences in sorted(i18n.glob("messages_*.po")):
        language = sentences.stem.removeprefix("messages_")
        target = root / "src" / "shadow_app" / "assets" / "i18n" / f"{language}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        made.make(target, [sentences], partial(_messages, sentences))
    for folder in COPIED:
        made.copy(root / "resources" / folder, root / "src" / "shadow_app" / "assets" / folder)
    made.delete_orphans(i18n)
    made.close()
    return made.paths


class _Workshop:
    """One run: what each target was made from last time, what is made now, and what went wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "src" / "shadow_app" / "ui" / "_compiled"
        self.out.mkdir(parents=True, exist_ok=True)
        self.paths: list[Path] = []
        self._troubles: list[str] = []
        self._before = _read_manifest(self.out / MANIFEST)
        self._now: dict[str, str] = {}
        # Another Qt or another edition of this script may write other code from the same form.
        self._tools = f"{_qt_version()} {_digest([Path(__file__)])}"

    def run(self, tool: str, *arguments: str, target: Path, sources: list[Path]) -> None:
        """Make `target`, which the tool takes as its last argument, unless it stands already for these sources."""
        self.make(target, sources, partial(_tool, tool, *arguments))

    def copy(self, source: Path, target: Path) -> None:
        """Mirror a folder; what is no longer in the source goes."""
        files = [path for path in sorted(source.rglob("*")) if path.is_file()] if source.is_dir() else []
        for path in files:
            copied = target / path.relative_to(source)
            copied.parent.mkdir(parents=True, exist_ok=True)
            self.make(copied, [path], partial(shutil.copyfile, path))
        wanted = {target / path.relative_to(source) for path in files}
        for path in sorted(target.rglob("*"), reverse=True) if target.is_dir() else []:
            if path.is_file() and path not in wanted and ".part-" not in path.name:
                path.unlink(missing_ok=True)
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()

    def listed(self, qrc: Path) -> list[Path] | None:
        """The files that a .qrc names; None, with the trouble noted, if it and the folders do not agree."""
        try:
            named = {str(entry.text) for entry in ET.parse(qrc).iter("file")}
        except ET.ParseError as error:
            self._give_up(self.out / "resources_rc.py", f"{self._short(qrc)}: {error}")
            return None
        there = {f"icons/{path.name}" for path in (qrc.parent / "icons").glob("*.svg")}
        there |= {f"i18n/{path.stem}.qm" for path in (qrc.parent / "i18n").glob("*.ts")}
        gone = {name for name in named if not (qrc.parent / name).is_file()}
        for names, what in ((there - named, "does not list"), (gone, "lists what is not there:")):
            if names:
                text = f"{self._short(qrc)} {what} {', '.join(sorted(names))}"
                self._give_up(self.out / "resources_rc.py", text)
        return None if gone or there - named else [qrc.parent / name for name in sorted(named)]

    def delete_orphans(self, i18n: Path) -> None:
        """A form, a translation or a resource file that is gone takes its result with it."""
        sentences = (self.root / "src" / "shadow_app" / "assets" / "i18n").glob("*.mo")
        for path in [*self.out.glob("ui_*.py"), *self.out.glob("*_rc.py"), *i18n.glob("*.qm"), *sentences]:
            if self._short(path) not in self._now:
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Write down what stands for what; raise if anything failed."""
        (self.out / "__init__.py").touch()
        text = json.dumps(self._now, indent=1, sort_keys=True)
        if self._now != self._before:
            _write(self.out / MANIFEST, partial(_write_text, text))
        if self._troubles:
            raise CompileError("\n".join(self._troubles))

    def make(self, target: Path, sources: list[Path], write: Callable[[Path], object]) -> None:
        name = self._short(target)
        fingerprint = f"{self._tools} {_digest(sources)}"
        if target.is_file() and self._before.get(name) == fingerprint:
            self._now[name] = fingerprint
            return
        try:
            _write(target, write)
        except (OSError, subprocess.CalledProcessError) as error:
            words = (getattr(error, "stderr", None) or str(error)).strip()
            self._give_up(target, f"{self._short(sources[0])} cannot be made into {name}: {words}")
            return
        self._now[name] = fingerprint
        self.paths.append(target)

    def _give_up(self, target: Path, why: str) -> None:
        target.unlink(missing_ok=True)
        self._troubles.append(why)

    def _short(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _qt_version() -> str:
    try:
        return installed_version("PySide6-Essentials")
    except PackageNotFoundError:
        raise CompileError("PySide6-Essentials is not installed; `python3 dev.py forms` installs it first.") from None


def _write(target: Path, write: Callable[[Path], object]) -> None:
    # Two runs at once must never see half a file: each writes its own and puts it in place at one stroke.
    part = target.with_name(f"{target.name}.part-{os.getpid()}")
    try:
        write(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _write_text(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _read_manifest(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _messages(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as read, target.open("wb") as stream:
        write_mo(stream, read_po(read, locale=source.stem.removeprefix("messages_")))


def _tool(name: str, *arguments: str | Path) -> None:
    subprocess.run(
        [find_tool(name), *arguments], check=True, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )


def find_tool(name: str) -> Path:
    """One of Qt's own programs; raises OSError if PySide6 is not there."""
    # The wheels of PySide6 carry Qt's tools; started directly they take 10 ms instead of the 250 ms of pyside6-uic.
    spec = find_spec("PySide6")
    folders = [Path(folder) for folder in (spec and spec.submodule_search_locations) or []]
    places = [place / name for folder in folders for place in (folder / "Qt" / "libexec", folder)]
    found = next((path for path in places if path.is_file() or path.with_suffix(".exe").is_file()), None)
    if found is None:
        raise OSError(f"PySide6-Essentials, which holds the tool {name}, is not installed")
    return found


if find_spec("hatchling"):  # only its own door needs it
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class CompileUiHook(BuildHookInterface[Any]):
        """Hatchling's door: runs before a wheel is packed, and before an editable install."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Compile for "standard" and "editable" alike."""
            compile_all(Path(self.root))


def main() -> int:
    """Compile and say what was made; 1 and one line per trouble if a source does not compile."""
    root = Path(__file__).resolve().parent.parent
    try:
        made = compile_all(root)
    except CompileError as error:
        print(error, file=sys.stderr)
        return 1
    for path in made:
        print(path.relative_to(root).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())
