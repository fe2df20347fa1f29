"""The line that is being typed, kept while it is typed: a battery that dies takes seconds of it, and not all."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ValidationError

from shadow_app.storage.half_written import LINE
from shadow_app.storage.store import Store
from shadow_app.usecases.typed import fit_for_the_disk


class UnsavedLine(BaseModel, frozen=True):
    """What stood in the line, and where.

    Attributes:
        line: the words as they were typed.
        visit_id: the visit whose line it was; None where there was none.
        begun: when the first key was pressed, aware.
    """

    line: str = ""
    visit_id: UUID | None = None
    begun: datetime | None = None


class Unsaved:
    """One line; a later one takes its place. A fact of this copy of the store, so it never travels."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, unsaved: UnsavedLine) -> None:
        """Put it on the disk.

        Raises:
            StoreTrouble: the disk says no.
        """
        fit = unsaved.model_copy(update={"line": fit_for_the_disk(unsaved.line)})
        self._store.remember(LINE, fit.model_dump_json())

    def kept(self) -> UnsavedLine:
        """The line; one without words where nothing was being typed, or where nobody can read what is there."""
        try:
            return UnsavedLine.model_validate_json(self._store.fact(LINE) or "{}")
        except ValidationError:
            return UnsavedLine()

    def forget(self) -> None:
        """It was saved, or given up."""
        if self._store.fact(LINE):
            self._store.remember(LINE, "")
