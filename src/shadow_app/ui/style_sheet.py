"""The one style sheet, made from the tokens. Widgets ask for a manner by the dynamic property `look`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from shadow_app.ui._compiled import resources_rc  # noqa: F401  # registers the ticks
from shadow_app.ui.tokens import Tokens, contrast

_SHEET = """
* {{ outline: 0; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px 8px; }}
QMainWindow, QDialog, QWidget[look="page"] {{ background: {ground}; }}
QLabel {{ background: transparent; color: {text}; }}
QLabel[look="h1"] {{ font-size: {s22}px; font-weight: 700; }}
QLabel[look="h2"] {{ font-size: {s17}px; font-weight: 600; }}
QLabel[look="h3"] {{ font-size: {s14}px; font-weight: 600; }}
QLabel[look="muted"] {{ color: {muted}; }}
QLabel[look="faint"] {{ color: {faint}; }}
QLabel[look="label"] {{ color: {muted}; font-size: {s11}px; font-weight: 600; letter-spacing: 0.6px; }}
QLabel[look="kpi"] {{ font-size: {s20}px; font-weight: 700; }}
QLabel[look="note"] {{ font-size: {s14}px; }}
QLabel[look="danger"] {{ color: {danger}; font-weight: 600; }}
QLabel[look="warn"] {{ color: {warn}; font-weight: 600; }}
QLabel[look="good"] {{ color: {good}; font-weight: 600; }}
QLabel[look="chip"] {{ background: {raised}; color: {muted}; border-radius: {r9}px; padding: 3px 10px;
    font-size: {s12}px; font-weight: 500; }}
QLabel[look="time"] {{ background: {accent_soft}; color: {accent}; border-radius: {r8}px; padding: 7px 12px;
    font-weight: 600; }}
QFrame[look="tile"], QFrame[look="card"] {{ background: {surface}; border: 1px solid {border}; border-radius: 10px; }}
QFrame[look="box"] {{ background: {raised}; border: 1px solid {border}; border-radius: 10px; }}
QFrame[look="meaning"] {{ background: {warn_soft}; border: 0; border-left: 4px solid {warn}; border-radius: 6px; }}
QFrame[look="foot"] {{ background: {surface}; border: 0; border-top: 1px solid {border}; }}
QFrame[look="side"] {{ background: {surface}; border: 0; border-left: 1px solid {border}; }}
QFrame[look="left"] {{ background: {surface}; border: 0; border-right: 1px solid {border}; }}
QFrame[look="capture"] {{ background: {surface}; border: 2px solid {accent}; border-radius: 14px; }}
QFrame[look="strip"] {{ background: {warn_soft}; border: 0; border-radius: 8px; }}
QFrame[look="trouble"] {{ background: {danger_soft}; border: 0; border-radius: 8px; }}
QFrame[look="rule"] {{ background: {border}; border: 0; max-height: 1px; min-height: 1px; }}
QWidget#rail {{ background: {surface}; border-right: 1px solid {border}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
QPushButton {{ background: {surface}; color: {text}; border: 1px solid {border}; border-radius: 8px;
    padding: 6px 14px; font-weight: 500; }}
QPushButton:hover {{ background: {raised}; }}
QPushButton:focus {{ border: 1px solid {accent}; }}
QPushButton:checked {{ background: {accent_soft}; color: {accent}; border-color: {accent}; font-weight: 600; }}
QPushButton:checked:focus {{ border-color: {text}; }}
QPushButton:disabled {{ color: {faint}; background: {ground}; border-style: {off}; }}
QPushButton[look="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent};
    font-weight: 600; }}
QPushButton[look="primary"]:hover {{ background: {accent}; border-color: {text}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {text}; padding: 5px 13px; }}
QPushButton[look="primary"]:disabled {{ background: {raised}; color: {faint}; border-color: {border}; }}
QPushButton[look="danger"] {{ color: {danger}; font-weight: 600; }}
QPushButton[look="danger"]:disabled {{ color: {faint}; }}
QPushButton[look="ghost"], QToolButton {{ background: transparent; border: 1px solid transparent;
    border-radius: 8px; padding: 5px 8px; color: {muted}; }}
QPushButton[look="ghost"]:hover, QToolButton:hover {{ background: {raised}; }}
QPushButton[look="ghost"]:focus, QToolButton:focus {{ border-color: {accent}; }}
QPushButton[look="segment"] {{ background: {raised}; border: 1px solid {border}; border-radius: 6px; padding: 5px 4px;
    font-weight: 600; color: {muted}; }}
QPushButton[look="segment"]:checked {{ background: {pain}; color: {surface}; border-color: {pain}; }}
QPushButton[look="segment"]:focus {{ border: 2px solid {accent}; padding: 4px 3px; }}
QPushButton[look="status"] {{ background: {surface}; color: {muted}; border: 0; border-top: 1px solid {border};
    border-radius: 0; padding: 4px 14px; font-size: {s12}px; text-align: left; }}
QPushButton[look="status"]:hover {{ background: {raised}; }}
QPushButton[look="status"]:focus {{ border-top: 1px solid {accent}; color: {text}; }}
QPushButton[look="status"][manner="ask"] {{ background: {warn_soft}; color: {warn}; }}
QPushButton[look="status"][manner="trouble"] {{ background: {danger_soft}; color: {danger}; }}
QLabel[look="status"] {{ background: {surface}; color: {muted}; border-top: 1px solid {border}; padding: 4px 28px;
    font-size: {s12}px; }}
