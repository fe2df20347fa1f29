from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desks import Guide, in_front
from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import Trouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import Site
from shadow_app.domain.vocabulary import Kind, ReportKind, ReviewState, VisitState
from shadow_app.storage.store import Store
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.reports.choices import Choice, kind_words, read_choices
from shadow_app.ui.reports.page import ReportsPage
from shadow_app.ui.reports.pdf_preview import PdfPreview
from shadow_app.ui.reports.shown import read_shown
from shadow_app.ui.theme import Theme
from shadow_app.usecases.reporting import Printed, Report, Reporting

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIGURE = chr(0xFFFC)


def shown(desk: Desk, qtbot: QtBot) -> ReportsPage:
    return in_front(ReportsPage(desk), qtbot, wide=1200, tall=800)


def ready(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ".pdf" in page._printed, timeout=20_000)


@pytest.fixture
def page(demo_desk: Desk, qtbot: QtBot) -> ReportsPage:
    made = shown(demo_desk, qtbot)
    ready(made, qtbot)
    return made


@pytest.fixture
def small(store: Store, firm: Firm, desk: Desk, qtbot: QtBot) -> ReportsPage:
    note = firm.note("logs out", lost_minutes=4.0)
    put(store, note, tag(note, firm.scanning))
    made = shown(desk, qtbot)
    ready(made, qtbot)
    return made


def test_the_latest_visit_is_shown_at_once(page: ReportsPage) -> None:
    assert page.form.title.text() == "A day at Harbour depot"
    text = page.preview.toPlainText()
    for heading in ("The day in 120 words", "What hurts most", "How sure are we?", "How the figures are made"):
        assert heading in text
    assert page.form.stamp.isVisible()
    assert page.form.stampWords.text().startswith("Draft. Before it can be released: 14 notes not handed in")


def test_every_figure_finds_its_heading(demo: Shadow, theme: Theme, qtbot: QtBot) -> None:
    choices = read_choices(demo)
    preview = PdfPreview(theme)
    qtbot.addWidget(preview)
    preview.resize(900, 600)
    preview.show()
    for kind, place, count in ((ReportKind.VISIT, 0, 2), (ReportKind.PRIORITIES, -1, 2), (ReportKind.UNIT, 0, 1)):
        choice = choices.by_kind[kind][place].key
        assert isinstance(choice, Choice)
        shown = read_shown(demo, choice)
        preview.show_report(shown.markdown, shown.figures)
        assert preview.toPlainText().count(FIGURE) == count
        preview.grab()
    theme.use(look="dark", scale=1.5)
    preview.resize(500, 600)
    assert preview.toPlainText().count(FIGURE) == 1
    preview.grab()


def test_priorities_are_chosen_by_key(page: ReportsPage, qtbot: QtBot) -> None:
    page.form.kinds.setFocus()
    qtbot.keyClicks(page.form.kinds, "Service")
    qtbot.waitUntil(lambda: page.form.title.text() == "Priorities of Contact centre", timeout=10_000)
    page.form.choices.setFocus()
    qtbot.keyClick(page.form.choices, Key.Key_End)
    qtbot.waitUntil(lambda: page.form.title.text() == "Priorities of All units", timeout=20_000)
    assert "What costs the business most" in page.preview.toPlainText()


def test_a_report_is_found_by_typing(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_F, CTRL)
    qtbot.waitUntil(page.form.find.hasFocus)
    qtbot.keyClicks(page.form.find, "quayside")
    assert page.shown_choices.rowCount() == 1
    page.choose(Choice(ReportKind.PRIORITIES))
    assert page.form.kinds.currentText() == "Service priorities"


