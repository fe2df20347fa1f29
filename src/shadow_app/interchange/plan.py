"""What an import would change, worked out before anything is written: new, changed field by field, unchanged, refused.

Rows meet existing records by code, else by the same name, and never by a similar one: a wrong guess would rewrite a
service that people have tagged notes with (`features.md` §5c, merge rule 3). A file adds and changes, it never clears:
an empty cell, a missing column and a missing row leave what is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import ValidationError

from shadow_app.domain.field_words import field_noun
from shadow_app.domain.language import say
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.unfit import reason
from shadow_app.interchange.catalogue import ServiceRow
from shadow_app.interchange.cells import Unfit
from shadow_app.interchange.columns import name_key
from shadow_app.interchange.csv_reader import RowRefused, Sheet

RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, before and after, as text to show."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that an import would change, and every field of it that would change."""

    line_number: int
    before: Record
    after: Record
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The dry run of an import. `records` are what to put, parents before children, when a person says yes.

    `remarks` are sentences about the file as a whole that belong into the preview.
    """

    new: tuple[Record, ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: tuple[Record, ...] = ()
    refused: tuple[RowRefused, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record to write."""
        return self.new + tuple(one.after for one in self.changed)

    @property
    def summary(self) -> str:
        """The counts in words: "12 new, 3 changed, 5 unchanged, 2 refused"."""
        return say(
            "{new:,} new, {changed:,} changed, {unchanged:,} unchanged, {refused:,} refused",
            new=len(self.new),
            changed=len(self.changed),
            unchanged=len(self.unchanged),
            refused=len(self.refused),
        )


@dataclass(frozen=True, slots=True)
class CataloguePlan(ImportPlan):
    """The dry run of a catalogue, with IT's list from its rank column: service ids, first place first, or nothing."""

    assumed: tuple[Service, ...] = ()


@dataclass(slots=True)
class PlanDraft:
    """An import plan in the making. Each record is looked at once; the order of the rows is kept."""

    new: list[Record] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: list[Record] = field(default_factory=list)
    refused: list[RowRefused] = field(default_factory=list)

    def put(self, line_number: int, before: RecordT | None, after: RecordT) -> RecordT:
        """Sort a record into new, changed or unchanged; returns the one that will be in the store."""
        if before is None:
            self.new.append(after)
            return after
        fields = differences(before, after)
        if not fields:
            self.unchanged.append(before)
            return before
        self.changed.append(Changed(line_number, before, after, fields))
        return after

    def all_refused(self, sheet: Sheet[Any]) -> tuple[RowRefused, ...]:
        """The sheet's refused rows and the plan's own, by line."""
        return tuple(sorted((*sheet.refused, *self.refused), key=lambda one: one.line_number))


def plan_catalogue(sheet: Sheet[ServiceRow], existing: Iterable[Service]) -> CataloguePlan:
    """Compare a catalogue with the services that are there. Removed services are not met again.

    Aliases are added to those a team has collected, never taken away.
    """
    known = _Known(existing)
    draft = PlanDraft()
    ranked: list[tuple[int, Service]] = []
    for row in sheet.rows:
        try:
            before = known.meet(row)
            after = valid(Service, before, _fields_of(row, before))
        except Unfit as reason:
            draft.refused.append(RowRefused(row.line_number, str(reason)))
            continue
        service = draft.put(row.line_number, before, after)
        if row.assumed_rank is not None:
            ranked.append((row.assumed_rank, service))
    assumed, remarks = _assumed(ranked)
    return CataloguePlan(
        new=tuple(draft.new),
        changed=tuple(draft.changed),
        unchanged=tuple(draft.unchanged),
        refused=draft.all_refused(sheet),
        remarks=remarks,
        assumed=assumed,
    )


def differences(before: Record, after: Record) -> tuple[FieldChange, ...]:
    """The fields in which two versions of a record differ, in the order in which the record declares them."""
    if before == after:
        return ()
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return tuple(FieldChange(name, _shown(old[name]), _shown(new[name])) for name in old if old[name] != new[name])


