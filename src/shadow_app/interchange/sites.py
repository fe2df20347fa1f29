"""Organisations, units, sites, roles and headcounts from one flat CSV: a row per role at a site."""

from __future__ import annotations

from dataclasses import dataclass

from shadow_app.domain.language import mark, say
from shadow_app.domain.vocabulary import SiteType
from shadow_app.interchange.cells import Unfit, choice, decimal, whole
from shadow_app.interchange.columns import Column, Layout
from shadow_app.interchange.csv_reader import Row, Sheet, read_sheet

WHAT = mark("a list of sites")


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One role at one site. None means that the file says nothing about it.

    `shift_hours` are hours a day, `hourly_rate` is in `currency`. `role` is "" in a row that only names the site.
    """

    line_number: int
    organisation: str
    unit: str
    site: str
    site_type: SiteType | None = None
    role: str = ""
    role_group: str = ""
    headcount: int | None = None
    shift_hours: float | None = None
    days_per_year: int | None = None
    hourly_rate: float | None = None
    currency: str = ""


_SITES = Layout(
    "Shadow",
    (
        Column("organisation", ("organisation", "organization", "company", "customer", "client"), required=True),
        Column("unit", ("unit", "business_unit", "department", "division")),
        Column("site", ("site", "location", "place", "site_name", "depot", "branch"), required=True),
        Column("site_type", ("site_type", "type", "kind")),
        Column("role", ("role", "job", "job_title", "position", "function")),
        Column("role_group", ("role_group", "group", "wider_group")),
        Column("headcount", ("headcount", "people", "number", "fte", "staff")),
        Column("shift_hours", ("shift_hours", "hours", "hours_per_day", "shift")),
        Column("days_per_year", ("days_per_year", "days", "working_days")),
        Column("hourly_rate", ("hourly_rate", "rate", "cost_per_hour")),
        Column("currency", ("currency",)),
    ),
)
_SITE_TYPES = {
    "hub": SiteType.HUB,
    "depot": SiteType.DEPOT,
    "office": SiteType.OFFICE,
    "contact centre": SiteType.CONTACT_CENTRE,
    "contact center": SiteType.CONTACT_CENTRE,
    "call centre": SiteType.CONTACT_CENTRE,
    "shop": SiteType.SHOP,
    "store": SiteType.SHOP,
    "other": SiteType.OTHER,
}


def read_sites(data: bytes) -> Sheet[SiteRow]:
    """The sites and headcounts in a file.

    Raises:
        ImportTrouble: the file as a whole cannot be read.
    """
    return read_sheet(data, (_SITES,), _site, WHAT)


def _site(row: Row, _layout: Layout) -> SiteRow:
    names = {name: " ".join(row.text(name).split()) for name in ("organisation", "unit", "site", "role", "role_group")}
    for name in ("organisation", "site"):
        if not names[name]:
            raise Unfit(say("the {name} is missing.", name=name))
    headcount = row.text("headcount")
    if names["role"] and not headcount:
        raise Unfit(say("the headcount of the role “{names}” is missing.", names=names["role"][:60]))
    return SiteRow(
        line_number=row.line_number,
        organisation=names["organisation"],
        # A firm that is not divided is one unit under its own name.
        unit=names["unit"] or names["organisation"],
        site=names["site"],
        site_type=choice(row.text("site_type"), _SITE_TYPES, mark("site type")) if row.text("site_type") else None,
        role=names["role"],
        role_group=names["role_group"],
        headcount=whole(headcount, mark("headcount")) if headcount else None,
        shift_hours=_decimal(row, "shift_hours", mark("shift hours")),
        days_per_year=whole(row.text("days_per_year"), mark("days per year")) if row.text("days_per_year") else None,
        hourly_rate=_decimal(row, "hourly_rate", mark("hourly rate")),
        currency=row.text("currency").upper(),
    )


def _decimal(row: Row, field: str, what: str) -> float | None:
    text = row.text(field)
    return decimal(text, what) if text else None
