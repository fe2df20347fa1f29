"""What a host takes back stays taken back: undo, redo and a late no reach released reports; their names reach none."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.errors import Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.people import Host
from shadow_app.domain.record import TEAM
from shadow_app.domain.released import Edition
from shadow_app.domain.vocabulary import Choice, ConsentSubject, Kind, ReadBack, ReportKind, ReviewState, VisitState
from shadow_app.settings import Settings
from shadow_app.storage.store import Store

SUBJECTS: dict[ReportKind, Callable[[Firm], UUID]] = {
    ReportKind.VISIT: lambda firm: firm.visit.id,
    ReportKind.UNIT: lambda firm: firm.unit.id,
    ReportKind.PROGRAMME: lambda firm: TEAM,
    ReportKind.PRIORITIES: lambda firm: TEAM,
    ReportKind.YOU_SAID: lambda firm: firm.site.id,
    ReportKind.DESK: lambda firm: firm.unit.id,
}


@pytest.fixture
def shadow(store: Store) -> Shadow:
    return wire(store, Settings(name="Ann"))


@pytest.fixture
def told(store: Store, firm: Firm) -> Observation:
    """Accepted notes of a finished visit; nobody has asked the host about anything."""
    note = firm.note("gun logs out", lost_minutes=4.0, state=ReviewState.ACCEPTED, quote="logs out")
    good = firm.note("belt never logs out", 5, kind=Kind.POSITIVE, state=ReviewState.ACCEPTED, quote="never logs out")
    odd = firm.note(
        "nobody logs out", 6, kind=Kind.CONTEXT, surprise=True, state=ReviewState.ACCEPTED, quote="logs out"
    )
    put(store, firm.visit.edited(state=VisitState.REVIEWED, number="A1-1"))
    put(store, note, good, odd, tag(note, firm.scanning), tag(good, firm.scanning))
    return note


def edition(shadow: Shadow) -> Edition:
    return shadow.releasing.editions()[0]


def test_undoing_a_withdrawal_brings_no_released_report_back(shadow: Shadow, firm: Firm, told: Observation) -> None:
    first = shadow.releasing.release(ReportKind.VISIT, firm.visit.id)
    shadow.capture.edit(told.id, read_back=ReadBack.WITHDRAWN)
    shadow.capture.undo(firm.visit.id)
    assert shadow.capture.shown(told.id).note.read_back is None
    assert edition(shadow).withdrawn_at is not None
    assert [each.id for each in shadow.releasing.due()] == [first.id]
    with pytest.raises(Refused, match="was withdrawn on"):
        shadow.releasing.content(first.id)


def test_redoing_a_withdrawal_takes_what_was_released_meanwhile(shadow: Shadow, firm: Firm, told: Observation) -> None:
    shadow.capture.edit(told.id, read_back=ReadBack.WITHDRAWN)
    shadow.capture.undo(firm.visit.id)
    shadow.releasing.release(ReportKind.VISIT, firm.visit.id)
    shadow.capture.redo(firm.visit.id)
    assert shadow.capture.shown(told.id).note.read_back is ReadBack.WITHDRAWN
    assert edition(shadow).withdrawn_why == "the host withdrew what was said"


@pytest.mark.parametrize("subject", ConsentSubject)
def test_a_no_to_what_nobody_had_asked_takes_released_reports(
    shadow: Shadow, firm: Firm, told: Observation, subject: ConsentSubject
) -> None:
    shadow.releasing.release(ReportKind.VISIT, firm.visit.id)
    shadow.planning.agree(firm.visit.id, subject, False)
    assert edition(shadow).withdrawn_at is not None


def test_an_agreement_recorded_by_mistake_takes_released_reports(shadow: Shadow, firm: Firm, told: Observation) -> None:
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, True)
    shadow.releasing.release(ReportKind.VISIT, firm.visit.id)
    shadow.planning.unask(firm.visit.id, ConsentSubject.QUOTES)
    assert edition(shadow).withdrawn_at is not None


def test_a_second_no_keeps_the_day_of_the_first(shadow: Shadow, store: Store, firm: Firm, told: Observation) -> None:
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, True)
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    first = shadow.planning.consents(firm.visit.id)[ConsentSubject.QUOTES]
    put(store, first.edited(withdrawn_on="2026-01-02"))
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    assert str(shadow.planning.consents(firm.visit.id)[ConsentSubject.QUOTES].withdrawn_on) == "2026-01-02"


@pytest.mark.parametrize("kind", SUBJECTS)
def test_a_host_is_named_by_nothing_that_a_lead_wrote_about_their_pain(
    shadow: Shadow, store: Store, firm: Firm, told: Observation, kind: ReportKind
) -> None:
    put(store, Host(visit_id=firm.visit.id, pseudonym="Driver 2", role_id=firm.driver.id, name="maria Kowalska"))
    made = shadow.grouping.make(firm.scanning.id, "Maria cannot scan, kowalska waits", [told.id])
    shadow.grouping.edit(made.id, value_at_stake="maria loses a shift")
    shadow.deciding.decide(made.id, Choice.DO, "maria asked for it")
    shadow.deciding.promise(made.id, "A scanner for maria", "Bob", site_id=firm.site.id)
    shadow.telling.tell_desk(made.id, "when kowalska rings, help")
    found = shadow.releasing.release(kind, SUBJECTS[kind](firm))
    said = shadow.releasing.content(found.id, ".md").decode()
    assert "Driver 2 cannot scan" in said
    assert "maria" not in said.casefold()
    assert "kowalska" not in said.casefold()


def test_somebody_of_the_same_name_elsewhere_changes_no_word(
    shadow: Shadow, store: Store, firm: Firm, told: Observation
) -> None:
    elsewhere = firm.visit.edited(id=firm.ann.id, number="A1-2")
    put(store, elsewhere, Host(visit_id=elsewhere.id, pseudonym="Driver 9", role_id=firm.driver.id, name="Mark Page"))
    shadow.grouping.make(firm.scanning.id, "nobody can mark a page", [told.id])
    found = shadow.releasing.release(ReportKind.UNIT, firm.unit.id)
    assert "nobody can mark a page" in shadow.releasing.content(found.id, ".md").decode()


@pytest.mark.parametrize("kind", SUBJECTS)
def test_verbatim_words_are_printed_nowhere_without_agreement(
    shadow: Shadow, firm: Firm, told: Observation, kind: ReportKind
) -> None:
    shadow.planning.agree(firm.visit.id, ConsentSubject.NOTES, True)
    found = shadow.releasing.release(kind, SUBJECTS[kind](firm))
    assert "logs out" not in shadow.releasing.content(found.id, ".md").decode()
