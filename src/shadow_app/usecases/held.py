"""Everything held about one host, to be handed to them: pages to print, the same to copy, JSON, photos, recordings."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.language import mark, say
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.organisation import Role, Site
from shadow_app.domain.people import Host
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.record import Record
from shadow_app.domain.released import Edition
from shadow_app.domain.service import Service
from shadow_app.domain.telling import Contact, Conversation
from shadow_app.domain.visit import Activity, ConsentRecord, GuideAnswer, Visit
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.domain.voice import seconds_of
from shadow_app.insight.privacy import SHOWN, findings, masked
from shadow_app.reports.leaflet import Leaflet, Section, markdown
from shadow_app.reports.parts import Photo
from shadow_app.storage import contents
from shadow_app.storage.repository import Reader
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.erasing import Person, person
from shadow_app.usecases.masking import harmless_words

_OF_A_VISIT: tuple[type[Record], ...] = (
    *(ConsentRecord, GuideAnswer, Observation, Activity, ServiceTag, StatedImportance, Commitment, Attachment),
)
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The moment that zip files begin with: the file says by itself when it was made."""


@dataclass(frozen=True)
class Held:
    """What there is. `others`: notes that may name somebody else, to be looked at before it is handed over."""

    person: Person
    made_at: datetime
    records: dict[str, tuple[Record, ...]]
    """Kind → records, of the host's visits and contacts, also those that were removed from the lists."""
    editions: tuple[Edition, ...]
    """Released reports that rest on the visits."""
    photos: dict[str, bytes]
    """Hash → JPEG."""
    voices: dict[str, bytes]
    """Hash → WAV."""
    others: int

    def of(self, kind: type[Record]) -> tuple[Any, ...]:
        """The records of one kind."""
        return self.records.get(kind.kind_name, ())


def held(read: Reader, host_id: UUID, made_at: datetime) -> Held:
    """Gather it.

    Raises:
        NotFound: there is no such host.
    """
    asked = person(read, host_id)
    found: dict[str, list[Record]] = {}
    for visit_id in asked.visit_ids:
        _add(found, [read.recall(Visit, visit_id)])
        mine = [each for each in read.where(Host, visit_id=visit_id) if each.id in asked.host_ids]
        _add(found, mine)
        own = {"", *(each.pseudonym for each in mine)}
        for kind in _OF_A_VISIT:
            # What anybody else answered on the same visit, a colleague who was asked too, is not about this one.
            theirs = read.where(kind, removed=True, visit_id=visit_id)
            _add(found, [each for each in theirs if getattr(each, "respondent", "") in own])
    for contact_id in asked.contact_ids:
        _add(found, [read.recall(Contact, contact_id), *read.where(Conversation, removed=True, contact_id=contact_id)])
    attached = [each for each in found.get(Attachment.kind_name, []) if isinstance(each, Attachment)]
    known = harmless_words(read) | frozenset(asked.name.casefold().split())
    return Held(
        person=asked,
        made_at=made_at,
        records={kind: tuple(some) for kind, some in found.items()},
        editions=tuple(each for each in read.where(Edition) if set(each.visit_ids) & set(asked.visit_ids)),
        photos=_content(read, (each.sha256 for each in attached if not each.is_voice)),
        voices=_content(read, (each.sha256 for each in attached if each.is_voice)),
        others=sum(bool(findings(each.text, known)) for each in _notes(found)),
    )


def as_zip(read: Reader, what: Held) -> bytes:
    """One file: `held.pdf`, `.md` and `.json`, photos and recordings by number. Equal content gives equal bytes."""
    # ReportLab is imported when something is printed, so that the window opens sooner.
    from shadow_app.reports.leaflet_pdf import render

    out, page = io.BytesIO(), readable(read, what)
    names = {sha: f"photos/{number:03d}.jpg" for number, sha in enumerate(what.photos, 1)}
    names |= {sha: f"voices/{number:03d}.wav" for number, sha in enumerate(what.voices, 1)}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (
            ("held.pdf", render(page).pdf),
            ("held.md", markdown(page).encode()),
            ("held.json", json.dumps(_as_json(what, names), indent=2, ensure_ascii=False).encode()),
            *((names[sha], data) for sha, data in {**what.photos, **what.voices}.items()),
        ):
            file.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def readable(read: Reader, what: Held) -> Leaflet:
    """The same for people: plain words, no code and no ids; photos with their captions."""
    visits = [_visit(read, what, each) for each in what.of(Visit)]
    talks = [(_talk(each), each.next_step) for each in what.of(Conversation)]
    known = harmless_words(read) | frozenset(what.person.name.casefold().split())
    reports = [(_report(each), _standing(each, known)) for each in what.editions]
    contacts = [(", ".join(filter(None, (each.name, each.position, each.reach))), "") for each in what.of(Contact)]
    about = f"{what.person.pseudonym} ({what.person.name})" if what.person.name else what.person.pseudonym
    sections = (
        *visits,
        Section(say("As a contact"), lines=tuple(contacts)),
        Section(say("Talks"), lines=tuple(talks)),
        Section(say("Reports that rest on it"), lines=tuple(reports)),
    )
    captions = {each.sha256: each.caption for each in what.of(Attachment)}
    return Leaflet(
        kind=say("Everything held about a person"),
        title=say("Everything held about {about}", about=about),
        place=(say("Withdrawn words and photos are held until they are erased, so they stand here as well."),),
        facts=(
            (say("Made"), day_in_words(what.made_at)),
            (say("Visits"), str(len(visits))),
            (say("Photos"), str(len(what.photos))),
        ),
        made_on=what.made_at,
        foot=say("For the person whom it is about, and for nobody else."),
        sections=(),
        wide=tuple(each for each in sections if each.lines or each.lead),
        photos=tuple(Photo(data, captions[sha]) for sha, data in what.photos.items()),
    )


