from __future__ import annotations

from factories import Firm, put
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.storage.store import Store
from shadow_app.usecases.planning import Planning
from shadow_app.usecases.prioritising import Prioritising


def test_the_field_waits_for_a_locked_list(store: Store, firm: Firm) -> None:
    prioritising, planning = Prioritising(store), Planning(store)
    gate = prioritising.gate(firm.unit.id)
    assert not gate.open
    assert gate.organisation_id == firm.firm.id
    ranking = planning.assume(AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id,)))
    gate = prioritising.gate(firm.unit.id)
    assert not gate.open
    assert gate.draft == ranking
    locked = planning.lock(ranking)
    gate = prioritising.gate(firm.unit.id)
    assert gate.open
    assert gate.locked == locked
    assert gate.draft is None


def test_a_waiver_is_for_one_unit_and_lasts(store: Store, firm: Firm) -> None:
    other = BusinessUnit(organisation_id=firm.firm.id, name="Shops")
    put(store, other)
    Prioritising(store).waive(firm.unit.id)
    again = Prioritising(store)
    assert again.gate(firm.unit.id).open
    assert not again.gate(other.id).open
    assert not again.gate(None).open
    again.waive(None)
    assert again.gate(None).open


def test_an_empty_store_has_no_firm_to_ask(store: Store) -> None:
    gate = Prioritising(store).gate()
    assert gate.organisation_id is None
    assert not gate.open
