"""What the dialogs ask for each record of the business."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.record import Record
from shadow_app.domain.vocabulary import SiteType
from shadow_app.ui.questions import Ask
from shadow_app.ui.settings.business_tree import Business, site_words

translate = QCoreApplication.translate


def fields_of(record: Record, business: Business) -> tuple[Ask, ...]:
    """The fields to ask for, with what they hold now."""
    match record:
        case Organisation():
            return (
                Ask("name", translate("BusinessFields", "Name"), record.name),
                Ask("currency", translate("BusinessFields", "Currency"), record.currency, hint="GBP"),
            )
        case BusinessUnit():
            return (
                Ask("name", translate("BusinessFields", "Name"), record.name),
                Ask("value_at_stake", translate("BusinessFields", "What is at stake"), record.value_at_stake, "words"),
            )
        case Site():
            kinds = tuple((kind, site_words(kind)) for kind in SiteType)
            return (
                Ask("name", translate("BusinessFields", "Name"), record.name),
                Ask("site_type", translate("BusinessFields", "Kind of place"), record.site_type, "pick", kinds),
                Ask("address", translate("BusinessFields", "Address"), record.address),
            )
        case Role():
            return (
                Ask("name", translate("BusinessFields", "Name"), record.name, hint=_never_a_person()),
                Ask("group", translate("BusinessFields", "Wider group"), record.group),
            )
        case RolePopulation():
            return _people(record, business)
    return ()


def _people(record: RolePopulation, business: Business) -> tuple[Ask, ...]:
    firm = business.firm_of(record)
    roles = tuple((role.id, role.name) for role in business.roles if firm and role.organisation_id == firm.id)
    return (
        Ask("role_id", translate("BusinessFields", "Role"), record.role_id, "pick", roles),
        Ask("headcount", translate("BusinessFields", "How many people"), record.headcount, "whole"),
        Ask(
            "shift_hours",
            translate("BusinessFields", "Hours of a shift"),
            record.shift_hours,
            "decimal",
            span=(0.25, 24),
        ),
        Ask(
            "days_per_year",
            translate("BusinessFields", "Working days a year"),
            record.days_per_year,
            "whole",
            span=(1, 366),
        ),
        Ask(
            "hourly_rate",
            translate("BusinessFields", "What an hour costs"),
            record.hourly_rate,
            "decimal",
            span=(0, 10_000),
        ),
    )


def blank(kind: type[Record], over: Record | None, business: Business) -> Record | None:
    """A record of a kind to be filled in, below the chosen one; None where it would hang in the air."""
    firm = business.firm_of(over) if over is not None else None
    match kind.kind_name, over:
        case "organisation", _:
            return Organisation.model_construct(name="")
        case "business_unit", _ if firm:
            return BusinessUnit.model_construct(organisation_id=firm.id, name="")
        case "role", _ if firm:
            return Role.model_construct(organisation_id=firm.id, name="")
        case "site", BusinessUnit():
            return Site.model_construct(unit_id=over.id, name="")
        case "site", Site():
            return Site.model_construct(unit_id=over.unit_id, name="")
        case "role_population", Site() | RolePopulation() if _has_roles(over, business):
            site_id = over.id if isinstance(over, Site) else over.site_id
            first = next(role for role in business.roles if firm and role.organisation_id == firm.id)
            return RolePopulation(site_id=site_id, role_id=first.id, headcount=1)
    return None


def filled(start: Record, values: dict[str, Any]) -> Record:
    """The record with what was filled in, validated.

    Raises:
        pydantic.ValidationError: a field has a bad value.
    """
    return start.edited(**values)


def _has_roles(over: Record, business: Business) -> bool:
    firm = business.firm_of(over)
    return firm is not None and any(role.organisation_id == firm.id for role in business.roles)


def _never_a_person() -> str:
    return translate("BusinessFields", "the kind of work, never a person’s name")
