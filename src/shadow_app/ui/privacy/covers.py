"""The covers of one photo while they are drawn: rectangles and strokes, one of them chosen. No widgets."""

from __future__ import annotations

from shadow_app.domain.cover import Box, Cover, Stroke

STEP, FINE = 0.02, 0.002
"""How far a key moves or sizes a rectangle, in shares of the photo."""

LEAST = 0.01
_FIRST = Box(left=0.4, top=0.4, right=0.6, bottom=0.6)


class Covers:
    """What is covered so far; the last thing drawn is chosen."""

    def __init__(self) -> None:
        self.drawn: list[Cover] = []
        self.at = -1

    @property
    def chosen(self) -> Cover | None:
        """What keys act on."""
        return self.drawn[self.at] if 0 <= self.at < len(self.drawn) else None

    def add(self, cover: Cover) -> None:
        """Draw one more."""
        self.drawn.append(cover)
        self.at = len(self.drawn) - 1

    def add_in_the_middle(self) -> None:
        """A rectangle to be moved and sized by keys."""
        self.add(_FIRST)

    def remove(self) -> None:
        """Take the chosen one away; the one before it is chosen."""
        if self.chosen is not None:
            del self.drawn[self.at]
            self.at = min(self.at, len(self.drawn) - 1) if self.at else len(self.drawn) - 1

    def choose(self, step: int) -> None:
        """The next one, or the one before, round and round."""
        if self.drawn:
            self.at = (self.at + step) % len(self.drawn)

    def move(self, right: float, down: float) -> None:
        """Move the chosen one, as far as the edge of the photo."""
        match self.chosen:
            case Box() as box:
                across = _within(box.left, box.right, right)
                along = _within(box.top, box.bottom, down)
                self.drawn[self.at] = Box(
                    left=_share(box.left + across),
                    top=_share(box.top + along),
                    right=_share(box.right + across),
                    bottom=_share(box.bottom + along),
                )
            case Stroke() as stroke:
                xs, ys = zip(*stroke.points, strict=True)
                across, along = _within(min(xs), max(xs), right), _within(min(ys), max(ys), down)
                moved = tuple((_share(x + across), _share(y + along)) for x, y in stroke.points)
                self.drawn[self.at] = Stroke(points=moved, thickness=stroke.thickness)

    def size(self, wider: float, higher: float) -> None:
        """Move the right and the lower edge of the chosen rectangle; a stroke gets thicker or thinner."""
        match self.chosen:
            case Box() as box:
                self.drawn[self.at] = Box(
                    left=box.left,
                    top=box.top,
                    right=_share(max(box.left + LEAST, box.right + wider)),
                    bottom=_share(max(box.top + LEAST, box.bottom + higher)),
                )
            case Stroke() as stroke:
                thickness = min(0.5, max(LEAST, stroke.thickness + wider + higher))
                self.drawn[self.at] = Stroke(points=stroke.points, thickness=thickness)


def box_between(one: tuple[float, float], other: tuple[float, float]) -> Box | None:
    """The rectangle with these two corners; None where it would be too small to be meant."""
    (left, right), (top, bottom) = (sorted(map(_share, pair)) for pair in zip(one, other, strict=True))
    if right - left < LEAST or bottom - top < LEAST:
        return None
    return Box(left=left, top=top, right=right, bottom=bottom)


def _within(low: float, high: float, step: float) -> float:
    return max(-low, min(step, 1 - high))


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
