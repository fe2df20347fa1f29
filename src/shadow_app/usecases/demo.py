"""The demo: two fictional firms, typed through the real parser into a real store (`domain.md` §6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Host, Shadower
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.domain.vocabulary import ConsentSubject, VisitState
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.debriefing import Debriefing
from shadow_app.usecases.demo_desk import settle_desk
from shadow_app.usecases.demo_texts import DemoTexts
from shadow_app.usecases.importing import Importing
from shadow_app.usecases.planning import keep_host
from shadow_app.usecases.suggesting import Suggesting

LOCKED_ON = datetime(2026, 9, 1, 9, 0, tzinfo=timezone.utc)
LOCKED_BY = "Asha Verma"

Row = Mapping[str, str]


def fill_with_demo(store: Store) -> None:
    """Type the demo into an empty store, the way people would have."""
    _Demo(store).run()


class _Demo:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts = DemoTexts()
        self._capture = Capture(store)
        self._debriefing = Debriefing(store)
        self._visits: dict[str, Visit] = {}
        self._notes: dict[str, UUID] = {}
        """Note reference, such as "V01 07:12" → id."""

    def run(self) -> None:
        importing = Importing(self._store)
        importing.take(importing.sites(self._texts.table("sites.csv")), "Sites imported")
        importing.take(importing.catalogue(self._texts.table("catalogue.csv")), "Catalogue imported")
        with self._store.reading() as read:
            self._names = _Names(read)
        self._set_up()
        self._plan()
        self._type()
        self._photograph()
        self._debrief()
        self._close()
        settle_desk(self._store, self._texts.told("desk.toml"), self._texts.rows("tickets.csv"))
        Suggesting(self._store).learn()

    def _set_up(self) -> None:
        with self._store.work("Programme set up") as work:
            for row in self._texts.rows("people.csv"):
                work.put(Shadower(name=row["name"], team=row["team"], lead=row["lead"] == "yes"))
            for row in self._texts.rows("steps.csv"):
                needed = tuple(self._names.service(code) for code in row["services"].split("|"))
                unit = self._names.units[row["organisation"], row["unit"]]
                work.put(
                    BusinessStep(
                        unit_id=unit, name=row["step"], service_ids=needed, value_at_stake=row["value_at_stake"]
                    )
                )
            for ranking in work.where(AssumedRanking):
                work.put(ranking.edited(locked_at=LOCKED_ON, locked_by=LOCKED_BY))
            work.commit()

    def _plan(self) -> None:
        with self._store.work("Visits planned") as work:
            people = {each.name: each.id for each in work.where(Shadower)}
            for row in self._texts.rows("visits.csv"):
                visit = self._visit(row, people[row["shadower"]])
                self._visits[visit.number] = visit
                work.put(visit)
                name = row["host_name"]
                keep_host(work, Host(visit_id=visit.id, pseudonym=row["pseudonym"], role_id=visit.role_id, name=name))
                for consent in _consents(row, visit.id):
                    work.put(consent)
            work.commit()

    def _visit(self, row: Row, shadower_id: UUID) -> Visit:
        site = self._names.sites[row["site"]]
        given = ("visit_type", "exposure_hours", "participation", "typicality", "host_selection")
        told = ("shift", "focus", "safety", "agreement_ref", "release_ref")
        released_on = date.fromisoformat(row["released_on"]) if row["released_on"] else None
        return Visit(
            number=row["visit"],
            site_id=site.id,
            role_id=self._names.role(site, row["role"]),
            shadower_id=shadower_id,
            state=VisitState.LIVE,
            starts_at=_moment(row["date"], row["start"], row["utc_offset"]),
            ends_at=_moment(row["date"], row["end"], row["utc_offset"]),
            utc_offset=int(row["utc_offset"]),
            safety_confirmed=True,
            released_on=released_on,
            **{name: row[name] for name in (*given, *told)},
        )

    def _type(self) -> None:
        """Every line goes in as a person would have typed it, in the order of the day."""
        lines = [(row["visit"], row["time"], row["line"]) for row in self._texts.tabbed("notes.tsv")]
        raw = self._texts.numbered("raw_notes.txt")
        lines += [(row["visit"], row["time"], raw[row["raw"]]) for row in self._texts.tabbed("raw_visits.tsv")]
        for number, clock, line in sorted(lines, key=lambda each: each[:2]):
            visit = self._visits[number]
            at = _moment(visit.local_start.date().isoformat(), clock, str(visit.utc_offset))
            note = self._capture.note(visit.id, parse(line, self._names.lexicon), at)
            self._notes[f"{number} {clock}"] = note.id

    def _photograph(self) -> None:
        for row in self._texts.rows("photos.csv"):
            picture = self._texts.picture(row["file"])
            self._capture.attach(self._notes[row["note"]], picture, row["caption"])

    def _debrief(self) -> None:
        told = self._texts.told("debrief.toml")
        for entry in told["visit"]:
            self._debriefing.describe(self._visits[entry.pop("visit")].id, **entry)
        for entry in told["note"]:
            self._judge(entry)
        for entry in told["promise"]:
            self._debriefing.promise(Commitment(visit_id=self._visits[entry.pop("visit")].id, **entry))
        for row in self._texts.rows("stated.csv"):
            service = self._names.service(row["service"])
            visit = self._visits[row["visit"]]
            grades = [int(row[name]) if row[name] else None for name in ("importance", "satisfaction")]
            self._debriefing.rate(visit.id, row["respondent"], service, *grades)

    def _judge(self, entry: dict[str, Any]) -> None:
        note_id = self._notes[entry.pop("note")]
        self._accept(note_id, set(entry.pop("accept", ())))
        services = entry.pop("services", None)
        primary = entry.pop("primary", None)
        if "role" in entry:
            entry["role_id"] = self._names.role(self._site_of(note_id), entry.pop("role"))
        if services is not None:
            # Naming the services answers what an unknown or ambiguous word had left open.
            entry["unresolved_tags"] = ()
            self._retag(note_id, [self._names.service(code) for code in services], primary)
        if entry:
            self._capture.edit(note_id, **entry)

    def _accept(self, note_id: UUID, fields: set[str]) -> None:
        note = self._capture.shown(note_id).note
        offered = parse(note.line, self._names.lexicon).offered
        keys = {chip.key for chip in offered if chip.field.value in fields}
        if note.offers_open:
            self._debriefing.settle_offers(note_id, keys, self._names.lexicon)

    def _retag(self, note_id: UUID, services: list[UUID], primary: str | None) -> None:
        for known in self._capture.shown(note_id).service_ids:
            if known not in services:
                self._capture.untag(note_id, known)
        first = self._names.service(primary) if primary else None
        for service_id in services:
            self._capture.tag(note_id, service_id, primary=service_id == first)

    def _group(self, work: UnitOfWork) -> None:
        for entry in self._texts.told("pain_points.toml")["pain_point"]:
            notes = entry.pop("notes")
            pain_point = PainPoint(service_id=self._names.service(entry.pop("service")), **entry)
            work.put(pain_point)
            for reference in notes:
                note_id = self._notes[reference]
                work.put(
                    PainPointMember(
                        id=link_id(pain_point.id, note_id), pain_point_id=pain_point.id, observation_id=note_id
                    )
                )

    def _close(self) -> None:
        """What else was offered is declined where the debrief is done; the visits take their states.

        The pain points are made in the same action: on their own they would be the first thing that undo takes back.
        """
        with self._store.work("Debriefs closed") as work:
            self._group(work)
            for row in self._texts.rows("visits.csv"):
                visit = work.get(Visit, self._visits[row["visit"]].id)
                work.put(visit.edited(state=row["state"]))
                for note in work.where(Observation, visit_id=visit.id):
                    offers_open = note.offers_open and row["state"] != VisitState.REVIEWED
                    work.put(note.edited(state=row["note_state"], offers_open=offers_open))
            work.commit()

    def _site_of(self, note_id: UUID) -> Site:
        visit_id = self._capture.shown(note_id).note.visit_id
        site_id = next(visit.site_id for visit in self._visits.values() if visit.id == visit_id)
        return next(site for site in self._names.sites.values() if site.id == site_id)


class _Names:
    """The imported records by what the demo's files call them."""

    def __init__(self, read: Reader) -> None:
        firms = {each.id: each.name for each in read.where(Organisation)}
        units = read.where(BusinessUnit)
        services = read.where(Service)
        roles = read.where(Role)
        self.units = {(firms[each.organisation_id], each.name): each.id for each in units}
        self.sites = {each.name: each for each in read.where(Site)}
        self.lexicon = Lexicon(services, roles)
        self._firm_of = {each.id: each.organisation_id for each in units}
        self._roles = {(each.organisation_id, each.name): each.id for each in roles}
        self._services = {each.code: each.id for each in services}

    def role(self, site: Site, name: str) -> UUID:
        return self._roles[self._firm_of[site.unit_id], name]

    def service(self, code: str) -> UUID:
        return self._services[code]


def _consents(row: Row, visit_id: UUID) -> Iterator[ConsentRecord]:
    for subject in ConsentSubject:
        withdrawn = row["withdrawn_subject"] == subject.value
        yield ConsentRecord(
            id=link_id(visit_id, subject),
            visit_id=visit_id,
            subject=subject,
            given=row[f"consent_{subject.value}"] == "yes",
            withdrawn_on=date.fromisoformat(row["withdrawn_on"]) if withdrawn else None,
        )


def _moment(day: str, clock: str, utc_offset: str) -> datetime:
    zone = timezone(timedelta(minutes=int(utc_offset)))
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone)
