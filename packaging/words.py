"""Bring the window's catalogues up to date with its words: `python packaging/words.py`.

Qt's own lupdate reads every text of `src/shadow_app/ui` and `forms/` into `resources/i18n/`: `shadow_de.ts` holds
them all, `shadow_en.ts` only those with a plural, which English has to spell out as well. What has been translated
stays; a text that is gone goes. No places are written down, so that a moved line changes no catalogue.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from compile_ui import find_tool

CATALOGUES = {"shadow_de.ts": ("-target-language", "de"), "shadow_en.ts": ("-target-language", "en", "-pluralonly")}


def refresh(root: Path, into: Path | None = None) -> None:
    """Read every text under `root` into the catalogues, which lie in `resources/i18n` or in the folder `into`.

    Raises OSError or subprocess.CalledProcessError if lupdate cannot be run or cannot read a source.
    """
    folder = into or root / "resources" / "i18n"
    folder.mkdir(parents=True, exist_ok=True)
    code = [
        path for path in sorted((root / "src" / "shadow_app" / "ui").rglob("*.py")) if "_compiled" not in path.parts
    ]
    sources = [path.relative_to(root).as_posix() for path in [*code, *sorted((root / "forms").glob("*.ui"))]]
    options = ("-locations", "none", "-no-obsolete", "-no-ui-lines", "-source-language", "en", "-silent")
    for name, own in CATALOGUES.items():
        command = [str(find_tool("lupdate")), *options, *own, *sources, "-ts", str(folder / name)]
        subprocess.run(command, cwd=root, check=True, capture_output=True, text=True, encoding="utf-8")


def unfinished(catalogue: Path) -> Iterator[tuple[str, str]]:
    """Context and source of every text without a finished translation."""
    for context in ET.parse(catalogue).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                yield context.findtext("name") or "", message.findtext("source") or ""


def main() -> int:
    """Refresh, and name what is still to be translated; 0 even so, because that is the next thing to do."""
    root = Path(__file__).resolve().parent.parent
    try:
        refresh(root)
    except (OSError, subprocess.CalledProcessError) as error:
        print((getattr(error, "stderr", None) or str(error)).strip(), file=sys.stderr)
        return 1
    for name in CATALOGUES:
        waiting = list(unfinished(root / "resources" / "i18n" / name))
        print(f"resources/i18n/{name}: {len(waiting)} to be translated")
        for context, source in waiting:
            print(f"  {context}: {source}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
