"""The sentences below the window: collect them from the source, keep each catalogue in step, compile it.

`python packaging/messages.py` reads `src/shadow_app` (all but the window, whose words are Qt's) and brings
`resources/i18n/messages_*.po` into step: new sentences wait empty for their translation, sentences that are gone leave.
It says what waits, and ends with 1 while anything does. `compile_ui.py` compiles them for every build.

The catalogues are GNU gettext's, read and written by Babel, so that any translation tool opens them. They hold no line
numbers and no dates: a catalogue changes only when a sentence does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

KEYWORDS: dict[str, Any] = {
    "say": None,
    "mark": None,
    "say_n": (1, 2),
    "say_in": ((1, "c"), 2),
    "counted": (2, 3),
    # What an action is called in the log is kept in English and said when it is shown.
    "work": (1,),
    "desk_work": (2,),
}
ROOMS_OF_QT = ("ui",)
_NO_DATE = datetime(2026, 1, 1, tzinfo=timezone.utc)
_HEADER = "# The sentences of Shadow below its window; see packaging/messages.py.\n# The words are in glossary-de.md.\n#"


def collected(source: Path) -> Catalog:
    """Every sentence that is marked in the package at `source`."""
    found = Catalog(project="Shadow", fuzzy=False)
    for path in sorted(source.rglob("*.py")):
        if path.relative_to(source).parts[0] in ROOMS_OF_QT:
            continue
        for _, message, _, context in extract_from_file("python", path, keywords=KEYWORDS):
            if message and message != ("", ""):
                found.add(message, context=context)
    return found


def in_step(known: Catalog, found: Catalog) -> Catalog:
    """`found` with what `known` has translated."""
    made = Catalog(
        locale=known.locale,
        project="Shadow",
        fuzzy=False,
        creation_date=_NO_DATE,
        revision_date=_NO_DATE,
        header_comment=_HEADER,
    )
    for message in found:
        if message.id:
            old = known.get(message.id, message.context)
            made.add(message.id, old.string if old is not None else "", context=message.context)
    return made


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """The sentences that have no translation yet, or a doubtful one."""
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            yield message


def read(path: Path) -> Catalog:
    """A catalogue; its language is in its name, `messages_de.po`."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.stem.partition("_")[2])


def write(path: Path, catalogue: Catalog) -> None:
    """In the order of the English sentences, so that two people's work can be merged."""
    out = BytesIO()
    write_po(out, catalogue, width=120, no_location=True, sort_output=True, omit_header=False, ignore_obsolete=True)
    path.write_bytes(out.getvalue())


def main() -> int:
    """Bring every catalogue into step."""
    root = Path(__file__).resolve().parent.parent
    found = collected(root / "src" / "shadow_app")
    waiting = 0
    for path in sorted((root / "resources" / "i18n").glob("messages_*.po")):
        made = in_step(read(path), found)
        write(path, made)
        for message in untranslated(made):
            waiting += 1
            print(f"{path.name}: {message.id!r} waits for its translation")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
