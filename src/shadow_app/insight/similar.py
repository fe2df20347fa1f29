"""Which earlier notes look like this one: what to ask of the full-text index, and how to order its answer.

The index finds (FTS5, BM25); this says which words are worth asking for (`tagging.md` §3). On bug trackers a list of
three held the true twin of 44 to 69 % of the notes that had one, but few notes have one: so it is a quiet list, and
nothing is ever linked or merged by itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from shadow_app.insight.words import telling, words

BUDGET = 2_000
"""Rows that one question may make the index read (`tagging.md` §3: 4.7 instead of 23 ms in 100,000 notes)."""

SHORTEST_PREFIX = 4
"""Shorter words are asked for whole: three letters begin too many others."""

_LEAST_RARITY = 1e-6


class Hit(NamedTuple):
    """One found note: its key in the index, the index's `rank` (minus BM25: the lower the better), its services."""

    key: int
    rank: float
    service_ids: frozenset[UUID]


def rarest_words(
    text: str, document_frequency: Callable[[Sequence[str]], Mapping[str, int]], budget: int = BUDGET
) -> tuple[str, ...]:
    """The rarest words of a note, lightly stemmed, rarest first, as many as the budget pays for.

    Args:
        text: the note.
        document_frequency: gives, for words as `fts_query` would ask for them, how many notes have each. It may stop
            counting beyond the budget, and may leave out what no note has.
        budget: how many rows the index may read in all. The rarest word is asked for even if it alone costs more.
    """
    probes = list(dict.fromkeys(_probe(word.stem, word.folded) for word in telling(words(text))))
    frequency = document_frequency(probes) if probes else {}
    chosen: list[str] = []
    read = 0
    for probe in sorted((probe for probe in probes if frequency.get(probe)), key=frequency.__getitem__):
        read += frequency[probe]
        if chosen and read > budget:
            break
        chosen.append(probe)
    return tuple(chosen)


def fts_query(probes: Iterable[str]) -> str:
    """The FTS5 question "any of these words"; empty for no words, and then nothing must be asked.

    Every word is quoted, so that no word can be taken for an operator. Words of four letters or more also find longer
    words that begin with them.
    """
    return " OR ".join(_quoted(probe) for probe in probes)


def rarity(notes_with: int, notes: int) -> float:
    """How much a shared trait says, as BM25 weighs a word: log((N - n + 0.5) / (n + 0.5)), never below nought."""
    return max(math.log((notes - min(notes_with, notes) + 0.5) / (notes_with + 0.5)), _LEAST_RARITY)


def best_first(
    hits: Iterable[Hit], own: Mapping[UUID, int], notes: int, leave_out: Collection[int] = (), k: int = 3
) -> tuple[Hit, ...]:
    """The `k` notes that look most like this one.

    A confirmed service that both notes have counts like one more shared word, as rare as the service is among the
    notes: sharing the service that half of all notes have says little, sharing a rare one says much.

    Args:
        hits: what the index found, each with its confirmed services.
        own: the confirmed services of the note itself → how many notes have them.
        notes: how many notes there are.
        leave_out: keys that must not be shown, such as the note itself.
        k: how many to return.
    """
    bonus = {service_id: rarity(notes_with, notes) for service_id, notes_with in own.items()}

    def standing(hit: Hit) -> tuple[float, int]:
        shared = max((bonus[each] for each in hit.service_ids if each in bonus), default=0.0)
        return hit.rank - shared, hit.key

    return tuple(sorted((hit for hit in hits if hit.key not in leave_out), key=standing)[:k])


def _probe(stem: str, folded: str) -> str:
    return stem if len(stem) >= SHORTEST_PREFIX else folded


def _quoted(probe: str) -> str:
    escaped = probe.replace("\0", " ").replace('"', '""')
    return f'"{escaped}"*' if len(probe) >= SHORTEST_PREFIX else f'"{escaped}"'
