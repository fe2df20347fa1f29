"""Random numbers for the draws: the same on every machine, and quick enough in plain Python.

Values are picked by the random generator from tables of a distribution's quantiles. Nothing is rejected and drawn
again, so a last digit of `exp` or `log` that differs between platforms changes that digit only, and never the course
of the numbers after it, as it could in `random.gammavariate`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt
from random import Random
from statistics import NormalDist

_STEPS = 1_000
_SMOOTH = 2.0
"""From this shape on the cube of Wilson and Hilferty (1931) is within 0.5 % between the 10 % and 99 % quantiles."""


def normal_table() -> tuple[float, ...]:
    """The middles of equally likely steps of the standard normal."""
    inverse = NormalDist().inv_cdf
    return tuple(inverse((step + 0.5) / _STEPS) for step in range(_STEPS))


class Dice:
    """Draws `n` numbers at a time; the same seed gives the same numbers."""

    def __init__(self, seed: str, n: int, normal: Sequence[float]) -> None:
        """`normal` is `normal_table()`, made once for many dice."""
        self._random = Random(seed)
        self._n = n
        self._normal = normal

    def lognormal(self, spread: float) -> list[float]:
        """Factors around 1: exp(spread · Z)."""
        if spread <= 0:
            return [1.0] * self._n
        return self._random.choices([exp(spread * z) for z in self._normal], k=self._n)

    def gamma(self, shape: float, scale: float) -> list[float]:
        """Values of Gamma(shape, 1/scale); `shape` > 0."""
        powers = []
        while shape < _SMOOTH:
            # Gamma(a) is Gamma(a + 1) · U^(1/a), exactly (Stuart 1962).
            powers.append(1 / shape)
            shape += 1
        ninth = 1 / (9 * shape)
        middle, slope = 1 - ninth, sqrt(ninth)
        table = [scale * shape * max(0.0, middle + slope * z) ** 3 for z in self._normal]
        values = self._random.choices(table, k=self._n)
        for power in powers:
            values = [value * self._random.random() ** power for value in values]
        return values
