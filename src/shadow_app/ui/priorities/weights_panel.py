"""The weights of the score, tried out live: nothing is kept until somebody says so."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QSlider, QVBoxLayout, QWidget

from shadow_app.domain.vocabulary import BusinessDamage, TimeToDamage
from shadow_app.domain.weights import Weights
from shadow_app.insight.sensitivity import Swing
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_weights_panel import Ui_WeightsPanel
from shadow_app.ui.letters import leading
from shadow_app.ui.priorities.words import sturdiness
from shadow_app.ui.scale_words import damage_word, time_word
from shadow_app.ui.service_rows import ServiceRow
from shadow_app.ui.spin_text import indented

translate = QCoreApplication.translate

_SETTLE_MILLISECONDS = 120
"""How long a slider must rest before the order is worked out again."""

_MOST_NAMED = 5


class Dial(QWidget):
    """One weight: words, a slider and a number that follow one another."""

    changed = Signal()

    def __init__(self, words: str, span: tuple[float, float], step: float, digits: int = 2, limit: float = 0.0) -> None:
        """`span` is what the slider reaches; the number may go on to `limit`."""
        super().__init__()
        least, most = span
        self.label = QLabel(words)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, round((most - least) / step))
        self.slider.setAccessibleName(words)
        self.number = QDoubleSpinBox()
        self.number.setDecimals(digits)
        self.number.setRange(least, max(most, limit))
        self.number.setSingleStep(step)
        self.number.setAccessibleName(words)
        indented(self.number)
        self.label.setBuddy(self.number)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.addWidget(self.label, 0, 0, 1, 2)
        grid.addWidget(self.slider, 1, 0)
        grid.addWidget(self.number, 1, 1)
        grid.setColumnStretch(0, 1)
        self._least, self._step = least, step
        self.slider.valueChanged.connect(self._slid)
        self.number.valueChanged.connect(self._typed)

    @property
    def value(self) -> float:
        """The weight."""
        return self.number.value()

    def show_value(self, value: float) -> None:
        """Show a weight without saying that somebody has changed it."""
        with QSignalBlocker(self.number):
            self.number.setValue(value)
        self._follow(value)

    def _slid(self, at: int) -> None:
        self.number.setValue(self._least + at * self._step)

    def _typed(self, value: float) -> None:
        self._follow(value)
        self.changed.emit()

    def _follow(self, value: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round((value - self._least) / self._step))


class WeightsPanel(QWidget):
    """Edits one version of the weights, and says what it would change."""

    tried = Signal(object)
    """Weights to rank by, for the eye only."""
    kept = Signal(object)
    """Weights to put in force."""
    gone_back = Signal()
    swings_wanted = Signal()
    """Somebody wants to see every weight turned, one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_WeightsPanel()
        self.form.setupUi(self)
        self._start = Weights()
        self._versions: Sequence[Weights] = ()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._try)
        self._build()
        self.form.back.clicked.connect(self.gone_back)
        self.form.close.clicked.connect(self.gone_back)
        self.form.keep.clicked.connect(self._keep)
        self.form.version.activated.connect(self._start_from)
        self.form.swings.clicked.connect(self.swings_wanted)

    def edit(self, in_force: Weights, versions: Sequence[Weights]) -> None:
        """Start from the weights in force; `versions` are all that were kept, oldest first."""
        self._start = in_force
        self._versions = [*reversed(versions), Weights()]
        self.form.version.clear()
        for each in self._versions:
            self.form.version.addItem(_named(each))
        self._show(in_force)
        self.form.version.setCurrentIndex(
            next((n for n, each in enumerate(self._versions) if each.made_at == in_force.made_at), 0)
        )
        self.show_effect([])

    def value(self) -> Weights | None:
        """What the dials say; None, with the reason shown, where that makes no sense."""
        try:
            made = self._start.edited(
                damage=tuple(dial.value for dial in self.damage),
                time=tuple(dial.value for dial in self.time),
                workaround_none=self.none.value,
                workaround_clumsy=self.clumsy.value,
                workaround_good=self.good.value,
                unrecovered_share=self.unrecovered.value / 100,
                phantom_hours=self.phantom.value,
                day_rate=self.day_rate.value,
                payback_years=self.payback.value,
            )
        except ValidationError:
            self.form.wrong.setText(self.tr("What is worse must not count less: move the marked weights apart."))
            made = None
        self.form.wrong.setVisible(made is None)
        self.form.keep.setEnabled(made is not None and made != self._start)
        return made

    def try_again(self) -> None:
        """Something else has moved the ranking: work the same weights out anew."""
        self._try()

    def show_effect(self, rows: Sequence[ServiceRow]) -> None:
        """Say which services would move."""
        movers = sorted((row for row in rows if row.moved), key=lambda row: -abs(row.moved))
        if movers:
            named = amounts.joined([f"{row.name} {row.move}" for row in movers], _MOST_NAMED)
            self.form.effect.setText(self.tr("Would move: {services}.").format(services=named))
        else:
            self.form.effect.setText(self.tr("The order stays as it is.") if rows else "")

    def show_sturdiness(self, swings: Sequence[Swing] | None) -> None:
        """Say what survives half of one weight; None while that is being worked out."""
        self.form.sturdy.setText(
            sturdiness(swings) if swings is not None else self.tr("Trying what half of each weight would change …")
        )
        self.form.swings.setEnabled(swings is not None)

    def _build(self) -> None:
        self.damage = [Dial(leading(damage_word(grade)), (0, 20), 0.25, limit=1_000) for grade in BusinessDamage]
        self.time = [Dial(leading(time_word(grade)), (0, 5), 0.05, limit=1_000) for grade in TimeToDamage]
        self.none = Dial(self.tr("No way around it"), (0, 2), 0.05, limit=1_000)
        self.clumsy = Dial(self.tr("A clumsy way around it"), (0, 2), 0.05, limit=1_000)
        self.good = Dial(self.tr("A good way around it"), (0, 2), 0.05, limit=1_000)
        self.unrecovered = Dial(self.tr("Lost time that nobody makes up for later, in percent"), (0, 100), 5, 1)
        self.phantom = Dial(self.tr("Hours that steady a short visit"), (0, 80), 1, 1)
        self.day_rate = Dial(self.tr("What a day of IT’s work costs"), (10, 3_000), 10, 2, limit=100_000)
        self.payback = Dial(self.tr("Years in which it has to pay back"), (0.25, 20), 0.25)
        self._group(self.tr("HOW BAD IT IS FOR THE BUSINESS"), self.damage)
        self._group(self.tr("HOW SOON IT DOES HARM"), self.time)
        self._group(self.tr("WHETHER THERE IS A WAY AROUND"), [self.none, self.clumsy, self.good])
        self._group(self.tr("WHAT TIME AND WORK COST"), [self.unrecovered, self.day_rate, self.payback])
        self._group(self.tr("HOW FAR A SHORT VISIT COUNTS"), [self.phantom])
        column = self.form.inner.layout()
        assert isinstance(column, QVBoxLayout)
        column.addStretch(1)

    def _group(self, title: str, dials: Sequence[Dial]) -> None:
        column = self.form.inner.layout()
        assert column is not None
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("look", "label")
        column.addWidget(heading)
        for dial in dials:
            dial.slider.setAccessibleDescription(title)
            dial.number.setAccessibleDescription(title)
            dial.changed.connect(self._moved)
            column.addWidget(dial)

    def _show(self, weights: Weights) -> None:
        for dial, value in zip(self.damage, weights.damage, strict=True):
            dial.show_value(value)
        for dial, value in zip(self.time, weights.time, strict=True):
            dial.show_value(value)
        self.none.show_value(weights.workaround_none)
        self.clumsy.show_value(weights.workaround_clumsy)
        self.good.show_value(weights.workaround_good)
        self.unrecovered.show_value(weights.unrecovered_share * 100)
        self.phantom.show_value(weights.phantom_hours)
        self.day_rate.show_value(weights.day_rate)
        self.payback.show_value(weights.payback_years)
        self.value()

    def _start_from(self, place: int) -> None:
        self._show(self._versions[place])
        self._try()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at need not be tried."""
        self._settle.stop()
        super().hideEvent(event)

    def _moved(self) -> None:
        self.value()
        if self.isVisible():
            self._settle.start()

    def _try(self) -> None:
        weights = self.value()
        if weights is not None:
            self.tried.emit(weights)

    def _keep(self) -> None:
        weights = self.value()
        if weights is not None:
            self.kept.emit(weights)


def _named(weights: Weights) -> str:
    if weights.made_at is None:
        return translate("WeightsPanel", "The built-in weights")
    return translate("WeightsPanel", "Kept on {when}").format(when=amounts.clock(weights.made_at))
