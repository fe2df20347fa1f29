"""One record out of its changes: what is shown, which changes stand behind it, and what people disagree about.

A pure function of the set of changes: order, repetition and clocks decide nothing (`reliability.md` §3.2). A change
that names no earlier ones made the record, and wrote every field it leaves out with that field's default.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from shadow_app.domain.change import ALL_FIELDS, Heads
from shadow_app.domain.record import Record


class Entry(NamedTuple):
    """The part of a change that folding needs."""

    cid: str
    data: dict[str, Any]
    replaces: Heads


class Folded(NamedTuple):
    """`shown` holds JSON values of fields that this version knows; a field at its default may be left out."""

    shown: dict[str, Any]
    heads: Heads


def fold(kind: type[Record], entries: Iterable[Entry]) -> Folded | None:
    """What the changes come to, or None as long as the one that made the record is not among them."""
    known = {entry.cid: entry for entry in sorted(entries)}
    made = [cid for cid, entry in known.items() if not entry.replaces]
    if not made:
        return None
    if len(known) == 1:
        return Folded(_known_to(kind, known[made[0]].data), {ALL_FIELDS: made})
    shown: dict[str, Any] = {}
    heads: Heads = {ALL_FIELDS: made}
    edited = {name for entry in known.values() if entry.replaces for name in (*entry.data, *entry.replaces)}
    for field in dict.fromkeys(name for entry in known.values() for name in entry.data):
        # Of a field that was never written again, those stand that made the record.
        standing = _standing(known, field) if field in edited else made
        if standing != made:
            heads[field] = standing
        entry = known[standing[-1]]
        if field in entry.data:
            shown[field] = entry.data[field]
    return Folded(_known_to(kind, shown), heads)


def disputes(kind: type[Record], entries: Iterable[Entry]) -> dict[str, dict[str, Any]]:
    """Field → the differing values that nobody has replaced, each by the change that wrote it, the shown one last.

    Only of fields that this version knows: about the others nobody here can say anything.
    """
    known = {entry.cid: entry for entry in sorted(entries)}
    if not any(not entry.replaces for entry in known.values()):
        return {}
    found = {}
    for field in dict.fromkeys(name for entry in known.values() for name in _known_to(kind, entry.data)):
        standing = {cid: value_in(kind, known[cid], field) for cid in _standing(known, field)}
        if any(value != standing[max(standing)] for value in standing.values()):
            found[field] = standing
    return found


def next_best(entries: Iterable[Entry], field: str) -> list[Any]:
    """Every value written into a field: the ones still standing first, of each the later before the earlier."""
    known = {entry.cid: entry for entry in sorted(entries)}
    standing = set(_standing(known, field))
    order = sorted(known, key=lambda cid: (cid in standing, cid), reverse=True)
    return [known[cid].data[field] for cid in order if field in known[cid].data]


def value_in(kind: type[Record], entry: Entry, field: str) -> Any:
    """What a change holds for a field, as JSON; for what it leaves out, the default."""
    if field in entry.data or field not in kind.model_fields or kind.model_fields[field].is_required():
        return entry.data.get(field)
    default = kind.model_fields[field].get_default(call_default_factory=True)
    return list(default) if isinstance(default, tuple) else default


def _standing(known: dict[str, Entry], field: str) -> list[str]:
    replaced = {cid for entry in known.values() for cid in entry.replaces.get(field, ())}
    wrote = [cid for cid, entry in known.items() if field in entry.data or not entry.replaces]
    # Changes that claim to replace one another were not written by this program: the latest then stands.
    return [cid for cid in wrote if cid not in replaced] or wrote[-1:]


def _known_to(kind: type[Record], data: dict[str, Any]) -> dict[str, Any]:
    known = _fields(kind)
    return {field: value for field, value in data.items() if field in known}


@cache
def _fields(kind: type[Record]) -> frozenset[str]:
    return frozenset(kind.model_fields) - {"id"}
