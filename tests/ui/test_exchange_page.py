"""The page Together: files are looked into and taken, what was written twice is answered, people are introduced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, new_store, put
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.errors import Trouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.team import TeamRole
from shadow_app.domain.vocabulary import BusinessDamage
from shadow_app.settings import Settings
from shadow_app.ui.desk import Desk
from shadow_app.ui.dropped_files import DroppedFiles
from shadow_app.ui.exchange.dialogs import FilePassphrase, HandOverDialog
from shadow_app.ui.exchange.page import LAPTOPS, RECEIVED, ExchangePage
from shadow_app.ui.exchange.receive_preview import ReceivePreview
from shadow_app.ui.exchange.tray import ClaimCard
from shadow_app.ui.news import NewsDesk
from two_desks import desk as a_desk

PASSPHRASE = "a cold loading bay"


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Shadow]:
    store = new_store(tmp_path, "ben.db", author="Ben")
    yield wire(store, Settings(name="Ben"))
    store.close()


@pytest.fixture
def page(desk: Desk, news: NewsDesk, qtbot: QtBot) -> ExchangePage:
    made = ExchangePage(desk)
    news.heard.connect(made.hear)
    qtbot.addWidget(made)
    qtbot.addWidget(made.foot)
    made.resize(1100, 700)
    made.show()
    made.foot.show()
    made.shown()
    qtbot.waitUntil(lambda: made.exchanging.standing is not None and made.laptops._state is not None)
    return made


def edit(shadow: Shadow, note: Observation, **fields: Any) -> None:
    with shadow.store.work("Note edited") as work:
        work.put(work.get(Observation, note.id).edited(**fields))
        work.commit()


def current(shadow: Shadow, note: Observation) -> Observation:
    with shadow.store.reading() as read:
        return read.get(Observation, note.id)


def hand(sender: Shadow, receiver: Shadow, path: Path) -> None:
    sender.meeting.hand_over(path)
    receiver.meeting.take(receiver.meeting.look_into(path).preview, accept=True)


def preview(page: ExchangePage, path: Path, qtbot: QtBot) -> ReceivePreview:
    page.take_file(path)
    qtbot.waitUntil(lambda: isinstance(page.passing.dialog, ReceivePreview), timeout=20_000)
    dialog = page.passing.dialog
    assert isinstance(dialog, ReceivePreview)
    return dialog


def lines(dialog: ReceivePreview) -> list[str]:
    found = []

    def walk(item: Any) -> None:
        found.append(item.text())
        for row in range(item.rowCount()):
            walk(item.child(row))

    for row in range(dialog.model.rowCount()):
        walk(dialog.model.item(row))
    return found


def quarrel(ann: Shadow, ben: Shadow, firm: Firm, tmp_path: Path) -> Observation:
    """Ben's file, in which two fields of a note are other than Ann has written meanwhile."""
    note = firm.note("gun logs <b>out</b>")
    put(ann.store, note)
    hand(ann, ben, tmp_path / "first.shadow")
    edit(ann, note, lost_minutes=4.0, business_damage=BusinessDamage(1))
    edit(ben, note, lost_minutes=9.0, business_damage=BusinessDamage(3))
    put(ben.store, firm.note("screen is dark", 3), firm.note("label sticks", 4))
    ben.meeting.hand_over(tmp_path / "ben.shadow")
    return note


def take(page: ExchangePage, path: Path, guide: Guide, qtbot: QtBot) -> None:
    dialog = preview(page, path, qtbot)
    dialog.form.accept.setChecked(True)
    dialog.form.take.click()
    qtbot.waitUntil(lambda: bool(guide.offers), timeout=20_000)


def test_whoever_works_alone_reads_so_and_is_asked_where_to_meet(page: ExchangePage, qtbot: QtBot) -> None:
    assert page.foot.words == "Works alone"
    assert page.tray.form.nothing.isVisible()
    page.meet()
    qtbot.waitUntil(lambda: page.dialog is not None)
    assert not page.exchanging.running


