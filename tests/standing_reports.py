"""A released report that rests on a visit, and which of them still have their content."""

from __future__ import annotations

from datetime import datetime, timezone

from factories import put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ReportKind


def released(shadow: Shadow, visit: Visit) -> None:
    edition = Edition(
        report_kind=ReportKind.VISIT,
        subject_id=visit.id,
        title="A day at Harbour",
        released_at=datetime(2026, 11, 20, tzinfo=timezone.utc),
        content_sha256="0" * 64,
        pdf_sha256="0" * 64,
        visit_ids=(visit.id,),
    )
    put(shadow.store, edition)


def standing(shadow: Shadow) -> list[str]:
    with shadow.store.reading() as read:
        return [each.title for each in read.where(Edition) if each.withdrawn_at is None]
