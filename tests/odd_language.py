"""A language that nobody speaks: whatever is looked up comes back in Cyrillic letters, filled in values do not.

What stands in Latin letters afterwards was written by people, is a name, or is a text that no translator would ever
see. A sentence between marks would hide what is filled into it; this does not.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from gettext import NullTranslations
from importlib.resources import files
from pathlib import Path
from typing import Any
from unittest.mock import patch

from shadow_app.bootstrap import Shadow, open_demo
from shadow_app.domain import language
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.language import VARIABLE, Language
from shadow_app.usecases import demo_texts

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_OTHER = "абцдефгхийклмнопярстувшхыз"
_TURN = str.maketrans(_LATIN + _LATIN.upper(), _OTHER + _OTHER.upper())
_FIELD = re.compile(r"(\{[^{}]*\}|%L?n|&\w+;|<[^>]*>)")
_SIGNS = re.compile(
    r"(^(?:told|wait|need|workaround|context): ?|(?:(?<=\s)|^)[~^x!]\S+|\d[\d:.,]*(?: ?[a-z]+)?)", re.IGNORECASE
)
OF_THE_LOCALE = frozenset(
    re.findall(
        r"\w+",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag und rz Januar Februar April Mai Juni Juli August "
        "September Oktober November Dezember",
    )
)
"""Days, months and "and", which the library for locales says."""

_WORD = re.compile(r"[A-Za-z]{2,}")


def odd(text: str) -> str:
    """A text of the program; its placeholders stay, but for the forms of a noun in them."""
    return "".join(_forms(part) if at % 2 else part.translate(_TURN) for at, part in enumerate(_FIELD.split(text)))


def _forms(place: str) -> str:
    before, stroke, forms = place.partition("|")
    return before + stroke + forms.translate(_TURN)


def odd_note(text: str) -> str:
    """A text of the demo; the signs of quick entry and figures with their units stay."""
    return "".join(part if at % 2 else part.translate(_TURN) for at, part in enumerate(_SIGNS.split(text)))


class Odd(NullTranslations):
    """Every sentence, known or not: what is missing in a catalogue is another test's to find."""

    def gettext(self, message: str) -> str:
        return odd(message)


ODD = Language("qx", "de_DE", Odd())


@contextmanager
def speaking_odd() -> Iterator[None]:
    """In every thread, whatever the environment and the settings wish for."""
    with patch.object(language, "named", lambda _wish: ODD), patch.dict(os.environ, {VARIABLE: "de_DE"}):
        yield


def odd_demo(folder: Path) -> Shadow:
    """The demo, typed by people who write like this."""
    lines = (files("shadow_app") / "assets" / "demo" / "de" / "texts.tsv").read_text(encoding="utf-8").splitlines()
    table = {line.split("\t")[0]: odd_note(line.split("\t")[0]) for line in lines}
    with speaking_odd(), patch.object(demo_texts, "_table", lambda _code: table):
        return open_demo(folder)


def peoples_words(shadow: Shadow) -> frozenset[str]:
    """Latin words that people have written: names, numbers, what they left as it was."""
    with shadow.store.reading() as read:
        found = [text for kind in KINDS for each in read.where(kind) for text in _texts(each.model_dump())]
    hosts = (Path(__file__).parent.parent / "resources" / "demo" / "visits.csv").read_text("utf-8")
    return frozenset(_WORD.findall(" ".join([*found, hosts])))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in ("kind_name", "media_type", "sort"):
                yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value


def loose(text: str, known: frozenset[str]) -> list[str]:
    """Lines with a Latin word that nobody has written."""
    return [
        line.strip()
        for line in text.splitlines()
        if any(word not in known and not _is_hex(word) for word in _WORD.findall(line))
    ]


def _is_hex(word: str) -> bool:
    return re.fullmatch(r"[0-9a-f]+", word) is not None