def _talk(each: Conversation) -> str:
    day = day_in_words(each.held_on)
    return say("{held_on}: asked “{asked}”, said “{said}”", held_on=day, asked=each.asked, said=each.said)


def _report(each: Edition) -> str:
    day = day_in_words(each.released_at)
    return say("{title}, edition {number} of {released_at}", title=each.title, number=each.number, released_at=day)


def _rated(read: Reader, rating: StatedImportance) -> str:
    return say(
        "{service}: importance {importance}, satisfaction {satisfaction}",
        service=read.recall(Service, rating.service_id).name,
        importance=rating.importance,
        satisfaction=rating.satisfaction,
    )


_AGREED = {
    ConsentSubject.NOTES: mark("Agreed to notes: {word}"),
    ConsentSubject.QUOTES: mark("Agreed to quotes: {word}"),
    ConsentSubject.PHOTOS: mark("Agreed to photos: {word}"),
}


def _visit(read: Reader, what: Held, visit: Visit) -> Section:
    def mine(kind: type[Record]) -> Iterable[Any]:
        return (each for each in what.of(kind) if each.visit_id == visit.id)

    lines = [
        (
            say(_AGREED[each.subject], word=say("yes") if each.given else say("no")),
            _since(each),
        )
        for each in mine(ConsentRecord)
    ]
    lines += [(f"{each.question}: {each.text}", "") for each in mine(GuideAnswer) if each.text]
    for note in mine(Observation):
        said = say("quote: “{quote}”", quote=note.quote) if note.quote else ""
        more = (
            said,
            note.consequence,
            note.interpretation,
            note.idea,
            say("removed from the lists") if note.removed else "",
        )
        lines.append((f"{note.local_time:%H:%M} {note.text}", " · ".join(filter(None, more))))
    lines += [(_rated(read, each), "") for each in mine(StatedImportance)]
    lines += [(say("Promised: {text_}", text_=each.text), "") for each in mine(Commitment)]
    lines += [(_attached(each), "") for each in mine(Attachment)]
    place, role = read.recall(Site, visit.site_id).name, read.recall(Role, visit.role_id).name
    lead = "\n".join(filter(None, (visit.focus, visit.headline, visit.summary)))
    return Section(f"{day_in_words(visit.local_start)}, {place}, {role}", lead, tuple(lines))


def _attached(what: Attachment) -> str:
    if what.is_voice:
        return say("Recording: {seconds:.0f|second|seconds}", seconds=seconds_of(what.byte_size))
    return say("Photo: {caption}", caption=what.caption or say("without a caption"))


def _content(read: Reader, hashes: Iterable[str]) -> dict[str, bytes]:
    found = ((sha, contents.read(read.connection, sha)) for sha in hashes)
    return {sha: data for sha, data in found if data is not None}


def _since(consent: ConsentRecord) -> str:
    return (
        say("taken back on {withdrawn_on}", withdrawn_on=day_in_words(consent.withdrawn_on))
        if consent.withdrawn_on
        else ""
    )


def _standing(edition: Edition, known: frozenset[str]) -> str:
    if edition.withdrawn_at is None:
        return ""
    # Somebody may have typed it, and named somebody else: this page is handed out.
    why = say(edition.withdrawn_why)
    why = masked(why, findings(why, known), SHOWN)
    return say(
        "lost its content on {withdrawn_at}: {withdrawn_why}",
        withdrawn_at=day_in_words(edition.withdrawn_at),
        withdrawn_why=why,
    )


def _as_json(what: Held, names: dict[str, str]) -> dict[str, Any]:
    return {
        "about": {"pseudonym": what.person.pseudonym, "name": what.person.name},
        "made_at": what.made_at.isoformat(),
        "records": {kind: [_row(each, names) for each in records] for kind, records in sorted(what.records.items())},
        "editions": [
            each.model_dump(mode="json", include={"title", "number", "released_at", "content_sha256", "withdrawn_at"})
            for each in what.editions
        ],
    }


def _row(record: Record, names: dict[str, str]) -> dict[str, Any]:
    # IT's own person is not whom this is about.
    row = record.model_dump(mode="json", exclude={"shadower_id"})
    if isinstance(record, Attachment):
        row["file"] = names.get(record.sha256, "")
    return row


def _notes(found: dict[str, list[Record]]) -> Iterable[Observation]:
    return (each for each in found.get(Observation.kind_name, ()) if isinstance(each, Observation))


def _add(found: dict[str, list[Record]], records: Iterable[Record]) -> None:
    for record in records:
        found.setdefault(record.kind_name, []).append(record)
