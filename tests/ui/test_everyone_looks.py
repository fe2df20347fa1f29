"""Colours that can be told apart, nothing that moves, and every dialog by key and by name."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import shadow_app
from shadow_app.domain.vocabulary import Kind
from shadow_app.ui import _compiled
from shadow_app.ui.key_dialogs import FirstRunDialog
from shadow_app.ui.style_sheet import style_sheet
from shadow_app.ui.theme import Theme
from shadow_app.ui.tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Tokens, contrast
from walking import against_reading, cut_off, nameless, tabbed

WIDEST = 1_280
"""Pixels: a dialog at 200 % is no wider than a small laptop's screen."""
NAMED_WHEN_MADE = {
    "ui_choice_dialog": ("line", "list", "ok"),
    "ui_words_dialog": ("words", "ok"),
    "ui_receive_preview": ("join",),
    "ui_rescue_dialog": ("go",),
}
"""What a dialog's code names, by its title or by what came in."""
READABLE, VISIBLE, STRONG = 4.5, 3.0, 7.0
UI = Path(shadow_app.__file__).parent / "ui"
_PATHS = [each for each in sorted(UI.glob("**/*.py")) if "_compiled" not in each.parts]
SOURCES = "\n".join(each.read_text(encoding="utf-8") for each in _PATHS)
LOOKS = {"light": LIGHT, "dark": DARK, "light, strong": LIGHT_CONTRAST, "dark, strong": DARK_CONTRAST}
_NAMED = re.compile("dialog|editor|preview|passphrase")
DIALOGS = sorted(each.name for each in pkgutil.iter_modules(_compiled.__path__) if _NAMED.search(each.name))


def _words(tokens: Tokens) -> set[tuple[str, str]]:
    """(words, ground) as the style sheet and the cards set them."""
    plain = {tokens.ground, tokens.surface, tokens.raised}
    pairs = {(word, ground) for word in (tokens.text, tokens.muted, tokens.accent) for ground in plain}
    pairs |= {(tokens.faint, tokens.surface), (tokens.on_accent, tokens.accent), (tokens.accent, tokens.accent_soft)}
    for name in ("danger", "warn", "good"):
        pairs |= {(getattr(tokens, name), getattr(tokens, f"{name}_soft")), (getattr(tokens, name), tokens.surface)}
    return pairs | {(pair.fore, pair.soft) for pair in tokens.kinds.values()}


def _shapes(tokens: Tokens) -> set[tuple[str, str]]:
    """(shape, ground) of what one must see to use it: the ring of the focus, boxes to tick, dots of a kind."""
    shapes = {(tokens.accent, ground) for ground in (tokens.ground, tokens.surface, tokens.raised)}
    shapes |= {(tokens.faint, tokens.surface), (tokens.accent, tokens.track)}
    return shapes | {(pair.fore, tokens.surface) for pair in tokens.kinds.values()}


@pytest.mark.parametrize("look", LOOKS)
def test_words_and_shapes_stand_out(look: str) -> None:
    tokens = LOOKS[look]
    assert {pair for pair in _words(tokens) if contrast(*pair) < READABLE} == set()
    assert {pair for pair in _shapes(tokens) if contrast(*pair) < VISIBLE} == set()


@pytest.mark.parametrize("tokens", [LIGHT_CONTRAST, DARK_CONTRAST], ids=["light", "dark"])
def test_more_contrast_is_more(tokens: Tokens) -> None:
    assert {pair for pair in _words(tokens) if contrast(*pair) < STRONG} == set()
    for outline in (tokens.border, tokens.cool):
        assert contrast(outline, tokens.surface) >= VISIBLE


def test_the_system_is_asked_for_more_contrast(qapp: QApplication) -> None:
    theme = Theme(qapp, "light")
    heard: list[Tokens] = []
    theme.changed.connect(lambda: heard.append(theme.tokens))
    theme.follow_contrast(Qt.ContrastPreference.HighContrast)
    assert heard == [LIGHT_CONTRAST]
    assert LIGHT_CONTRAST.border in qapp.styleSheet()
    theme.use("dark")
    assert theme.tokens is DARK_CONTRAST
    theme.follow_contrast(Qt.ContrastPreference.NoPreference)
    assert theme.tokens is DARK
    theme.use("light")


def test_every_colour_differs_between_light_and_dark() -> None:
    same = [each.name for each in fields(Tokens) if getattr(LIGHT, each.name) == getattr(DARK, each.name)]
    assert same == []
    assert set(LIGHT.kinds) == set(Kind)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_what_excludes_each_other_is_round_at_every_size(scale: float) -> None:
    """Qt draws no corner at all whose radius is more than half of what it rounds."""
    sheet = style_sheet(LIGHT, scale)
    size = re.search(r"QRadioButton::indicator, QListView::indicator \{ width: (\d+)px", sheet)
    radius = re.search(r"QRadioButton::indicator \{ border-radius: (\d+)px", sheet)
    assert size is not None
    assert radius is not None
    assert 0 <= int(size[1]) + 2 - 2 * int(radius[1]) <= 1


@pytest.mark.parametrize("look", LOOKS)
def test_what_cannot_be_done_looks_like_it(look: str) -> None:
    """By its colour, and where every word is strong by its outline; a red button no less than any other."""
    tokens = LOOKS[look]
    sheet = style_sheet(tokens)
    outline = "dashed" if "strong" in look else "solid"
    assert (
        f"QPushButton:disabled {{ color: {tokens.faint}; background: {tokens.ground}; border-style: {outline}; }}"
        in sheet
    )
    assert f'QPushButton[look="danger"]:disabled {{ color: {tokens.faint}; }}' in sheet


def test_nothing_moves_by_itself() -> None:
    moving = re.compile("QPropertyAnimation|QVariantAnimation|QSequentialAnimation|QTimeLine|QMovie|setAnimated\\(True")
    found = [path.name for path in UI.rglob("*.py") if moving.search(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("form", DIALOGS)
def test_every_dialog_by_name_and_by_key(form: str, theme: Theme, qtbot: QtBot) -> None:
    module = importlib.import_module(f"shadow_app.ui._compiled.{form}")
    (kind,) = (value for name, value in vars(module).items() if name.startswith("Ui_"))
    dialog = QDialog()
    qtbot.addWidget(dialog)
    kind().setupUi(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog, timeout=10_000)
    for name in NAMED_WHEN_MADE.get(form, ()):
        assert re.search(rf"form\.{name}\.set(AccessibleName|Text)\(", SOURCES), f"nobody names {name} of {form}"
        child = dialog.findChild(QWidget, name)
        assert child is not None
        child.setAccessibleName("named by its dialog")
    assert nameless(dialog) == []
    if form != "ui_first_run_dialog":  # its own code gives it the height that its lines need; see below
        assert cut_off(dialog) == []
    first = _first(dialog)
    if first is not None:
        first.setFocus()
        assert against_reading(tabbed(dialog), dialog) == []
    theme.use(scale=2.0)
    QApplication.processEvents()
    wanted = dialog.sizeHint()
    theme.use(scale=1.0)
    assert wanted.width() <= WIDEST


def test_the_first_dialog_of_all_shows_every_line(theme: Theme, qtbot: QtBot) -> None:
    dialog = FirstRunDialog(None, keyring=True)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert cut_off(dialog) == []
    assert nameless(dialog) == []


def _first(dialog: QDialog) -> QWidget | None:
    each = dialog.nextInFocusChain()
    while each is not None and each is not dialog:
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return each
        each = each.nextInFocusChain()
    return None
