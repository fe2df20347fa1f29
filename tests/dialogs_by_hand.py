"""Every dialog of the window, made as the window makes it, in the states that show its words.

Most come up only where something happened first: at the first start, after a crash, before a locked store. A walk that
presses every action never sees those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from factories import new_store
from odd_language import odd
from shadow_app.bootstrap import Shadow, wire
from shadow_app.settings import Settings
from shadow_app.storage.backups import Backup
from shadow_app.storage.health import Counts
from shadow_app.storage.salvage import Salvaged
from shadow_app.storage.since_backup import Since
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.choice_dialog import ChoiceDialog
from shadow_app.ui.crash_dialog import CrashDialog, KeptLineDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.dialogs import FilePassphrase, HandOverDialog
from shadow_app.ui.exchange.receive_preview import ReceivePreview
from shadow_app.ui.first_visit import FirstVisitDialog
from shadow_app.ui.history_dialog import HistoryDialog
from shadow_app.ui.import_preview import ImportPreview
from shadow_app.ui.key_dialogs import FirstRunDialog, RecoveryDialog, UnlockDialog
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.names import Names
from shadow_app.ui.new_visit_dialog import NewVisitDialog, read_choices
from shadow_app.ui.pain.history import PainHistory
from shadow_app.ui.palette import Palette
from shadow_app.ui.place_dialog import PlaceDialog
from shadow_app.ui.priorities.swings import SwingsDialog
from shadow_app.ui.privacy.cover_dialog import CoverDialog
from shadow_app.ui.privacy.erase_dialog import EraseDialog
from shadow_app.ui.privacy.going_words import entries_of
from shadow_app.ui.programme import ask as programme_ask
from shadow_app.ui.programme import contacts_ask
from shadow_app.ui.questions import Ask
from shadow_app.ui.ranking_editor import RankingEditor
from shadow_app.ui.reports.export_dialog import ExportDialog
from shadow_app.ui.similar_dialog import SimilarDialog
from shadow_app.ui.trust.backup_words import read_entries, seen_entries
from shadow_app.ui.trust.new_passphrase import NewPassphrase
from shadow_app.ui.trust.passphrase_dialog import PassphraseDialog
from shadow_app.ui.trust.rescue_dialog import RescueDialog
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.ui.words_dialog import WordsDialog
from shadow_app.usecases.meeting import Arrangement
from shadow_app.usecases.rescue import Read, Seen
from shadow_app.usecases.team_keys import Recipient

SAID = odd("Whoever opens it brings these words along.")
"""What the page that opens a dialog would say; told apart from what the dialog itself says."""

DONE = odd("Keep")

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=timezone.utc)


@dataclass(frozen=True)
class Bench:
    """Where dialogs are made."""

    desk: Desk
    window: MainWindow
    folder: Path

    @property
    def shadow(self) -> Shadow:
        return self.desk.shadow


def first_run(bench: Bench) -> Iterator[QDialog]:
    dialog = FirstRunDialog(bench.window, keyring=True, name="Ann")
    dialog.form.passphrase.setText("short")
    yield dialog
    again = FirstRunDialog(bench.window, keyring=False)
    again.form.together.setCurrentIndex(1)
    again.form.address.setText("http:/nowhere")
    yield again
    hub = FirstRunDialog(bench.window)
    hub.form.together.setCurrentIndex(2)
    hub.form.passphrase.setText("a cold loading bay")
    hub.form.again.setText("another loading bay")
    yield hub


def keys(bench: Bench) -> Iterator[QDialog]:
    yield RecoveryDialog("ABCDE-FGHIJ-KLMNO-PQRST", bench.window)
    yield UnlockDialog(SAID, bench.window)
    yield UnlockDialog(SAID, bench.window, other=True)
    team = UnlockDialog(SAID, bench.window, asks_only=True)
    team.form.use_team.setChecked(True)
    yield team
    yield PassphraseDialog(bench.window)
    yield PassphraseDialog(bench.window, ask_new=False)
    new = NewPassphrase(bench.desk, bench.window)
    new.form.first.setText("short")
    yield new


def crashes(bench: Bench) -> Iterator[QDialog]:
    for kept in (None, True, False):
        dialog = CrashDialog(ValueError(), lambda: "", bench.window)
        dialog.show_kept(kept)
        yield dialog
    yield KeptLineDialog("Scanner weg", lambda: None, bench.window)


def rescues(bench: Bench) -> Iterator[QDialog]:
    counts = Counts({"visit": 1, "observation": 3, "attachment": 1, "released_report": 0}, 9)
    backup = Backup(bench.folder / "backup", NOW, "daily", 3_000_000)
    since = Since(counts, 7, {"visit": 1, "observation": 1}, {"observation": 1})
    nothing = Since(counts, 0, {}, {})
    for entries in (
        seen_entries(Seen(backup, counts, since, 1, other_key=True)),
        seen_entries(Seen(backup, counts, nothing, 0, other_key=False)),
        seen_entries(Seen(backup, counts, None, 0, other_key=False)),
        read_entries(Read(Salvaged(1, 1, 1, backup, 1, counts, ""), b"")),
        read_entries(Read(Salvaged(9, 0, 4, None, 0, counts, ""), b"")),
    ):
        yield RescueDialog(bench.desk.theme, SAID, SAID, entries, DONE, bench.window)


def passing_on(bench: Bench) -> Iterator[QDialog]:
    shadow, path = bench.shadow, bench.folder / "one.shadow"
    visits = shadow.planning.visits()
    team = [Recipient("abcd1234", "Ben", told=True), Recipient("ef012345", "", told=False)]
    open_ = HandOverDialog(visits, bench.window, team)
    open_.form.seal.setChecked(True)
    open_.form.sealTo.setChecked(True)
    open_.form.passphrase.setText("short")
    yield open_
    yield HandOverDialog([], bench.window)
    yield FilePassphrase("one.shadow", "", bench.window)
    yield FilePassphrase("one.shadow", SAID, bench.window)
    shadow.meeting.hand_over(path, next(card.visit.id for card in visits if card.visit.number == "V12"))
    store = new_store(bench.folder, "ben.db", author="Ben")
    ben = wire(store, Settings(name="Ben"))
    yield ReceivePreview(ben.meeting.look_into(path), bench.window)
    ben.meeting.take(ben.meeting.look_into(path).preview, accept=True)
    yield ReceivePreview(ben.meeting.look_into(path), bench.window)
    store.close()


def coming_in(bench: Bench) -> Iterator[QDialog]:
    table = b"name,code,aliases\nScanning,S1,gun\nScanner,77,\n,8,\n"
    yield ImportPreview(SAID, bench.shadow.importing.catalogue(table), bench.window)
    yield ImportPreview(SAID, bench.shadow.importing.catalogue(b"name,code\n,8\n"), bench.window)


def records(bench: Bench) -> Iterator[QDialog]:
    shadow, window = bench.shadow, bench.window
    visit = next(card.visit for card in shadow.planning.visits() if card.visit.number == "V12")
    going = shadow.privacy.visit_going(visit.id)
    yield EraseDialog(bench.desk, SAID, entries_of(going), list, window)
    rows = shadow.capture.timeline(visit.id)
    yield SimilarDialog(bench.desk.theme, rows[:3], window)
    names = Names({each.id: each.name for each in shadow.catalogue.services()}, {})
    yield HistoryDialog(shadow.reviewing.history(rows[0].note.id), names, window)
    pain = next(row.id for row in shadow.pains.rows() if row.id is not None)
    yield PainHistory("Scanner", shadow.pains.history(pain), names, window)
    yield NewVisitDialog(read_choices(shadow), window)
    firm = shadow.catalogue.firms()[0]
    yield RankingEditor(bench.desk, firm.id, None, window)
    yield ExportDialog(bench.desk, window)
    ranked = shadow.prioritising.ranking(None)
    yield SwingsDialog(shadow.prioritising.sensitivity(ranked) or (), ranked.name, bench.desk.theme, window)


def asked(bench: Bench) -> Iterator[QDialog]:
    shadow, window, theme = bench.shadow, bench.window, bench.desk.theme
    yield ChoiceDialog(theme, SAID, DONE, [TwoLines("a", "Scanner", "")], window, new=SAID)
    words = WordsDialog(theme, SAID, SAID, DONE, lambda _words: None, window)
    words._done()
    yield words
    long = WordsDialog(theme, SAID, "", DONE, lambda _words: None, window)
    long.form.words.setPlainText("x " * 2_000)
    long._done()
    yield long
    for address in ("", "/srv/shadow", "postgresql://hub.example/shadow"):
        place = PlaceDialog(Arrangement(address, 7), window)
        place.form.address.setText("http:/nowhere")
        place.keep()
        yield place
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    yield CoverDialog(theme, image, lambda *_: None, window)
    yield FirstVisitDialog(window)
    yield Palette(window, bench.desk.actions.all())
    yield programme_ask.ask_programme(None, NOW.date(), window)
    contacts = contacts_ask.read_choices(shadow)
    empty = contacts_ask.ask_contact(None, contacts, window)
    empty.keep()
    yield empty
    yield AskDialog(SAID, (Ask("name", SAID),), len, bench.desk, window, words=SAID, button=DONE)


BY_HAND: dict[str, Callable[[Bench], Iterator[QDialog]]] = {
    made.__name__: made for made in (first_run, keys, crashes, rescues, passing_on, coming_in, records, asked)
}
