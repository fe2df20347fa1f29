"""A first visit where nothing is known, and a small catalogue to start from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factories import NOON, Firm
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import speaking
from shadow_app.domain.vocabulary import VisitState
from shadow_app.storage.store import Store
from shadow_app.usecases.beginning import Beginning, FirstPlace
from shadow_app.usecases.catalogue import Catalogue
from shadow_app.usecases.importing import Importing
from shadow_app.usecases.planning import Planning


@pytest.fixture
def beginning(store: Store) -> Beginning:
    return Beginning(store, Importing(store), Planning(store))


def test_the_small_catalogue_is_25_services_that_people_can_name(store: Store, beginning: Beginning) -> None:
    assert beginning.bring_starter() == 25
    lexicon = Catalogue(store).lexicon()
    for said, meant in (("wifi", "Wi-Fi"), ("outlook", "Email"), ("helpdesk", "Service desk")):
        (service_id,) = lexicon.service(said).matches
        assert next(each.name for each in Catalogue(store).services() if each.id == service_id) == meant
    assert beginning.bring_starter() == 0


def test_the_small_catalogue_speaks_german(store: Store, beginning: Beginning) -> None:
    with speaking("de"):
        assert beginning.bring_starter() == 25
    lexicon = Catalogue(store).lexicon()
    for said, meant in (("WLAN", "WLAN"), ("Kennwort", "Anmeldung und Passwörter"), ("Drucker", "Drucken und Scannen")):
        (service_id,) = lexicon.service(said).matches
        assert next(each.name for each in Catalogue(store).services() if each.id == service_id) == meant


def test_both_small_catalogues_are_the_same_services() -> None:
    folder = Path(__file__).resolve().parents[2] / "resources" / "starter"
    english, german = (
        list(csv.DictReader((folder / name).read_text("utf-8").splitlines()))
        for name in ("catalogue.csv", "catalogue_de.csv")
    )
    assert [row["code"] for row in english] == [row["code"] for row in german]
    assert all(row["name"] and row["description"] and row["aliases"] for row in german)
    assert len({row["category"] for row in german}) == len({row["category"] for row in english})


def test_three_names_make_a_visit(store: Store, firm: Firm, beginning: Beginning) -> None:
    visit = beginning.first_visit(FirstPlace(" Port ", "Quay 4", "crane driver"), firm.ann.id, NOON, now=True)
    card = Planning(store).card(visit.id)
    assert (card.organisation, card.unit, card.site, card.role) == ("Port", "Quay 4", "Quay 4", "crane driver")
    assert card.visit.state is VisitState.LIVE
    later = beginning.first_visit(FirstPlace("port", "QUAY  4", "Crane Driver"), firm.ann.id, NOON, now=False)
    assert (later.site_id, later.role_id, later.state) == (visit.site_id, visit.role_id, VisitState.PLANNED)


def test_what_is_known_is_taken(store: Store, firm: Firm, beginning: Beginning) -> None:
    place = FirstPlace("Larkfield Parcels", "Harbour depot", "loader")
    visit = beginning.first_visit(place, firm.ann.id, NOON, now=False)
    assert (visit.site_id, visit.role_id) == (firm.site.id, firm.loader.id)


def test_a_missing_name_is_said_and_nothing_is_written(store: Store, firm: Firm, beginning: Beginning) -> None:
    before = len(Catalogue(store).firms())
    with pytest.raises(Refused, match="one word each"):
        beginning.first_visit(FirstPlace("Port", " ", "driver"), firm.ann.id, NOON, now=False)
    with pytest.raises(Refused, match="who goes"):
        beginning.first_visit(FirstPlace("Port", "Quay", "driver"), None, NOON, now=False)
    assert len(Catalogue(store).firms()) == before
