"""A service catalogue from another tool, or from our own CSV (`domain.md` §4, "Catalogue in").

Recognised: ServiceNow `cmdb_ci_service` and `service_offering`, iTop `Service` and `ServiceSubcategory`, GLPI
`ITILCategory`, Jira components, and our own columns.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from shadow_app.domain.language import mark, say
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.interchange.cells import Unfit, choice, listed, whole
from shadow_app.interchange.columns import Column, Layout, name_key
from shadow_app.interchange.csv_reader import Row, RowRefused, Sheet, read_sheet, repeated

WHAT = mark("a service catalogue")


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service as a file names it. Empty text and None mean that the file says nothing about it."""

    line_number: int
    name: str
    code: str = ""
    category: str = ""
    description: str = ""
    owner: str = ""
    support_team: str = ""
    aliases: tuple[str, ...] = ()
    criticality: str = ""
    assumed_rank: int | None = None
    status: ServiceStatus | None = None


_SERVICENOW = Layout(
    "ServiceNow",
    (
        Column("name", ("name", "display_name"), required=True),
        Column("code", ("number", "sys_id")),
        Column("category", ("category", "service_classification", "parent")),
        Column("description", ("short_description", "description", "comments")),
        Column("owner", ("owned_by", "service_owner", "business_contact", "managed_by")),
        Column("support_team", ("support_group", "assignment_group")),
        Column("aliases", ("aliases", "u_aliases"), repeats=True),
        # The tool itself spells its field with one s.
        Column("criticality", ("busines_criticality", "business_criticality")),
        Column("status", ("operational_status", "install_status")),
        Column("record_class", ("sys_class_name", "class")),
    ),
    frozenset({"sys_id", "sys_class_name", "busines_criticality", "operational_status"}),
)
_ITOP = Layout(
    "iTop",
    (
        Column("name", ("name", "service_subcategory_name"), required=True),
        Column("code", ("id",)),
        Column(
            "category",
            ("service_id_name", "service_name", "servicefamily_id_name", "servicefamily_name", "service_family_name"),
        ),
        Column("description", ("description",)),
        Column("owner", ("org_id_name", "organization_name")),
        Column("status", ("status",)),
    ),
    frozenset(
        {
            *("servicefamily_id_name", "servicefamily_name", "service_family_name", "servicefamily_id"),
            *("org_id_name", "organization_name", "service_id_name", "service_subcategory_name"),
        }
    ),
)
_GLPI = Layout(
    "GLPI",
    (
        Column("path", ("completename", "complete_name"), required=True),
        Column("name", ("name",)),
        Column("code", ("id", "code")),
        Column("description", ("comment", "comments")),
        Column("owner", ("users_id", "technician_in_charge", "person_in_charge")),
        Column("support_team", ("groups_id", "technician_group_in_charge", "group_in_charge")),
    ),
    frozenset({"completename", "complete_name"}),
)
_JIRA = Layout(
    "Jira",
    (
        Column("name", ("name", "component", "component_name", "label"), required=True),
        Column("code", ("key", "issue_key", "object_key")),
        Column("category", ("object_type", "project", "project_name", "project_key")),
        Column("description", ("description",)),
        Column("owner", ("lead", "component_lead", "owner", "default_assignee")),
        Column("status", ("status",)),
    ),
    frozenset({"component_lead", "default_assignee", "object_type", "object_key", "key", "component_name"}),
)
_OWN = Layout(
    "Shadow",
    (
        Column("name", ("name", "service", "service_name", "title"), required=True),
        Column("code", ("code", "service_id", "id", "external_id", "number")),
        Column("category", ("category", "family", "group")),
        Column("description", ("description", "short_description", "summary")),
        Column("owner", ("owner", "service_owner", "owned_by")),
        Column("support_team", ("support_team", "support_group", "team", "resolver_group", "owner_team")),
        Column("aliases", ("aliases", "alias", "synonyms", "also_known_as"), repeats=True),
        Column("criticality", ("criticality", "business_criticality")),
        Column("assumed_rank", ("assumed_rank", "it_rank", "rank")),
        Column("status", ("status", "state")),
    ),
)
_LAYOUTS = (_SERVICENOW, _ITOP, _GLPI, _JIRA, _OWN)

