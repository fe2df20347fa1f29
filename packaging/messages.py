"""The sentences below the window: collect them from the source, keep each catalogue in step, compile it.

`python packaging/messages.py` reads `src/shadow_app` (all but the window, whose words are Qt's) and brings
`resources/i18n/messages_*.po` into step: new sentences wait empty for their translation, sentences that are gone leave.
It says what waits, and ends with 1 while anything does. `compile_ui.py` compiles them for every build.

The catalogues are GNU gettext's, read and written by Babel, so that any translation tool opens them. They hold no line
numbers and no dates: a catalogue changes only when a sentence does.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

KEYWORDS = {
    "say": 0,
    "mark": 0,
    "counted": 1,
    # What an action is called in the log is kept in English and said when it is shown.
    "work": 0,
    "desk_work": 1,
}
"""The calls that hold sentences: which of their arguments is one."""

ROOMS_OF_QT = ("ui",)
_NO_DATE = datetime(2026, 1, 1, tzinfo=timezone.utc)
_HEADER = "# The sentences of Shadow below its window; see packaging/messages.py.\n# Words: glossary-de.md.\n#"


def collected(source: Path) -> Catalog:
    """Every sentence that is marked in the package at `source`."""
    found = Catalog(project="Shadow", fuzzy=False)
    for path in sorted(source.rglob("*.py")):
        if path.relative_to(source).parts[0] in ROOMS_OF_QT:
            continue
        for message in sentences(path.read_text(encoding="utf-8")):
            found.add(message)
    return found


def sentences(code: str) -> Iterator[str]:
    """What stands in the calls of KEYWORDS, wherever they stand: Babel's own reader passes calls within calls by."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        # `output.say` prints, so only what stands alone is a sentence's call; two are verbs of other things.
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if isinstance(node.func, ast.Attribute) and name not in ("counted", "work"):
            continue
        at = KEYWORDS.get(name, len(node.args))
        given = node.args[at] if at < len(node.args) else None
        if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value.strip():
            yield given.value


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
            old = known.get(message.id)
            made.add(message.id, old.string if old is not None else "")
    return made


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """The sentences that have no translation yet, or a doubtful one."""
    for message in catalogue:
        if message.id and (message.fuzzy or not message.string):
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
