"""Row 24 of `reliability.md` §4: nowhere in the window is text from people taken for rich text.

Every form that there is, every page and dialog as it is built, filled from a store in which every text is a picture of
a local file in HTML.
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
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QMainWindow,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import shadow_app
from factories import NOON, Firm, put
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.quick_entry import parse
from shadow_app.ui import _compiled
from shadow_app.ui.desk import Desk
from shadow_app.ui.pages import PAGES
from shadow_app.ui.reports.pdf_preview import PdfPreview

EVIL = "<img src='/etc/passwd'><b>evil</b>"
UI = Path(shadow_app.__file__).parent / "ui"
FORMS = sorted(each.name for each in pkgutil.iter_modules(_compiled.__path__) if each.name.startswith("ui_"))
MARKUP = re.compile(r"<\s*[a-zA-Z/!]")


def rich(widget: QWidget) -> Iterator[str]:
    """What in a widget and below it could be taken for rich text."""
    for each in (widget, *widget.findChildren(QWidget)):
        name = f"{type(each).__name__} {each.objectName()}"
        if isinstance(each, QLabel) and each.textFormat() is not Qt.TextFormat.PlainText:
            # Without text nothing can be taken for anything, but somebody will set one.
            yield f"{name}: a label of format {each.textFormat().name}"
        if isinstance(each, QMessageBox) and each.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{name}: a message box of format {each.textFormat().name}"
        if isinstance(each, QTextEdit) and each.acceptRichText() and not isinstance(each, PdfPreview):
            yield f"{name}: takes rich text that is pasted"
        for tip in (each.toolTip(), each.whatsThis(), each.statusTip()):
            if "<img" in tip or "<b>" in tip:
                yield f"{name}: its tip is markup of somebody's: {tip[:80]}"


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


@pytest.mark.parametrize("make", PAGES, ids=lambda page: page.__name__)
def test_no_page_takes_a_note_for_rich_text(make: type, desk: Desk, firm: Firm, qtbot: QtBot) -> None:
    evil_everywhere(desk, firm)
    page = make(desk)
    qtbot.addWidget(page.widget)
    page.widget.resize(1440, 900)
    page.widget.show()
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