_LIVE = (
    *("live", "active", "operational", "production", "in production", "implementation", "in use", "enabled", "1"),
    *("non operational", "repair in progress", "dr standby", "ready", "installed", "2", "3", "4", "5"),
)
_RETIRED = ("retired", "obsolete", "inactive", "decommissioned", "end of life", "disabled", "6", "7")
_STATUS = {**dict.fromkeys(_LIVE, ServiceStatus.LIVE), **dict.fromkeys(_RETIRED, ServiceStatus.RETIRED)}


def read_catalogue(data: bytes) -> Sheet[ServiceRow]:
    """The services in a file. A code or a name that stands there twice is taken once, and refused after that.

    Raises:
        ImportTrouble: the file as a whole cannot be read.
    """
    sheet = read_sheet(data, _LAYOUTS, _service, WHAT)
    rows = _told_apart(sheet.rows) if sheet.layout == _GLPI.name else sheet.rows
    fields = sheet.fields | {"name", "category"} if sheet.layout == _GLPI.name else sheet.fields
    kept, twice = _each_once(rows)
    refused = tuple(sorted(sheet.refused + twice, key=lambda one: one.line_number))
    return replace(sheet, rows=kept, refused=refused, fields=fields - {"path", "record_class"})


def _service(row: Row, layout: Layout) -> ServiceRow:
    if layout is _GLPI:
        return _glpi_category(row)
    name = " ".join(row.text("name").split())
    if not name:
        raise Unfit(say("the service has no name."))
    record_class = row.text("record_class").casefold()
    if record_class and "service" not in record_class and "offering" not in record_class:
        raise Unfit(say("“{name}” is a “{text_}”, not a service.", name=name[:60], text_=row.text("record_class")[:40]))
    return ServiceRow(
        line_number=row.line_number,
        name=name,
        code=row.text("code"),
        category=row.text("category"),
        description=row.text("description"),
        owner=row.text("owner"),
        support_team=row.text("support_team"),
        aliases=_aliases(row.text("aliases"), name),
        criticality=row.text("criticality"),
        assumed_rank=_rank(row.text("assumed_rank")),
        status=choice(row.text("status"), _STATUS, mark("status")) if row.text("status") else None,
    )


def _aliases(text: str, name: str) -> tuple[str, ...]:
    """Each alias once, and none that is the name itself."""
    first = {name_key(alias): alias for alias in reversed(listed(text)) if name_key(alias) != name_key(name)}
    return tuple(alias for alias in listed(text) if first.get(name_key(alias)) == alias)


def _rank(text: str) -> int | None:
    if not text:
        return None
    rank = whole(text, mark("IT rank"))
    if rank < 1:
        raise Unfit(say("the IT rank must be 1 or more."))
    return rank


def _glpi_category(row: Row) -> ServiceRow:
    parts = [" ".join(part.split()) for part in row.text("path").split(">")]
    name = " ".join(row.text("name").split()) or parts[-1]
    if not name:
        raise Unfit(say("the category has no name."))
    return ServiceRow(
        line_number=row.line_number,
        name=name,
        code=row.text("code"),
        category=" > ".join(parts[:-1]),
        description=row.text("description"),
        owner=row.text("owner"),
        support_team=row.text("support_team"),
    )


def _told_apart(rows: tuple[ServiceRow, ...]) -> tuple[ServiceRow, ...]:
    """Categories of one name in different branches keep their whole path, so that they stay different services."""
    twice = set(repeated(name_key(row.name) for row in rows))
    return tuple(
        replace(row, name=f"{row.category} > {row.name}") if row.category and name_key(row.name) in twice else row
        for row in rows
    )


def _each_once(rows: tuple[ServiceRow, ...]) -> tuple[tuple[ServiceRow, ...], tuple[RowRefused, ...]]:
    kept: list[ServiceRow] = []
    refused: list[RowRefused] = []
    codes: dict[str, int] = {}
    names: dict[str, int] = {}
    for row in rows:
        code, name = row.code.casefold(), name_key(row.name)
        if code and code in codes:
            why = say(
                "the code “{code}” is already on line {codes}. Give each service its own.",
                code=row.code[:40],
                codes=codes[code],
            )
        elif name in names:
            why = say(
                "the name “{name}” is already on line {names}. Give each service its own.",
                name=row.name[:60],
                names=names[name],
            )
        else:
            codes[code] = names[name] = row.line_number
            kept.append(row)
            continue
        refused.append(RowRefused(row.line_number, why))
    return tuple(kept), tuple(refused)
