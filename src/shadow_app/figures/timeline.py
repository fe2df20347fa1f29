"""The day strip: what the host did, when the notes came, where the record was paused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shadow_app.domain.language import say
from shadow_app.domain.vocabulary import ActivityKind, Kind
from shadow_app.domain.words import KINDS
from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import LEAST_WIDTH, Measure, fitted, nothing, sentence, widest
from shadow_app.figures.primitives import Dot, Figure, Item, Line, Rect, Text

_SMALL = 8.0
_BAND, _BAND_GAP = 19.0, 3.0
_DOT, _STACK, _LANE = 3.0, 5.6, 11.5
_MOST_STACKED = 4
_STEPS = (1, 2, 3, 4, 6, 12, 24)
_COUNTED: dict[Kind, Callable[[int], str]] = {
    Kind.PAIN: lambda n: say("{n:|note|notes} on pain", n=n),
    Kind.WORKAROUND: lambda n: say("{n:|note|notes} on workarounds", n=n),
    Kind.WAIT: lambda n: say("{n:|note|notes} on waiting", n=n),
    Kind.NEED: lambda n: say("{n:|note|notes} on needs", n=n),
    Kind.POSITIVE: lambda n: say("{n:|note|notes} on what works well", n=n),
    Kind.QUESTION: lambda n: say("{n:|note|notes} with a question", n=n),
    Kind.CONTEXT: lambda n: say("{n:|note|notes} on context", n=n),
}


@dataclass(frozen=True)
class Stretch:
    """A timed block of the day. OFF_RECORD shows as a pause, with its length and nothing else."""

    start: datetime
    end: datetime
    label: str = ""
    kind: ActivityKind = ActivityKind.ROUTINE
    key: str = ""


@dataclass(frozen=True)
class Mark:
    """One note on the strip."""

    at: datetime
    kind: Kind
    key: str = ""


def day_strip(
    stretches: Sequence[Stretch], marks: Sequence[Mark], width: float, ink: Ink, measure: Measure, *, subject: str
) -> Figure:
    """Activities above, one lane of dots per kind of note below, hours at the foot; times on the first item's clock."""
    moments = [m for s in stretches for m in (s.start, s.end)] + [one.at for one in marks]
    if not moments:
        return nothing(subject, say("Nothing was timed and no note was taken."), width, ink, measure)
    strip = _Strip(stretches, marks, max(width, LEAST_WIDTH), ink, measure, moments)
    return Figure(strip.width, strip.height, sentence(subject, strip.facts()), tuple(strip.items()))


