"""packaging/compile_ui.py: compiles what is stale and only that, leaves nothing old behind, names what is wrong."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from scripts import loaded

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "compile_ui.py"
FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Page</class><widget class="QWidget" name="Page">
<widget class="QLineEdit" name="{name}"/></widget></ui>
"""
WORDS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="de_DE"><context><name>Page</name>
<message><source>Save</source><translation>Sichern</translation></message></context></TS>
"""
QRC = '<RCC version="1.0"><qresource prefix="/">{files}</qresource></RCC>'
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16"/></svg>'


@pytest.fixture(scope="module")
def compile_ui() -> ModuleType:
    module = loaded(SCRIPT)
    assert isinstance(module, ModuleType)
    return module


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one form, one icon, one translation, one font and demo data in a folder of its own."""
    _put(tmp_path / "forms" / "page.ui", FORM.format(name="title"))
    _put(tmp_path / "resources" / "icons" / "add.svg", ICON)
    _put(tmp_path / "resources" / "i18n" / "shadow_de.ts", WORDS)
    _put(tmp_path / "resources" / "fonts" / "Some.ttf", "a font")
    _put(tmp_path / "resources" / "demo" / "photos" / "van.jpg", "a photo")
    _list(tmp_path, "icons/add.svg", "i18n/shadow_de.qm")
    return tmp_path


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _list(root: Path, *names: str) -> None:
    _put(root / "resources" / "resources.qrc", QRC.format(files="".join(f"<file>{name}</file>" for name in names)))


def _compiled(root: Path) -> Path:
    return root / "src" / "shadow_app" / "ui" / "_compiled"


def _assets(root: Path) -> Path:
    return root / "src" / "shadow_app" / "assets"


def test_everything_is_made_once(compile_ui: ModuleType, root: Path) -> None:
    made = {path.relative_to(root).as_posix() for path in compile_ui.compile_all(root)}
    assert made == {
        "src/shadow_app/ui/_compiled/ui_page.py",
        "src/shadow_app/ui/_compiled/resources_rc.py",
        "resources/i18n/shadow_de.qm",
        "src/shadow_app/assets/fonts/Some.ttf",
        "src/shadow_app/assets/demo/photos/van.jpg",
    }
    assert "self.title = QLineEdit" in (_compiled(root) / "ui_page.py").read_text(encoding="utf-8")
    assert (_assets(root) / "demo" / "photos" / "van.jpg").read_text(encoding="utf-8") == "a photo"
    assert compile_ui.compile_all(root) == []
    assert not [path for path in root.rglob("*") if ".part-" in path.name]


def test_a_changed_source_is_made_again_whatever_its_date(compile_ui: ModuleType, root: Path) -> None:
    compile_ui.compile_all(root)
    form = root / "forms" / "page.ui"
    _put(form, FORM.format(name="heading"))
    os.utime(form, (1, 1))
    assert compile_ui.compile_all(root) == [_compiled(root) / "ui_page.py"]
    assert "self.heading = QLineEdit" in (_compiled(root) / "ui_page.py").read_text(encoding="utf-8")


def test_a_changed_icon_makes_the_resources_again(compile_ui: ModuleType, root: Path) -> None:
    compile_ui.compile_all(root)
    _put(root / "resources" / "icons" / "add.svg", ICON.replace("h16", "h12"))
    assert compile_ui.compile_all(root) == [_compiled(root) / "resources_rc.py"]


def test_resources_do_not_hang_on_when_they_were_copied(compile_ui: ModuleType, root: Path) -> None:
    made = []
    for moment in (1_000_000_000, 1_700_000_000):
        for path in (root / "resources").rglob("*"):
            os.utime(path, (moment, moment))
        shutil.rmtree(_compiled(root), ignore_errors=True)
        compile_ui.compile_all(root)
        made.append((_compiled(root) / "resources_rc.py").read_bytes())
    assert made[0] == made[1]


def test_what_is_gone_takes_its_result_along(compile_ui: ModuleType, root: Path) -> None:
    compile_ui.compile_all(root)
    (root / "forms" / "page.ui").unlink()
    (root / "resources" / "i18n" / "shadow_de.ts").unlink()
    (root / "resources" / "demo" / "photos" / "van.jpg").unlink()
    _list(root, "icons/add.svg")
    compile_ui.compile_all(root)
    assert sorted(path.name for path in _compiled(root).glob("*.py")) == ["__init__.py", "resources_rc.py"]
    assert not (root / "resources" / "i18n" / "shadow_de.qm").exists()
    assert not (_assets(root) / "demo" / "photos").exists()
    assert (_assets(root) / "fonts" / "Some.ttf").exists()


def test_a_broken_form_is_named_and_stops_nothing_else(compile_ui: ModuleType, root: Path) -> None:
    compile_ui.compile_all(root)
    _put(root / "forms" / "page.ui", "<ui")
    _put(root / "forms" / "other.ui", FORM.format(name="other"))
    with pytest.raises(compile_ui.CompileError, match=r"forms/page\.ui cannot be made into"):
        compile_ui.compile_all(root)
    assert not (_compiled(root) / "ui_page.py").exists()
    assert (_compiled(root) / "ui_other.py").exists()


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("i18n/shadow_de.qm",), "does not list icons/add.svg"),
        (("icons/add.svg",), "does not list i18n/shadow_de.qm"),
        (("icons/add.svg", "i18n/shadow_de.qm", "icons/gone.svg"), "lists what is not there: icons/gone.svg"),
    ],
)
def test_the_list_of_resources_must_agree(
    compile_ui: ModuleType, root: Path, names: tuple[str, ...], sentence: str
) -> None:
    _list(root, *names)
    with pytest.raises(compile_ui.CompileError, match=sentence):
        compile_ui.compile_all(root)
    assert not (_compiled(root) / "resources_rc.py").exists()


def test_a_list_that_is_no_xml_is_named(compile_ui: ModuleType, root: Path) -> None:
    _put(root / "resources" / "resources.qrc", "<RCC")
    with pytest.raises(compile_ui.CompileError, match=r"resources/resources\.qrc: "):
        compile_ui.compile_all(root)


@pytest.mark.parametrize("manifest", ["", "[]", "{"])
def test_a_garbled_manifest_only_costs_time(compile_ui: ModuleType, root: Path, manifest: str) -> None:
    compile_ui.compile_all(root)
    _put(_compiled(root) / compile_ui.MANIFEST, manifest)
    assert _compiled(root) / "ui_page.py" in compile_ui.compile_all(root)
    assert compile_ui.compile_all(root) == []


def test_this_project_is_compiled() -> None:
    """The project's own forms and resources: an import proves what conftest made before the tests."""
    from shadow_app.ui._compiled import resources_rc

    assert resources_rc.__name__ in sys.modules
