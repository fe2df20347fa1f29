"""What is asked and said about keys; words only, no widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.errors import Refused
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.usecases.ways_in import Ways

translate = QCoreApplication.translate


def old() -> Ask:
    """The passphrase as it is."""
    return Ask("old", translate("Keys", "Passphrase of the store"), kind="secret")


def word() -> Ask:
    """The public half of the team's key."""
    return Ask("word", translate("Keys", "The word that your lead gave you"), hint="shadow-team-…")


def new_twice() -> tuple[Ask, Ask]:
    """A new passphrase, and once more."""
    return (
        Ask("new", translate("Keys", "A passphrase for it"), kind="secret"),
        Ask("again", translate("Keys", "Once more"), kind="secret"),
    )


def once_more(values: Values) -> str:
    """The new passphrase.

    Raises:
        Refused: the two differ.
    """
    if values["new"] != values["again"]:
        raise Refused(translate("Keys", "The two passphrases differ; nothing was made."))
    return str(values["new"])


def team_state(ways: Ways) -> str:
    """Whether the team's recovery key opens the store."""
    if ways.team:
        return translate("Keys", "The key {mark} opens this store.").format(mark=ways.team)
    return translate("Keys", "It does not open this store.")


def made_words(place: Path, mark: str) -> tuple[str, str]:
    """(title, what to do next) after the team's key was made."""
    words = translate(
        "Keys",
        "{file} is the key: keep it and its passphrase apart, and away from laptops. Give everybody the word below; in "
        "Settings, Keys they let it open their store, and are shown the digits {mark}.",
    )
    return translate("Keys", "This is the word for everybody"), words.format(file=place, mark=mark)
