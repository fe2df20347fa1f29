"""resources/i18n: every text of the window is there, is translated, and asks for what the source asks for."""

from __future__ import annotations

import ast
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from counted_nouns import nouns_without_forms
from scripts import loaded

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
NAMES = ("shadow_de.ts", "shadow_en.ts")
_PLACE = re.compile(r"\{[^}]*\}")
_COUNT = re.compile(r"%L?n")
_KEY = re.compile(r"&(\w)")


class Text(NamedTuple):
    """One text of a catalogue; a text with a count has a form for each plural."""

    context: str
    source: str
    forms: tuple[str, ...]
    counted: bool
    finished: bool


def _texts(path: Path) -> Iterator[Text]:
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield Text(
                context.findtext("name") or "",
                message.findtext("source") or "",
                tuple(forms),
                message.get("numerus") == "yes",
                translation.get("type") is None,
            )


@pytest.fixture(scope="module")
def words() -> Iterator[ModuleType]:
    folder = str(ROOT / "packaging")
    sys.path.insert(0, folder)
    yield loaded(ROOT / "packaging" / "words.py")
    sys.path.remove(folder)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_translated(name: str) -> None:
    missing = [
        (each.context, each.source)
        for each in _texts(I18N / name)
        if not each.finished or not all(form.strip() for form in each.forms)
    ]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_asks_for_what_its_source_asks_for(name: str) -> None:
    wrong = []
    for each in _texts(I18N / name):
        for form in each.forms:
            same = _places(form) == _places(each.source)
            # "One note is new" needs no number; more than one does.
            counts = not each.counted or form == each.forms[0] or _COUNT.findall(form) == _COUNT.findall(each.source)
            keys = len(_KEY.findall(form)) == len(_KEY.findall(each.source))
            space = _edges(form) == _edges(each.source)
            if not (same and counts and keys and space):
                wrong.append((each.context, each.source, form))
    assert wrong == []


def _places(text: str) -> Counter[str]:
    """The placeholders without the forms of their nouns, which are each language's own."""
    placed = (place.partition("|")[0] for place in _PLACE.findall(text))
    return Counter(place.rstrip(":}") for place in placed if not place.endswith("!"))


NEVER_ONE = (
    "{most} characters",
    "{count} characters",
    "{length} characters",
    "{number} times",
    "{number} days",
    "{days} days ago",
    "every {number} ",
    "{n} visits",
    "{draws} times",
    "{number} people",
    "on {picked} managers",
)
"""Told only of two or more, or of a limit: what is one has words of its own."""


def test_a_number_brings_the_forms_of_its_noun() -> None:
    """ "1 photos" is no English: `{n:|photo|photos}`, or Qt's own plural."""
    found = [
        each.source
        for each in _texts(I18N / "shadow_de.ts")
        if not each.counted and nouns_without_forms(each.source) and not any(told in each.source for told in NEVER_ONE)
    ]
    assert found == []


WRITTEN = {"whole", "hours", "short", "span", "times", "number"}
"""What makes an `amounts.Number`, which alone knows what to do with forms."""


def test_the_forms_of_a_noun_are_given_a_number_that_knows_them() -> None:
    """Anything else would be an error in the window, and only where the text is shown."""
    wrong = []
    for path in sorted((ROOT / "src" / "shadow_app" / "ui").rglob("*.py")):
        if "_compiled" not in path.parts:
            for function in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(function, ast.FunctionDef):
                    wrong += [f"{path.name}: {function.name}: {name}" for name in _plain_numbers(function)]
    assert wrong == []


