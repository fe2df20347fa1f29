"""Row 24 of `reliability.md` §4: nowhere in the window is text from people taken for rich text.

Every form that there is, every page, filled from a store in which every text is a picture of a local file in HTML, and
every label that code makes. Dialogs are walked where they are tested: `conftest` looks at each that a test leaves open.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

import shadow_app
from factories import NOON, Firm, put
from plain_text import rich, rich_dialogs
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.quick_entry import parse
from shadow_app.ui import _compiled
from shadow_app.ui.desk import Desk
from shadow_app.ui.page_place import LatePage
from shadow_app.ui.pages import PAGES

EVIL = "<img src='/etc/passwd'><b>evil</b>"
UI = Path(shadow_app.__file__).parent / "ui"
FORMS = sorted(each.name for each in pkgutil.iter_modules(_compiled.__path__) if each.name.startswith("ui_"))
MARKUP = re.compile(r"<\s*[a-zA-Z/!]")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_that_its_labels_are_plain(form: str, qtbot: QtBot) -> None:
    module = importlib.import_module(f"shadow_app.ui._compiled.{form}")
    (kind,) = (value for name, value in vars(module).items() if name.startswith("Ui_"))
    refused = []
    for base in (QWidget, QDialog, QMainWindow):
        owner = base()
        qtbot.addWidget(owner)
        try:
            kind().setupUi(owner)
        except (TypeError, AttributeError) as error:
            refused.append(error)
            continue
        assert list(rich(owner)) == []
        return
    raise AssertionError(refused)


def test_a_dialog_that_takes_rich_text_would_be_seen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    label = QLabel("<b>x</b>", dialog)
    assert len(list(rich_dialogs())) == 1
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert list(rich_dialogs()) == []


def evil_everywhere(desk: Desk, firm: Firm) -> None:
    shadow = desk.shadow
    consents = (
        ConsentRecord(id=link_id(firm.visit.id, each), visit_id=firm.visit.id, subject=each, given=True)
        for each in ConsentSubject
    )
    put(
        shadow.store,
        *(each.edited(name=EVIL) for each in (firm.firm, firm.unit, firm.site, firm.driver, firm.email, firm.ann)),
        firm.visit.edited(headline=EVIL, summary=EVIL, focus=EVIL, learning=EVIL, shift=EVIL),
        *consents,
    )
    for line in (f"! {EVIL} #outlook ~5m", f'+ {EVIL} "{EVIL}"', f"? {EVIL} #<b>"):
        note = shadow.capture.note(firm.visit.id, parse(line, shadow.catalogue.lexicon()), NOON)
        shadow.capture.edit(note.id, consequence=EVIL, interpretation=EVIL)


@pytest.mark.parametrize("make", PAGES, ids=lambda page: page.name)
def test_no_page_takes_a_note_for_rich_text(make: LatePage, desk: Desk, firm: Firm, qtbot: QtBot) -> None:
    evil_everywhere(desk, firm)
    place = QWidget()
    qtbot.addWidget(place)
    page = make(desk, place)
    page.widget.resize(1440, 900)
    place.show()
    page.shown()
    if hasattr(page, "open_visit"):
        page.open_visit(firm.visit.id)
    settled(desk, qtbot)
    assert list(rich(page.widget)) == []
    for button in page.widget.findChildren(QAbstractButton):
        assert not (MARKUP.search(button.toolTip()) and "evil" in button.toolTip() and "&lt;" not in button.toolTip())


def settled(desk: Desk, qtbot: QtBot) -> None:
    """Until nothing is being read any more."""
    busy: list[int] = [1]
    desk.jobs.busy.connect(busy.append)
    desk.jobs.read(lambda: None)
    qtbot.waitUntil(lambda: busy[-1] == 0, timeout=30_000)


OURS = {
    "actions.py": "an action's own words and keys; never a person's",
    "reports/pdf_preview.py": "Markdown made by the report, read without HTML into a document that loads nothing",
}
"""Where markup may be set, and why; the preview has tests of its own in test_reports_page."""


SETS_MARKUP = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "setInformativeText", "setDetailedText"}
TIPS = {"setToolTip": 0, "setWhatsThis": 0, "showText": 1}
"""What shows a tip, and which of its arguments is the text."""


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


SOURCES = [path for path in sorted(UI.rglob("*.py")) if "_compiled" not in path.parts]


def test_no_code_sets_markup_or_a_tip_that_is_not_escaped() -> None:
    found = []
    for path in SOURCES:
        if (file := path.relative_to(UI).as_posix()) in OURS:
            continue
        for name, call in calls(path):
            words = f"{file}:{call.lineno} {ast.unparse(call)[:90]}"
            if (
                name in SETS_MARKUP
                or (name in TIPS and not _harmless(call.args[TIPS[name]]))
                or (name == "setTextFormat" and not re.search("PlainText|_PLAIN", words))
            ):
                found.append(words)
    assert found == []


SHOWS_TEXT = {"QLabel", "QMessageBox"}
"""Widgets that take what they show for rich text unless they are told; what a form makes is asked in its own test."""
GUESSES = {"QErrorMessage", "QProgressDialog", "QInputDialog", "QSplashScreen", "QGraphicsTextItem", "QTextBrowser"}
"""Widgets of Qt that cannot be told, or that nobody needs."""


def unsaid(path: Path) -> Iterator[str]:
    """Labels and boxes made in code of which the same function does not say that they are plain."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        plain = {
            ast.unparse(call.func.value)
            for call in ast.walk(function)
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "setTextFormat"
        }
        for loop in ast.walk(function):
            if isinstance(loop, ast.For) and ast.unparse(loop.target) in plain and isinstance(loop.iter, ast.Tuple):
                plain |= {ast.unparse(each) for each in loop.iter.elts}
        named = {
            id(node.value): {ast.unparse(target) for target in node.targets}
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
        }
        for call in ast.walk(function):
            made = ast.unparse(call.func) if isinstance(call, ast.Call) else ""
            if made in GUESSES or (made in SHOWS_TEXT and not plain & named.get(id(call), set())):
                yield f"{path.name}:{call.lineno} {ast.unparse(call)[:80]}"  # type: ignore[attr-defined]
            if made.partition(".")[0] in (GUESSES | {"QMessageBox"}) and made.partition(".")[2] in ASKED_AT_ONCE:
                yield f"{path.name}:{call.lineno} {made}"  # type: ignore[attr-defined]


