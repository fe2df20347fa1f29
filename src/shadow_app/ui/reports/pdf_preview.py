"""What a report will say, before it is saved: the report's own words, as on paper, with its figures in between.

Qt's Essentials carry no PDF renderer, so the preview is made from the same data as the PDF: the Markdown edition, in
which every word from a person is already escaped, and the figures as vectors. Nothing in it can be followed or loaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPyTextObject,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from shadow_app.figures.primitives import Text
from shadow_app.ui.figure_view import Draw, paint_item
from shadow_app.ui.fonts import FAMILY
from shadow_app.ui.measure import TextMeasure, outline
from shadow_app.ui.theme import Theme

_FIGURE = QTextFormat.ObjectTypes.UserObject + 1
_NUMBER = QTextFormat.Property.UserProperty + 1
_WIDEST = 800
_MARGIN = 36
_PIXELS_PER_POINT = 96 / 72
_ONLY_WHAT_IS_SET = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly
_HEADINGS = {1: 22, 2: 17, 3: 14}


class _SealedDocument(QTextDocument):
    """Loads nothing: no picture, no style sheet, from nowhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


class _Figures(QPyTextObject):
    """Draws the figures that one document holds by number."""

    def __init__(self, view: PdfPreview, document: QTextDocument, draws: Sequence[Draw]) -> None:
        super().__init__(document)
        self._view = view
        self._draws = draws

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        figure = self._view.drawn(self._draws[format.intProperty(_NUMBER)])
        return QSizeF(figure.width, figure.height + 6) * self._view.figure_scale

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        figure = self._view.drawn(self._draws[format.intProperty(_NUMBER)])
        measure = TextMeasure()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(rect.topLeft()))
        painter.scale(self._view.figure_scale, self._view.figure_scale)
        for item in figure.items:
            shape = None
            if isinstance(item, Text):
                wide = measure(item.words, item.size, item.weight)
                shift = {"left": 0.0, "right": wide, "centre": wide / 2}[item.align]
                shape = outline(item.words, item.size, item.weight, item.x - shift, item.y)
            paint_item(painter, item, shape)
        painter.restore()