def test_a_file_says_who_packed_it_and_what_it_would_do(
    page: ExchangePage, shadow: Shadow, ben: Shadow, firm: Firm, tmp_path: Path, qtbot: QtBot
) -> None:
    quarrel(shadow, ben, firm, tmp_path)
    dialog = preview(page, tmp_path / "ben.shadow", qtbot)
    assert dialog.form.title.text() == "From Ben: everything"
    assert dialog.form.title.textFormat() is Qt.TextFormat.PlainText
    assert ben.team.state().own_fingerprint.replace(" ", "") in dialog.form.key.text().replace(" ", "")
    assert dialog.form.summary.text() == "2 notes new  ·  1 changed  ·  2 written twice"
    said = lines(dialog)
    assert {"screen is dark", "label sticks", "Ben: 9 min", "Ann: 4 min"} <= set(said)
    assert "gun logs <b>out</b>: Time lost" in said
    assert any(line.endswith(": Damage") for line in said)
    assert page.tray.question() is None
    with shadow.store.reading() as read:
        assert len(read.where(Observation)) == 1


def test_an_unknown_laptop_is_not_taken_before_somebody_accepts_it(
    page: ExchangePage, ben: Shadow, guide: Guide, tmp_path: Path, qtbot: QtBot, firm: Firm, shadow: Shadow
) -> None:
    quarrel(shadow, ben, firm, tmp_path)
    dialog = preview(page, tmp_path / "ben.shadow", qtbot)
    assert dialog.form.unknown.isVisible()
    assert not dialog.form.take.isEnabled()
    assert dialog.form.accept.hasFocus()
    qtbot.keyClick(dialog.form.accept, Qt.Key.Key_Space)
    assert dialog.form.take.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(guide.offers), timeout=20_000)
    assert guide.offers[0][0].startswith("Received from Ben: 2 notes new and 1 changed. Written twice: 2")
    again = preview_again(page, tmp_path / "ben.shadow", dialog, qtbot)
    assert not again.form.unknown.isVisible()
    assert not again.form.take.isEnabled()
    assert "is here already" in again.form.after.text()


def preview_again(page: ExchangePage, path: Path, before: ReceivePreview, qtbot: QtBot) -> ReceivePreview:
    page.take_file(path)
    qtbot.waitUntil(lambda: page.passing.dialog is not before, timeout=20_000)
    dialog = page.passing.dialog
    assert isinstance(dialog, ReceivePreview)
    return dialog


def test_what_was_received_is_taken_back_as_a_whole_by_the_button_that_is_offered(
    page: ExchangePage, shadow: Shadow, ben: Shadow, guide: Guide, firm: Firm, tmp_path: Path, qtbot: QtBot
) -> None:
    note = quarrel(shadow, ben, firm, tmp_path)
    take(page, tmp_path / "ben.shadow", guide, qtbot)
    with shadow.store.reading() as read:
        assert len(read.where(Observation)) == 3
    guide.offers[0][2]()
    qtbot.waitUntil(lambda: any("Taken back" in each for each in guide.said), timeout=20_000)
    with shadow.store.reading() as read:
        assert [each.text for each in read.where(Observation)] == [note.text]
    assert current(shadow, note).lost_minutes == 4.0
    page._open_part(RECEIVED)
    qtbot.waitUntil(lambda: page.received.model.rowCount() == 1)
    qtbot.waitUntil(lambda: "taken back" in page.received.model.entry(page.received.model.index(0, 0)).about)


def test_what_came_in_is_taken_back_from_its_list_after_asking(
    page: ExchangePage, shadow: Shadow, ben: Shadow, guide: Guide, firm: Firm, tmp_path: Path, qtbot: QtBot
) -> None:
    quarrel(shadow, ben, firm, tmp_path)
    take(page, tmp_path / "ben.shadow", guide, qtbot)
    qtbot.waitUntil(lambda: page.received.model.rowCount() == 1)
    page._open_part(RECEIVED)
    page.received.ask_back()
    box = page.received.box
    assert box is not None
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "from Ben" in box.text()
    box.buttons()[0].click()
    qtbot.waitUntil(lambda: any("Taken back" in each for each in guide.said), timeout=20_000)
    qtbot.waitUntil(lambda: not page.received._back.isEnabled())
    page.received.ask_back()
    assert page.received.box is box, "what was taken back is not taken back again"


