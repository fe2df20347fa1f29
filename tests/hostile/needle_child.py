"""A day with one word in everything that is written, typed, imported, photographed, printed, sealed and broken.

Run as a program: FOLDER DATA_KEY. It is killed at the end, with the store open and a transaction begun.
"""

from __future__ import annotations

import os
import signal
import sys
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from PIL import Image

from factories import NOON, Firm, put
from shadow_app.bootstrap import Shadow, wire
from shadow_app.cli import run
from shadow_app.domain.vocabulary import ConsentSubject, ReportKind, ReviewState, VisitState
from shadow_app.insight.quick_entry import parse
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.usecases.typed import Typed
from shadow_app.usecases.unsaved import Unsaved, UnsavedLine

NEEDLE, NAME = "zyxwvneedle", "Qxzname Needleman"
PASSPHRASE = "needles in a haystack"
NUMBER = "V1"


def photo() -> bytes:
    """A picture that says the word in its data."""
    exif = Image.Exif()
    exif[0x010E] = NEEDLE
    out = BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, "JPEG", exif=exif, comment=NEEDLE.encode())
    return out.getvalue()


def write_everything(shadow: Shadow, firm: Firm) -> None:
    """Whatever takes words."""
    put(shadow.store, firm.visit.edited(number=NUMBER, state=VisitState.LIVE, focus=NEEDLE, summary=NEEDLE))
    for subject in ConsentSubject:
        shadow.planning.agree(firm.visit.id, subject, True)
    shadow.planning.name_host(firm.visit.id, "Driver 2", NAME)
    for number in range(5):
        line = f'! {NEEDLE} {number} "said {NEEDLE}" #{NEEDLE} #email ~5m ' + "word " * 200
        note = shadow.capture.note(firm.visit.id, parse(line, shadow.catalogue.lexicon()), NOON)
        shadow.capture.edit(note.id, consequence=NEEDLE, idea=NEEDLE, state=ReviewState.ACCEPTED)
    shadow.capture.attach(note.id, photo(), NEEDLE)
    shadow.suggesting.learn()
    shadow.suggesting.similar(NEEDLE)
    shadow.reviewing.first_page(shadow.reviewing.understand(NEEDLE))


def look_at_everything(shadow: Shadow, firm: Firm, folder: Path) -> None:
    """What is shown, printed to the screen, backed up and sealed; nothing that is written in the clear on purpose."""
    report = shadow.reporting.visit(firm.visit.id)
    assert NEEDLE.encode() in shadow.reporting.printed(report, ".md").content
    shadow.reporting.printed(report, ".pdf")
    shadow.releasing.release(ReportKind.VISIT, firm.visit.id)
    shadow.snapshots.take("before")
    shadow.exchange.send(folder / "sealed.shadow", passphrase=PASSPHRASE)
    shadow.exchange.preview(folder / "sealed.shadow", PASSPHRASE)
    Unsaved(shadow.store).keep(UnsavedLine(line=f"half a line of {NEEDLE}", visit_id=firm.visit.id))
    typed = Typed(shadow.store)
    typed.about(firm.visit.id)
    typed.keep(f"half a line of {NEEDLE}")
    shadow.backups.make()


def break_everything(shadow: Shadow, path: Path) -> None:
    """Refusals and a mistake of ours, through the command line, which writes the log and the report."""
    command = ("--store", str(path))
    run((*command, "note", NEEDLE * 3_000), lambda *_: 0)
    run((*command, "import", "catalogue", str(path.parent / NEEDLE)), lambda *_: 0)
    run((*command, "review", "list", f"service:{NEEDLE}"), lambda *_: 0)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(f"while saving {NEEDLE}")

    with patch("shadow_app.usecases.capture.draft", fail):
        assert run((*command, "note", NEEDLE), lambda *_: 0) == 70


def main(path: Path, key: bytes) -> None:
    """The day, and its end."""
    store = Store(path, key, author="Ann")
    shadow = wire(store, Settings(name="Ann"))
    firm = Firm().put_into(store)
    write_everything(shadow, firm)
    look_at_everything(shadow, firm, path.parent)
    break_everything(shadow, path)
    with store.work("never committed") as work:
        work.put(firm.note(NEEDLE * 50))
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