def valid(kind: type[RecordT], before: RecordT | None, fields: Mapping[str, Any]) -> RecordT:
    """A new record, or the next version of `before`.

    Raises:
        Unfit: a value breaks the record's rules, such as its length.
    """
    try:
        return before.edited(**fields) if before is not None else kind(**fields)
    except ValidationError as error:
        raise Unfit(_sentence(error)) from error


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    name = field_noun(str(first["loc"][0])) if first["loc"] else say("row")
    limits: dict[str, Any] = first.get("ctx", {})
    if first["type"] == "string_too_long":
        return say(
            "the {name} is longer than {limits:,|character|characters}. Shorten it in the file.",
            name=name,
            limits=limits["max_length"],
        )
    if "le" in limits or "lt" in limits:
        return say("the {name} is too large: {get:,} is the most.", name=name, get=limits.get("le", limits.get("lt")))
    if "ge" in limits:
        return say("the {name} is too small: {limits} is the least.", name=name, limits=limits["ge"])
    if "gt" in limits:
        return say("the {name} must be more than {limits}.", name=name, limits=limits["gt"])
    return say("the {name} cannot be used: {first}.", name=name, first=reason(first))


def _shown(value: object) -> str:
    return ", ".join(str(part) for part in value) if isinstance(value, list) else "" if value is None else str(value)


class _Known:
    """The services that are there, by code and by name."""

    def __init__(self, services: Iterable[Service]) -> None:
        self._by_code: dict[str, list[Service]] = defaultdict(list)
        self._by_name: dict[str, list[Service]] = defaultdict(list)
        for service in services:
            if not service.removed:
                self._by_name[name_key(service.name)].append(service)
                if service.code:
                    self._by_code[service.code.casefold()].append(service)

    def meet(self, row: ServiceRow) -> Service | None:
        """The service that a row is about, None when it is a new one.

        Raises:
            Unfit: it could be about several.
        """
        by_code = self._by_code.get(row.code.casefold(), []) if row.code else []
        by_name = self._by_name.get(name_key(row.name), [])
        if len(by_code) > 1:
            raise Unfit(
                say(
                    "{by_code:|service has|services have} the code “{code}”. Give each its own in the catalogue first.",
                    by_code=len(by_code),
                    code=row.code[:40],
                )
            )
        if by_code and any(other.id != by_code[0].id for other in by_name):
            raise Unfit(
                say(
                    "the code “{code}” is “{name}” here, but the name “{other}” belongs to another service. "
                    "Correct one of them.",
                    code=row.code[:40],
                    name=by_code[0].name[:60],
                    other=row.name[:60],
                )
            )
        if by_code:
            return by_code[0]
        if len(by_name) > 1:
            raise Unfit(
                say(
                    "{by_name:|service|services} are called “{name}”. Give the code of the one you mean.",
                    by_name=len(by_name),
                    name=row.name[:60],
                )
            )
        return by_name[0] if by_name else None


def _fields_of(row: ServiceRow, before: Service | None) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "name": row.name,
        "code": row.code,
        "category": row.category,
        "description": row.description,
        "owner": row.owner,
        "support_team": row.support_team,
        "criticality": row.criticality,
        "status": row.status,
    }
    fields = {name: value for name, value in fields.items() if value}
    had = before.aliases if before else ()
    seen = {name_key(alias) for alias in had}
    fields["aliases"] = had + tuple(alias for alias in row.aliases if name_key(alias) not in seen)
    return fields


def _assumed(ranked: Sequence[tuple[int, Service]]) -> tuple[tuple[Service, ...], tuple[str, ...]]:
    ranked = sorted(ranked, key=lambda pair: pair[0])
    for (rank, one), (after, other) in pairwise(ranked):
        if rank == after:
            return (), (
                say(
                    "“{name}” and “{other}” both have IT rank {rank}, so IT's list was left out.",
                    name=one.name[:60],
                    other=other.name[:60],
                    rank=rank,
                ),
            )
    return tuple(service for _, service in ranked), ()
