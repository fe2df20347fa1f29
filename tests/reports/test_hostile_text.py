"""`reliability.md` §4 rows 19–22, missing letters, broken photos, notes as long as they may be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import fonts, pictures, reader, words
from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from sample_reports import at, empty_report, harbour_pains, harbour_report, photo

from shadow_app.domain.errors import Bug
from shadow_app.domain.vocabulary import Kind
from shadow_app.reports.immersion import Briefing, GoodThing, ImmersionReport, LogChapter, LogEntry, SixAnswers
from shadow_app.reports.parts import Photo, Promise, SinceThen
from shadow_app.reports.pdf import render
from shadow_app.reports.text import Typesetter, broken, paragraphs
from shadow_app.reports.visible import visible

FONTS = Path(__file__).parents[2] / "src" / "shadow_app" / "assets" / "fonts"


def everywhere(words_: str) -> ImmersionReport:
    """A report that has these words wherever a person's words can be."""
    entry = LogEntry(
        at(6),
        Kind.PAIN,
        words_ or "x",
        words_,
        (words_,),
        (words_,),
        quote=words_,
        consequence=words_,
        interpretation=words_,
    )
    report = harbour_report(
        headline=words_,
        meaning=words_,
        thanks=words_,
        photo=None,
        day=replace(
            harbour_report().day, words=words_, stretches=(replace(harbour_report().day.stretches[0], label=words_),)
        ),
        works=(GoodThing(words_, words_, words_),),
        surprises=(words_,),
        pains=(
            replace(
                harbour_pains()[0], title=words_, consequence=words_, quote=words_, quote_by=words_, service=words_
            ),
        ),
        answers=(SixAnswers(*[words_] * 7),),
        promises=(Promise(words_, words_, None, words_),),
        since=(SinceThen(words_, words_),),
        log=(LogChapter(words_, (entry,)),),
        briefing=(Briefing(*[words_] * 5),),
        currency=words_[:8] or "GBP",
    )
    strip = replace(report.strip, site=words_, role=words_, unit=words_, reviewer=words_, shadower=words_, shift=words_)
    return replace(report, strip=strip)


HOSTILE = [
    '<img src="{path}"/>',
    '<img src="http://127.0.0.1:9/a.png" width="10" height="10"/>',
    '<a href="file:///etc/passwd">look</a> <link href="http://127.0.0.1"/>',
    "a <b>broken & 5 < 6 </para></font>",
    "&amp; &#60; &nosuch; ]]> <!-- <?xml <para",
    "<font color=\"[[[getattr(pow, Attacker)('__globals__')] for Attacker in [1]]] and 'red'\">x</font>",
    "<onDraw name='x' label='y'/><seq/><bullet>x</bullet>",
    "\x00\x07\x1b[31m \u202eevil\u2066 \u200f \ud83d \udc00 \ufffe",
    "{{7*7}} %s {0} \\n",
]


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_are_printed_and_never_obeyed(evil: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(photo().jpeg)
    evil = evil.replace("{path}", str(secret))
    file = render(everywhere(evil)).pdf
    assert pictures(file) == []
    for page in reader(file).pages:
        for note in page.get("/Annots", []):
            assert "/URI" not in note.get_object().get("/A", {})
    seen = words(file).replace(" ", "")
    core = "".join(visible(evil).split())
    assert core in seen or "img" in evil  # a long path may be broken over two lines


def test_addresses_in_text_are_closed_off() -> None:
    render(empty_report())
    assert rl_config.trustedHosts == []
    assert rl_config.trustedSchemes == []


@pytest.mark.parametrize("start", ["", "file://", "file:", "http://127.0.0.1:9", "data:image/jpeg;base64,"])
def test_not_even_markup_of_our_own_could_bring_in_a_picture(start: str, tmp_path: Path) -> None:
    """The second guard: ReportLab would embed any file that it finds, whatever hosts and schemes it trusts."""
    render(empty_report())
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(photo().jpeg)
    with pytest.raises((Bug, ValueError, OSError)):
        Paragraph(f'<para><img src="{start}{secret}" width="9" height="9"/></para>', ParagraphStyle("plain"))


@settings(max_examples=15)
@given(st.text(max_size=200))
def test_any_text_makes_a_report(any_words: str) -> None:
    assert render(everywhere(any_words)).pdf.startswith(b"%PDF")


def test_what_no_font_can_draw_becomes_a_box_and_a_warning() -> None:
    rendered = render(harbour_report(meaning="The sign says 日本 and that is all."))
    assert "The sign says □□ and that is all." in words(rendered.pdf)
    assert rendered.warnings == (
        "2 characters are in none of the fonts and printed as a box (日 本); add a font that has them.",
    )
    assert "1 character is in none" in render(harbour_report(meaning="日日")).warnings[0]


def test_words_from_right_to_left_are_warned_about() -> None:
    assert any("Right-to-left" in warning for warning in render(harbour_report(meaning="שלום")).warnings)


def test_emoji_come_from_their_own_font() -> None:
    rendered = render(harbour_report(meaning="Well done 👍🏽 team"))
    assert rendered.warnings == ()
    assert any("NotoEmoji" in name for name in fonts(rendered.pdf))
    assert Typesetter().runs("a 👍", 400)[-1] == ("NotoEmoji_400Regular", "👍")


def test_a_folder_of_fonts_is_used_and_bad_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "a_good.ttf").write_bytes((FONTS / "NotoEmoji_400Regular.ttf").read_bytes())
    (tmp_path / "bad.ttf").write_bytes(b"no font at all")
    (tmp_path / "readme.txt").write_text("not a font")
    rendered = render(harbour_report(), font_folder=tmp_path)
    assert len(rendered.warnings) == 1
    assert "bad.ttf" in rendered.warnings[0]
    assert all(fonts(rendered.pdf).values())


