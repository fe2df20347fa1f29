"""What reports are printed on: asked for, set, or usual in the country of the language."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest
from pdf_reading import reader

from factories import Firm
from shadow_app import settings
from shadow_app.bootstrap import Shadow, wire
from shadow_app.cli.commands import COMMANDS
from shadow_app.cli.parser import make_parser
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import speaking
from shadow_app.domain.paper import Paper, asked, on_letter, printing_on
from shadow_app.settings import Settings, settings_path
from shadow_app.storage.store import Store

A4, LETTER = (595, 842), (612, 792)


def size(pdf: bytes) -> tuple[int, int]:
    box = reader(pdf).pages[0].mediabox
    return round(float(box.width)), round(float(box.height))


@pytest.fixture
def shadow(store: Store, firm: Firm) -> Shadow:
    return wire(store, Settings(name="Ann"))


def printed(shadow: Shadow) -> tuple[int, int]:
    return size(shadow.reporting.printed(shadow.reporting.programme()).content)


@pytest.mark.parametrize(("language", "usual"), [("en_GB", A4), ("en_US", LETTER), ("de_AT", A4)])
def test_the_paper_is_what_is_usual_until_somebody_says_otherwise(
    shadow: Shadow, language: str, usual: tuple[int, int]
) -> None:
    with speaking(language):
        assert printed(shadow) == usual
        shadow.own.change(paper="letter")
        assert printed(shadow) == LETTER
        shadow.own.change(paper="a4")
        assert printed(shadow) == A4
        with printing_on("letter"):
            assert printed(shadow) == LETTER


def test_a_wish_within_holds_above_the_one_around_it() -> None:
    assert asked() is None
    with printing_on("letter"):
        with printing_on(None):
            assert on_letter()
        with printing_on("a4"):
            assert not on_letter()
        assert asked() == "letter"
    with speaking("en_US"), printing_on("locale"):
        assert on_letter()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_command_may_ask_for_a_paper(shadow: Shadow, tmp_path: Path, paper: Paper) -> None:
    wanted = {"a4": A4, "letter": LETTER}[paper]
    for words in (["report", "programme"], ["privacy", "statement"]):
        out = tmp_path / f"{words[1]}.pdf"
        args = make_parser().parse_args([*words, "--out", str(out), "--paper", paper])
        assert COMMANDS[args.command](shadow, args) == 0
        assert size(out.read_bytes()) == wanted


def test_pages_of_privacy_are_printed_on_what_is_set(shadow: Shadow, tmp_path: Path) -> None:
    shadow.own.change(paper="letter")
    out = tmp_path / "statement.pdf"
    shadow.privacy.save(shadow.privacy.statement(datetime(2026, 11, 20, tzinfo=timezone.utc)), out)
    assert size(out.read_bytes()) == LETTER


def test_a_paper_that_is_none_is_refused_and_a_broken_file_is_said() -> None:
    with pytest.raises(Refused, match="The paper is none of locale, a4 and letter"):
        Settings().edited(paper="a5")
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_text('{"paper": "a5", "name": "Ann"}', encoding="utf-8")
    loaded = settings.load(path)
    assert loaded.settings == Settings(name="Ann")
    assert "paper" in str(loaded.warning)