def test_ctrl_s_writes_the_pdf_and_the_folder_is_remembered(
    small: ReportsPage, shadow: Shadow, guide: Guide, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(suggested: str, kinds: str) -> str:
        asked.append(suggested)
        assert "*.pdf" in kinds
        return str(tmp_path / "day")

    small.ask_path = ask
    qtbot.keyClick(small, Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: guide.said == ["Saved as day.pdf."])
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF")
    assert Path(asked[0]).name == "Visit Harbour depot 2026-11-12.pdf"
    assert small.form.folder.isVisible()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    small.form.folder.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    qtbot.keyClick(small, Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert Path(asked[1]).parent == tmp_path


def test_markdown_is_written_as_well(small: ReportsPage, guide: Guide, tmp_path: Path, qtbot: QtBot) -> None:
    small.ask_path = lambda suggested, kinds: str(tmp_path / "day.md")
    qtbot.keyClick(small, Key.Key_S, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(guide.said))
    assert (tmp_path / "day.md").read_text().startswith("# ")


def test_no_answer_writes_nothing(small: ReportsPage, guide: Guide, tmp_path: Path, qtbot: QtBot) -> None:
    asked: list[str] = []

    def ask(suggested: str, kinds: str) -> str:
        asked.append(suggested)
        return ""

    small.ask_path = ask
    small.save_pdf()
    qtbot.waitUntil(lambda: bool(asked))
    assert not small.form.progress.isVisible()
    assert guide.said == []


def test_a_disk_that_says_no_is_told_in_one_sentence(
    small: ReportsPage, guide: Guide, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "taken.pdf").mkdir()
    small.ask_path = lambda suggested, kinds: str(tmp_path / "taken.pdf")
    small.save_pdf()
    qtbot.waitUntil(lambda: bool(guide.complaints))
    assert "could not be written" in guide.complaints[0]
    assert not small.form.progress.isVisible()


def test_printing_can_be_cancelled(
    small: ReportsPage, guide: Guide, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, asked_again = Event(), Event()

    def slow(self: Reporting, report: Report, suffix: str = ".pdf", keep_going: object = None) -> Printed:
        assert callable(keep_going)
        started.set()
        while keep_going():
            asked_again.wait(0.01)
        raise Trouble("stopped")

    monkeypatch.setattr(Reporting, "printed", slow)
    small._printed = {}
    small.ask_path = lambda suggested, kinds: str(tmp_path / "day.pdf")
    small.save_pdf()
    qtbot.waitUntil(started.is_set)
    assert small.form.progress.isVisible()
    assert "day.pdf" in small.form.progressWords.text()
    qtbot.keyClick(small, Key.Key_Escape)
    assert not small.form.progress.isVisible()
    assert guide.said == ["Cancelled; no file was written."]
    qtbot.wait(50)
    assert not (tmp_path / "day.pdf").exists()
    assert guide.complaints == []


def test_what_paper_cannot_show_is_listed(store: Store, firm: Firm, desk: Desk, qtbot: QtBot) -> None:
    put(store, firm.note("ロック", kind=Kind.PAIN, lost_minutes=4.0))
    page = shown(desk, qtbot)
    ready(page, qtbot)
    assert page.form.warnings.isVisible()
    assert page.form.warningsWords.text()


def test_nothing_from_people_is_obeyed_in_the_preview(
    store: Store, firm: Firm, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "x.png"
    hostile = f"# big <img src='{picture}'> ![x]({picture}) [go](https://example.org) <b>bold</b> https://example.org"
    note = firm.note(hostile, lost_minutes=4.0)
    put(store, note, tag(note, firm.scanning))
    loaded: list[str] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda self, kind, name: loaded.append(str(name)), raising=True)
    page = shown(desk, qtbot)
    ready(page, qtbot)
    page.preview.grab()
    text = page.preview.toPlainText()
    assert f"<img src='{picture}'>" in text
    assert "<b>bold</b>" in text
    assert f"![x]({picture})" in text
    assert "href" not in page.preview.toHtml()
    assert page.preview.document().loadResource(2, QUrl.fromLocalFile(str(picture))) is None
    assert loaded == []


def test_a_small_cell_leaves_no_day_in_the_file_name(small: ReportsPage, store: Store, firm: Firm) -> None:
    put(store, firm.drivers.edited(headcount=2), firm.site.edited(name='Harbour: "A/B"?'))
    shown = read_shown(small._desk.shadow, Choice(ReportKind.VISIT, firm.visit.id))
    assert shown.file_name == "Visit Harbour A B 2026-11"


def test_what_is_written_meanwhile_is_in_the_report(small: ReportsPage, store: Store, firm: Firm, qtbot: QtBot) -> None:
    from shadow_app.domain.news import News

    put(store, firm.site.edited(name="Quay depot"))
    small.hear(News(None, "", ()))
    qtbot.waitUntil(lambda: small.form.title.text() == "A day at Quay depot", timeout=10_000)
    small.hide()
    small.hear(News(None, "", ()))
    assert small._stale


def test_nothing_to_report_says_what_to_do(desk: Desk, store: Store, firm: Firm, guide: Guide, qtbot: QtBot) -> None:
    put(store, firm.visit.edited(state=VisitState.PLANNED))
    page = shown(desk, qtbot)
    qtbot.waitUntil(page.form.nothing.isVisible)
    assert not page.form.pdf.isEnabled()
    page.save_pdf()
    page.form.nothingDo.click()
    assert guide.pages == ["visits"]


def test_what_is_in_the_way_is_said_and_shown(small: ReportsPage, guide: Guide, qtbot: QtBot) -> None:
    assert small.form.stampWords.text() == "Draft. Before it can be released: 1 note not handed in."
    assert small.form.release.text() == "Go to Review"
    qtbot.keyClick(small, Key.Key_R, CTRL)
    assert small._shown is not None
    assert guide.places == [("review", small._shown.obstacles[0].note_id)]


def test_release_and_withdraw_by_key(
    small: ReportsPage, store: Store, firm: Firm, guide: Guide, tmp_path: Path, qtbot: QtBot
) -> None:
    with store.work("accepted") as work:
        for note in work.where(Observation):
            work.put(note.edited(state=ReviewState.ACCEPTED))
        work.commit()
    small.load()
    qtbot.waitUntil(lambda: small.form.release.text() == "Release…", timeout=10_000)
    qtbot.keyClick(small, Key.Key_R, CTRL)
    dialog = small.findChild(AskDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.editor("title").text() == "A day at Harbour depot"
    qtbot.keyClick(dialog.editor("title"), Key.Key_Return)
    qtbot.waitUntil(lambda: small.form.kinds.currentText() == "Released editions", timeout=20_000)
    small.activateWindow()
    qtbot.waitUntil(lambda: small.form.stampWords.text().startswith("Edition 1 was released on"), timeout=10_000)
    assert guide.said == ["Edition 1 is released."]
    edition = small._desk.shadow.releasing.editions()[0]
    small.ask_path = lambda suggested, kinds: str(tmp_path / "out.pdf")
    qtbot.keyClick(small, Key.Key_S, CTRL)
    qtbot.waitUntil((tmp_path / "out.pdf").exists)
    assert (tmp_path / "out.pdf").read_bytes() == small._desk.shadow.releasing.content(edition.id)

    small.choose(Choice(ReportKind.VISIT, firm.visit.id))
    qtbot.waitUntil(lambda: "Draft: every page" in small.form.stampWords.text(), timeout=10_000)
    assert "Edition 1 was released" in small.form.stampWords.text()
    small.activateWindow()
    qtbot.waitUntil(small.isActiveWindow)
    qtbot.keyClick(small, Key.Key_W, CTRL | SHIFT)
    dialog = small.findChildren(AskDialog)[-1]
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.editor("why"), Key.Key_Return)
    qtbot.waitUntil(lambda: "Say in a few words why" in dialog.form.wrong.text())
    qtbot.keyClicks(dialog.editor("why"), "a wrong date")
    qtbot.keyClick(dialog.editor("why"), Key.Key_Return)
    qtbot.waitUntil(lambda: small.preview.toPlainText().startswith("Withdrawn"), timeout=10_000)
    assert "lost its content" in small.form.stampWords.text()
    assert "a wrong date" in small.form.stampWords.text()
    assert not small.form.pdf.isEnabled()


@pytest.mark.parametrize("kind", [kind for kind, _ in kind_words() if kind is not None], ids=str)
def test_every_kind_is_shown_and_printed(demo: Shadow, kind: ReportKind) -> None:
    entries = read_choices(demo).by_kind[kind]
    assert entries
    assert isinstance(entries[0].key, Choice)
    shown = read_shown(demo, entries[0].key)
    assert shown.title
    assert shown.file_name
    assert shown.markdown.startswith("# ")
    assert shown.print_as(".pdf", lambda: True).content.startswith(b"%PDF")


def test_another_page_opens_it_at_a_unit(page: ReportsPage, demo: Shadow, qtbot: QtBot) -> None:
    unit = next(each for each in demo.catalogue.units() if each.name == "Recruitment desks")
    page.go_to(unit.id)
    qtbot.waitUntil(lambda: page.form.title.text() == "Priorities of Recruitment desks", timeout=20_000)


def test_the_real_dialog_is_asked_with_the_suggestion(
    small: ReportsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[tuple[object, ...]] = []

    def ask(*arguments: object) -> tuple[str, str]:
        asked.append(arguments)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    small.save_pdf()
    qtbot.waitUntil(lambda: bool(asked))
    assert str(asked[0][2]).endswith(".pdf")


def test_two_sites_with_one_visit_each(store: Store, firm: Firm) -> None:
    other = Site(unit_id=firm.unit.id, name="Fellside")
    put(store, other)
    from shadow_app.bootstrap import wire
    from shadow_app.settings import Settings

    choices = read_choices(wire(store, Settings()))
    assert [entry.title for entry in choices.by_kind[ReportKind.VISIT]] == ["Harbour depot"]
    assert [entry.title for entry in choices.by_kind[ReportKind.YOU_SAID]] == ["Harbour depot"]
    assert [entry.title for entry in choices.by_kind[ReportKind.PRIORITIES]] == ["Depots", "All units"]
