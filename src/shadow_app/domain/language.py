"""The language of the program below its window: which one, and every sentence in it.

Sentences are written in English where they belong, in `say(...)`; a catalogue (GNU gettext) holds the others. Words
that the store or the log keeps are `mark`ed where they are written and said only when they are shown.

Which language holds for a whole process stands in its environment (`SHADOW_LANGUAGE`), so that every thread and every
process it starts speak alike: a context variable alone would be empty in a thread. `speaking` puts another one above it
for a stretch of work, such as a report in a language that is not the window's.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from typing import Literal, TypeVar, cast, get_args

from shadow_app.domain.formats import LETTER_TERRITORIES, Counting, Filler, listed

VARIABLE = "SHADOW_LANGUAGE"
"""The environment's name for it: `system`, `en`, `de`, or a locale such as `de_AT`."""

Wish = Literal["system", "en", "de"]
"""What the settings hold."""

WISHES: tuple[str, ...] = get_args(Wish)
ENGLISH = "en"
_USUAL = {"en": "en_GB", "de": "de_DE"}
"""The locale that stands for a language where no country is named."""

Key = TypeVar("Key")


@dataclass(frozen=True)
class Language:
    """A language that the program speaks.

    Attributes:
        code: `en`, `de`.
        locale: with the country, as Babel writes it: `de_AT`. It decides on paper, never on the words.
        catalogue: the translations; none for English, which is what the source says.
    """

    code: str = ENGLISH
    locale: str = "en_GB"
    catalogue: NullTranslations = field(default_factory=NullTranslations, compare=False)

    @property
    def english(self) -> bool:
        """Whether numbers and dates are written in the house's own way."""
        return self.code == ENGLISH

    @property
    def letter_paper(self) -> bool:
        """Whether its country prints on US Letter instead of A4."""
        return self.locale.partition("_")[2] in LETTER_TERRITORIES

    @cached_property
    def _filler(self) -> Counting:
        # A catalogue of GNU gettext knows the plural rule of its language; the others count as English does.
        rule = getattr(self.catalogue, "plural", None)
        if self.english:
            return Counting()
        return Filler(self.locale, rule) if rule is not None else Filler(self.locale)

    def fill(self, said: str, values: Mapping[str, object]) -> str:
        """A translated sentence with what belongs into its braces."""
        if self.english and "|" not in said and "%" not in said:
            return said.format(**values)
        return self._filler.vformat(said, (), values)


_ABOVE: ContextVar[Language | None] = ContextVar("shadow_language", default=None)


def current() -> Language:
    """The language that holds here and now."""
    return _ABOVE.get() or named(os.environ.get(VARIABLE, ""))


@contextmanager
def speaking(language: Language | str) -> Iterator[Language]:
    """Speak another language inside the block, in this thread alone."""
    wanted = named(language) if isinstance(language, str) else language
    token = _ABOVE.set(wanted)
    try:
        yield wanted
    finally:
        _ABOVE.reset(token)


@contextmanager
def settled(*wishes: str) -> Iterator[Language]:
    """Speak the first language that is wished for, in every thread of this process, until the block ends.

    An empty wish is none; `system` asks the system. What the environment said before is put back.
    """
    before = os.environ.get(VARIABLE)
    wish = next((wish for wish in wishes if wish), "system")
    wanted = named(wish)
    if wish != "system" or system_locale():
        # Where the system says nothing to Python it may still say something to Qt, which a window asks afterwards.
        os.environ[VARIABLE] = wanted.locale
    try:
        yield wanted
    finally:
        if before is None:
            os.environ.pop(VARIABLE, None)
        else:
            os.environ[VARIABLE] = before


def named(wish: str) -> Language:
    """The language for `de`, `de_AT.UTF-8`, `system` or nothing; English where there is no catalogue for it."""
    return _named(system_locale() if wish in ("", "system") else wish)


@lru_cache(maxsize=16)
def _named(asked: str) -> Language:
    code, _, country = asked.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")
    code, country = code.lower(), country.upper()
    if code not in _USUAL:
        return Language()
    locale = f"{code}_{country}" if len(country) == 2 and country.isalpha() else _USUAL[code]
    return Language(code, locale, _catalogue(code))


def system_locale(environ: Mapping[str, str] | None = None) -> str:
    """What the system is set to: the usual variables, then what Windows says; empty where nothing is set."""
    around = os.environ if environ is None else environ
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if around.get(name):
            return around[name]
    return _of_windows() if sys.platform == "win32" else ""


def _of_windows() -> str:
    import ctypes
    import locale

    asked = getattr(ctypes, "windll").kernel32.GetUserDefaultUILanguage  # noqa: B009  (there on Windows alone)
    return locale.windows_locale.get(int(asked()), "")


def _catalogue(code: str) -> NullTranslations:
    if code == ENGLISH:
        return NullTranslations()
    from importlib.resources import files  # A third of this module's time, and an English window needs none of it.

    try:
        with (files("shadow_app") / "assets" / "i18n" / f"{code}.mo").open("rb") as stream:
            return GNUTranslations(stream)
    except OSError:
        return NullTranslations()


def mark(text: str) -> str:
    """The text as it is; only so that the catalogue knows of it. Said where it is shown."""
    return text


def say(text: str, /, **values: object) -> str:
    """A sentence in the language that holds; `{name}` and `{name:,.1f}` in it are filled as `str.format` does it.

    A number before a noun brings the noun's forms along: `{name:,|note|notes}` (`formats.Counting`).
    """
    language = current()
    said = language.catalogue.gettext(text) if text else ""
    return language.fill(said, values) if values else said


def shown(value: object, spec: str) -> str:
    """A value alone, as `format` does it and as the language writes it: `shown(1234.5, ",.1f")`."""
    return current().fill(f"{{value:{spec}}}", {"value": value})


def lowered(word: str) -> str:
    """A noun in mid-sentence: small in English, as it is where nouns are written large."""
    return word.lower() if current().english else word


def sequence(names: Sequence[str]) -> str:
    """`a, b and c`."""
    if not current().english:
        return listed(names, current().locale) if names else ""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


class Labels(Mapping[Key, str]):
    """Marked words by what they stand for; reading one says it in the language that holds at that moment."""

    def __init__(self, words: Mapping[Key, str]) -> None:
        self._words = dict(words)

    def __getitem__(self, key: Key) -> str:
        return say(self._words[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def wish_of(value: object) -> Wish:
    """A value of the settings file as a wish.

    Raises:
        ValueError: it is none.
    """
    if value not in WISHES:
        raise ValueError(say("is none of system, en and de: choose one of them"))
    return cast(Wish, value)
