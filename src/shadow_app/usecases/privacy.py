"""The verbs of privacy: erase, let go what is past its time, hand over what is held, say what is recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from shadow_app.domain.cover import Cover
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.observation import Attachment
from shadow_app.domain.paper import Paper, asked, printing_on
from shadow_app.domain.people import Host
from shadow_app.reports.leaflet import Leaflet, markdown
from shadow_app.storage import holdings, host_keys, listings
from shadow_app.storage.store import Store
from shadow_app.usecases import erasing, forgetting, held, redacting, retention, withdrawn
from shadow_app.usecases.backing_up import Backups
from shadow_app.usecases.days import today as this_day
from shadow_app.usecases.erasing import Going
from shadow_app.usecases.receipts import Receipt, page, receipts
from shadow_app.usecases.retention import LetGo, PastTime
from shadow_app.usecases.statement import statement
from shadow_app.usecases.suggesting import Suggesting
from shadow_app.usecases.writing import write_whole


@dataclass(frozen=True)
class HostLine:
    """A host as the list shows them: the pseudonym, the visit, and the name where this computer knows it."""

    host_id: UUID
    visit_id: UUID
    number: str
    on: date
    site: str
    pseudonym: str
    name: str
    withdrawn: bool
    """Whether something that the host took back is hidden and not erased yet."""


class Privacy:
    """What a host, a works council or the lead may ask for (`domain.md` §2.4)."""

    def __init__(self, store: Store, suggesting: Suggesting, paper: Callable[[], Paper] = lambda: "locale") -> None:
        """`paper` says what pages are printed on where nobody asks for another one (`domain/paper.py`)."""
        self._paper = paper
        self._store = store
        self._suggesting = suggesting

    def hosts(self) -> list[HostLine]:
        """Who was visited, the latest visit first. No figure stands beside a person."""
        with self._store.reading() as read:
            names = host_keys.names(read)
            hosts = read.where(Host)
            taken_back = listings.withdrawn_on(read, {each.visit_id for each in hosts})
            found = []
            for host in hosts:
                card = listings.visit_card(read, host.visit_id)
                if card is not None:
                    day = card.visit.local_start.date()
                    left = host.visit_id in taken_back and bool(withdrawn.withdrawn_records(read, host.visit_id))
                    line = (host.id, host.visit_id, card.visit.number, day, card.site, host.pseudonym)
                    found.append(HostLine(*line, names.get(host.id, ""), left))
        return sorted(found, key=lambda each: (each.on, each.number), reverse=True)

    def named_on(self, visit_id: UUID) -> tuple[tuple[str, str], ...]:
        """The hosts of a visit whose names this computer knows, each as (name, pseudonym)."""
        with self._store.reading() as read:
            names = host_keys.names(read)
            hosts = read.where(Host, visit_id=visit_id)
        return tuple((names[each.id], each.pseudonym) for each in hosts if names.get(each.id))

    def texts_naming(self, host_id: UUID) -> int:
        """How many texts of the visit still say the host's name, and are printed with it once it is forgotten.

        Raises:
            NotFound: there is no such host.
        """
        with self._store.reading() as read:
            return forgetting.texts_naming(read, host_id)

    def forget_name(self, host_id: UUID) -> None:
        """Take a host's name off the key list; the pseudonym stays. See `texts_naming` first."""
        with self._store.maintaining() as write:
            host_keys.forget(write, [host_id])
        self._store.taken_back.follow()
        self._leave_no_trace()

    def visit_named(self, word: str) -> UUID:
        """The visit with this number or id, also when it was removed from the lists.

        Raises:
            NotFound: there is none.
        """
        return erasing.visit_numbered(self._store, word)

    def visit_going(self, visit_id: UUID) -> Going:
        """What erasing a visit would take. Nothing is touched.

        Raises:
            NotFound: there is no such visit.
        """
        with self._store.reading() as read:
            return erasing.going(read, [visit_id])

    def person_going(self, host_id: UUID) -> Going:
        """What erasing everything about a host would take. Nothing is touched.

        Raises:
            NotFound: there is no such host.
        """
        with self._store.reading() as read:
            asked = erasing.person(read, host_id)
            return erasing.going(read, asked.visit_ids, asked)

    def erase_visit(self, visit_id: UUID) -> list[Receipt]:
        """Erase a visit here and wherever the log travels; returns the receipt.

        Raises:
            NotFound: there is no such visit.
            Refused: this laptop may not erase.
        """
        return self._receipts(erasing.erase_visits(self._store, [visit_id], erasing.ASKED_FOR))

    def erase_person(self, host_id: UUID) -> list[Receipt]:
        """Erase everything about a host: every visit they hosted, and the contacts of the same name.

        Raises:
            NotFound: there is no such host.
            Refused: this laptop may not erase.
        """
        return self._receipts(erasing.erase_person(self._store, host_id))

    def withdrawn_going(self, visit_id: UUID) -> int:
        """How many notes and photos `erase_withdrawn` would take. Nothing is touched."""
        with self._store.reading() as read:
            return len(withdrawn.withdrawn_records(read, visit_id))

    def erase_withdrawn(self, visit_id: UUID) -> int:
        """Erase what the host of a visit took back, with a receipt; returns how many notes and photos.

        Raises:
            Refused: nothing was taken back, or this laptop may not erase.
        """
        with self._store.work("Erased") as work:
            count = withdrawn.erase_withdrawn(work, visit_id)
            if not count:
                raise Refused(
                    say("The host of this visit has taken nothing back that is still here; nothing was erased.")
                )
            work.commit()
        self._leave_no_trace()
        return count

    @staticmethod
    def covered(data: bytes, covers: Sequence[Cover]) -> bytes:
        """A photo that is not kept yet, blacked out.

        Raises:
            PictureTrouble: it is no picture that can be taken.
        """
        return redacting.covered(data, covers)

    def black_out(self, attachment_id: UUID, covers: Sequence[Cover]) -> Attachment:
        """Black out a photo that is kept; see `redacting.black_out` for what a laptop does that may not erase.

        Raises:
            Refused: nothing is covered.
            NotFound: the photo is not there any more, or its content has not arrived yet.
        """
        return redacting.black_out(self._store, attachment_id, covers)

    def covered_waiting(self) -> int:
        """How many photos were blacked out by those who may not erase, and wait for a lead to erase their pixels."""
        with self._store.reading() as read:
            return len(redacting.waiting(read))

    def erase_covered(self) -> int:
        """Erase them; how many there were.

        Raises:
            Refused: this laptop may not erase.
        """
        return redacting.erase_waiting(self._store)

    def months_kept(self) -> int:
        """How many months this store keeps what was noted on a visit."""
        return retention.months_kept(self._store)

    def keep_for(self, months: int) -> None:
        """Set it.

        Raises:
            Refused: it is less than a month or more than ten years.
        """
        retention.keep_for(self._store, months)

    def past_time(self, today: date | None = None) -> PastTime:
        """What is past its time, and what letting it go would take. Nothing is touched."""
        return retention.past_time(self._store, today or this_day())

    def let_go(self, seen: PastTime) -> LetGo:
        """Let go what was looked at: one erasure and one receipt per visit.

        Raises:
            Refused: this laptop may not erase.
        """
        done = retention.let_go(self._store, seen)
        self._leave_no_trace()
        return done

    def receipts(self) -> list[Receipt]:
        """What was erased here, the newest first, and how far it has got."""
        with self._store.reading() as read:
            return receipts(read)

    def receipts_page(self, made_on: datetime, only: Sequence[UUID] = ()) -> Leaflet:
        """The receipts as one page: all, or only these."""
        aside = Backups(self._store).aside_words()
        return page([each for each in self.receipts() if not only or each.id in only], made_on, aside)

    def export_held(self, host_id: UUID, path: Path, made_at: datetime) -> held.Held:
        """Write everything that is held about a host into one zip file, whole or not at all.

        Raises:
            NotFound: there is no such host.
            Refused: the file's name does not end in `.zip`.
            Trouble: the disk says no.
        """
        if path.suffix.lower() != ".zip":
            raise Refused(
                say("What is held about a person is written as one .zip file, not as “{name}”.", name=path.name)
            )
        with self._store.reading() as read:
            found = held.held(read, host_id, made_at)
            with printing_on(asked() or self._paper()):
                data = held.as_zip(read, found)
        write_whole(path, data)
        return found

    def statement(self, made_on: datetime) -> Leaflet:
        """What Shadow records and what it never does, as it is true of this store."""
        return statement(self._store, made_on)

    def save(self, leaflet: Leaflet, path: Path) -> None:
        """Write a page as `.pdf` or `.md`, whole or not at all.

        Raises:
            Refused: it is neither.
            Trouble: the disk says no.
        """
        match path.suffix.lower():
            case ".pdf":
                # ReportLab is imported when something is printed, so that the window opens sooner.
                from shadow_app.reports.leaflet_pdf import render

                with printing_on(asked() or self._paper()):
                    page = render(leaflet).pdf
                write_whole(path, page)
            case ".md":
                write_whole(path, markdown(leaflet).encode())
            case suffix:
                raise Refused(say("Pages are written as .pdf or .md, not as “{suffix}”.", suffix=suffix or path.name))

    def _receipts(self, ids: Sequence[UUID]) -> list[Receipt]:
        self._leave_no_trace()
        return [each for each in self.receipts() if each.id in ids]

    def _leave_no_trace(self) -> None:
        # The suggester's counts hold the words of a note until they are taken back.
        self._suggesting.learn()
        holdings.leave_no_trace(self._store)
