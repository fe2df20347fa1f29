"""Rows 19–23 of `reliability.md` §4 from a real store: what a note says is printed and never obeyed."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from factories import NOON, Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.decision import Commitment
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.quick_entry import parse

EVIL = {
    "a local file": '<img src="/etc/passwd"/> seen',
    "an address": '<img src="http://127.0.0.1:9/a.png" width="9" height="9"/> seen',
    "a link": '<a href="file:///etc/passwd">click</a> <link href="http://127.0.0.1"/> seen',
    "half a tag": "<b broken & </para> < > seen",
    "code": "<font color=\"[[[getattr(pow, X)('__globals__')] for X in [1]]] and 'red'\">seen</font>",
    "Markdown": "# seen\n- [x](javascript:alert) ![i](/etc/passwd) `code` | table | <script>alert(1)</script>",
    "formulas": "=cmd|' /C calc'!A0 seen\n+1+1\n-2+3\n@SUM(1)\n=HYPERLINK(\"http://x\")",
    "a template": "{{7*7}} {0} %s ${jndi:ldap://x} seen",
}
LONG = {
    "a word without end": "seen " + "x" * 19_990,
    "a word longer than a note": "x" * 40_000,
    "as many words as fit": "seen " * 4_000,
    "as many lines as fit": "seen\n" * 4_000,
    "signs": "#" * 20_000,
    "brackets": "<(" * 1_500,
    "right to left": "שלום " * 4_000,
}


def written_everywhere(shadow: Shadow, firm: Firm, words: str) -> None:
    """A visit that says `words` wherever a person can write something that is printed."""
    written = shadow.capture.note(firm.visit.id, parse(f"! {words}"), NOON)
    note = shadow.capture.edit(
        written.id, quote=words, consequence=words, interpretation=words, idea=words, surprise=True, lost_minutes=5.0
    )
    wide = " ".join(words.split())[:200]
    consents = (
        ConsentRecord(id=link_id(firm.visit.id, each), visit_id=firm.visit.id, subject=each, given=True)
        for each in ConsentSubject
    )
    put(
        shadow.store,
        tag(note, firm.email),
        firm.email.edited(name=wide, aliases=(words[:80],), support_team=wide),
        firm.site.edited(name=wide),
        firm.unit.edited(name=wide),
        firm.firm.edited(name=wide),
        firm.driver.edited(name=wide, group=wide),
        firm.ann.edited(name=wide, team=wide),
        firm.visit.edited(headline=wide, summary=words, learning=words, focus=words[:2_000], shift=wide[:80]),
        Commitment(visit_id=firm.visit.id, text=wide, owner=wide, how_told=words[:2_000]),
        *consents,
    )


@pytest.mark.parametrize("words", EVIL.values(), ids=EVIL)
def test_what_a_note_says_is_printed_and_never_obeyed(shadow: Shadow, firm: Firm, words: str) -> None:
    written_everywhere(shadow, firm, words)
    for report in (shadow.reporting.visit(firm.visit.id), shadow.reporting.priorities(firm.unit.id)):
        pdf = PdfReader(BytesIO(shadow.reporting.printed(report).content))
        text = "".join(page.extract_text() for page in pdf.pages)
        assert "seen" in text
        assert "root:" not in text
        for page in pdf.pages:
            assert len(page.images) == 0
            assert not [note for note in page.get("/Annots", []) if "/URI" in note.get_object().get("/A", {})]
        markdown = shadow.reporting.printed(report, ".md").content.decode()
        assert "seen" in markdown
        assert not re.search(r"(?<!\\)<(img|script|a|font|link)\b", markdown)
        assert not re.search(r"(?<!\\)\]\((javascript|/etc)", markdown)


@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
def test_notes_as_long_as_they_may_be_are_printed(shadow: Shadow, firm: Firm, words: str) -> None:
    written_everywhere(shadow, firm, words[:20_000])
    report = shadow.reporting.visit(firm.visit.id)
    assert shadow.reporting.printed(report).content.startswith(b"%PDF")
    assert shadow.reporting.printed(report, ".md").content
    assert shadow.reporting.printed(shadow.reporting.priorities(firm.unit.id)).content.startswith(b"%PDF")


@pytest.mark.parametrize("gone", ["site", "unit", "firm", "driver", "ann", "email"])
def test_what_was_removed_from_the_catalogue_is_still_printed(shadow: Shadow, firm: Firm, gone: str) -> None:
    note = shadow.capture.note(firm.visit.id, parse("! gun dead ~5m #email @driver", shadow.catalogue.lexicon()), NOON)
    shadow.catalogue.drop(getattr(firm, gone))
    report = shadow.reporting.visit(firm.visit.id)
    assert "Gun dead" in shadow.reporting.printed(report, ".md").content.decode()
    assert shadow.reporting.printed(shadow.reporting.priorities(), ".md").content
    assert [each.note.id for each in shadow.capture.timeline(firm.visit.id)] == [note.id]
    assert shadow.planning.visits()[0].site == "Harbour depot"


def test_a_note_from_long_before_its_visit_is_printed(shadow: Shadow, firm: Firm) -> None:
    for line in ("! once ^2000-01-01 ~5m", "! twice ^-9999d ~5m", "! today ~5m"):
        shadow.capture.note(firm.visit.id, parse(line), NOON)
    report = shadow.reporting.visit(firm.visit.id)
    assert shadow.reporting.printed(report).content.startswith(b"%PDF")


def test_a_headline_of_many_lines_is_printed(shadow: Shadow, firm: Firm) -> None:
    put(shadow.store, firm.note(), firm.visit.edited(headline="seen\n" * 400))
    assert shadow.reporting.printed(shadow.reporting.visit(firm.visit.id)).content.startswith(b"%PDF")
