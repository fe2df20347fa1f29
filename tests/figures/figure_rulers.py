"""Measuring figures in tests: a plain ruler, the boxes that items fill, and which of them collide."""

from __future__ import annotations

from shadow_app.domain.vocabulary import Kind
from shadow_app.figures.ink import Ink
from shadow_app.figures.primitives import Dot, Figure, Item, Line, Rect, Text

Box = tuple[float, float, float, float]

INK = Ink(
    ground="#FFFFFF",
    text="#121826",
    muted="#566072",
    faint="#6B7588",
    track="#EDF0F4",
    hot="#C93F19",
    calm="#0F766E",
    cool="#AEB8C7",
    accent="#FFC42E",
    kinds={Kind.PAIN: "#C93F19"},
)


def ruler(words: str, size: float, weight: int) -> float:
    """Every letter half as wide as high, bold ones a little wider."""
    return len(words) * size * (0.5 + (weight - 400) / 6000)


def box(item: Item) -> Box:
    """left, top, right, bottom."""
    match item:
        case Rect():
            return item.x, item.y, item.x + item.width, item.y + item.height
        case Line():
            return min(item.x1, item.x2), min(item.y1, item.y2), max(item.x1, item.x2), max(item.y1, item.y2)
        case Dot():
            return item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius
        case Text():
            width = ruler(item.words, item.size, item.weight)
            left = item.x - {"left": 0.0, "right": width, "centre": width / 2}[item.align]
            return left, item.y - item.size * 0.75, left + width, item.y + item.size * 0.22


def outside(figure: Figure, slack: float = 0.5) -> list[Item]:
    """Items that reach over the figure's edge by more than half a stroke."""
    out = []
    for item in figure.items:
        left, top, right, bottom = box(item)
        if left < -slack or top < -slack or right > figure.width + slack or bottom > figure.height + slack:
            out.append(item)
    return out


def texts(figure: Figure) -> list[Text]:
    return [item for item in figure.items if isinstance(item, Text)]


def colliding(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of words that lie on each other."""
    found = []
    all_texts = [text for text in texts(figure) if text.words]
    for index, one in enumerate(all_texts):
        for other in all_texts[index + 1 :]:
            a, b = box(one), box(other)
            if a[0] < b[2] - 0.1 and b[0] < a[2] - 0.1 and a[1] < b[3] - 0.1 and b[1] < a[3] - 0.1:
                found.append((one.words, other.words))
    return found
