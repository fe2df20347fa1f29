from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListWidget, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desks import Guide, in_front
from factories import Firm, put
from shadow_app import settings
from shadow_app.bootstrap import wire
from shadow_app.domain.errors import WrongKey
from shadow_app.domain.news import News
from shadow_app.domain.organisation import BusinessStep, Organisation, Role, RolePopulation, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus, SiteType
from shadow_app.settings import Settings, settings_path
from shadow_app.storage.store import Store
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.key_dialogs import RecoveryDialog
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.ranking_editor import RankingEditor
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.ui.settings.business_tree import Business
from shadow_app.ui.settings.me import SettingsMe
from shadow_app.ui.settings.page import SettingsPage
from shadow_app.ui.theme import Theme
from shadow_app.ui.trust import keys_section
from shadow_app.ui.trust.passphrase_dialog import PassphraseDialog
from shadow_app.usecases.protecting import Protecting
from shadow_app.usecases.ways_in import Ways

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
W = TypeVar("W", bound=QWidget)


def shown(desk: Desk, qtbot: QtBot) -> SettingsPage:
    return in_front(SettingsPage(desk), qtbot, wide=1200, tall=800)


@pytest.fixture
def page(desk: Desk, news: NewsDesk, qtbot: QtBot) -> SettingsPage:
    made = shown(desk, qtbot)
    news.heard.connect(made.hear)
    return made


def editor(dialog: RecordDialog | None, name: str, kind: type[W]) -> W:
    assert dialog is not None
    found = dialog.editors[name]
    assert isinstance(found, kind)
    return found


def fill(dialog: RecordDialog | None, **texts: str) -> None:
    for name, text in texts.items():
        editor(dialog, name, QLineEdit).setText(text)
    assert dialog is not None
    dialog.form.keep.click()


