"""What the hub has and this store lacks, for whoever checks it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from shadow_app.storage.hub.link import Hub
from shadow_app.storage.hub.rows import COLUMNS
from shadow_app.storage.hub.streams import Stretch

_FETCH = f"""
    SELECT {", ".join(f"c.{name}" for name in COLUMNS)}, c.body
    FROM unnest(%s::uuid[], %s::text[], %s::bigint[], %s::bigint[]) AS w(scope, device, after, until)
    JOIN shadow.change c ON c.scope = w.scope AND c.device = w.device AND c.seq > w.after AND c.seq <= w.until
    ORDER BY c.scope, c.device, c.seq, c.cid
"""


def fetch(hub: Hub, stretches: Collection[Stretch]) -> list[tuple[dict[str, Any], str]]:
    """These changes: the columns, which the hub has checked, and the rest as it was written."""
    asked = [(str(each.scope), each.device, each.after, each.until) for each in stretches]
    rows = hub.rows(_FETCH, *map(list, zip(*asked, strict=True)))
    return [(dict(zip(COLUMNS, map(_plain, row), strict=False)), row[-1]) for row in rows]


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
