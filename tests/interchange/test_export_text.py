"""People's words stay words: for spreadsheets, Jira, Redmine and HTML."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.interchange.export_rows import Passage
from shadow_app.interchange.export_text import (
    as_html,
    as_jira,
    as_redmine,
    fitted,
    jira_words,
    no_formula,
    plain,
    redmine_words,
    storable,
)

JOINER = "\N{WORD JOINER}"
FORMULA = "=+-@＝＋－＠"


@pytest.mark.parametrize("sign", [*FORMULA, "\t", "\r", "\n", "−", "﹢"])
def test_nothing_begins_a_formula(sign: str) -> None:
    assert no_formula(f'{sign}HYPERLINK("x")') == f'\'{sign}HYPERLINK("x")'


@pytest.mark.parametrize("before", [" ", "\u00a0", "\u200b", "\ufeff"])
def test_blanks_do_not_hide_a_formula(before: str) -> None:
    assert no_formula(f"{before}=1+1").startswith("'")


def test_another_separator_begins_no_formula_either() -> None:
    # A spreadsheet set to semicolons splits there, whatever the file's own separator is.
    assert no_formula("jams; =1+1") == "jams; '=1+1"
    assert no_formula("jams\t@SUM(1)") == "jams\t'@SUM(1)"


@pytest.mark.parametrize("text", ["", "sign-on", "3 - 4 times", "a=b", "mail a@b", "wait; then on", "’=1"])
def test_honest_words_stay_as_they_are(text: str) -> None:
    assert no_formula(text) == text


@given(st.text())
def test_the_guard_holds_for_any_text(text: str) -> None:
    guarded = no_formula(text)
    # What a person wrote can be had back: nothing but apostrophes was put in.
    assert guarded.replace("'", "") == text.replace("'", "")
    cells = re.split("[;\t]", guarded)
    assert not any(cell.strip(" \u00a0\u200b\ufeff")[:1] in set(FORMULA) for cell in cells if cell.strip())


def test_what_no_reader_takes_becomes_a_mark() -> None:
    assert storable("a\0b\ud800c\ufffed\te") == "a\N{REPLACEMENT CHARACTER}" + "b�c�d\te"


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [("abc", 3, "abc"), ("one two three", 10, "one two …"), ("x" * 20, 10, "xxxxxxxx …"), ("a\nb", 5, "a b")],
)
def test_a_title_is_cut_at_a_word(text: str, longest: int, short: str) -> None:
    assert fitted(text, longest) == short
    assert len(short) <= longest


STORY = (Passage("What we saw", ("first line\nsecond line", "<b>bold</b>")), Passage("Then", ("nothing",)))


def test_plain_text_has_one_paragraph_a_line() -> None:
    assert plain(STORY) == "What we saw\n• first line second line\n• <b>bold</b>\n\nThen\n• nothing"
    assert plain(STORY, 20) == "What we saw\n• first…"


def test_html_shows_the_signs_instead_of_obeying_them() -> None:
    made = as_html((Passage("A & B", ('<img src=x onerror="alert(1)">', "&lt;script&gt;")),))
    assert set(re.findall(r"</?(\w+)", made)) == {"p", "b", "ul", "li"}
    items = re.findall("<li>(.*?)</li>", made)
    assert [html.unescape(each) for each in items] == ['<img src=x onerror="alert(1)">', "&lt;script&gt;"]


@given(st.text())
def test_html_gives_the_words_back(text: str) -> None:
    (item,) = re.findall("<li>(.*?)</li>", as_html((Passage("x", (text,)),)), re.DOTALL)
    assert html.unescape(item) == " ".join(storable(text).split())


# The characters before which Jira's renderer takes a backslash away: the pattern of Atlassian's
# BackslashEscapeRendererComponent.
JIRA_ESCAPES = re.compile(r"(^|(?<!\\))\\([\-\#\*\_\+\?\^\~\|\%\{\}\[\]\(\)\!\@])")
JIRA_MARKUP = re.compile(r"(?<!\\)[{}\[\]*_^~|!#@]")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*bold* _it_ -del- +ins+", r"\*bold\* \_it\_ \-del\- \+ins\+"),
        ("{code}x{code}", r"\{code\}x\{code\}"),
        ("[~admin] [x|y] !a.png!", r"\[\~admin\] \[x\|y\] \!a.png\!"),
        ("sign-on, 3-4 (City office, May)?", "sign-on, 3-4 (City office, May)?"),
        ("??cite?? (y) :)", r"\?\?cite\?\? \(y) :\)"),
        ("http://a.b", f"http{JOINER}://a.b"),
        ("ABC-123, door-9", f"ABC\\-{JOINER}123, door-9"),
        ("c:\\temp", f"c:\\{JOINER}temp"),
        ("&lt;b&gt;", f"&{JOINER}lt;b&{JOINER}gt;"),
    ],
)
def test_jira_sees_words(text: str, escaped: str) -> None:
    assert jira_words(text) == escaped


@given(st.text(alphabet=st.sampled_from("{}[]*_^~|!#@\\-+?() ab:;1ABC&\n")))
def test_jira_gives_the_words_back_and_finds_no_markup(text: str) -> None:
    made = jira_words(text)
    assert not JIRA_MARKUP.search(made)
    assert JIRA_ESCAPES.sub(r"\2", made).replace(JOINER, "") == " ".join(text.split())


def test_jira_has_headings_and_lists_of_ours_only() -> None:
    made = as_jira((Passage("Seen", ("* one\n# two", "h1. three")),))
    assert made == "h3. Seen\n* \\* one \\# two\n* h1. three"


REDMINE_ALLOWED = re.compile(r"&#\d+;")


@pytest.mark.parametrize("sign", list('&<>*_^~@#[]{}|!"`\\=$'))
def test_redmine_sees_numbers_instead_of_signs(sign: str) -> None:
    assert redmine_words(f"a {sign}b").replace(JOINER, "") == f"a &#{ord(sign)};b"


@pytest.mark.parametrize("text", ["#12", "r12", "user:bob", "@bob", "[[Wiki]]", "{{toc}}"])
def test_redmine_finds_nothing_to_link(text: str) -> None:
    # It looks for links in the finished page, too, where the numbers are signs again.
    assert text not in html.unescape(redmine_words(text))


@given(st.text())
def test_redmine_gives_the_words_back(text: str) -> None:
    flat = " ".join(text.split()).replace(JOINER, "")
    made = redmine_words(text).replace(JOINER, "")
    assert re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), made) == flat
    assert not re.search(r"[<>*_~`\[\]{}|\\]", REDMINE_ALLOWED.sub("", made))


def test_redmine_has_lists_of_ours_only() -> None:
    assert as_redmine((Passage("Seen", ("1. one", "two")),)) == "Seen\n\n* 1&#46; one\n* two"