def press(page: SettingsPage, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """A key of an action, once the dialog before it has gone; that leaves no window active here."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, key, held)


def test_sections_are_walked_by_key(page: SettingsPage, qtbot: QtBot) -> None:
    sections = page.form.sections
    sections.setFocus()
    seen = []
    for _ in range(page.model.rowCount()):
        seen.append(page.form.stack.currentWidget())
        qtbot.keyClick(sections, Key.Key_Down)
    assert len(set(map(id, seen))) == page.model.rowCount()
    qtbot.waitUntil(lambda: "Shadow " in page.about.form.versions.text())
    assert "LGPL" in page.about.form.licences.text()


def test_i_say_who_i_am(page: SettingsPage, guide: Guide, store: Store, firm: Firm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.me.form.name.text() == "Ann")
    page.me.form.name.setText("Ann Bell")
    page.me.form.team.setText("Networks")
    qtbot.keyClick(page.me.form.team, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(guide.said))
    assert store.author == "Ann Bell"
    kept = settings.load(settings_path()).settings
    assert (kept.name, kept.shadower_id) == ("Ann Bell", firm.ann.id)
    qtbot.waitUntil(lambda: "that is me" in page.me.model.entry(page.me.model.index(0, 0)).about)
    page.me.form.name.setText(" ")
    page.me.save()
    qtbot.waitUntil(lambda: bool(guide.complaints))
    assert "name is empty" in guide.complaints[0]


def test_where_nobody_is_named_the_next_step_is(store: Store, theme: Theme, guide: Guide, qtbot: QtBot) -> None:
    shadow = wire(store, Settings(name="Ann"))
    jobs = Jobs(store.interrupt_reading)
    part = SettingsMe(Desk(shadow, jobs, theme, Actions(), guide), shadow.own)
    qtbot.addWidget(part)
    part.show()
    assert not part.form.edit.isEnabled()
    part.load()
    qtbot.waitUntil(part.form.nothing.isVisible)
    assert (part.form.people.isVisible(), part.form.edit.isEnabled()) == (False, False)
    part.form.nothingAdd.click()
    fill(part.dialog, name="Bea")
    qtbot.waitUntil(part.form.people.isVisible)
    assert (part.form.nothing.isVisible(), part.form.edit.isEnabled()) == (False, True)
    jobs.close()


def test_somebody_of_it_is_added_and_edited(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.me.model.rowCount() == 1)
    press(page, qtbot, Key.Key_N, CTRL)
    fill(page.me.dialog, name="", team="Workplace")
    assert page.me.dialog is not None
    assert "“Name” is empty" in page.me.dialog.form.wrong.text()
    fill(page.me.dialog, name="x" * 300)
    assert "too long; at most 200" in page.me.dialog.form.wrong.text()
    fill(page.me.dialog, name="Bea")
    qtbot.waitUntil(lambda: page.me.model.rowCount() == 2)
    page.me.form.people.setCurrentIndex(page.me.model.index(1, 0))
    press(page, qtbot, Key.Key_F2)
    fill(page.me.dialog, team="Desk")
    qtbot.waitUntil(lambda: {p.name: p.team for p in desk.shadow.catalogue.all(Shadower)}["Bea"] == "Desk")


def test_a_service_gets_the_words_people_use(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    page.open_section(page.catalogue.title)
    qtbot.waitUntil(lambda: page.catalogue.model.rowCount() == 3)
    services = page.catalogue.form.services
    services.setFocus()
    qtbot.keyClick(services, Key.Key_Home)
    qtbot.keyClick(services, Key.Key_Return)
    assert editor(page.catalogue.dialog, "aliases", QLineEdit).text() == "gun, scanner, zebra"
    fill(page.catalogue.dialog, aliases="gun,  the   zapper ,, gun")
    qtbot.waitUntil(lambda: ("gun", "the zapper") in {each.aliases for each in desk.shadow.catalogue.services()})
    press(page, qtbot, Key.Key_N, CTRL)
    fill(page.catalogue.dialog, name="Drones", code="77")
    qtbot.waitUntil(lambda: page.catalogue.model.rowCount() == 4)


def test_a_service_is_retired_and_brought_back(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    page.open_section(page.catalogue.title)
    catalogue = page.catalogue
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 3)
    catalogue.form.retire.click()
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 2)
    assert next(each.status for each in desk.shadow.catalogue.all(Service, "code")) is ServiceStatus.RETIRED
    catalogue.form.retired.setChecked(True)
    assert catalogue.model.rowCount() == 3
    catalogue.form.services.setCurrentIndex(catalogue.shown_services.index(0, 0))
    assert catalogue.form.retire.text() == "Bring back"
    catalogue.form.retire.click()
    qtbot.waitUntil(lambda: len(desk.shadow.catalogue.services()) == 3)
    press(page, qtbot, Key.Key_F, CTRL)
    qtbot.keyClicks(catalogue.form.find, "outlook")
    assert catalogue.shown_services.rowCount() == 1


def test_an_import_is_looked_at_before_it_is_taken(
    page: SettingsPage, desk: Desk, guide: Guide, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "services.csv"
    file.write_text("service_id,name,aliases\n01,Handheld scanning,wand\n77,Drones,drone\n,,x\n12,Email,\n")
    page.open_section(page.catalogue.title)
    page.catalogue.flow.ask_file = lambda title: str(file)
    page.catalogue.take()
    qtbot.waitUntil(lambda: page.catalogue.flow.preview is not None)
    preview = page.catalogue.flow.preview
    assert preview is not None
    assert preview.form.summary.text() == "1 new, 1 changed, 1 unchanged, 1 refused"
    groups = [preview.model.item(row).text() for row in range(preview.model.rowCount())]
    assert groups == ["Refused (1)", "Changed (1)", "New (1)", "Unchanged (1)"]
    assert "Line 4" in preview.model.item(0).child(0).text()
    assert "wand" in preview.model.item(1).child(0).child(0).text()
    assert len(desk.shadow.catalogue.services()) == 3
    preview.form.take.click()
    qtbot.waitUntil(lambda: len(desk.shadow.catalogue.services()) == 4)
    qtbot.waitUntil(lambda: guide.said == ["Imported: 1 new, 1 changed, 1 unchanged, 1 refused."])


def test_a_file_with_nothing_new_cannot_be_taken(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "services.csv"
    file.write_text("service_id,name\n12,Email\n")
    page.catalogue.flow.ask_file = lambda title: str(file)
    page.catalogue.take()
    qtbot.waitUntil(lambda: page.catalogue.flow.preview is not None)
    preview = page.catalogue.flow.preview
    assert preview is not None
    assert not preview.form.take.isEnabled()
    assert "nothing would be written" in preview.form.after.text()
    preview.reject()


def test_a_file_that_cannot_be_read_is_one_sentence(
    page: SettingsPage, guide: Guide, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(tmp_path / "no.csv"), ""))
    page.catalogue.take()
    qtbot.waitUntil(lambda: bool(guide.complaints))
    assert "cannot be read" in guide.complaints[0]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: ("", ""))
    page.catalogue.take()
    assert page.catalogue.flow.preview is None


def test_many_rows_are_counted_and_not_all_listed(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "services.csv"
    file.write_text("service_id,name\n" + "".join(f"X{n},Service {n}\n" for n in range(700)))
    page.catalogue.flow.ask_file = lambda title: str(file)
    page.catalogue.take()
    qtbot.waitUntil(lambda: page.catalogue.flow.preview is not None)
    preview = page.catalogue.flow.preview
    assert preview is not None
    group = preview.model.item(0)
    assert group.rowCount() == 501
    assert group.child(500).text() == "… and 200 more"
    preview.reject()


def test_the_business_grows_from_the_chosen_entry(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    page.open_section(page.business.title)
    business = page.business
    qtbot.waitUntil(lambda: business.model.rowCount() == 1)
    QAbstractItemModelTester(business.model)
    assert business.form.unit.isEnabled()
    assert not business.form.site.isEnabled()
    business.form.unit.click()
    fill(business.dialog, name="Shops")
    qtbot.waitUntil(lambda: len(desk.shadow.catalogue.units()) == 2)
    shops = next(unit for unit in desk.shadow.catalogue.units() if unit.name == "Shops")
    qtbot.waitUntil(lambda: business.model.index_of(shops).isValid())
    business.form.tree.setCurrentIndex(business.model.index_of(shops))
    press(page, qtbot, Key.Key_N, CTRL)
    fill(business.dialog, name="High street")
    qtbot.waitUntil(lambda: len(desk.shadow.catalogue.sites()) == 2)
    site = next(site for site in desk.shadow.catalogue.sites() if site.name == "High street")
    assert site.unit_id == shops.id
    qtbot.waitUntil(lambda: business.model.index_of(site).isValid())
    business.form.tree.setCurrentIndex(business.model.index_of(site))
    business.form.people.click()
    editor(business.dialog, "headcount", QSpinBox).setValue(12)
    fill(business.dialog)
    qtbot.waitUntil(lambda: 12 in {each.headcount for each in desk.shadow.catalogue.populations()})
    business.form.role.click()
    fill(business.dialog, name="seller")
    qtbot.waitUntil(lambda: "seller" in {role.name for role in desk.shadow.catalogue.roles()})
    business.form.firm.click()
    fill(business.dialog, name="Penrose", currency="EUR")
    qtbot.waitUntil(lambda: len(desk.shadow.catalogue.firms()) == 2)


def test_what_is_chosen_is_edited_and_removed(
    page: SettingsPage, desk: Desk, guide: Guide, firm: Firm, qtbot: QtBot
) -> None:
    page.open_section(page.business.title)
    business = page.business
    qtbot.waitUntil(lambda: business.model.rowCount() == 1)
    business.form.tree.setCurrentIndex(business.model.index_of(firm.site))
    press(page, qtbot, Key.Key_F2)
    fill(business.dialog, name="Quay depot")
    qtbot.waitUntil(lambda: desk.shadow.catalogue.sites()[0].name == "Quay depot")
    press(page, qtbot, Key.Key_Delete)
    assert guide.complaints == ["2 entries hang on it; remove or move those first."]
    qtbot.waitUntil(lambda: business.model.index_of(firm.drivers).isValid())
    business.form.tree.setCurrentIndex(business.model.index_of(firm.drivers))
    press(page, qtbot, Key.Key_Delete)
    business.box.buttons()[0].click()
    qtbot.waitUntil(lambda: len(desk.shadow.catalogue.populations()) == 1)


def test_the_tree_knows_what_hangs_on_what(firm: Firm) -> None:
    business = Business([firm.firm], [firm.unit], [firm.site], [firm.driver, firm.loader], [firm.drivers, firm.loaders])
    assert business.below(firm.firm) == 3
    assert business.below(firm.unit) == 1
    assert business.below(firm.site) == 2
    assert business.below(firm.driver) == 1
    assert business.below(firm.drivers) == 0
    assert business.firm_of(firm.drivers) == firm.firm
    assert business.firm_of(firm.ann) is None
    assert Business().firm_of(firm.drivers) is None
    assert Business().firm_of(firm.site) is None


def test_headcounts_are_imported(page: SettingsPage, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "sites.csv"
    file.write_text(
        "organisation,unit,site,site_type,role,headcount\nLarkfield Parcels,Depots,Fellside depot,depot,driver,9\n"
    )
    page.business.flow.ask_file = lambda title: str(file)
    page.business.take()
    qtbot.waitUntil(lambda: page.business.flow.preview is not None)
    assert page.business.flow.preview is not None
    page.business.flow.preview.form.take.click()
    qtbot.waitUntil(lambda: len(desk.shadow.catalogue.sites()) == 2)
    made = next(site for site in desk.shadow.catalogue.sites() if site.name == "Fellside depot")
    assert made.site_type is SiteType.DEPOT


def test_a_step_names_its_services(page: SettingsPage, desk: Desk, firm: Firm, guide: Guide, qtbot: QtBot) -> None:
    page.open_section(page.steps.title)
    qtbot.waitUntil(page.steps.form.nothing.isVisible)
    page.steps.form.nothingAdd.click()
    needs = editor(page.steps.dialog, "service_ids", QListWidget)
    assert [needs.item(row).text() for row in range(needs.count())] == ["Email", "Handheld scanning", "Label printing"]
    needs.item(0).setCheckState(Qt.CheckState.Checked)
    fill(page.steps.dialog, name="CV out the door")
    qtbot.waitUntil(lambda: page.steps.model.rowCount() == 1)
    assert desk.shadow.catalogue.steps()[0].service_ids == (firm.email.id,)
    assert page.steps.model.entry(page.steps.model.index(0, 0)).about == "Depots · Email"
    page.steps.form.edit.click()
    assert editor(page.steps.dialog, "service_ids", QListWidget).item(0).checkState() is Qt.CheckState.Checked
    fill(page.steps.dialog, name="CV out")
    qtbot.waitUntil(lambda: desk.shadow.catalogue.steps()[0].name == "CV out")
    page.steps.form.remove.click()
    qtbot.waitUntil(lambda: desk.shadow.catalogue.all(BusinessStep) == [])
    qtbot.waitUntil(lambda: bool(guide.said))


def test_lists_tell_whether_they_are_locked(
    page: SettingsPage, desk: Desk, firm: Firm, guide: Guide, tmp_path: Path, qtbot: QtBot
) -> None:
    page.open_section(page.lists.title)
    qtbot.waitUntil(page.lists.form.nothing.isVisible)
    planning = desk.shadow.planning
    planning.lock(AssumedRanking(organisation_id=firm.firm.id, name="A", service_ids=(firm.email.id,)))
    planning.assume(AssumedRanking(organisation_id=firm.firm.id, unit_id=firm.unit.id, name="B"))
    qtbot.waitUntil(lambda: page.lists.model.rowCount() == 2)
    first, second = (page.lists.model.entry(page.lists.model.index(row, 0)).about for row in range(2))
    assert first.startswith("Larkfield Parcels · 1 service · locked on ")
    assert second == "Depots · 0 services · not locked yet"
    page.lists.form.open.click()
    opened = page.lists.findChild(RankingEditor)
    assert opened is not None
    opened.done(0)
    page.lists.form.weights.click()
    assert guide.pages == ["priorities"]
    file = tmp_path / "ranking.csv"
    file.write_text("organisation,rank,service\nLarkfield Parcels,1,Email\n")
    page.lists.flow.ask_file = lambda title: str(file)
    page.lists.take()
    qtbot.waitUntil(lambda: page.lists.flow.preview is not None)


def test_the_look_changes_at_once_and_is_remembered(page: SettingsPage, theme: Theme, qtbot: QtBot) -> None:
    page.open_section(page.look.title)
    page.look.form.dark.click()
    assert theme.look == "dark"
    qtbot.waitUntil(lambda: settings.load(settings_path()).settings.look == "dark")
    page.look.form.size.setFocus()
    for _ in range(5):
        qtbot.keyClick(page.look.form.size, Key.Key_Right)
    assert page.look.form.percent.text() == "150 %"
    qtbot.waitUntil(lambda: theme.scale == 1.5)
    qtbot.waitUntil(lambda: settings.load(settings_path()).settings.font_scale == 1.5)
    page.look.form.size.setValue(200)
    page.hide()
    assert theme.scale == 2.0
    page.look.use("auto")
    page.look.use("light")
    qtbot.waitUntil(lambda: settings.load(settings_path()).settings.look == "light")


def test_the_demo_store_says_that_nothing_protects_it(demo_desk: Desk, qtbot: QtBot) -> None:
    page = shown(demo_desk, qtbot)
    page.open_section(page.store.title)
    qtbot.waitUntil(lambda: "not protected" in page.store.form.protect.text(), timeout=10_000)
    assert "12 visits" in page.store.form.holds.text()
    assert page.store.form.health.text().startswith("Yes:")
    assert not page.keys.form.passphrase.isEnabled()
    page.store.form.examine.click()
    assert page.store.form.health.text() == "Reading every page …"
    qtbot.waitUntil(lambda: page.store.form.health.text().startswith("Yes:"), timeout=10_000)


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What the store section asked for; Argon2 and real keys are tested with the use case."""
    asked: list[tuple[str, ...]] = []

    def set_passphrase(self: Protecting, new: str, old: str = "") -> None:
        if old == "wrong":
            raise WrongKey("The passphrase is not right; try again.")
        asked.append((new, old))

    def new_code(self: Protecting, passphrase: str = "") -> str:
        asked.append((passphrase,))
        return "AAAA-BBBB"

    monkeypatch.setattr(Protecting, "set_passphrase", set_passphrase)
    monkeypatch.setattr(Protecting, "new_recovery_code", new_code)
    ways = Ways(demo=False, passphrase=True, keyring=False, keyring_here=False, recovery_code=True, team="")
    monkeypatch.setattr(keys_section, "ways_into", lambda _path: ways)
    return asked


def test_the_passphrase_is_changed_only_when_both_agree(
    demo_desk: Desk, guide: Guide, changes: list[tuple[str, ...]], qtbot: QtBot
) -> None:
    page = shown(demo_desk, qtbot)
    page.open_section(page.keys.title)
    qtbot.waitUntil(page.keys.form.passphrase.isEnabled, timeout=10_000)
    page.keys.form.passphrase.click()
    dialog = page.keys.dialog
    assert isinstance(dialog, PassphraseDialog)
    dialog.form.old.setText("wrong")
    dialog.form.first.setText("short")
    assert "At least" in dialog.form.hint.text()
    dialog.form.first.setText("battery staple")
    dialog.form.again.setText("battery")
    assert dialog.form.hint.text() == "The two passphrases differ."
    assert not dialog.form.keep.isEnabled()
    dialog.form.again.setText("battery staple")
    dialog.form.keep.click()
    qtbot.waitUntil(lambda: bool(guide.complaints))
    assert changes == []
    page.keys.form.passphrase.click()
    again = page.keys.dialog
    assert isinstance(again, PassphraseDialog)
    for line, words in (
        (again.form.old, "now"),
        (again.form.first, "battery staple"),
        (again.form.again, "battery staple"),
    ):
        line.setText(words)
    again.form.keep.click()
    qtbot.waitUntil(lambda: changes == [("battery staple", "now")])
    qtbot.waitUntil(lambda: bool(guide.said))


def test_a_new_recovery_code_is_shown_once(
    demo_desk: Desk, changes: list[tuple[str, ...]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(demo_desk, qtbot)
    page.open_section(page.keys.title)
    qtbot.waitUntil(page.keys.form.code.isEnabled, timeout=10_000)
    page.keys.form.code.click()
    asking = page.keys.dialog
    assert isinstance(asking, PassphraseDialog)
    assert not asking.form.keep.isEnabled()
    asking.form.old.setText("now")
    asking.form.keep.click()
    qtbot.waitUntil(lambda: isinstance(page.keys.dialog, RecoveryDialog))
    assert changes == [("now",)]
    showing = page.keys.dialog
    assert isinstance(showing, RecoveryDialog)
    assert showing.form.code.text() == "AAAA-BBBB"
    showing.form.written.setChecked(True)
    showing.form.done.click()
    page.keys._has_passphrase = False
    page.keys.new_code()
    qtbot.waitUntil(lambda: changes[-1] == ("",))
    qtbot.waitUntil(lambda: page.keys.dialog is not showing)
    page.keys.dialog.close() if page.keys.dialog else None


def test_an_empty_store_says_what_to_do_first(store: Store, desk: Desk, firm: Firm, guide: Guide, qtbot: QtBot) -> None:
    everything = [firm.drivers, firm.loaders, firm.driver, firm.loader, firm.site, firm.unit, firm.firm]
    put(store, *(each.edited(removed=True) for each in [*everything, firm.scanning, firm.labels, firm.email]))
    page = shown(desk, qtbot)
    page.open_section(page.catalogue.title)
    qtbot.waitUntil(page.catalogue.form.nothing.isVisible)
    page.catalogue.edit()
    page.catalogue.retire()
    page.open_section(page.business.title)
    qtbot.waitUntil(page.business.form.nothing.isVisible)
    page.business.edit()
    page.business.remove()
    page.business.add(Site)
    assert page.business.form.firm.isEnabled()
    assert not page.business.form.unit.isEnabled()
    page.open_section(page.steps.title)
    qtbot.waitUntil(page.steps.form.nothing.isVisible)
    page.steps.add()
    assert "add a firm and a unit first" in guide.complaints[0]
    page.steps.edit()
    page.steps.remove()
    page.lists.open()
    page.me.form.people.setCurrentIndex(page.me.model.index(-1, 0))
    page.me.edit()


def test_only_the_section_in_front_reads_again(page: SettingsPage, store: Store, firm: Firm, qtbot: QtBot) -> None:
    page.open_section(page.catalogue.title)
    qtbot.waitUntil(lambda: page.catalogue.model.rowCount() == 3)
    put(store, Service(name="Drones"), Organisation(name="Penrose"))
    qtbot.waitUntil(lambda: page.catalogue.model.rowCount() == 4)
    assert page.business.model.rowCount() == 0
    page.open_section(page.business.title)
    qtbot.waitUntil(lambda: page.business.model.rowCount() == 2)
    page.hear(News(None, "", ()))


def test_everything_that_takes_the_keyboard_has_a_name(page: SettingsPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is page.window():
            text = getattr(widget, "text", lambda: "")()
            assert widget.accessibleName() or text, widget


def test_roles_and_headcounts_are_told_in_words(page: SettingsPage, store: Store, firm: Firm, qtbot: QtBot) -> None:
    put(
        store,
        firm.loader.edited(removed=True),
        RolePopulation(site_id=firm.site.id, role_id=firm.driver.id, headcount=3),
    )
    put(store, Role(organisation_id=firm.firm.id, name="clerk"))
    page.open_section(page.business.title)
    qtbot.waitUntil(lambda: page.business.model.rowCount() == 1)
    words = {
        str(page.business.model.data(index))
        for each in (firm.drivers, firm.loaders)
        if (index := page.business.model.index_of(each)).isValid()
    }
    assert any(line.startswith("42 × driver") and "22.5 GBP an hour" in line for line in words)
    assert any("a removed role" in line for line in words)
