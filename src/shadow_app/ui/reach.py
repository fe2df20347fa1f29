"""Room for a page whose words do not fit the window: it is scrolled, and nothing of it is squeezed or cut off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_MARGIN = 24


class Reach(QScrollArea):
    """As large as its place where the page fits, which at 100 % it does; at 200 % in a small window it scrolls.

    Qt's own resizing asks for the height that a page would like; this asks for the least it can do with.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def hold(self, page: QWidget) -> None:
        """Take in the page, best made in `viewport()`: what is moved once it is dressed is dressed anew."""
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page follows."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in the page has grown or shrunk."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """A window may be smaller than its page."""
        return QSize(0, 0)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Where the keys go is where one looks, whoever sent them there."""
        page = self.widget()
        if new is not None and page is not None and self.isVisible() and page.isAncestorOf(new):
            self.ensureWidgetVisible(new, _MARGIN, _MARGIN)

    def _fit(self) -> None:
        page, room = self.widget(), self.maximumViewportSize()
        if page is None:
            return
        least = page.minimumSizeHint().expandedTo(page.minimumSize())
        bar = self.verticalScrollBar().sizeHint()
        tall = _height_for(page, max(room.width(), least.width()), least.height())
        across = room.width() - (bar.width() if tall > room.height() else 0)
        wide = max(across, least.width())
        down = room.height() - (bar.width() if wide > across else 0)
        before = page.size()
        page.resize(wide, max(down, _height_for(page, wide, least.height())))
        if page.size() != before:
            self._follow(None, QApplication.focusWidget())


def _height_for(page: QWidget, width: int, least: int) -> int:
    layout = page.layout()
    return max(least, layout.minimumHeightForWidth(width)) if layout and layout.hasHeightForWidth() else least