ASKED_AT_ONCE = {"information", "question", "warning", "critical", "about", "getText", "getItem", "getMultiLineText"}
"""They show their text before anybody can say that it is plain."""


def test_every_label_and_box_made_in_code_says_that_it_is_plain() -> None:
    assert [each for path in SOURCES for each in unsaid(path)] == []


@pytest.mark.parametrize(
    "code",
    [
        "def f():\n    label = QLabel(words)\n    return label",
        "def f():\n    layout.addWidget(QLabel(words))",
        "def f():\n    QMessageBox.warning(None, 'x', words)",
        "def f():\n    a = QLabel()\n    b = QLabel()\n    b.setTextFormat(PLAIN)",
        "def f():\n    box = QProgressDialog(words)",
    ],
)
def test_one_that_does_not_say_so_would_be_seen(code: str, tmp_path: Path) -> None:
    source = tmp_path / "bad.py"
    source.write_text(code)
    assert len(list(unsaid(source))) == 1


def _harmless(given: ast.expr) -> bool:
    """A literal, a translation without values, or what `plain_tip` made of it."""
    match given:
        case ast.Constant():
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return _harmless(body) and _harmless(orelse)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _harmless(left) and _harmless(right)
        case ast.Call(func=ast.Name(id="plain_tip")):
            return True
        case ast.Call(func=ast.Attribute(attr="tr") | ast.Name(id="translate"), args=arguments):
            return all(isinstance(each, ast.Constant) for each in arguments)
        case _:
            return False
