"""From the rows of a sheet to the cells of each pain point: what was noted at one post, in one scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.grouping import Sums, added
from shadow_app.insight.peers import Post, Survey
from shadow_app.insight.sheet import FIRST_SUM, ROLE, SCOPE, VISIT, Row, Visited

_SITE = slice(16)
_ROLE = slice(16, None)


class Cell(NamedTuple):
    """Everything noted of one pain point in one stratum (site × role) and scope."""

    post: Post
    scope: Scope
    sums: Sums


class Posts(dict[bytes, Post]):
    """Every post of a ranking, made when it is first met. Its key is the bytes of the site and those of the role."""

    def __init__(self, surveyed: Survey, site_types: Mapping[bytes, str]) -> None:
        super().__init__()
        self._surveyed, self._site_types = surveyed, site_types

    def __missing__(self, key: bytes) -> Post:
        site, role = UUID(bytes=key[_SITE]), UUID(bytes=key[_ROLE])
        post = self[key] = self._surveyed.post(site, role, self._site_types[key[_SITE]])
        return post


def cells(rows: Iterable[Row], visits: Mapping[bytes, Visited], posts: Posts) -> list[Cell]:
    """Add the rows of one pain point up into its strata and scopes, in an order that hangs on their ids alone."""
    groups: dict[tuple[bytes, str], list[Row]] = {}
    for row in rows:
        key = (visits[row[VISIT]].site + row[ROLE], row[SCOPE])
        if key in groups:
            groups[key].append(row)
        else:
            groups[key] = [row]
    return [
        Cell(posts[key[0]], _SCOPES[key[1]], added([row[FIRST_SUM:] for row in groups[key]])) for key in sorted(groups)
    ]


def in_one_scope(noted: Iterable[Cell], scope: Scope) -> list[Cell]:
    """The same strata as if every note had this scope, so that each stratum appears once."""
    strata: dict[tuple[int, int], list[Cell]] = {}
    for cell in noted:
        same = cell if cell.scope is scope else cell._replace(scope=scope)
        strata.setdefault((cell.post.site_id.int, cell.post.role_id.int), []).append(same)
    return [here[0] if len(here) == 1 else here[0]._replace(sums=total(here)) for here in strata.values()]


def total(noted: Sequence[Cell]) -> Sums:
    """The sums over several strata, at least one."""
    return added([cell.sums for cell in noted])


_SCOPES = {scope.value: scope for scope in Scope}
