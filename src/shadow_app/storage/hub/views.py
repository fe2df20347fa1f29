"""The views that BI tools read: one per kind of record, written from the records themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import Enum
from typing import Any

from sqlalchemy import Float, Integer
from sqlalchemy.types import TypeEngine

from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.storage.columns import Coded, Day, Flag, Floats, Id, Ids, Instant, Rows, Texts
from shadow_app.storage.settle import Link, links
from shadow_app.storage.tables import TABLES

SHOWN: dict[str, type[Record]] = {
    "organisations": Organisation,
    "business_units": BusinessUnit,
    "sites": Site,
    "roles": Role,
    "role_populations": RolePopulation,
    "services": Service,
    "business_steps": BusinessStep,
    "visits": Visit,
    "notes": Observation,
    "service_tags": ServiceTag,
    "pain_points": PainPoint,
    "pain_point_notes": PainPointMember,
    "stated_importances": StatedImportance,
    "commitments": Commitment,
    "decisions": Decision,
}
"""Name of the view → what it shows. Hosts, consents, contacts and IT's people are left out: nobody counts people."""

LEFT_OUT = {"removed", "shadower_id", "line", "quote", "respondent", "decided_by"}
"""Who did it, and what somebody said to the letter: neither is for a chart. Whoever promised is left out likewise."""

_CASTS: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (Id, "shadow.as_id({})"),
    (Instant, "shadow.as_time({})"),
    (Day, "shadow.as_day({})"),
    (Flag, "shadow.as_flag({})"),
    (Integer, "shadow.as_whole({})"),
    (Float, "shadow.as_number({})"),
)
_LISTS = (Texts, Ids, Floats, Rows)


def view_statements() -> Iterator[str]:
    """SQL that makes the views anew: what each kind shows, parents before children, then what BI tools may see."""
    kinds = _with_parents()
    for name in reversed(SHOWN):
        yield f"DROP VIEW IF EXISTS shadow_bi.{name}"
    for kind in reversed(kinds):
        yield f"DROP VIEW IF EXISTS shadow.shown_{kind.kind_name}"
    for kind in kinds:
        yield _shown(kind)
    for name, kind in SHOWN.items():
        columns = ", ".join(f'"{column}"' for column in columns_of(kind))
        source = f"shadow.shown_{kind.kind_name} WHERE removed IS NOT TRUE"
        yield f"CREATE VIEW shadow_bi.{name} AS SELECT {columns} FROM {source}"
        yield f"GRANT SELECT ON shadow_bi.{name} TO shadow_reader, shadow_lead"
    yield "GRANT USAGE ON SCHEMA shadow_bi TO shadow_reader, shadow_lead"


def columns_of(kind: type[Record]) -> list[str]:
    """The columns of a kind's view, in the order of its fields."""
    left_out = {*LEFT_OUT, "id", *({"owner"} if kind is Commitment else ())}
    return ["id", *(name for name in kind.model_fields if name not in left_out)]


def _with_parents() -> list[type[Record]]:
    """The kinds that are shown and those without which they are not, in the order of the tables."""
    wanted = set(SHOWN.values())
    grown = True
    while grown:
        parents = {link.parent for kind in wanted for link in _needs(kind)}
        grown = not parents <= wanted
        wanted |= parents
    return [kind for kind in TABLES if kind in wanted]


def _needs(kind: type[Record]) -> list[Link]:
    return [link for link in links() if link.child is kind and not link.optional]


def _shown(kind: type[Record]) -> str:
    columns = ", ".join(["s.record_id AS id", *(_column(kind, name) for name in kind.model_fields if name != "id")])
    needs = "".join(
        f" AND shadow.as_id(s.shown ->> '{link.field}') IN (SELECT id FROM shadow.shown_{link.parent.kind_name})"
        for link in _needs(kind)
    )
    name = kind.kind_name
    return f"CREATE VIEW shadow.shown_{name} AS SELECT {columns} FROM shadow.shown s WHERE s.kind = '{name}'{needs}"


def _column(kind: type[Record], name: str) -> str:
    """A field as a typed column, with its default where it was never written."""
    column = TABLES[kind].c[name].type
    if isinstance(column, _LISTS):
        return f"""shadow.as_list(s.shown -> '{name}') AS "{name}\""""
    default = _default(kind, name)
    value = f"s.shown ->> '{name}'"
    if default is not None:
        word = default if isinstance(default, str) else json.dumps(default)
        value = f"COALESCE({value}, '{word.replace(chr(39), chr(39) * 2)}')"
    return f'{_cast(column).format(value)} AS "{name}"'


def _cast(column: TypeEngine[Any]) -> str:
    if isinstance(column, Coded):
        return "shadow.as_whole({})" if issubclass(column.words, int) else "{}"
    return next((cast for kind, cast in _CASTS if isinstance(column, kind)), "{}")


def _default(kind: type[Record], name: str) -> Any:
    field = kind.model_fields[name]
    if field.is_required():
        return None
    value = field.get_default(call_default_factory=True)
    return value.value if isinstance(value, Enum) else value
