"""Release a report: freeze what it says, prove it by a hash, and take it back when somebody withdraws (`design.md` §5).

An edition keeps its two files in the store, so that it prints byte for byte the same for ever, whatever is written
later and whichever version of the program prints it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from uuid import UUID

from shadow_app.domain.errors import NotFound, Refused, StoreDamaged
from shadow_app.domain.language import Labels, mark, say
from shadow_app.domain.organisation import BusinessUnit, Site
from shadow_app.domain.record import TEAM
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ReportKind
from shadow_app.reports.imprint import Imprint
from shadow_app.reports.parts import ReportState
from shadow_app.reports.titles import title as title_of
from shadow_app.storage import listings
from shadow_app.storage.ground import last_change, visits_made
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.desk_duties import without_successor
from shadow_app.usecases.report_kinds import make
from shadow_app.usecases.reporting import Reporting
from shadow_app.usecases.review_gate import Obstacle, Why, not_ready
from shadow_app.usecases.withdrawal import void, withdrawals

_TRIES = 3


class Releasing:
    """The verbs of releasing, over `Reporting`, which makes the reports."""

    def __init__(self, store: Store, reporting: Reporting) -> None:
        self._store = store
        self._reporting = reporting

    def obstacles(self, kind: ReportKind, subject_id: UUID = TEAM) -> tuple[Obstacle, ...]:
        """What nobody has reviewed yet, or still names somebody, in the notes that the report rests on."""
        with self._store.reading() as read:
            return not_ready(read, visits_behind(read, kind, subject_id))

    def editions(self, kind: ReportKind | None = None, subject_id: UUID | None = None) -> list[Edition]:
        """What was released, newest first."""
        with self._store.reading() as read:
            found = read.where(Edition)
        wanted = [each for each in found if kind in (None, each.report_kind) and subject_id in (None, each.subject_id)]
        return sorted(wanted, key=lambda each: each.released_at, reverse=True)

    def due(self) -> list[Edition]:
        """Editions that lost their content and that no later edition stands for yet."""
        return without_successor(self.editions())

    def release(
        self,
        kind: ReportKind,
        subject_id: UUID = TEAM,
        *,
        title: str = "",
        keep_going: Callable[[], bool] | None = None,
    ) -> Edition:
        """Freeze the report as it stands now.

        Args:
            kind: which report.
            subject_id: its visit, unit, site or programme; TEAM for all.
            title: what it is called in the list of editions; its kind and subject if left out.
            keep_going: asked while pages are laid out.

        Raises:
            Refused: nobody is named who releases it, something in it is not reviewed yet, still names somebody, or is
                being written right now.
            NotFound: there is nothing of that kind with this id.
            Stopped: `keep_going` said no.
        """
        if not self._store.author.strip():
            raise Refused(
                say(
                    "Whoever releases a report stands for it by name: say yours in Settings → Me, or with "
                    "`shadow-app init --name NAME`, and release again."
                )
            )
        for _ in range(_TRIES):
            edition = self._attempt(kind, subject_id, title, keep_going)
            if edition is not None:
                return edition
        raise Refused(say("Somebody is writing to the store just now, so the report would be old already; try again."))

    def content(self, edition_id: UUID, suffix: str = ".pdf") -> bytes:
        """The released file, as it was given away.

        Raises:
            NotFound: there is no such edition.
            Refused: its content was withdrawn, or there is no such kind of file.
            StoreDamaged: what is kept is not what was released.
        """
        with self._store.reading() as read:
            edition = read.get(Edition, edition_id)
            if edition.withdrawn_at is not None:
                raise Refused(
                    say(
                        "The content of “{title}”, edition {number}, was withdrawn on {withdrawn_at} "
                        "({withdrawn_why}); release a new edition instead.",
                        title=edition.title,
                        number=edition.number,
                        withdrawn_at=day_in_words(edition.withdrawn_at),
                        withdrawn_why=say(edition.withdrawn_why),
                    )
                )
            wanted = {".pdf": edition.pdf_sha256, ".md": edition.content_sha256}.get(suffix.lower())
            if wanted is None:
                raise Refused(say("Editions are kept as .pdf and .md, not as “{suffix}”.", suffix=suffix))
            data = listings.picture_bytes(read, wanted)
        if data is None or hashlib.sha256(data).hexdigest() != wanted:
            raise StoreDamaged(
                say("The content of “{title}” is not what was released; look into a backup.", title=edition.title)
            )
        return data

    def withdraw(self, edition_id: UUID, why: str) -> Edition:
        """Take the content of an edition by hand.

        Raises:
            Refused: no reason is given, or it is gone already.
        """
        if not why.strip():
            raise Refused(say("Say in a few words why the report is withdrawn; whoever holds a copy will ask."))
        with self._store.work("Report withdrawn") as work:
            edition = work.get(Edition, edition_id)
            if edition.withdrawn_at is not None:
                raise Refused(
                    say(
                        "“{title}”, edition {number}, has been withdrawn already.",
                        title=edition.title,
                        number=edition.number,
                    )
                )
            gone = void(work, edition, " ".join(why.split()))
            work.commit()
        return gone

    def _attempt(
        self, kind: ReportKind, subject_id: UUID, title: str, keep_going: Callable[[], bool] | None
    ) -> Edition | None:
        """One try; None where something was written meanwhile."""
        with self._store.reading() as read:
            seen = last_change(read)
            visit_ids = visits_behind(read, kind, subject_id)
            refuse_unready(read, not_ready(read, visit_ids))
            earlier = read.where(Edition, report_kind=kind, subject_id=subject_id)
            refused = withdrawals(read, visit_ids)
        report = replace(make(self._reporting, kind, subject_id), state=ReportState.RELEASED)
        said = self._reporting.printed(report, ".md").content
        now = datetime.now(timezone.utc)
        edition = Edition(
            report_kind=kind,
            subject_id=subject_id,
            number=max((each.number for each in earlier), default=0) + 1,
            title=title.strip() or title_of(report),
            released_at=now,
            released_by=self._store.author,
            content_sha256=hashlib.sha256(said).hexdigest(),
            pdf_sha256="",
            visit_ids=tuple(visit_ids),
            known_withdrawals=tuple(sorted(refused)),
            replaces_id=earlier[-1].id if earlier else None,
        )
        imprint = Imprint(edition.number, now, edition.released_by, edition.content_sha256, _stands_for(earlier))
        page = self._reporting.printed(report, ".pdf", keep_going, imprint).content
        edition = edition.edited(pdf_sha256=hashlib.sha256(page).hexdigest())
        with self._store.work("Report released") as work:
            if last_change(work) != seen:
                return None
            work.put_blob(edition.content_sha256, said)
            work.put_blob(edition.pdf_sha256, page)
            work.put(edition)
            work.commit()
        return edition


def visits_behind(read: Reader, kind: ReportKind, subject_id: UUID) -> list[UUID]:
    """The visits whose notes a report is made of.

    Raises:
        NotFound: there is nothing of that kind with this id.
    """
    match kind:
        case ReportKind.VISIT:
            return [read.get(Visit, subject_id).id]
        case ReportKind.RELEASE:
            visit = read.get(Visit, subject_id)
            made = visits_made(read, None)
            same = [each for each in made if (each.site_id, each.role_id) == (visit.site_id, visit.role_id)]
            return [each.id for each in same]
        case ReportKind.YOU_SAID:
            read.get(Site, subject_id)
            return [each.id for each in visits_made(read, None) if each.site_id == subject_id]
        case ReportKind.DESK if read.find(Site, subject_id) is not None:
            return [each.id for each in visits_made(read, None) if each.site_id == subject_id]
        case ReportKind.UNIT | ReportKind.PRIORITIES | ReportKind.DESK if subject_id != TEAM:
            read.get(BusinessUnit, subject_id)
            return [each.id for each in visits_made(read, subject_id)]
        case ReportKind.UNIT:
            raise NotFound(say("A report on a business unit needs the unit; choose one."))
        case _:
            return [each.id for each in visits_made(read, None)]


_IN_THE_WAY = Labels(
    {
        Why.DRAFT: mark("not handed in by the author"),
        Why.READY: mark("not reviewed"),
        Why.HAS_QUESTIONS: mark("waiting for an answer"),
        Why.CHANGED: mark("changed after the review"),
        Why.PERSONAL: mark("naming somebody"),
    }
)


def refuse_unready(read: Reader, obstacles: Sequence[Obstacle]) -> None:
    """One sentence about all that is in the way.

    Raises:
        Refused: something is.
    """
    if not obstacles:
        return
    numbers = sorted({read.recall(Visit, each.visit_id).number for each in obstacles})
    shown = ", ".join(numbers[:3]) + (say(" and {numbers} more", numbers=len(numbers) - 3) if len(numbers) > 3 else "")
    counted = Counter(each.why for each in obstacles)
    told = ", ".join(f"{counted[why]:,} {words}" for why, words in _IN_THE_WAY.items() if counted[why])
    raise Refused(
        say(
            "Some notes are not ready to be released ({told}; visits {shown}): accept them, mask them or "
            "set them aside in Review, then release again.",
            told=told,
            shown=shown,
        )
    )


def _stands_for(earlier: Sequence[Edition]) -> str:
    if not earlier:
        return ""
    last = earlier[-1]
    if last.withdrawn_at is None:
        return say(
            "Replaces edition {number} of {released_at}.",
            number=last.number,
            released_at=day_in_words(last.released_at),
        )
    return say(
        "Replaces edition {number} of {released_at}, whose content was withdrawn.",
        number=last.number,
        released_at=day_in_words(last.released_at),
    )
