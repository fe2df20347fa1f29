"""Sums over several visits stay those of the notes, whatever is written in whatever order."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from factories import Firm, new_store, put, tag
from shadow_app.domain.organisation import Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Evidence, RatePer, ReviewState, Scope, SiteType
from shadow_app.domain.weights import Weights
from shadow_app.insight.service_cost import rank_services, rank_sheet
from shadow_app.storage.fsck import differences, rebuild
from shadow_app.storage.ground import ground
from shadow_app.storage.pain_listings import gathered, gathered_of
from shadow_app.storage.sheets import sheet
from shadow_app.storage.store import Store
from shadow_app.storage.tallies import forget_sums, refresh, tallies
from shadow_app.storage.tally_check import sums_differ

_SUMS = ("tally", "stratum_tally", "pain_tally", "visit_role")


class Field:
    """Two sites, three visits, two pain points, six notes: everything that a sum hangs on can be changed."""

    def __init__(self, store: Store) -> None:
        self.store, self.firm = store, Firm().put_into(store)
        firm = self.firm
        self.sites = [firm.site, Site(unit_id=firm.unit.id, name="Hill shop", site_type=SiteType.SHOP)]
        self.visits = [firm.visit, *(firm.visit.edited(id=link_id(f"visit {n}"), number=f"{n}") for n in range(2))]
        services = (firm.scanning, firm.labels, firm.email)
        self.pains = [PainPoint(service_id=each.id, title=each.name) for each in services[:2]]
        self.notes = [
            firm.note(f"note {n}", n, count=n + 1, lost_minutes=n / 3).edited(visit_id=self.visits[n % 3].id)
            for n in range(6)
        ]
        self.tags = [tag(note, service) for note in self.notes for service in services]
        self.members = [
            PainPointMember(id=link_id(pain.id, note.id), pain_point_id=pain.id, observation_id=note.id)
            for pain in self.pains
            for note in self.notes
        ]
        self.records: dict[UUID, Record] = {}
        self.put(*self.sites[1:], *self.visits[1:], *self.pains, *self.notes, *self.tags[:6], *self.members[:2])
        self.records |= {firm.visit.id: firm.visit, firm.site.id: firm.site}

    def put(self, *records: Record) -> None:
        """Write them."""
        put(self.store, *records)
        self.records |= {each.id: each for each in records}

    def change(self, kind: str, which: int, fields: dict[str, Any]) -> None:
        """Edit one record of a list, or write it where it is not there yet."""
        some: list[Record] = getattr(self, kind)
        one = some[which % len(some)]
        self.put(self.records.get(one.id, one).edited(**fields))

    def kept(self) -> dict[str, list[Any]]:
        """Every sum, refreshed."""
        refresh(self.store)
        with self.store.reading() as read:
            assert not sums_differ(read.connection)
            run = read.connection.exec_driver_sql
            return {name: sorted(map(repr, run(f"SELECT * FROM {name}"))) for name in _SUMS}


_NOTE = st.sampled_from(
    [
        {"removed": True},
        {"removed": False, "state": ReviewState.SET_ASIDE},
        {"state": ReviewState.READY, "lost_minutes": 7.5},
        {"note_scope": Scope.SHARED, "people_stopped": 4},
        {"evidence": Evidence.TOLD, "rate": 2.0, "rate_per": RatePer.DAY},
        {"business_damage": 3, "surprise": True},
    ]
)
_STEP = st.one_of(
    st.tuples(st.just("notes"), st.integers(0, 5), _NOTE),
    st.tuples(st.just("notes"), st.integers(0, 5), st.fixed_dictionaries({"visit": st.integers(0, 2)})),
    st.tuples(st.just("tags"), st.integers(0, 17), st.fixed_dictionaries({"removed": st.booleans()})),
    st.tuples(st.just("members"), st.integers(0, 11), st.fixed_dictionaries({"removed": st.booleans()})),
    st.tuples(st.just("pains"), st.integers(0, 1), st.fixed_dictionaries({"removed": st.booleans()})),
    st.tuples(st.just("visits"), st.integers(0, 2), st.fixed_dictionaries({"site": st.integers(0, 1)})),
    st.tuples(st.just("visits"), st.integers(0, 2), st.fixed_dictionaries({"removed": st.booleans()})),
)


@given(steps=st.lists(st.lists(_STEP, max_size=4), min_size=1, max_size=4))
def test_what_is_kept_is_what_adding_up_all_again_gives(steps: list[list[Any]], tmp_path_factory: Any) -> None:
    store = new_store(tmp_path_factory.mktemp("sums"))
    try:
        field = Field(store)
        for some in steps:
            for kind, which, fields in some:
                if "site" in fields:
                    fields = {"site_id": field.sites[fields["site"]].id}
                if "visit" in fields:
                    fields = {"visit_id": field.visits[fields["visit"]].id}
                field.change(kind, which, fields)
            kept = field.kept()
            with store.reading() as read:
                stands_on = ground(read)
                ranked = rank_sheet(sheet(read), stands_on, Weights())
                assert ranked == rank_services(tallies(read), stands_on, Weights())
        with store.maintaining() as write:
            forget_sums(write.connection)
        assert field.kept() == kept
    finally:
        store.close()


def test_a_visit_that_moves_takes_its_sums_along(store: Store) -> None:
    field = Field(store)
    field.kept()
    elsewhere = field.sites[1]
    for visit in field.visits:
        field.put(visit.edited(site_id=elsewhere.id))
    field.kept()
    with store.reading() as read:
        sites = read.connection.execute(text("SELECT DISTINCT site_id FROM stratum_tally")).scalars().all()
        again = read.connection.execute(text("SELECT DISTINCT site_id FROM pain_tally")).scalars().all()
    assert sites == again == [elsewhere.id.bytes]


def test_a_note_that_moves_to_another_visit_counts_there_alone(store: Store) -> None:
    """Nobody moves one here; another laptop's change may."""
    field = Field(store)
    field.kept()
    note = next(each for each in field.notes if each.visit_id == field.visits[0].id)
    field.put(note.edited(visit_id=field.visits[1].id))
    kept = field.kept()
    with store.maintaining() as write:
        forget_sums(write.connection)
    assert field.kept() == kept


