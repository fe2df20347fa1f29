"""The cells of each pain point: what was noted at one post, in one scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.grouping import Sums, added
from shadow_app.insight.peers import Post, Survey
from shadow_app.insight.sheet import FIRST_SUM, ROLE, SCOPE, SITE, Row

_SITE = slice(16)
_ROLE = slice(16, 32)


Cell = tuple[Post, Scope, Sequence[float]]
"""Everything noted of one pain point in one stratum (site × role) and scope: the post, the scope, and the fields of
`Sums`. Bare tuples, for there may be a hundred thousand, and a named one takes four times as long to make."""


class Posts(dict[bytes, Post]):
    """Every post of a ranking, made when it is first met. Its key is the bytes of the site and those of the role."""

    def __init__(self, surveyed: Survey, site_types: Mapping[bytes, str]) -> None:
        super().__init__()
        self._surveyed, self._site_types = surveyed, site_types

    def __missing__(self, key: bytes) -> Post:
        site, role = UUID(bytes=key[_SITE]), UUID(bytes=key[_ROLE])
        post = self[key] = self._surveyed.post(site, role, self._site_types[key[_SITE]])
        return post


def cells(rows: Iterable[Row], posts: Posts) -> list[Cell]:
    """The rows of one pain point as cells, in the same order."""
    return [(posts[row[SITE] + row[ROLE]], _SCOPES[row[SCOPE]], row[FIRST_SUM:]) for row in rows]


def in_one_scope(noted: Iterable[Cell], scope: Scope) -> list[Cell]:
    """The same strata as if every note had this scope, so that each stratum appears once."""
    strata: dict[tuple[int, int], list[Cell]] = {}
    for cell in noted:
        strata.setdefault((cell[0].site_id.int, cell[0].role_id.int), []).append(cell)
    return [(here[0][0], scope, added([cell[2] for cell in here])) for here in strata.values()]


def total(noted: Iterable[Cell]) -> Sums:
    """The sums over several strata, at least one."""
    return Sums(*added([cell[2] for cell in noted]))


_SCOPES = {scope.value: scope for scope in Scope}
