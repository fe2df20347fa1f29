"""Full-text search and similar notes, over the FTS5 index."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import TextClause, bindparam, text

from shadow_app.insight.similar import SHORTEST_PREFIX, Hit, best_first, fts_query, rarest_words
from shadow_app.storage.repository import Reader

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_INDEXED = 3
_CANDIDATES = 24

_FOUND = text("""
    SELECT rowid FROM note_search WHERE note_search MATCH :query AND rowid < :before ORDER BY rowid DESC LIMIT :limit
""")
_LIKE_THIS = text("""
    SELECT rowid, rank FROM note_search WHERE note_search MATCH :query ORDER BY rank LIMIT :limit
""")
_TAGGED = text("""
    SELECT o."row", t.service_id FROM service_tag t JOIN observation o ON o.id = t.observation_id
    WHERE t.removed = 0 AND o."row" IN :rows
""").bindparams(bindparam("rows", expanding=True))
_WITH_SERVICE = text("SELECT count(*) FROM service_tag WHERE service_id = :service AND removed = 0")
_NOTES = text("SELECT count(*) FROM note_search")
_STARTING = text("SELECT total(doc) FROM note_words WHERE term >= :first AND term < :last")
_EXACTLY = text("SELECT total(doc) FROM note_words WHERE term = :term")


def match_query(words: str) -> str:
    """What a person typed, as an FTS5 query: every word must occur; from three letters on, as the start of one."""
    parts = _WORD.findall(words)
    return " ".join(f'"{part}"*' if len(part) >= _SHORTEST_INDEXED else f'"{part}"' for part in parts)


def find_notes(read: Reader, words: str, limit: int = 50, before: int = 2**62) -> list[int]:
    """Private row numbers of notes that hold all the words, last written first.

    Args:
        read: a consistent view of the store.
        words: as typed; signs are ignored.
        limit: the length of a page.
        before: the last row number of the page before.
    """
    query = match_query(words)
    if not query:
        return []
    return list(read.connection.scalars(_FOUND, {"query": query, "before": before, "limit": limit}))


def similar_notes(
    read: Reader, words: str, service_ids: Collection[UUID] = (), leave_out: Collection[int] = (), limit: int = 3
) -> list[int]:
    """Private row numbers of the notes that share this note's rarest words, most alike first (`tagging.md` §3).

    Args:
        read: a consistent view of the store.
        words: the note's text.
        service_ids: its confirmed services; a note that has one of them too stands higher.
        leave_out: rows that must not be shown, such as the note itself.
        limit: how many to return.
    """
    query = fts_query(rarest_words(words, lambda probes: {probe: _frequency(read, probe) for probe in probes}))
    if not query:
        return []
    found = {
        row[0]: row[1]
        for row in read.connection.execute(_LIKE_THIS, {"query": query, "limit": _CANDIDATES + len(leave_out)})
    }
    services = defaultdict(set)
    for row, service_id in read.connection.execute(_TAGGED, {"rows": list(found)}):
        services[row].add(UUID(bytes=service_id))
    hits = [Hit(row, rank, frozenset(services[row])) for row, rank in found.items()]
    own = {each: _count(read, _WITH_SERVICE, service=each.bytes) for each in service_ids}
    return [hit.key for hit in best_first(hits, own, _count(read, _NOTES), leave_out, limit)]


def _frequency(read: Reader, probe: str) -> int:
    if len(probe) < SHORTEST_PREFIX:
        return _count(read, _EXACTLY, term=probe)
    return _count(read, _STARTING, first=probe, last=probe + "\U0010ffff")


def _count(read: Reader, question: TextClause, **values: object) -> int:
    return int(read.connection.execute(question, values).scalar_one())
