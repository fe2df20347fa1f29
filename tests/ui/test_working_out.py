from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.organisation import Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import BusinessDamage, Evidence, RatePer, Scope, SiteType, TimeToDamage, Workaround
from shadow_app.storage.store import Store
from shadow_app.ui.evidence_list import quoted
from shadow_app.ui.priorities.comparison import finding, slope_names
from shadow_app.ui.priorities.evidence_panel import EvidencePanel
from shadow_app.ui.service_rows import service_rows
from shadow_app.ui.theme import Theme
from shadow_app.ui.working_out import working_out
from shadow_app.usecases.evidence import Witness, evidence_of


def told(shadow: Shadow, service: Service) -> str:
    ranked = shadow.prioritising.ranking()
    cost = next(cost for cost in ranked.costs if cost.service_id == service.id)
    catalogue = shadow.catalogue
    names = {each.id: each.name for each in catalogue.sites()} | {each.id: each.name for each in catalogue.roles()}
    return working_out(ranked, cost, names)


def test_the_sum_of_the_first_worked_example(shadow: Shadow, store: Store, firm: Firm) -> None:
    put(store, firm.visit.edited(exposure_hours=24.0))
    note = firm.note(
        lost_minutes=4.0,
        count=9,
        business_damage=BusinessDamage.CUSTOMER_NOTICES,
        time_to_damage=TimeToDamage.TODAY,
        workaround=Workaround.CLUMSY,
    )
    put(store, note, tag(note, firm.scanning))
    words = told(shadow, firm.scanning)
    assert "Harbour depot, driver: 4 min × 3 a day × 42 people × 254 days ÷ 60 = 2,134 h" in words
    assert "(seen 9 times in 24 hours)" in words
    assert "(1) × today (1.5) × a clumsy way around it (0.7) = u 1.05; 2,134 h × (1 + 1.05) = 4,374 h." in words
    assert "ITIL: impact 2, urgency 2, priority 3." in words


def test_what_is_shared_or_only_told_or_stated_is_said(shadow: Shadow, store: Store, firm: Firm) -> None:
    jam = firm.note("jam", lost_minutes=18.0, people_stopped=6, note_scope=Scope.SHARED)
    rumour = firm.note("freezes", 1, lost_minutes=10.0, evidence=Evidence.TOLD)
    stated = firm.note("bounces", 2, lost_minutes=1.0, evidence=Evidence.TOLD, rate=3.0, rate_per=RatePer.DAY)
    put(store, jam, rumour, stated, tag(jam, firm.labels), tag(rumour, firm.scanning), tag(stated, firm.email))
    assert "× 6 stopped ×" in told(shadow, firm.labels)
    assert "(only told)" in told(shadow, firm.scanning)
    assert "(as people stated it)" in told(shadow, firm.email)
    assert "nobody has graded the damage" in told(shadow, firm.email)


def test_what_a_figure_lacks_is_said(shadow: Shadow, store: Store, firm: Firm) -> None:
    note = firm.note("slow")
    put(store, note, tag(note, firm.email), firm.drivers.edited(removed=True))
    words = told(shadow, firm.email)
    assert "No note says how many minutes" in words
    assert "counted as one person" in words


def test_a_priced_damage_is_not_graded_as_well(shadow: Shadow, store: Store, firm: Firm) -> None:
    note = firm.note("CV late", lost_minutes=6.0)
    pain = PainPoint(service_id=firm.email.id, title="Late CVs", loss_value=6000.0, loss_chance=0.001)
    member = PainPointMember(id=link_id(pain.id, note.id), pain_point_id=pain.id, observation_id=note.id)
    put(store, note, tag(note, firm.email), pain, member)
    words = told(shadow, firm.email)
    assert words.startswith("Late CVs\n")
    assert "the damage is priced" in words


@pytest.fixture
def carried(store: Store, firm: Firm) -> Witness:
    """A pain at one depot that is carried over to another, where nobody has been."""
    other = Site(unit_id=firm.unit.id, name="Fellside depot", site_type=SiteType.DEPOT)
    people = firm.drivers.edited(id=link_id("people"), site_id=other.id, headcount=20)
    note = firm.note("logs out", lost_minutes=4.0, quote="“logs out”")
    put(store, other, people, note, tag(note, firm.scanning))
    return evidence_of(store, firm.scanning.id)[0]


def test_what_is_carried_over_is_told_apart(
    shadow: Shadow, firm: Firm, carried: Witness, theme: Theme, qtbot: QtBot
) -> None:
    assert "Carried over to 1 site where nobody has been, driver:" in told(shadow, firm.scanning)
    panel = EvidencePanel(theme)
    qtbot.addWidget(panel)
    ranked = shadow.prioritising.ranking(firm.unit.id)
    panel.show_service(ranked, ranked.costs[0], service_rows(ranked)[0], {})
    assert "32\u00a0% of these hours are carried over" in panel.form.facts.text()
    assert "Nobody has graded the damage yet" in panel.form.facts.text()
    assert "a removed entry, a removed entry: 4 min" in panel.form.sum.text()
    panel.show_notes(())
    assert panel.form.notesTitle.text() == "NO NOTE IS TAGGED WITH THIS SERVICE"
    panel.show_notes((carried,) * 50)
    assert panel.form.notesTitle.text() == "FIRST 50 NOTES · 1 VISIT · 1 SITE"


def test_a_quote_is_not_said_twice(carried: Witness) -> None:
    assert quoted(carried) == ""
    said = Witness(carried.note, carried.visit, "“it eats my morning”")
    assert quoted(said) == "“it eats my morning”"


def test_the_finding_names_the_dearest_or_where_nobody_looks(demo: Shadow) -> None:
    ranked = demo.prioritising.ranking()
    said = finding(ranked)
    blind = ranked.gap.blind_share
    assert blind is not None
    assert ("in the lower half of IT’s list" in said) == (blind >= 0.5)
    names = slope_names(ranked)
    assert all("IT’s list" in line for line in names.values())
