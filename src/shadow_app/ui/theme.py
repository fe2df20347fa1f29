"""Theme: owns light, dark and text size, and everything that follows from them (`platform.md` §2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from shadow_app.domain.vocabulary import Kind
from shadow_app.figures.ink import Ink
from shadow_app.ui.fonts import font
from shadow_app.ui.style_sheet import style_sheet
from shadow_app.ui.tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Tokens

Look = Literal["auto", "light", "dark"]
BASE_PIXELS = 13


class Theme(QObject):
    """The look in force. `changed` follows every change, after palette and style sheet are in place.

    The system's colour scheme is only an input: offscreen and on plain X11 it is unknown and never signalled.
    """

    changed = Signal()

    def follow(self, owner: QObject, run: Callable[[], object]) -> None:
        """Run this after every change for as long as the owner lives; a plain function would outlive its page."""
        link = self.changed.connect(run)
        owner.destroyed.connect(lambda: QObject.disconnect(link))

    def __init__(self, application: QApplication, look: Look = "auto", scale: float = 1.0) -> None:
        super().__init__()
        self._application = application
        self._look: Look = look
        self.scale = scale
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._more_contrast = False
        # Since Qt 6.10; held, because it dies with what Python holds of it.
        self._wishes = getattr(self._hints, "accessibility", lambda: None)()
        if self._wishes is not None:
            self._wishes.contrastPreferenceChanged.connect(self.follow_contrast)
            self._more_contrast = self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast
        application.setStyle("Fusion")
        self._apply()

    @property
    def look(self) -> Look:
        """What was asked for."""
        return self._look

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        dark = self._look == "dark"
        if self._look == "auto":
            dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        if self._more_contrast:
            return DARK_CONTRAST if dark else LIGHT_CONTRAST
        return DARK if dark else LIGHT

    @property
    def ink(self) -> Ink:
        """The same colours for figures."""
        tokens = self.tokens
        return Ink(
            ground=tokens.surface,
            text=tokens.text,
            muted=tokens.muted,
            faint=tokens.faint,
            track=tokens.track,
            hot=tokens.kinds[Kind.PAIN].fore,
            calm=tokens.good,
            cool=tokens.cool,
            accent=tokens.accent,
            kinds={kind: pair.fore for kind, pair in tokens.kinds.items()},
        )

    def px(self, pixels: float) -> int:
        """A length that grows with the text."""
        return round(pixels * self.scale)

    def use(self, look: Look | None = None, scale: float | None = None) -> None:
        """Change look or text size."""
        self._look = look or self._look
        self.scale = scale or self.scale
        self._apply()
        self.changed.emit()

    def follow_contrast(self, wish: Qt.ContrastPreference) -> None:
        """The system asks for more contrast, or no longer does."""
        self._more_contrast = wish is Qt.ContrastPreference.HighContrast
        self._apply()
        self.changed.emit()

    def _follow(self) -> None:
        if self._look == "auto":
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._application.setPalette(_palette(self.tokens))
        self._application.setFont(font(BASE_PIXELS * self.scale))
        self._application.setStyleSheet(style_sheet(self.tokens, self.scale))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.ground,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.PlaceholderText: tokens.faint,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Link: tokens.accent,
        role.Mid: tokens.border,
        role.Dark: tokens.border,
        role.Light: tokens.raised,
        role.Shadow: tokens.border,
        role.Accent: tokens.accent,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.faint))
    return palette