class PdfPreview(QTextBrowser):
    """A page-like view of one report."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._markdown = ""
        self._placed: Mapping[str, Draw] = {}
        self._sealed: _SealedDocument | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        # A bar that came and went would change the width, and with it the layout, for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Preview of the report"))
        theme.changed.connect(self._lay_out)

    @property
    def figure_scale(self) -> float:
        """Pixels per point of a figure."""
        return _PIXELS_PER_POINT * self._theme.scale

    def show_report(self, markdown: str, figures: Mapping[str, Draw]) -> None:
        """Show a report.

        Args:
            markdown: its Markdown edition.
            figures: by the heading under which each stands.
        """
        self._markdown, self._placed = markdown, figures
        self._lay_out()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def drawn(self, draw: Draw) -> Any:
        """A figure of the report at the width there is."""
        room = self._paper_width() - 2 * self._theme.px(_MARGIN) - 2
        return draw(float(int(room / self.figure_scale)), self._theme.ink, TextMeasure())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._markdown:
            document = self.document()
            self._frame(document)
            # The figures are drawn anew for the new width.
            document.markContentsDirty(0, document.characterCount())

    def _paper_width(self) -> int:
        return min(self.viewport().width(), self._theme.px(_WIDEST))

    def _lay_out(self) -> None:
        if not self._markdown:
            return
        place = self.verticalScrollBar().value()
        document = _SealedDocument(self)
        document.setDefaultFont(self.font())
        document.setIndentWidth(self._theme.px(18))
        document.setUndoRedoEnabled(False)
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        document.setMarkdown(self._markdown, features)
        # One edit, and no layout before it is done: laying out after each of a thousand cells takes minutes.
        whole = QTextCursor(document)
        whole.beginEditBlock()
        self._style(document)
        draws = self._insert_figures(document)
        self._frame(document)
        whole.endEditBlock()
        # Each document keeps its own: the one before it may still be painted until it is gone.
        document.documentLayout().registerHandler(_FIGURE, _Figures(self, document, draws))
        self.setDocument(document)
        if self._sealed is not None:
            self._sealed.deleteLater()
        self._sealed = document
        self.verticalScrollBar().setValue(place)

    def _frame(self, document: QTextDocument) -> None:
        """A column of readable width in the middle."""
        spare = max(0, self.viewport().width() - self._paper_width()) // 2
        margin = self._theme.px(_MARGIN)
        form = QTextFrameFormat(document.rootFrame().frameFormat())
        form.setLeftMargin(spare + margin)
        form.setRightMargin(spare + margin)
        form.setTopMargin(margin)
        form.setBottomMargin(margin)
        document.rootFrame().setFrameFormat(form)

    def _style(self, document: QTextDocument) -> None:
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            # A heading keeps nothing of its own: its relative size would win over ours. Elsewhere bold stays bold.
            write = cursor.setCharFormat if block.blockFormat().headingLevel() else cursor.mergeCharFormat
            write(self._letters(block))
            cursor.mergeBlockFormat(self._spacing(block))
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._style_table(frame)

    def _letters(self, block: QTextBlock) -> QTextCharFormat:
        tokens, level = self._theme.tokens, block.blockFormat().headingLevel()
        form = QTextCharFormat()
        form.setFont(_sized(self._theme.px(_HEADINGS.get(level, 13))), _ONLY_WHAT_IS_SET)
        quote = block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel)
        form.setForeground(QColor(tokens.muted if quote else tokens.text))
        if level:
            form.setFontWeight(700 if level == 1 else 600)
        form.setAnchor(False)
        form.setFontUnderline(False)
        return form

    def _spacing(self, block: QTextBlock) -> QTextBlockFormat:
        px, level = self._theme.px, block.blockFormat().headingLevel()
        form = QTextBlockFormat()
        form.setTopMargin(px({1: 0, 2: 22, 3: 14}.get(level, 2)))
        form.setBottomMargin(px(6 if level else 4))
        form.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel):
            form.setLeftMargin(px(14))
        return form

    def _style_table(self, table: QTextTable) -> None:
        px = self._theme.px
        form = table.format()
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setCellPadding(px(5))
        form.setCellSpacing(0)
        # With its own border a whole width would be a pixel too much, and a scroll bar would come for that pixel.
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99))
        form.setTopMargin(px(6))
        form.setBottomMargin(px(10))
        table.setFormat(form)
        for row in range(table.rows()):
            for column in range(table.columns()):
                self._style_cell(table, row, column)

    def _style_cell(self, table: QTextTable, row: int, column: int) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        cell = table.cellAt(row, column)
        edge = cell.format().toTableCellFormat()
        edge.setBottomBorder(1)
        edge.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        edge.setBottomBorderBrush(QBrush(QColor(tokens.border)))
        cell.setFormat(edge)
        small = QTextCharFormat()
        small.setFont(_sized(px(12)), _ONLY_WHAT_IS_SET)
        if row == 0:
            small.setForeground(QColor(tokens.muted))
            small.setFontWeight(600)
        cursor = cell.firstCursorPosition()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(small)

    def _insert_figures(self, document: QTextDocument) -> list[Draw]:
        draws: list[Draw] = []
        block = document.begin()
        while block.isValid():
            draw = self._placed.get(block.text()) if block.blockFormat().headingLevel() else None
            if draw is not None:
                cursor = QTextCursor(document)
                cursor.setPosition(block.position() + block.length() - 1)
                cursor.insertBlock(QTextBlockFormat())
                form = QTextCharFormat()
                form.setObjectType(_FIGURE)
                form.setProperty(_NUMBER, len(draws))
                draws.append(draw)
                cursor.insertText(chr(0xFFFC), form)
                block = cursor.block()
            block = block.next()
        return draws


def _sized(pixels: int) -> QFont:
    made = QFont([FAMILY, "Noto Emoji"])
    made.setPixelSize(pixels)
    return made
