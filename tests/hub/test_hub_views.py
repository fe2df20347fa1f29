"""What BI tools read at the hub is what the stores show, whatever happened to it."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import Firm, put, tag
from hub_team import ANN, LEAD, READER, HubTeam, Laptop
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.vocabulary import BusinessDamage
from shadow_app.storage.folding import Entry, fold
from shadow_app.storage.hub.views import SHOWN, columns_of

Laptops = Callable[..., Laptop]


def in_the_store(laptop: Laptop, kind: type[Record]) -> list[dict[str, Any]]:
    names = columns_of(kind)
    shown = [each for each in laptop.records(kind) if not each.removed]
    return [{name: _plain(getattr(each, name)) for name in names} for each in shown]


def at_the_hub(hub: HubTeam, view: str, kind: type[Record]) -> list[dict[str, Any]]:
    columns = ", ".join(f'"{name}"' for name in columns_of(kind))
    rows = hub.run(READER, f"SELECT {columns} FROM shadow_bi.{view} ORDER BY id")
    return [{name: _plain(value) for name, value in zip(columns_of(kind), row, strict=True)} for row in rows]


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, UUID):
        return str(value)
    return value.model_dump(mode="json") if isinstance(value, Record) else value


def equal(hub: HubTeam, laptop: Laptop) -> int:
    """All views against one store that has everything; how many rows there were."""
    many = 0
    for view, kind in SHOWN.items():
        there = at_the_hub(hub, view, kind)
        assert there == in_the_store(laptop, kind), view
        many += len(there)
    return many


def test_the_views_show_what_the_stores_show(laptop: Laptops, hub: HubTeam) -> None:
    lead, ann, firm = laptop(LEAD), laptop(ANN), Firm()
    put(lead.store, *firm.records)
    lead.sync()
    hub.run(LEAD, "SELECT shadow.share(%s, '*')", firm.visit.id)
    assert equal(hub, lead) == len(firm.records) - 1
    note = firm.note(
        "gun “logs out”; it's \\ 50 % 🙂",
        count=3,
        lost_minutes=6.5,
        business_damage=BusinessDamage(3),
        unresolved_tags=("zebra", "o'clock"),
        surprise=True,
    )
    other, point = firm.note("printer", 1), PainPoint(service_id=firm.scanning.id, title="Guns log out")
    member = PainPointMember(id=link_id(point.id, note.id), pain_point_id=point.id, observation_id=note.id)
    put(lead.store, note, other, tag(note, firm.scanning, primary=True), tag(other, firm.labels), point, member)
    lead.sync()
    ann.sync()
    assert equal(hub, lead) == len(firm.records) - 1 + 6
    # An edit, one back to the default, two that do not know of each other, a removal, a child before its parent.
    put(ann.store, note.edited(text="Ann's", count=1), other.edited(removed=True))
    put(lead.store, note.edited(text="Lena's", lost_minutes=None), point.edited(title="They log out"))
    for each in (ann, lead, ann):
        each.sync()
    assert len(lead.exchange.conflicts()) == 1
    equal(hub, lead)
    equal(hub, ann)
    lead.exchange.answer(lead.exchange.conflicts()[0], "agreed")
    lead.sync()
    ann.sync()
    equal(hub, ann)
    assert [row["text"] for row in at_the_hub(hub, "notes", Observation)] == ["agreed"]
    lead.exchange.erase(lead.records(Observation)[0], "asked to")
    lead.sync()
    equal(hub, lead)
    assert at_the_hub(hub, "notes", Observation) == []
    assert len(at_the_hub(hub, "service_tags", ServiceTag)) == 1


def test_what_lacks_a_parent_is_not_shown_and_comes_with_it(laptop: Laptops, hub: HubTeam) -> None:
    lead, firm = laptop(LEAD), Firm()
    put(lead.store, *firm.records)
    put(lead.store, note := firm.note(), tag(note, firm.email))
    lead.sync()
    many = equal(hub, lead)
    gone = "DELETE FROM shadow.change WHERE record_id = %s"
    hub.run("admin", gone, firm.site.id)
    for view in ("visits", "notes", "service_tags", "role_populations"):
        assert hub.run(READER, f"SELECT count(*) FROM shadow_bi.{view}") == [(0,)]
    lead.sync()
    assert equal(hub, lead) == many


def test_nobodys_work_is_told_by_name(hub: HubTeam) -> None:
    shown = hub.run("admin", "SELECT column_name FROM information_schema.columns WHERE table_schema = 'shadow_bi'")
    assert len(shown) > 80
    assert not {row[0] for row in shown} & {"shadower_id", "author", "decided_by", "respondent", "inserted_by"}
    views = hub.run("admin", "SELECT table_name FROM information_schema.tables WHERE table_schema = 'shadow_bi'")
    assert {row[0] for row in views} == set(SHOWN)


def test_a_value_that_is_none_shows_as_nothing(laptop: Laptops, hub: HubTeam) -> None:
    lead, firm = laptop(LEAD), Firm()
    put(lead.store, *firm.records)
    lead.sync()
    odd = {
        "visit_id": str(firm.visit.id),
        "at": "2026-99-99T00:00:00Z",
        "text": "odd",
        "count": "many",
        "lost_minutes": 1e300,
        "requested_on": "soon",
        "surprise": "yes",
        "role_id": "nobody",
        "unresolved_tags": 3,
        "removed": [],
    }
    body = json.dumps({"data": odd, "replaces": {"text": 3}, "author": "x", "action": str(uuid4())})
    made = json.dumps({"data": {}, "replaces": {}, "author": "x", "action": str(uuid4())})
    record = uuid4()
    for seq, each in enumerate((made, body), 1):
        hub.run(
            LEAD,
            "INSERT INTO shadow.change (scope, device, seq, cid, op, kind, record_id, body) "
            "VALUES (%s, %s, %s, %s, 'put', 'observation', %s, %s)",
            firm.visit.id, "d" * 16, seq, f"{seq:016x}{'d' * 16}", record, each,
        )  # fmt: skip
    names = ("at", "text", "count", "lost_minutes", "requested_on", "surprise", "role_id", "unresolved_tags", "kind")
    assert hub.run(READER, f"SELECT {', '.join(names)} FROM shadow_bi.notes") == [
        (None, "odd", None, None, None, None, None, [], "context")
    ]


CIDS = [f"{number:032x}" for number in range(6)]


@given(
    entries=st.lists(
        st.tuples(
            st.dictionaries(
                st.sampled_from(["text", "count", "line"]), st.sampled_from(["a", "b", None, 3]), max_size=3
            ),
            st.dictionaries(
                st.sampled_from(["text", "count", "line"]), st.lists(st.sampled_from(CIDS), max_size=3), max_size=2
            ),
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_folding_in_sql_is_folding_in_python(one_hub: HubTeam, entries: list[Any]) -> None:
    log = [Entry(cid, *each) for cid, each in zip(CIDS, entries, strict=False)]
    folded = fold(Observation, log)
    told = [{"cid": each.cid, "data": each.data, "replaces": each.replaces} for each in log]
    random.Random(1).shuffle(told)
    (shown,) = one_hub.run("admin", "SELECT shadow.fold(%s::jsonb)", json.dumps(told))[0]
    if folded is not None:
        assert shown == folded.shown