def test_a_font_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    (warning,) = render(empty_report(), font_folder=tmp_path / "nowhere").warnings
    assert "nowhere" in warning
    assert str(tmp_path) not in warning


@pytest.mark.parametrize(
    "long",
    ["word " * 4000, "x" * 20_000, "a\n" * 10_000, "日" * 4_000, "w " * 10_000],
    ids=["words", "one word", "lines", "boxes", "short words"],
)
def test_a_note_as_long_as_it_may_be_prints_to_its_end(long: str) -> None:
    entry = LogEntry(at(6), Kind.PAIN, long + " THE END")
    file = render(replace(empty_report(), log=(LogChapter("Long", (entry,)),))).pdf
    assert "THE END" in words(file)


def test_long_words_in_narrow_cells_and_columns_print() -> None:
    long = "b" * 3_000 + " " + "word " * 600
    report = harbour_report(answers=(SixAnswers(*[long] * 7),), works=(GoodThing(long, long),), meaning=long)
    assert words(render(report).pdf).count("word") >= 600 * 9


def test_text_is_cut_where_reportlab_would_choke() -> None:
    pieces = paragraphs("word " * 2_000 + "\n\n" + "\n".join("line" for _ in range(100)))
    assert all(len(piece) <= 4_000 and piece.count("\n") < 40 for piece in pieces)
    assert " ".join(pieces).split() == ["word"] * 2_000 + ["line"] * 100
    assert paragraphs("x" * 9_000)[0] == "x" * 4_000
    assert paragraphs(" \n ") == []
    assert max(map(len, broken("y" * 500).split())) == 60


@given(st.text(max_size=300))
def test_nothing_invisible_stays_invisible(any_words: str) -> None:
    shown = visible(any_words)
    for sign in "\x00\x1b\u202e\u2066\u200e\ud800":
        assert sign not in shown
        if sign in any_words:
            assert f"[U+{ord(sign):04X}]" in shown


def test_a_line_is_as_wide_as_its_runs() -> None:
    setter = Typesetter()
    assert setter.width("a👍b", 10, 400) == pytest.approx(
        setter.width("a", 10, 400) + setter.width("👍", 10, 400) + setter.width("b", 10, 400)
    )
    assert setter.width("", 10, 400) == 0
    assert setter.runs("x\ny", 450) == setter.runs("x y", 400)


@pytest.mark.parametrize(
    "bytes_",
    [b"", b"\xff\xd8\xff broken", photo().jpeg[:900], b"\x89PNG\r\n\x1a\n", b"GIF89a"],
    ids=["empty", "broken", "cut", "png", "gif"],
)
def test_a_photo_that_cannot_be_read_leaves_a_box_and_a_warning(bytes_: bytes) -> None:
    bad: Any = Photo(bytes_, "Gate 4")
    entry = LogEntry(at(6), Kind.PAIN, "See photo", photos=(bad,))
    rendered = render(replace(empty_report(), photo=bad, log=(LogChapter("Day", (entry,)),)))
    assert rendered.warnings == ("The photo “Gate 4” cannot be read and is left blank; take it out or add it again.",)
    assert "This photo cannot be read" in words(rendered.pdf)


@pytest.mark.parametrize("size", [(2000, 2000), (2000, 120), (120, 2000)])
def test_photos_of_any_shape_fit(size: tuple[int, int]) -> None:
    shot = photo("Gate 4", size)
    entries = tuple(LogEntry(at(6), Kind.PAIN, "See photo", photos=(shot,) * 7) for _ in range(2))
    rendered = render(replace(empty_report(), photo=shot, log=(LogChapter("Day", entries),)))
    assert rendered.warnings == ()
    assert pictures(rendered.pdf) == [shot.jpeg]
