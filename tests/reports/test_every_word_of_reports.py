"""Reports, leaflets and exports in a language that nobody speaks: nothing of the program stays English."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from uuid import UUID

import pytest
from pdf_reading import words as words_of

from odd_language import OF_THE_LOCALE, loose, peoples_words, speaking_odd
from shadow_app.bootstrap import Shadow
from shadow_app.domain.record import TEAM
from shadow_app.domain.vocabulary import ReportKind, VisitType
from shadow_app.interchange.export_rows import Addressee, Subject
from shadow_app.reports.leaflet import Leaflet, markdown
from shadow_app.usecases.export_wanted import Wanted
from shadow_app.usecases.exporting import Asked
from shadow_app.usecases.held import held, readable
from shadow_app.usecases.report_kinds import make

AT = datetime(2026, 11, 20, 9, tzinfo=timezone.utc)
CALLED_SO = OF_THE_LOCALE | {"Shadow", "EUR", "GBP", "SHA"}


@pytest.fixture(scope="module")
def known(odd: Shadow) -> frozenset[str]:
    return peoples_words(odd) | CALLED_SO


def subjects(shadow: Shadow) -> dict[str, tuple[ReportKind, UUID]]:
    """One of each kind, and some more visits."""
    visits = [card.visit for card in shadow.planning.visits()]
    after = next(visit for visit in visits if visit.visit_type is VisitType.POST_RELEASE)
    return {
        **{f"visit {visit.number}": (ReportKind.VISIT, visit.id) for visit in visits[::4]},
        "release": (ReportKind.RELEASE, after.id),
        "you said": (ReportKind.YOU_SAID, after.site_id),
        "unit": (ReportKind.UNIT, shadow.catalogue.units()[-1].id),
        "priorities": (ReportKind.PRIORITIES, TEAM),
        "programme": (ReportKind.PROGRAMME, TEAM),
        "desk": (ReportKind.DESK, TEAM),
    }


@pytest.mark.parametrize("suffix", [".md", ".pdf"])
def test_every_report(odd: Shadow, known: frozenset[str], suffix: str, thorough: bool) -> None:
    found: dict[str, list[str]] = {}
    with speaking_odd():
        for name, (kind, subject) in subjects(odd).items():
            if suffix == ".pdf" and not thorough and kind in (ReportKind.VISIT, ReportKind.DESK):
                continue  # their words are in the others, too, or in their Markdown
            content = odd.reporting.printed(make(odd.reporting, kind, subject), suffix).content
            found[name] = loose(content.decode() if suffix == ".md" else _words(content), known)
    assert {name: lines for name, lines in found.items() if lines} == {}


def _words(page: bytes) -> str:
    # A name is cut off with an ellipsis where there is no room, and a long word is broken where a column ends.
    whole = re.sub(r"\S*…|(?<=\w)- ", "", words_of(page))
    return whole.replace(" ", "\n")


def test_every_leaflet(odd: Shadow, known: frozenset[str]) -> None:
    with speaking_odd():
        pages: list[Leaflet] = [odd.privacy.statement(AT), odd.privacy.receipts_page(AT)]
        hosts = odd.privacy.hosts()
        with odd.store.reading() as read:
            pages += [readable(read, held(read, each.host_id, AT)) for each in hosts[:3]]
        found = [line for page in pages for line in loose(markdown(page), known)]
    assert found == []


def test_what_an_exported_pain_point_says(odd: Shadow, known: frozenset[str]) -> None:
    """The words for people; headings and closed lists are another program's, and are the same in every language."""
    with speaking_odd():
        looked = odd.exporting.look(Asked("csv", Wanted(Subject.PAINS, None, frozenset()), Addressee("", "")))
        at = looked.preview.headings.index("description")
        found = [line for row in looked.preview.rows for line in loose(row[at], known)]
        found += [line for sentence in looked.left_out for line in loose(sentence, known)]
        formats = "\n".join(f"{each.title}\n{each.again}" for each in odd.exporting.formats())
    assert found == []
    assert loose(formats.replace("<id>", ""), known) == []


def test_what_is_not_looked_up_is_seen(odd: Shadow, known: frozenset[str]) -> None:
    assert loose("Схадош\nnobody has looked this up\n" + odd.catalogue.shadowers()[0].name, known) == [
        "nobody has looked this up"
    ]
