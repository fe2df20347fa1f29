"""A record out of what its changes come to: checked strictly, and the next best value where the best is none."""

from __future__ import annotations

import json
from functools import cache
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import to_json

from shadow_app.domain.record import Record
from shadow_app.domain.unfit import kept_reason
from shadow_app.domain.visible import visible
from shadow_app.storage.folding import Entry, Folded, next_best
from shadow_app.storage.repository import made

_MISSING = object()


def understood(
    kind: type[Record], record_id: UUID, folded: Folded, entries: list[Entry]
) -> tuple[Record | None, dict[str, str]]:
    """The record, with the next best value where the best is none, and per field why; None if it cannot be shown."""
    values, troubles = dict(folded.shown), dict[str, str]()
    others: dict[str, list[Any]] = {}
    while True:
        try:
            # Strictly first: a record by itself would take "5" for 5 and 1.0 for true.
            fields = vars(_shape(kind).model_validate_json(_json(values), strict=True))
            return _made_of(kind, record_id, values, fields) or kind.model_validate(
                {"id": record_id, **values}
            ), troubles
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            field = str(first["loc"][0]) if first["loc"] else ""
            troubles.setdefault(field, kept_reason(first))
            if field not in values:
                return None, {"": troubles[field]}
            rest = others.setdefault(field, next_best(entries, field))
            while rest and rest[0] == values[field]:
                del rest[0]
            if rest:
                values[field] = rest.pop(0)
            else:
                del values[field]


def _json(values: dict[str, Any]) -> bytes | str:
    try:
        return to_json(values)
    except ValueError:
        # Half a character, which is found unfit.
        return json.dumps(values)


def _made_of(kind: type[Record], record_id: UUID, told: dict[str, Any], checked: dict[str, Any]) -> Record | None:
    """The record without checking it twice, where a second look could see nothing else; None where it might."""
    defaults = _defaults(kind)
    if defaults is None or not all(map(_is_visible, told.values())):
        return None
    fields = {name: checked[name] if name in told else default for name, default in defaults.items()}
    fields["id"] = record_id
    return None if _MISSING in fields.values() else made(kind, fields)


def _is_visible(value: Any) -> bool:
    if type(value) is str:
        # Nothing that can be printed is odd, and that is told at once.
        return value.isprintable() or visible(value) == value
    return all(map(_is_visible, value)) if type(value) is list else True


@cache
def _defaults(kind: type[Record]) -> dict[str, Any] | None:
    """Every field's default, `_MISSING` where it must be told; None for a kind with rules beyond its fields."""
    rules = kind.__pydantic_decorators__
    if rules.field_validators or set(rules.model_validators) != {"_nothing_hides"}:
        return None
    return {
        name: _MISSING if field.is_required() or field.default_factory is not None else field.default
        for name, field in kind.model_fields.items()
    }


@cache
def _shape(kind: type[Record]) -> type[BaseModel]:
    """The kind's fields, each with its limits, none of them mandatory, and without what a record does by itself."""
    fields: dict[str, Any] = {
        name: (Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation, None)
        for name, field in kind.model_fields.items()
    }
    return create_model(f"{kind.__name__}Shape", __config__=ConfigDict(allow_inf_nan=False), **fields)