class _Strip:
    def __init__(
        self,
        stretches: Sequence[Stretch],
        marks: Sequence[Mark],
        width: float,
        ink: Ink,
        measure: Measure,
        moments: Sequence[datetime],
    ) -> None:
        self.width, self.ink, self.measure = width, ink, measure
        self.zone = moments[0].tzinfo
        self.start, self.end = min(moments), max(moments)
        if self.end - self.start < timedelta(minutes=30):
            self.start, self.end = self.start - timedelta(minutes=15), self.end + timedelta(minutes=15)
        self.bands = _side_by_side(stretches)
        self.counts = {kind: sum(one.kind is kind for one in marks) for kind in Kind}
        words = [KINDS[kind] for kind, count in self.counts.items() if count]
        self.left = widest(words, _SMALL, 500, measure) + 24 if words else 0.0
        self.lanes = [
            (kind, self._stacked([m for m in marks if m.kind is kind])) for kind, count in self.counts.items() if count
        ]
        self.bands_height = len(self.bands) * (_BAND + _BAND_GAP) + (5 if self.bands else 0)
        self.lane_heights = [_LANE + _STACK * max(level for _, _, level in lane) for _, lane in self.lanes]
        self.foot = self.bands_height + sum(self.lane_heights)
        self.height = self.foot + 15

    def _x(self, at: datetime) -> float:
        inset = _DOT + 1
        room = self.width - self.left - 2 * inset
        return self.left + inset + room * ((at - self.start) / (self.end - self.start))

    def _stacked(self, marks: Sequence[Mark]) -> list[tuple[Mark, float, int]]:
        """Each mark with its x and how many others it stands on; beyond four they overlap rather than tower."""
        free = [float("-inf")] * _MOST_STACKED
        placed: list[tuple[Mark, float, int]] = []
        for each in sorted(marks, key=lambda one: one.at):
            x = self._x(each.at)
            level = next((i for i, taken in enumerate(free) if x - taken >= 2 * _DOT), 0)
            free[level] = x
            placed.append((each, x, level))
        return placed

    def facts(self) -> list[str]:
        """The parts of the alternative text."""
        clock = say("from {clock} to {clock_2}", clock=self._clock(self.start), clock_2=self._clock(self.end))
        notes = [_COUNTED[kind](count) for kind, count in self.counts.items() if count]
        return [clock, *notes, *(_named(s) for row in self.bands for s in row)]

    def _clock(self, at: datetime) -> str:
        return at.astimezone(self.zone).strftime("%H:%M")

    def items(self) -> Iterator[Item]:
        yield from self._hours()
        for row, stretches in enumerate(self.bands):
            for index, stretch in enumerate(stretches):
                after = stretches[index + 1] if index + 1 < len(stretches) else None
                yield from self._band(stretch, row * (_BAND + _BAND_GAP), self._x(after.start) if after else self.width)
        y = self.bands_height
        for (kind, lane), height in zip(self.lanes, self.lane_heights, strict=True):
            base = y + height - _LANE / 2
            yield Text(0, base + 2.9, KINDS[kind], _SMALL, self.ink.muted, 500)
            yield Text(self.left - 8, base + 2.9, str(self.counts[kind]), _SMALL, self.ink.text, 600, "right")
            yield Line(self.left, base, self.width, base, self.ink.track, 0.8)
            for each, x, level in lane:
                yield Dot(x, base - level * _STACK, _DOT, self.ink.of_kind(kind), key=each.key)
            y += height

    def _hours(self) -> Iterator[Item]:
        first = self.start.astimezone(self.zone).replace(minute=0, second=0, microsecond=0)
        hours = (self.end - self.start) / timedelta(hours=1)
        most = max(2, int((self.width - self.left) // 48))
        step = next((step for step in _STEPS if hours / step <= most), 24 * (1 + int(hours / 24 / most)))
        at = first + timedelta(hours=(-first.hour) % step if step <= 24 else 0)
        half = self.measure("00:00", 7.5, 400) / 2
        while at <= self.end:
            if at >= self.start:
                x = self._x(at)
                yield Line(x, 0, x, self.foot, self.ink.track, 0.6)
                middle = min(max(x, half), self.width - half)
                yield Text(middle, self.foot + 11, at.strftime("%H:%M"), 7.5, self.ink.faint, align="centre")
            at += timedelta(hours=step)

    def _band(self, stretch: Stretch, y: float, next_x: float) -> Iterator[Item]:
        x1, x2 = self._x(stretch.start), max(self._x(stretch.end), self._x(stretch.start) + 1.5)
        x2 = min(x2, self.width)
        paused = stretch.kind is ActivityKind.OFF_RECORD
        waiting = stretch.kind in (ActivityKind.WAITING, ActivityKind.WORKING_AROUND)
        fill = self.ink.hot if waiting else self.ink.track
        if next_x - x2 < 1.5:
            x2 = max(x2 - 1.5, x1 + 0.5)  # what follows at once still begins visibly anew
        yield Rect(x1, y, x2 - x1, _BAND, fill, 3, stretch.key)
        if paused:
            yield Line(x1 + 1, y + _BAND / 2, max(x2 - 1, x1 + 1), y + _BAND / 2, self.ink.faint, 0.8, (1.0, 2.5))
        label = _named(stretch) if paused else stretch.label
        words = "" if paused else fitted(label, x2 - x1 - 10, _SMALL, 500, self.measure)
        if words and not words.endswith("…"):
            yield Text(x1 + 5, y + 12.5, words, _SMALL, self.ink.ground if waiting else self.ink.text, 500)
            return
        # Too short for its own words: they stand beside it where nothing follows at once, or are cut.
        beside = fitted(label, next_x - x2 - 8, _SMALL, 500, self.measure)
        if len(beside) > max(len(words), 3):
            yield Text(x2 + 4, y + 12.5, beside, _SMALL, self.ink.muted, 500)
        elif len(words) > 3:
            yield Text(x1 + 5, y + 12.5, words, _SMALL, self.ink.ground if waiting else self.ink.text, 500)


def _side_by_side(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """Rows in which nothing overlaps: several timers may run at once."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda s: (s.start, s.end)):
        row = next((row for row in rows if row[-1].end <= stretch.start), None)
        if row is None:
            rows.append([stretch])
        else:
            row.append(stretch)
    return rows


def _named(stretch: Stretch) -> str:
    minutes = max(0, round((stretch.end - stretch.start) / timedelta(minutes=1)))
    if stretch.kind is ActivityKind.OFF_RECORD:
        return say("paused {minutes} min", minutes=minutes)
    return say(
        "{list} for {minutes} min",
        list=" ".join(stretch.label.split()) or stretch.kind.value.replace("_", " "),
        minutes=minutes,
    )
