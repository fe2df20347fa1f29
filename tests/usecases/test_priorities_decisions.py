"""Service priorities with decisions: what was decided, what changed, whether the order hangs on a weight."""

from __future__ import annotations

from datetime import date, datetime, timezone
from uuid import UUID

from factories import Firm, put, tag
from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.released import Snapshot
from shadow_app.domain.vocabulary import BusinessDamage, Choice
from shadow_app.reports import markdown
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.storage.store import Store
from shadow_app.usecases.priorities_report import priorities_report
from shadow_app.usecases.prioritising import Prioritising, rank, weights_in_force


def report_of(store: Store, unit_id: UUID | None = None) -> PrioritiesReport:
    Prioritising(store).refresh()
    with store.reading() as read:
        return priorities_report(read, rank(read, unit_id, weights_in_force(read)))


def test_decisions_promises_and_stakes_stand_beside_the_figures(store: Store, firm: Firm) -> None:
    note = firm.note("gun logs out", lost_minutes=4.0)
    point = PainPoint(service_id=firm.scanning.id, title="Password again", value_at_stake="The trunk leaves on time")
    member = PainPointMember(id=link_id(point.id, note.id), pain_point_id=point.id, observation_id=note.id)
    decision = Decision(
        id=link_id(point.id, "decision"),
        pain_point_id=point.id,
        choice=Choice.DECLINE,
        reason="the supplier says no",
        decided_on=date(2026, 11, 13),
    )
    promise = Commitment(text="We ask again", owner="Owen", pain_point_id=point.id, site_id=firm.site.id)
    loose = firm.note("mail slow", lost_minutes=1.0, minutes_later=2)
    put(store, note, tag(note, firm.scanning), point, member, decision, promise, loose, tag(loose, firm.email))
    report = report_of(store)
    first, second = report.claims
    assert first.decided is not None
    assert (first.at_stake, first.decided.choice) == ("The trunk leaves on time", Choice.DECLINE)
    assert [pledge.promise.text for pledge in first.pledges] == ["We ask again"]
    assert (second.pain.title, second.decided, second.pledges) == ("Not sorted yet", None, ())
    text = markdown.render(report)
    assert "We will not do it: the supplier says no." in text
    assert "The trunk leaves on time" in text
    # Evidence is thin, so there is a chance instead of a place.
    assert "top 3 | Handheld scanning" in text


def test_nothing_grouped_has_no_decisions(store: Store, firm: Firm) -> None:
    note = firm.note("gun logs out", lost_minutes=4.0)
    put(store, note, tag(note, firm.scanning))
    report = report_of(store)
    assert "What we do about it" not in markdown.render(report)
    assert report.changes is None
    # One service alone has no order that could change.
    assert report.steady == ""


def test_a_locked_ranking_of_another_unit_is_not_compared(store: Store, firm: Firm) -> None:
    note = firm.note("gun logs out", lost_minutes=4.0)
    when = datetime(2026, 3, 12, tzinfo=timezone.utc)
    put(store, note, tag(note, firm.scanning), Snapshot(name="Unit only", unit_id=firm.unit.id, made_at=when, visits=1))
    assert report_of(store).changes is None
    changes = report_of(store, firm.unit.id).changes
    assert changes is not None
    assert [each.service for each in changes.moved] == ["Handheld scanning"]
    assert "Since “Unit only”, 12 March 2026" in markdown.render(report_of(store, firm.unit.id))


def test_whether_the_order_hangs_on_a_weight_is_said(store: Store, firm: Firm) -> None:
    notes = [
        firm.note("gun logs out", lost_minutes=40.0),
        firm.note("label smears", lost_minutes=4.0, minutes_later=1),
        firm.note("mail slow", lost_minutes=1.0, minutes_later=2),
    ]
    services = (firm.scanning, firm.labels, firm.email)
    put(store, *notes, *(tag(note, service) for note, service in zip(notes, services, strict=True)))
    assert report_of(store).steady == ("The order stays as it is, whichever single weight is halved or raised by half.")
    # Damage 3 trebles the second's weight: half of it, and the first and second change places.
    close = notes[1].edited(lost_minutes=11.0, business_damage=BusinessDamage.BUSINESS_LOST)
    put(store, close)
    assert report_of(store).steady.startswith("Which service comes first depends on the weights")
    near = [notes[1].edited(lost_minutes=4.0), notes[2].edited(lost_minutes=1.1, business_damage=3)]
    put(store, *near)
    assert report_of(store).steady.startswith("The first stays the first")