QLabel[look="status"][manner="trouble"] {{ background: {danger_soft}; color: {danger}; font-weight: 600; }}
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit {{
    background: {surface}; color: {text}; border: 1px solid {border}; border-radius: 8px; padding: 5px 9px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus {{ border: 1px solid {accent}; }}
QLineEdit:read-only {{ background: {ground}; color: {muted}; }}
QLineEdit[look="code"] {{ color: {text}; font-size: {s14}px; font-weight: 600; }}
QFrame[look="capture"] QPlainTextEdit, QFrame[look="capture"] QLineEdit {{ border: 0; padding: 4px 2px;
    font-size: {s16}px; background: transparent; }}
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down {{ border: 0; width: {s22}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {{ image: url(:/icons/drop-{shade}.svg);
    width: {s14}px; height: {s14}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; background: transparent; width: {s20}px;
    subcontrol-origin: border; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-arrow {{ image: url(:/icons/rise-{shade}.svg); width: {s12}px; height: {s12}px; }}
QAbstractSpinBox::down-arrow {{ image: url(:/icons/drop-{shade}.svg); width: {s12}px; height: {s12}px; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {border};
    selection-background-color: {accent_soft}; selection-color: {text}; }}
QAbstractItemView {{ background: transparent; border: 0; color: {text}; selection-background-color: {accent_soft};
    selection-color: {text}; }}
QListView[look="card"], QTreeView, QTableView {{ background: {surface}; border: 1px solid {border};
    border-radius: 10px; padding: 4px; }}
QListView[look="card"]:focus, QTreeView:focus, QTableView:focus {{ border: 1px solid {accent}; }}
QListView[look="card"]::item {{ padding: 7px 10px; border-radius: 6px; }}
QTreeView {{ qproperty-indentation: {s20}; }}
QTreeView::branch:has-children:open {{ image: url(:/icons/drop-{shade}.svg); }}
QTreeView::branch:has-children:closed {{ image: url(:/icons/{forth}.svg); }}
QTreeView::item, QTableView::item {{ padding: 5px 6px; }}
QListView[look="card"]::item:selected, QTreeView::item:selected, QTableView::item:selected {{
    background: {accent_soft}; color: {text}; }}
QHeaderView::section {{ background: {surface}; color: {muted}; border: 0; border-bottom: 1px solid {border};
    padding: 6px 8px; font-weight: 600; font-size: {s11}px; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 8px 14px; border: 0;
    border-bottom: 2px solid transparent; font-weight: 600; }}
QTabBar::tab:selected {{ color: {accent}; border-bottom: 2px solid {accent}; }}
QTabBar::tab:focus {{ color: {text}; border-bottom: 2px solid {text}; }}
QTabWidget::pane {{ border: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QCheckBox, QRadioButton {{ spacing: 8px; color: {text}; background: transparent; padding: 2px; border-radius: 4px;
    border: 1px solid transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {accent}; }}
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{ width: {s14}px; height: {s14}px;
    border: 1px solid {faint}; background: {surface}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {circle}px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url(:/icons/tick-{shade}.svg); }}
QProgressBar {{ background: {track}; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px;
    color: transparent; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QSlider::groove:horizontal {{ background: {track}; height: 4px; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {accent}; width: 16px; margin: -6px 0; border-radius: 8px; }}
QSlider:focus {{ background: {accent_soft}; border-radius: 6px; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 18px; border-radius: 6px; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QSplitter::handle {{ background: {border}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {border}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {cool}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QListView#pages {{ background: transparent; border: 0; padding: 0; }}
QDialog#palette QListView::item {{ padding: 6px 10px; border-radius: 6px; }}
QDialog#palette {{ background: {surface}; border: 1px solid {border}; }}
"""

_SIZES = (11, 12, 13, 14, 16, 17, 20, 22)
_ROUND = (8, 9)
_STANDS_OUT = 7.0
"""The contrast of words for whoever asks the system for more of it."""


def style_sheet(tokens: Tokens, scale: float = 1.0) -> str:
    """The sheet for these colours, with every text size multiplied by `scale`."""
    colours = {name: value for name, value in vars(tokens).items() if isinstance(value, str)}
    sizes = {f"s{size}": round(size * scale) for size in _SIZES}
    rounds = {f"r{radius}": round(radius * scale) for radius in _ROUND}
    shade = "dark" if tokens.dark else "light"
    pain = next(iter(tokens.kinds.values())).fore
    # Half of an indicator with its border, to the pixel: a larger radius Qt does not draw at all.
    circle = (sizes["s14"] + 2) // 2
    # Where every word stands out, what cannot be done now is told by its outline.
    off = "dashed" if contrast(tokens.faint, tokens.ground) >= _STANDS_OUT else "solid"
    to_the_right = QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    forth = f"forth-{shade}" if to_the_right else f"back-{shade}"
    return _SHEET.format(**colours, **sizes, **rounds, pain=pain, shade=shade, circle=circle, off=off, forth=forth)
