"""What a lead alone may write, and somebody else wrote: it stays in the log and has no effect.

The claim is passed over, and whoever replaced it is taken to have replaced what it replaced: they had seen both. So a
record is the same whichever of its changes came first, and changes when it becomes known who may do what.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from shadow_app.domain.authority import Authority
from shadow_app.domain.team import STATEMENTS, is_leads, leads_fields
from shadow_app.domain.visible import visible
from shadow_app.storage.folding import Entry
from shadow_app.storage.refusal_words import SOMEBODY, TRIED
from shadow_app.storage.seals import signer_of

Passed = Mapping[str, Mapping[str, list[str]]]
"""Field → the changes whose claim to it is passed over → what each of them had replaced."""


class Judged(NamedTuple):
    """What counts of one record's changes, and per field what was tried; no field means the record."""

    entries: list[Entry]
    tried: Mapping[str, str] = MappingProxyType({})


def judged(
    kind: str, record_ids: Iterable[UUID], rows: Iterable[Any], authority: Callable[[], Authority]
) -> dict[UUID, Judged]:
    """Weigh the changes of some records of one kind.

    Args:
        kind: its name.
        record_ids: all of the records, also those without changes.
        rows: of the log, with cid, op, record_id, data, replaces, author and seal.
        authority: asked for only if there is something that a lead alone may write.
    """
    by_record: dict[UUID, list[Any]] = {record_id: [] for record_id in record_ids}
    doubted = set()
    for row in rows:
        by_record[row.record_id].append(row)
        if row.op == "erase" or leads_fields(kind, row.data):
            doubted.add(row.record_id)
    return {
        record_id: _weighed(kind, mine, authority) if record_id in doubted else Judged([_entry(each) for each in mine])
        for record_id, mine in by_record.items()
    }


def _weighed(kind: str, rows: list[Any], authority: Callable[[], Authority]) -> Judged:
    entries: list[Entry] = []
    tried: dict[str, str] = {}
    passed: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for row in _one_of_each(kind, rows, authority):
        if row.op == "erase":
            # A husk without a seal bears the name of whoever wrote what it was.
            tried[""] = _words(row.author if row.seal else "", "erase")
            continue
        fields = leads_fields(kind, row.data)
        if not fields or (row.seal and authority().leads(signer_of(row.seal), row.cid)):
            entries.append(_entry(row))
            continue
        for name in fields:
            tried["" if kind in STATEMENTS else name] = _words(row.author, _what(kind, name, row.data))
            passed[name][row.cid] = row.replaces.get(name, [])
        rest = {name: cids for name, cids in row.replaces.items() if name not in fields}
        if kind not in STATEMENTS and (rest or not row.replaces):
            entries.append(Entry(row.cid, {n: v for n, v in row.data.items() if n not in fields}, rest))
    if not entries and kind not in STATEMENTS:
        # Nothing of it is here that an erasure could have been tried on.
        tried = {}
    return Judged([_bridged(each, passed) for each in entries] if passed else entries, tried)


def _one_of_each(kind: str, rows: list[Any], authority: Callable[[], Authority]) -> list[Any]:
    """By id; of several that say to be one change (`absorb.set_apart`) the one that most can be said for."""

    def order(row: Any) -> tuple[str, int, bool, str, str]:
        if row.seal:
            rank = 3 if authority().leads(signer_of(row.seal), row.cid) else 1
        else:
            # What nothing proves may be here and not elsewhere, so it counts only where there is nothing else.
            rank = 0 if is_leads(row.op, kind, row.data) else 2
        # Of what has no effect, words are kept rather than none.
        words = row.op == "put"
        return row.cid, rank, words, row.seal, json.dumps([row.op, row.data, row.replaces], sort_keys=True)

    if len({row.cid for row in rows}) == len(rows):
        return sorted(rows, key=lambda row: str(row.cid))
    return list({row.cid: row for row in sorted(rows, key=order)}.values())


def _entry(row: Any) -> Entry:
    return Entry(row.cid, row.data, row.replaces)


def _what(kind: str, field: str, data: Mapping[str, Any]) -> str:
    if kind in STATEMENTS:
        return kind
    return field if field in TRIED else str(data[field])


def _bridged(entry: Entry, passed: Passed) -> Entry:
    replaces = {name: _through(cids, passed[name]) if name in passed else cids for name, cids in entry.replaces.items()}
    return entry._replace(replaces=replaces)


def _through(cids: Iterable[str], passed: Mapping[str, list[str]]) -> list[str]:
    found: dict[str, None] = {}
    ahead = list(cids)
    while ahead:
        cid = ahead.pop()
        if cid not in found:
            found[cid] = None
            ahead += passed.get(cid, [])
    return sorted(found)


def _words(author: str, what: str) -> str:
    return TRIED[what].format(who=visible(author) or SOMEBODY)
