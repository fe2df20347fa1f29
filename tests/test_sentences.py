"""Every sentence below the window has its German, and the catalogue is in step with the source."""

from __future__ import annotations

import csv
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from counted_nouns import nouns_without_forms
from scripts import loaded
from shadow_app.domain import action_names

ROOT = Path(__file__).resolve().parent.parent
GERMAN = ROOT / "resources" / "i18n" / "messages_de.po"
DEMO = ROOT / "resources" / "demo"


@cache
def tool() -> Any:
    """`packaging/messages.py`, which is no package."""
    return loaded(ROOT / "packaging" / "messages.py")


def pairs() -> Iterator[tuple[str, str]]:
    """(English, German)."""
    for message in tool().read(GERMAN):
        if message.id:
            yield message.id, message.string


def fields(text: str) -> set[str]:
    """The placeholders, each with how it is to be written; the forms of its noun are each language's own."""
    found: set[str] = set()
    for _, name, spec, conversion in string.Formatter().parse(text):
        if name:
            written, _, forms = (spec or "").partition("|")
            found |= fields(forms)
            if written != "!":
                found.add(f"{name}!{conversion}:{written}")
    return found


def test_every_sentence_is_translated() -> None:
    assert [each.id for each in tool().untranslated(tool().read(GERMAN))] == []


def test_the_catalogue_is_in_step_with_the_source(tmp_path: Path) -> None:
    found = tool().collected(ROOT / "src" / "shadow_app")
    fresh = tmp_path / GERMAN.name
    tool().write(fresh, tool().in_step(tool().read(GERMAN), found))
    assert fresh.read_text(encoding="utf-8") == GERMAN.read_text(encoding="utf-8"), "run packaging/messages.py"


def test_both_sides_have_the_same_placeholders() -> None:
    assert [pair for pair in pairs() if fields(pair[0]) != fields(pair[1])] == []


def test_both_sides_begin_and_end_alike() -> None:
    for english, german in pairs():
        assert english.endswith(" ") == german.endswith(" "), english
        assert english.startswith(" ") == german.startswith((" ", ", die etwa")), english
        assert german.count("„") == german.count("“"), german
        assert "”" not in german, german


NEVER_ONE = (
    "There are {found} ",
    "{most:,} characters",
    "{most:,} values",
    "expected {count} arguments",
    "on lines {lines} with different",
    "fewer than {fewest} people",
    "{what} names a team",
    "{each} used numbers",
    "{scheme} address",
    "{name} weights",
)
"""Told only of two or more, or of a limit; and what is no number."""


def test_a_number_brings_the_forms_of_its_noun() -> None:
    """ "1 visits" is no English: `{n:,|visit|visits}`. What the log keeps has a form of its own for one."""
    kept = {many for _, many in action_names._MANY.values()}
    found = [
        message.id
        for message in tool().read(GERMAN)
        if message.id not in kept and not any(each in message.id for each in NEVER_ONE)
        if nouns_without_forms(message.id)
    ]
    assert found == []


def test_german_has_as_many_forms_as_it_needs() -> None:
    for pair in pairs():
        forms = [spec.split("|")[1:] for text in pair for spec in _specs(text) if "|" in spec]
        assert all(len(each) == 2 and all(each) for each in forms), pair
        english, german = (_BRACES.sub("", text).split("|") for text in pair)
        assert len(english) == len(german), pair


_BRACES = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")


def _specs(text: str) -> Iterator[str]:
    yield from (spec for _, _, spec, _ in string.Formatter().parse(text) if spec)


def test_german_says_you_politely_and_spares_signs() -> None:
    for _, german in pairs():
        assert not re.search(r"\b(du|dein|deine|dir)\b", german), german
        assert not re.search(r"\w[*:_]innen\b", german), german


def cells(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from cells(each)
    elif isinstance(value, list):
        for each in value:
            yield from cells(each)
    elif isinstance(value, str):
        yield value


def demo_texts() -> Iterator[str]:
    """Whatever of the demo a person reads: every text of more than one word."""
    for path in sorted(DEMO.glob("*.toml")):
        yield from cells(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted(DEMO.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                yield from row.values()
    for path in sorted(DEMO.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            yield line.split("\t")[2]
    for line in (DEMO / "raw_notes.txt").read_text(encoding="utf-8").splitlines():
        yield line.split("\t", 1)[1]


def test_the_demo_is_translated_whole() -> None:
    lines = (DEMO / "de" / "texts.tsv").read_text(encoding="utf-8").splitlines()
    table = dict(line.split("\t") for line in lines)
    assert len(table) == len(lines), "a text stands twice"
    people = {row.split(",")[0] for row in (DEMO / "people.csv").read_text(encoding="utf-8").splitlines()}
    visits = (DEMO / "visits.csv").read_text(encoding="utf-8").splitlines()
    hosts = {row["host_name"] for row in csv.DictReader(visits)}
    contacts = {each["name"] for each in tomllib.loads((DEMO / "desk.toml").read_text(encoding="utf-8"))["contact"]}
    needed = {
        text
        for text in demo_texts()
        if " " in text and not re.fullmatch(r"V\d\d [\d:]+", text) and text not in people | hosts | contacts
    }
    assert needed - table.keys() == set()
    everything = set(demo_texts())
    assert table.keys() - everything == set(), "nothing of the demo says this any more"


@pytest.mark.parametrize("sign", ["~", "x", "#", "!"])
def test_notes_keep_their_signs(sign: str) -> None:
    """A note that lost a sign would count for less in German than in English."""
    counted = {"~": r"~\d", "x": r"\bx\d", "#": r"#", "!": r"!\d"}[sign]
    for line in (DEMO / "de" / "texts.tsv").read_text(encoding="utf-8").splitlines():
        english, german = line.split("\t")
        assert len(re.findall(counted, english)) == len(re.findall(counted, german)), english