def test_a_conflict_shows_both_values_with_people_and_is_answered_by_a_digit(
    page: ExchangePage, shadow: Shadow, ben: Shadow, guide: Guide, firm: Firm, tmp_path: Path, qtbot: QtBot
) -> None:
    note = quarrel(shadow, ben, firm, tmp_path)
    counts: list[int] = []
    page.counted.connect(counts.append)
    take(page, tmp_path / "ben.shadow", guide, qtbot)
    qtbot.waitUntil(lambda: len(page.tray._questions) == 2)
    qtbot.waitUntil(lambda: counts[-1:] == [2])
    assert page.form.tabs.tabText(0) == "Written twice (2)"
    qtbot.waitUntil(lambda: page.foot.words.startswith("2 fields written twice"))
    asked = page.tray.question()
    assert asked is not None
    assert asked.conflict.field == "business_damage"
    cards = page.tray.findChildren(ClaimCard)
    words = {(each.words.text(), each.who.text().split("  ·  ")[0]) for each in cards}
    assert {name for _, name in words} == {"Ann", "Ben"}
    assert any(value.startswith("3: ") for value, name in words if name == "Ben")
    place = next(at for at, claim in enumerate(asked.conflict.claims, 1) if claim.author == "Ben")
    page.activateWindow()
    page.tray.focus()
    qtbot.waitUntil(page.tray.form.questions.hasFocus)
    qtbot.keyClick(page.tray.form.questions, str(place))
    qtbot.waitUntil(lambda: len(page.tray._questions) == 1)
    assert current(shadow, note).business_damage is BusinessDamage(3)
    qtbot.waitUntil(lambda: counts[-1] == 1)
    qtbot.keyClick(page.tray.form.questions, "u")
    qtbot.waitUntil(lambda: len(page.tray._questions) == 2)
    claims = {claim.author for each in page.tray._questions.values() for claim in each.conflict.claims}
    assert claims == {"Ann", "Ben"}


def test_a_third_value_may_be_written_and_one_that_does_not_fit_is_refused(
    page: ExchangePage, shadow: Shadow, ben: Shadow, guide: Guide, firm: Firm, tmp_path: Path, qtbot: QtBot
) -> None:
    note = quarrel(shadow, ben, firm, tmp_path)
    take(page, tmp_path / "ben.shadow", guide, qtbot)
    qtbot.waitUntil(lambda: len(page.tray._questions) == 2)
    page.tray.form.questions.setCurrentIndex(page.tray.model.index(1, 0))
    page.tray.other()
    dialog = page.tray.dialog
    assert dialog is not None
    dialog.editor("value").setText("-3")
    dialog.keep()
    qtbot.waitUntil(dialog.form.wrong.isVisible)
    dialog.editor("value").setText("6.5")
    dialog.keep()
    qtbot.waitUntil(lambda: len(page.tray._questions) == 1)
    assert current(shadow, note).lost_minutes == 6.5


def test_the_record_behind_a_conflict_is_opened_where_it_is_at_home(
    page: ExchangePage, shadow: Shadow, ben: Shadow, guide: Guide, firm: Firm, tmp_path: Path, qtbot: QtBot
) -> None:
    note = quarrel(shadow, ben, firm, tmp_path)
    take(page, tmp_path / "ben.shadow", guide, qtbot)
    qtbot.waitUntil(lambda: len(page.tray._questions) == 2)
    page.tray.open()
    assert guide.places == [("review", note.id)]


def test_a_sealed_file_asks_until_the_passphrase_is_right(
    page: ExchangePage, ben: Shadow, tmp_path: Path, qtbot: QtBot
) -> None:
    ben.meeting.hand_over(tmp_path / "sealed.shadow", passphrase=PASSPHRASE)
    page.take_file(tmp_path / "sealed.shadow")
    qtbot.waitUntil(lambda: isinstance(page.passing.dialog, FilePassphrase), timeout=20_000)
    first = page.passing.dialog
    assert isinstance(first, FilePassphrase)
    assert "sealed.shadow" in first.form.words.text()
    first.form.passphrase.setText("something else")
    first.form.open.click()
    qtbot.waitUntil(lambda: page.passing.dialog is not first, timeout=20_000)
    second = page.passing.dialog
    assert isinstance(second, FilePassphrase)
    assert "does not open" in second.form.words.text()
    second.form.passphrase.setText(PASSPHRASE)
    second.form.open.click()
    qtbot.waitUntil(lambda: isinstance(page.passing.dialog, ReceivePreview), timeout=20_000)