def _plain_numbers(function: ast.FunctionDef) -> Iterator[str]:
    inside = list(ast.walk(function))
    texts = [each.value for each in inside if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    counted = {name for text in texts for name in re.findall(r"\{(\w+):[^}|]*\|", text)}
    made = {
        target.id: each.value
        for each in inside
        if isinstance(each, ast.Assign)
        for target in each.targets
        if isinstance(target, ast.Name)
    }
    for call in inside:
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "format":
            for given in call.keywords:
                value = made.get(given.value.id) if isinstance(given.value, ast.Name) else given.value
                maker = value.func if isinstance(value, ast.Call) else None
                name = maker.attr if isinstance(maker, ast.Attribute) else getattr(maker, "id", "")
                if given.arg in counted and name not in WRITTEN:
                    yield given.arg or ""


def test_what_lacks_a_form_is_seen() -> None:
    assert nouns_without_forms("{n} notes and {m:,} pain points") == ["notes", "points"]
    assert nouns_without_forms("{n:|note|notes}, {name} opens, {m:,|pain point|pain points}") == []


def _edges(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def test_german_addresses_people_formally_and_quotes_in_german() -> None:
    wrong = [
        each.forms
        for each in _texts(I18N / "shadow_de.ts")
        if re.search(r"\b(du|dein|deine|dir|dich)\b|[\"“][^”„]*”|\w[:*]innen\b", " ".join(each.forms))
    ]
    assert wrong == []


@pytest.mark.parametrize("form", sorted((ROOT / "forms").glob("*.ui")), ids=lambda path: path.stem)
def test_no_key_opens_two_fields_of_a_form(form: Path) -> None:
    tree = ET.parse(form)
    german = {(each.context, each.source): each.forms[0] for each in _texts(I18N / "shadow_de.ts")}
    context = tree.findtext("class") or ""
    shown = [
        text.text or "" for text in tree.iter("string") if text.get("notr") != "true" and _KEY.search(text.text or "")
    ]
    before = Counter(key.lower() for text in shown for key in _KEY.findall(text))
    after = Counter(key.lower() for text in shown for key in _KEY.findall(german[context, text]))
    twice = {key for key, count in after.items() if count > 1}
    # Where English says one key twice, the fields are on different pages of the form.
    assert len(twice) <= sum(count > 1 for count in before.values()), twice


def test_the_catalogues_are_fresh(words: ModuleType, tmp_path: Path) -> None:
    for name in NAMES:
        shutil.copy(I18N / name, tmp_path)
    words.refresh(ROOT, tmp_path)
    for name in NAMES:
        assert (tmp_path / name).read_text("utf-8") == (I18N / name).read_text("utf-8"), "run python3 dev.py words"


def test_what_is_new_is_named(words: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "src" / "shadow_app" / "ui" / "page.py"
    page.parent.mkdir(parents=True)
    page.write_text(
        'class Page:\n    def say(self, n):\n        return self.tr("Good day"), self.tr("%n day(s)", "", n)\n', "utf-8"
    )
    (tmp_path / "forms").mkdir()
    words.refresh(tmp_path)
    assert list(words.unfinished(tmp_path / "resources" / "i18n" / "shadow_de.ts")) == [
        ("Page", "Good day"),
        ("Page", "%n day(s)"),
    ]
    assert list(words.unfinished(tmp_path / "resources" / "i18n" / "shadow_en.ts")) == [("Page", "%n day(s)")]
    assert "page.py" not in (tmp_path / "resources" / "i18n" / "shadow_de.ts").read_text("utf-8")


def test_the_script_names_what_waits_and_what_went_wrong(
    words: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "src" / "shadow_app" / "ui" / "page.py"
    page.parent.mkdir(parents=True)
    page.write_text('class Page:\n    def say(self):\n        return self.tr("Good day")\n', "utf-8")
    (tmp_path / "forms").mkdir()
    monkeypatch.setattr(words, "__file__", str(tmp_path / "packaging" / "words.py"))
    assert words.main() == 0
    assert "  Page: Good day" in capsys.readouterr().out

    def missing(name: str) -> str:
        raise OSError(f"{name} is not there")

    monkeypatch.setattr(words, "find_tool", missing)
    assert words.main() == 1
    assert "lupdate is not there" in capsys.readouterr().err


def test_a_text_is_looked_up_as_it_is_written() -> None:
    """lupdate passes over a text that is put together before it is looked up: an f-string, a sum of texts."""
    loose = []
    for path in sorted((ROOT / "src" / "shadow_app" / "ui").rglob("*.py")):
        if "_compiled" in path.parts:
            continue
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = _looked_up(call) if isinstance(call, ast.Call) else None
            if text is not None and _made(text):
                loose += [f"{path.name}:{text.lineno}"]
    assert loose == []


def _looked_up(call: ast.Call) -> ast.expr | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
    return None if place is None or len(call.args) <= place else call.args[place]


def _made(text: ast.expr) -> bool:
    """A name stands for a text that is marked where it is written."""
    return not isinstance(text, ast.Name | ast.Attribute | ast.Subscript) and not (
        isinstance(text, ast.Constant) and isinstance(text.value, str)
    )
