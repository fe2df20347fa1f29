"""The head of the Live tab: where we are, and four figures."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout

from shadow_app.domain.listing import VisitCard
from shadow_app.domain.vocabulary import VisitType
from shadow_app.ui._compiled.ui_live_tab import Ui_LiveTab
from shadow_app.ui.dates import LONG, day_words
from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.icons import icon
from shadow_app.ui.live.notes import Figures
from shadow_app.ui.note_view import minutes_words, translate
from shadow_app.ui.plural import tr
from shadow_app.ui.theme import Theme


class LiveHeader:
    """Fills the labels of the form."""

    def __init__(self, form: Ui_LiveTab) -> None:
        self._form = form
        self.site, self.line = ElidedLabel(), ElidedLabel()
        self.site.setProperty("look", "h1")
        self.line.setProperty("look", "muted")
        slot: QVBoxLayout = form.titleSlot
        slot.addWidget(self.site)
        slot.addWidget(self.line)

    def show_visit(self, card: VisitCard) -> None:
        """Where, what, when, with whom."""
        self.site.setText(card.site)
        start = card.visit.local_start
        day = day_words(start, LONG)
        kind = {
            VisitType.IMMERSION: translate("LiveTab", "Immersion day"),
            VisitType.POST_RELEASE: translate("LiveTab", "After a release"),
        }[card.visit.visit_type]
        parts = (kind, day, card.visit.shift, translate("LiveTab", "with the {role}").format(role=card.role))
        self.line.setText("  ·  ".join(part for part in parts if part))

    def show_figures(self, figures: Figures, catalogue: int) -> None:
        """The four tiles."""
        form, number = self._form, QLocale().toString
        _tile(
            form.notes,
            form.notesMore,
            number(figures.notes),
            translate("LiveTab", "+{n} this hour").format(n=number(figures.this_hour)) if figures.this_hour else "",
        )
        lost = minutes_words(float(round(figures.minutes))) or number(0)
        _tile(form.lost, form.lostMore, lost, _events(figures.events))
        of_all = translate("LiveTab", "of {n} in the catalogue").format(n=number(catalogue)) if catalogue else ""
        _tile(form.services, form.servicesMore, number(figures.services), of_all)
        to_do = translate("LiveTab", "to tag or accept") if figures.waiting else translate("LiveTab", "nothing")
        _tile(form.waiting, form.waitingMore, number(figures.waiting), to_do)

    def show_unasked(self, quotes: int) -> None:
        """That words stand in quotation marks of which nobody has asked whether they may."""
        self._form.unasked.setVisible(quotes > 0)
        self._form.unasked.setText(_quotes(quotes) if quotes else "")

    def dress(self, theme: Theme) -> None:
        """Icons in the colours and the size of the theme."""
        form, size = self._form, theme.px(16)
        for button, name in (
            (form.state, "circle-check"),
            (form.details, "panel-right"),
            (form.voice, "mic"),
            (form.pad, "pin"),
            (form.offRecord, "eye-off"),
        ):
            button.setIcon(icon(name, theme.tokens.muted, size))
            button.setIconSize(QSize(size, size))


def _quotes(number: int) -> str:
    return tr(
        "%Ln note(s) quote the host, and nobody has asked whether they may be quoted: record the answer on Prepare.",
        "",
        number,
    )


def _tile(figure: QLabel, more: QLabel, value: str, words: str) -> None:
    if figure.text() != value:
        figure.setText(value)
    if more.text() != words:
        more.setText(words)


def _events(count: int) -> str:
    if count == 0:
        return ""
    return tr("across %Ln event(s)", "", count)