def test_a_file_that_is_none_is_refused_in_a_sentence(
    page: ExchangePage, guide: Guide, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "broken.shadow").write_bytes(b"nothing of ours")
    page.take_file(tmp_path / "broken.shadow")
    qtbot.waitUntil(lambda: bool(guide.complaints), timeout=20_000)
    assert "broken.shadow" in guide.complaints[0]
    assert page.passing.dialog is None


def test_a_file_is_packed_with_what_was_chosen_and_sealed(
    page: ExchangePage,
    ben: Shadow,
    guide: Guide,
    firm: Firm,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(tmp_path / "for ben"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.passing.hand_over()
    qtbot.waitUntil(lambda: isinstance(page.passing.dialog, HandOverDialog))
    dialog = page.passing.dialog
    assert isinstance(dialog, HandOverDialog)
    dialog.form.what.setCurrentIndex(1)
    dialog.form.seal.click()
    for text, ready in (("short", False), (PASSPHRASE, False)):
        dialog.form.passphrase.setText(text)
        assert dialog.form.save.isEnabled() is ready
    dialog.form.again.setText("another one, longer")
    assert "differ" in dialog.form.hint.text()
    dialog.form.again.setText(PASSPHRASE)
    dialog.form.save.click()
    qtbot.waitUntil(lambda: any("is packed" in each for each in guide.said), timeout=20_000)
    assert asked[0].endswith(".shadow")
    seen, _ = ben.meeting.look_into(tmp_path / "for ben.shadow", PASSPHRASE)
    assert seen.about == f"Visit {firm.visit.id}"


def test_a_file_is_sealed_to_the_laptops_that_were_chosen(
    page: ExchangePage,
    shadow: Shadow,
    ben: Shadow,
    guide: Guide,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sealed.shadow"), ""))
    page.passing.hand_over()
    qtbot.waitUntil(lambda: isinstance(page.passing.dialog, HandOverDialog))
    alone = page.passing.dialog
    assert isinstance(alone, HandOverDialog)
    assert not alone.form.sealTo.isEnabled()
    assert alone.form.toNobody.isVisible()
    alone.reject()
    hand(ben, shadow, tmp_path / "from ben.shadow")
    page.passing.hand_over()
    qtbot.waitUntil(lambda: page.passing.dialog is not alone)
    dialog = page.passing.dialog
    assert isinstance(dialog, HandOverDialog)
    dialog.form.sealTo.click()
    assert not dialog.form.save.isEnabled(), "nobody is chosen yet"
    assert dialog.form.to.hasFocus()
    qtbot.keyClick(dialog.form.to, Qt.Key.Key_Space)
    assert dialog.to == (ben.store.device,)
    dialog.form.save.click()
    qtbot.waitUntil(lambda: any("is packed" in each for each in guide.said), timeout=20_000)
    with pytest.raises(Trouble, match="sealed to other laptops"), a_desk(tmp_path, "Cat") as cat:
        cat.meeting.look_into(tmp_path / "sealed.shadow")
    assert ben.meeting.look_into(tmp_path / "sealed.shadow").preview.sender.device == shadow.store.device


def test_a_file_that_is_not_chosen_changes_nothing(
    page: ExchangePage, guide: Guide, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.passing.receive()
    page.passing._choose(None, None)
    assert page.passing.dialog is None
    assert guide.said == []


def test_only_our_files_are_taken_from_whoever_they_are_dropped_on(
    page: ExchangePage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    field = QPlainTextEdit(window)
    qtbot.addWidget(window)
    taken: list[Path] = []
    monkeypatch.setattr(page, "take_file", taken.append)
    DroppedFiles(window, page)
    window.show()

    def drop(target: QWidget, *names: str) -> bool:
        brought = QMimeData()
        brought.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        shared = (Qt.DropAction.CopyAction, brought, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(QPoint(3, 3), *shared)
        QApplication.sendEvent(target, enter)
        QApplication.sendEvent(target, QDropEvent(QPointF(3, 3), *shared))
        return enter.isAccepted()

    assert drop(window, "ben.shadow")
    assert drop(field.viewport(), "Ben.SHADOW")
    assert taken == [tmp_path / "ben.shadow", tmp_path / "Ben.SHADOW"]
    assert field.toPlainText() == ""
    assert not drop(window, "holiday.jpg")
    assert not drop(window, "ann.shadow", "ben.shadow")
    assert len(taken) == 2
    later = QPlainTextEdit(window)
    drop(window, "x.shadow")
    assert drop(later.viewport(), "ben.shadow")


def test_a_lead_introduces_names_and_revokes_a_laptop(
    page: ExchangePage, shadow: Shadow, ben: Shadow, guide: Guide, firm: Firm, tmp_path: Path, qtbot: QtBot
) -> None:
    quarrel(shadow, ben, firm, tmp_path)
    shadow.team.found()
    take(page, tmp_path / "ben.shadow", guide, qtbot)
    page._open_part(LAPTOPS)
    laptops = page.laptops
    qtbot.waitUntil(lambda: ben.store.device in laptops._members, timeout=20_000)
    assert laptops.form.team.text() == "You lead this team."
    laptops.form.laptops.setCurrentIndex(laptops.model.index_of(ben.store.device))
    laptops.introduce()
    dialog = laptops.dialog
    assert dialog is not None
    dialog.editor("role").setCurrentIndex(1)
    dialog.keep()
    qtbot.waitUntil(lambda: laptops._members[ben.store.device].role is TeamRole.LEAD, timeout=20_000)
    laptops.rename()
    assert laptops.dialog is not None
    laptops.dialog.editor("person").setText("Ben Okafor")
    laptops.dialog.keep()
    qtbot.waitUntil(lambda: laptops._members[ben.store.device].person == "Ben Okafor", timeout=20_000)
    assert laptops.model.entry(laptops.form.laptops.currentIndex()).key == ben.store.device
    laptops.revoke()
    dialog = laptops.dialog
    assert dialog is not None
    dialog.keep()
    qtbot.waitUntil(dialog.form.wrong.isVisible, timeout=20_000)
    dialog.editor("why").setText("lost on the tram")
    dialog.keep()
    qtbot.waitUntil(lambda: "lost on the tram" in _about(page, ben.store.device), timeout=20_000)
    assert not laptops._actions["revoke"].isEnabled()
    ben.meeting.hand_over(tmp_path / "late.shadow")
    guide.complaints.clear()
    page.take_file(tmp_path / "late.shadow")
    qtbot.waitUntil(lambda: bool(guide.complaints), timeout=20_000)
    assert "revoked" in guide.complaints[0]


def _about(page: ExchangePage, device: str) -> str:
    return page.laptops.model.entry(page.laptops.model.index_of(device)).about


def test_whoever_leads_says_so_once(page: ExchangePage, shadow: Shadow, guide: Guide, qtbot: QtBot) -> None:
    assert page.laptops.form.team.text().startswith("You work alone")
    page.laptops.found()
    qtbot.waitUntil(lambda: page.laptops.form.team.text() == "You lead this team.", timeout=20_000)
    assert not page.laptops._actions["found"].isEnabled()
    assert shadow.team.state().founded


def test_a_lonely_sender_may_be_taken_into_ones_own_team(
    page: ExchangePage, shadow: Shadow, ben: Shadow, guide: Guide, tmp_path: Path, qtbot: QtBot
) -> None:
    ben.meeting.hand_over(tmp_path / "ben.shadow")
    put(ben.store, *Firm().records)
    ben.meeting.hand_over(tmp_path / "ben.shadow")
    dialog = preview(page, tmp_path / "ben.shadow", qtbot)
    assert dialog.form.join.isVisible()
    assert dialog.form.join.isChecked()
    dialog.form.mine.setChecked(True)
    dialog.form.accept.setChecked(True)
    dialog.form.take.click()
    qtbot.waitUntil(lambda: bool(guide.offers), timeout=20_000)
    assert shadow.team.state().fingerprint == shadow.team.state().own_fingerprint
