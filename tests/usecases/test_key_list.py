"""Who stands behind a pseudonym: known on one computer, found in nothing that leaves it."""

from __future__ import annotations

import dataclasses
import zipfile
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path

import pytest
from sqlalchemy import text

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import TEAM, new_id
from shadow_app.domain.vocabulary import ReportKind, ReviewState, VisitState
from shadow_app.storage.host_keys import keys
from shadow_app.sync.folder import LocalFolder
from shadow_app.sync.handover import HandOver
from shadow_app.usecases.export_wanted import Wanted
from shadow_app.usecases.exporting import Asked
from shadow_app.usecases.report_kinds import make
from two_desks import desk, hand_over

NAME = "Quirina Zwetschge"
NOW = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)


@pytest.fixture
def firm(lead: Shadow) -> Firm:
    firm = Firm().put_into(lead.store)
    put(lead.store, firm.visit.edited(state=VisitState.REVIEWED, number="A1-1"))
    lead.planning.name_host(firm.visit.id, "Driver 2", NAME)
    note = firm.note("quirina rings, zwetschge waits", lost_minutes=4.0, state=ReviewState.ACCEPTED)
    put(lead.store, note, tag(note, firm.scanning))
    return firm


def holds(data: object) -> bool:
    told = (data if isinstance(data, str) else repr(data)).casefold()
    return "zwetschge" in told


def test_the_name_is_known_here_and_masks_what_is_told(lead: Shadow, firm: Firm) -> None:
    assert lead.planning.sheet(firm.visit.id).name == NAME
    assert lead.privacy.named_on(firm.visit.id) == ((NAME, "Driver 2"),)
    said = lead.reporting.printed(lead.reporting.visit(firm.visit.id), ".md").content.decode()
    assert "Driver 2 rings, Driver 2 waits" in said


def test_no_change_segment_or_file_holds_it(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    # The note itself is what somebody typed; the name must come from nowhere else.
    with lead.store.work("plain") as work:
        for note in work.where(Observation):
            work.erase(note)
        work.commit()
    with lead.store.reading() as read:
        rows = read.connection.execute(text("SELECT data, label FROM change")).all()
    assert not [row for row in rows if holds(row)]
    for visit_id in (None, firm.visit.id):
        path = tmp_path / "all.shadow"
        path.unlink(missing_ok=True)
        lead.exchange.send(path, visit_id)
        with path.open("rb") as stream:
            assert not [each for each in HandOver(stream, path.name).segments() if holds(each)]
    (tmp_path / "folder").mkdir()
    lead.exchange.sync(LocalFolder(tmp_path / "folder"))
    with desk(tmp_path, "Ben") as ben:
        hand_over(lead, ben, tmp_path)
        assert ben.planning.sheet(firm.visit.id).name == ""
        assert [each.pseudonym for each in ben.planning.hosts(firm.visit.id)] == ["Driver 2"]
        with ben.store.reading() as read:
            assert keys(read) == []


@pytest.mark.parametrize("kind", ReportKind)
def test_no_report_holds_it(lead: Shadow, firm: Firm, kind: ReportKind) -> None:
    visit = lead.planning.card(firm.visit.id).visit
    put(lead.store, visit.edited(release_ref="v2", visit_type="post_release", released_on="2026-11-01"))
    subjects = {
        ReportKind.VISIT: visit.id,
        ReportKind.RELEASE: visit.id,
        ReportKind.UNIT: firm.unit.id,
        ReportKind.YOU_SAID: firm.site.id,
    }
    report = make(lead.reporting, kind, subjects.get(kind, TEAM))
    assert not holds(lead.reporting.printed(report, ".md").content.decode())


def test_no_export_holds_it(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    written: list[Path] = []
    for chosen in lead.exporting.formats():
        for subject in chosen.subjects:
            asked = Asked(format=chosen.name, wanted=Wanted(subject=subject))
            asked = dataclasses.replace(asked, to=dataclasses.replace(asked.to, place="P", requester="a@b.example"))
            with suppress(Refused):
                # Where a format has nothing to say of a subject.
                saved = lead.exporting.save(asked, tmp_path / f"{chosen.name}-{subject}{chosen.suffix}")
                written += [*saved.files]
    assert len(written) > 5
    for path in written:
        data = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as file:
                data = b"".join(file.read(name) for name in file.namelist())
        assert b"zwetschge" not in data.lower(), path.name


def test_only_whoever_asks_gets_the_name(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    (host,) = lead.privacy.hosts()
    assert host.name == NAME
    found = lead.privacy.export_held(host.host_id, tmp_path / "held.zip", NOW)
    assert found.person.name == NAME
    lead.privacy.forget_name(host.host_id)
    (host,) = lead.privacy.hosts()
    assert (host.name, host.pseudonym) == ("", "Driver 2")


def test_where_a_name_still_stands_is_known_before_it_is_forgotten(lead: Shadow, firm: Firm) -> None:
    (host,) = lead.privacy.hosts()
    before = lead.privacy.texts_naming(host.host_id)
    part = NAME.split(maxsplit=1)[0].upper()
    note = firm.note(f"then {part} called")
    elsewhere = firm.visit.edited(id=new_id(), number="A1-9")
    put(lead.store, note, elsewhere, firm.note(NAME).edited(visit_id=elsewhere.id), firm.note(f"{part}ISH"))
    lead.planning.answer(firm.visit.id, "Who?", NAME)
    assert lead.privacy.texts_naming(host.host_id) == before + 2
    put(lead.store, note.edited(removed=True))
    assert lead.privacy.texts_naming(host.host_id) == before + 1
    lead.privacy.forget_name(host.host_id)
    assert lead.privacy.texts_naming(host.host_id) == 0


def test_a_name_goes_with_its_visit_whoever_erases_it(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    with desk(tmp_path, "Ben") as ben:
        hand_over(lead, ben, tmp_path)
        ben.planning.name_host(firm.visit.id, "Driver 2", NAME)
        lead.privacy.erase_visit(firm.visit.id)
        hand_over(lead, ben, tmp_path)
        for shadow in (lead, ben):
            with shadow.store.reading() as read:
                assert keys(read) == []
