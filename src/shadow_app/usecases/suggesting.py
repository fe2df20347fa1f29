"""Which service is a note about, and what was noted like it before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from uuid import UUID

from pydantic import BaseModel

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.service import Service
from shadow_app.insight.confidence import fit
from shadow_app.insight.kept_counts import KeptCounts
from shadow_app.insight.suggest import Confidence, Suggestion, Suggestions
from shadow_app.insight.words import FEATURES_VERSION, features
from shadow_app.storage import learning, listings
from shadow_app.storage.search import similar_notes
from shadow_app.storage.store import Store
from shadow_app.storage.trust import fact_of

_CONFIDENCE = "suggest.confidence"
_FEATURES = "suggest.features"
REFIT_EVERY = 100
"""Corrections, or a tenth of what is known where that is more: of 30,000 a fit takes 45 s of the processor."""
SHOWN = 3


class Fitted(BaseModel):
    """What `insight/confidence.fit` found, and of how many corrections."""

    temperature: float
    prefill_at: float | None
    corrections: int


class Suggesting:
    """What is suggested, kept in step with the store.

    `suggest`, `similar` and `reload` belong to the reading thread, `learn` may run on another: what it has learnt is
    told through a queue, and read again from the store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._suggestions: tuple[Suggestions, KeptCounts] | None = None
        self._lessons: SimpleQueue[learning.Lesson] = SimpleQueue()

    def reload(self) -> None:
        """Read the catalogue and what was learnt anew: at start, and after the catalogue was edited."""
        self._recount_if_need_be()
        with self._store.reading() as read:
            services = read.where(Service)
            totals = learning.totals(read)
        kept = KeptCounts(_Learnt(self._store), totals)
        self._suggestions = Suggestions(services, kept, self._confidence()), kept

    def suggest(self, text: str, k: int = SHOWN) -> tuple[Suggestion, ...]:
        """The likeliest services for a text, best first, with the words that decided."""
        return self._ready().suggest(text, k)

    def sure(self, found: Sequence[Suggestion]) -> UUID | None:
        """The service of the first of these, if of five suggestions as sure as this four were right."""
        if found and self._ready().confidence.prefills(found[0].probability):
            return found[0].service_id
        return None

    def learn(self) -> int:
        """Count the tags that were confirmed or taken back since the last time; returns how many."""
        taken = 0
        while True:
            with self._store.maintaining() as write:
                lessons = learning.catch_up(write)
                more = learning.waiting(write)
            for lesson in lessons:
                self._lessons.put(lesson)
            taken += len(lessons)
            if not more:
                return taken

    def fitted(self, keep_going: Callable[[], bool] = lambda: True) -> Fitted | None:
        """How sure suggestions may sound, from the team's own corrections, once enough new ones have come.

        Takes seconds, on a connection and a thread of its own; `use` puts it to use.

        Returns:
            None where it is not due, or was stopped.
        """
        with self._store.looking() as read:
            told = fact_of(read.connection, _CONFIDENCE)
            known = Fitted.model_validate_json(told) if told else None
            before = known.corrections if known else 0
            if sum(learning.notes_learnt(read).values()) < before + max(REFIT_EVERY, before // 10):
                return None
            pairs = learning.lessons_learnt(read)
            services = read.where(Service)
        confidence = fit(pairs, services, keep_going)
        if confidence is None:
            return None
        return Fitted(temperature=confidence.temperature, prefill_at=confidence.prefill_at, corrections=len(pairs))

    def use(self, fitted: Fitted) -> None:
        """From the next `reload` on, suggestions are as sure as this.

        Raises:
            StoreTrouble: the disk says no.
        """
        self._store.remember(_CONFIDENCE, fitted.model_dump_json())

    def similar(self, text: str, service_ids: Sequence[UUID] = (), not_this: UUID | None = None) -> list[TimelineNote]:
        """Up to three earlier notes that share this one's rarest words: a quiet list, never merged by itself."""
        with self._store.reading() as read:
            own = () if not_this is None else listings.rows_of(read, (not_this,))
            return listings.notes_by_row(read, similar_notes(read, text, service_ids, own, SHOWN))

    def _ready(self) -> Suggestions:
        if self._suggestions is None:
            self.reload()
        assert self._suggestions is not None
        suggestions, kept = self._suggestions
        touched: set[str] = set()
        with suppress(Empty):
            while True:
                touched.update(features(self._lessons.get_nowait().text))
        if touched:
            with self._store.reading() as read:
                totals = learning.totals(read)
            kept.renew(touched, totals)
            suggestions.renew(touched)
        return suggestions

    def _recount_if_need_be(self) -> None:
        """A newer version may count a text differently; then what is stored means nothing any more."""
        if self._store.fact(_FEATURES) == str(FEATURES_VERSION):
            return
        with self._store.maintaining() as write:
            learning.recount(write)
        self._store.remember(_FEATURES, str(FEATURES_VERSION))

    def _confidence(self) -> Confidence:
        told = self._store.fact(_CONFIDENCE)
        if not told:
            return Confidence()
        fitted = Fitted.model_validate_json(told)
        return Confidence(fitted.temperature, fitted.prefill_at)


class _Learnt:
    """What was learnt, read from the store on the thread that suggests."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def counts(self, wanted: Collection[str]) -> Iterable[tuple[str, UUID, int]]:
        with self._store.reading() as read:
            return list(learning.counts(read, wanted))

    def known(self, wanted: Collection[str]) -> set[str]:
        with self._store.reading() as read:
            return learning.known(read, wanted)