def test_the_list_of_pain_points_reads_what_one_alone_counts(store: Store) -> None:
    field = Field(store)
    field.put(field.notes[0].edited(evidence=Evidence.TOLD), field.visits[1].edited(site_id=field.sites[1].id))
    field.kept()
    with store.reading() as read:
        every = gathered(read)
        for pain in field.pains[:1]:
            assert gathered_of(read, pain).items() <= every.items()
        assert gathered(read, field.firm.unit.id) == every
        assert gathered(read, link_id("no unit")) == {}


def test_sums_that_something_else_wrote_are_found_and_made_anew(store: Store) -> None:
    field = Field(store)
    right = field.kept()
    for damage in (
        "UPDATE pain_tally SET noted = noted + 1",
        "DELETE FROM stratum_tally",
        "DELETE FROM tally",
        "UPDATE tally SET seen = seen + 0.5",
        "UPDATE observation SET count = count + 1",
    ):
        with store.maintaining() as write:
            write.connection.execute(text(damage))
        assert differences(store)[-1] == "The sums of the score differ from those of its visits."
        rebuild(store)
        assert field.kept() == right
        assert differences(store) == []


def test_a_visit_is_kept_by_its_row(store: Store) -> None:
    """The sums name visits by their rows, which no rebuilding changes."""
    field = Field(store)
    field.kept()
    rebuild(store)
    field.kept()
    with store.reading() as read:
        named = read.connection.execute(text("SELECT visits FROM pain_tally")).scalars().all()
        rows = set(read.connection.execute(text("SELECT row FROM visit")).scalars())
        visits = {each.id for each in read.where(Visit)}
        assert {row.visit for row in sheet(read).visits.values()} <= {each.bytes for each in visits}
    assert {int(row) for each in named for row in each.split(",")} <= rows
