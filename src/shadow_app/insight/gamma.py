"""Two special functions that a range needs: quantiles of the Gamma and the regularised incomplete beta.

Written out because the library that has them is a hundred megabytes of compiled code, for two curves. The methods are
the usual ones (series and Lentz's continued fraction, DLMF 8.7, 8.9 and 8.17), and the tests hold them against closed
forms.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, lgamma, log, sqrt
from statistics import NormalDist

_PRECISION = 1e-13
_TINY = 1e-300
_STANDARD = NormalDist()


def gamma_share(shape: float, x: float) -> float:
    """P(a, x): the share of Gamma(shape, 1) below x. `shape` > 0."""
    if x <= 0:
        return 0.0
    front = exp(-x + shape * log(x) - lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        step = shape
        while abs(term) > abs(total) * _PRECISION:
            step += 1
            term *= x / step
            total += term
        return min(1.0, front * total)

    def term_at(n: int) -> tuple[float, float]:
        return -n * (n - shape), x + 1 - shape + 2 * n

    return max(0.0, 1 - front / _continued(x + 1 - shape, term_at))


def gamma_quantile(share: float, shape: float, rate: float = 1.0) -> float:
    """The value below which `share` (between 0 and 1) of Gamma(shape, rate) lies."""
    low, high = 0.0, shape + 1.0
    while gamma_share(shape, high) < share:
        low, high = high, high * 2
    # Wilson and Hilferty's cube (1931) starts within a few per cent; Newton finishes, and halving guards it.
    ninth = 1 / (9 * shape)
    x = shape * (1 - ninth + _STANDARD.inv_cdf(share) * sqrt(ninth)) ** 3
    for _ in range(200):
        if not low < x < high:
            x = (low + high) / 2
        error = gamma_share(shape, x) - share
        low, high = (x, high) if error < 0 else (low, x)
        density = exp(-x + (shape - 1) * log(x) - lgamma(shape)) if x > 0 else 0.0
        step = error / density if density > _TINY else x - (low + high) / 2
        x -= step
        if abs(step) <= _PRECISION * abs(x):
            break
    return max(0.0, x) / rate


def beta_share(a: float, b: float, x: float) -> float:
    """I_x(a, b): the share of Beta(a, b) below x. `a`, `b` > 0."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(b, a, 1 - x)

    def term_at(n: int) -> tuple[float, float]:
        half, odd = divmod(n, 2)
        if odd:
            return -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1)), 1.0
        return half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half)), 1.0

    front = exp(a * log(x) + b * log(1 - x) + lgamma(a + b) - lgamma(a) - lgamma(b)) / a
    return front / _continued(1.0, term_at)


def _continued(first: float, term_at: Callable[[int], tuple[float, float]]) -> float:
    """first + a₁ / (b₁ + a₂ / (b₂ + …)) by Lentz's method; `term_at(n)` gives (aₙ, bₙ)."""
    value = numerator = first or _TINY
    denominator = 0.0
    for n in range(1, 100_000):
        above, below = term_at(n)
        denominator = 1 / ((below + above * denominator) or _TINY)
        numerator = (below + above / numerator) or _TINY
        change = numerator * denominator
        value *= change
        if abs(change - 1) < _PRECISION:
            break
    return value
