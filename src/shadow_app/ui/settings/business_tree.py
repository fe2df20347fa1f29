"""Firms, units, sites, roles and headcounts as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from shadow_app.bootstrap import Shadow
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.record import Record
from shadow_app.domain.vocabulary import SiteType
from shadow_app.domain.words import SITES
from shadow_app.ui import amounts
from shadow_app.ui.any_index import AnyIndex

translate = QCoreApplication.translate

RECORD_ROLE = Qt.ItemDataRole.UserRole
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Business:
    """Everything that the tree shows, each kind by name."""

    firms: Sequence[Organisation] = ()
    units: Sequence[BusinessUnit] = ()
    sites: Sequence[Site] = ()
    roles: Sequence[Role] = ()
    people: Sequence[RolePopulation] = ()

    def firm_of(self, record: Record) -> Organisation | None:
        """The firm to which a record belongs."""
        match record:
            case Organisation():
                return record
            case BusinessUnit() | Role():
                return _by_id(self.firms, record.organisation_id)
            case Site():
                unit = _by_id(self.units, record.unit_id)
                return self.firm_of(unit) if unit else None
            case RolePopulation():
                site = _by_id(self.sites, record.site_id)
                return self.firm_of(site) if site else None
        return None

    def below(self, record: Record) -> int:
        """How many records would hang in the air if this one were removed."""
        match record:
            case Organisation():
                units = sum(unit.organisation_id == record.id for unit in self.units)
                return units + sum(role.organisation_id == record.id for role in self.roles)
            case BusinessUnit():
                return sum(site.unit_id == record.id for site in self.sites)
            case Site():
                return sum(each.site_id == record.id for each in self.people)
            case Role():
                return sum(each.role_id == record.id for each in self.people)
        return 0


def read_business(shadow: Shadow) -> Business:
    """On the reading thread."""
    catalogue = shadow.catalogue
    return Business(catalogue.firms(), catalogue.units(), catalogue.sites(), catalogue.roles(), catalogue.populations())


class BusinessModel(QStandardItemModel):
    """One row per record; hundreds, never thousands."""

    def show_business(self, business: Business) -> None:
        """Show it all anew."""
        self.clear()
        roles = {role.id: role for role in business.roles}
        for firm in business.firms:
            under_firm = _row(firm, firm.name, translate("BusinessTree", "firm"))
            for unit in (each for each in business.units if each.organisation_id == firm.id):
                under_unit = _row(unit, unit.name, translate("BusinessTree", "unit"), unit.value_at_stake)
                for site in (each for each in business.sites if each.unit_id == unit.id):
                    under_site = _row(site, site.name, site_words(site.site_type))
                    for people in (each for each in business.people if each.site_id == site.id):
                        role = roles.get(people.role_id)
                        under_site.appendRow(_headcount(people, role, firm.currency))
                    under_unit.appendRow(under_site)
                under_firm.appendRow(under_unit)
            for role in (each for each in business.roles if each.organisation_id == firm.id):
                under_firm.appendRow(_row(role, role.name, translate("BusinessTree", "role"), role.group))
            self.appendRow(under_firm)

    def record(self, index: AnyIndex) -> Record | None:
        """The record behind an index."""
        found = index.data(RECORD_ROLE) if index.isValid() else None
        return found if isinstance(found, Record) else None

    def index_of(self, record: Record) -> QModelIndex:
        """Where a record stands; invalid where it does not."""
        start = self.index(0, 0)
        every = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
        found = self.match(start, RECORD_ROLE + 1, str(record.id), 1, every) if start.isValid() else []
        return found[0] if found else QModelIndex()


def site_words(kind: SiteType) -> str:
    """What kind of place it is."""
    return SITES[kind]


def _headcount(people: RolePopulation, role: Role | None, currency: str) -> QStandardItem:
    words = translate("BusinessTree", "{number} × {role}")
    name = role.name if role else translate("BusinessTree", "a removed role")
    days = translate("BusinessTree", "{days:|day|days} of {hours} h a year").format(
        days=amounts.whole(people.days_per_year), hours=amounts.short(people.shift_hours, 1)
    )
    price = ""
    if people.hourly_rate:
        price = translate("BusinessTree", "{rate} {currency} an hour").format(
            rate=amounts.short(people.hourly_rate), currency=currency
        )
    return _row(people, words.format(number=amounts.whole(people.headcount), role=name), days, price)


def _row(record: Record, name: str, *about: str) -> QStandardItem:
    words = "   ·   ".join(part for part in (name, *about) if part)
    item = QStandardItem(words)
    item.setEditable(False)
    item.setData(record, RECORD_ROLE)
    item.setData(str(record.id), RECORD_ROLE + 1)
    item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
    return item


def _by_id(records: Sequence[R], wanted: object) -> R | None:
    return next((record for record in records if record.id == wanted), None)
