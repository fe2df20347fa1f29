"""The release report on paper and as Markdown: the finding, each pain on both sides, what is new, how sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone
from uuid import UUID

import pdf_reading
import pytest

from shadow_app.domain.vocabulary import EvidenceGrade, SiteType
from shadow_app.insight.before_after import Verdict
from shadow_app.reports import markdown
from shadow_app.reports import release_words as say
from shadow_app.reports.immersion import GoodThing, Strip
from shadow_app.reports.parts import Estimate, EvidenceMarks, ReportState
from shadow_app.reports.pdf import render
from shadow_app.reports.release import Changed, NewPain, ReleaseReport, Side

MADE = datetime(2026, 11, 20, 9, 30, tzinfo=timezone.utc)
STRIP = Strip("Larkfield Parcels", "Hub and depots", "Harbour depot", SiteType.DEPOT, "Driver", MADE)
BETTER = Changed(
    pain="The scanner logs out",
    service="Handheld scanning",
    verdict=Verdict.BETTER,
    before=Side(2, 16.0, 15, 3.3, Estimate(4380.0, 3100.0, 6000.0)),
    after=Side(1, 8.0, 2, 3.0, Estimate(1070.0, 380.0, 2433.0)),
    given_back=Estimate(3310.0, 667.0, 5620.0),
    evidence=EvidenceMarks(EvidenceGrade.EMERGING, 10, 3, 17),
    consequence="Rounds leave late",
    stake="The first drop",
    quote="it stays on now",
    quote_by="driver",
    pain_point_id=UUID(int=3),
    note_ids=(UUID(int=4),),
)
WORSE = replace(BETTER, pain="Signing", verdict=Verdict.WORSE, given_back=Estimate(-480.0, -900.0, -120.0))
MAYBE = replace(BETTER, pain="Drop list", verdict=Verdict.NOT_YET_PROVEN, given_back=Estimate(260.0, -640.0, 830.0))
ONE_SIDE = replace(BETTER, pain="Charging", verdict=Verdict.NOT_MEASURED, after=Side())
CODE = NewPain("Asks for a code", "Handheld scanning", 3, 2.0, "Late again", "every time", "driver", blamed=True)


def report(*changed: Changed, strip: Strip = STRIP, **fields: object) -> ReleaseReport:
    values: dict[str, object] = {
        "release": "Handheld 6.2",
        "released_on": date(2026, 11, 16),
        "people": 42,
        "before": Side(2, 16.0),
        "after": Side(1, 8.0),
        **fields,
    }
    return ReleaseReport(UUID(int=7), MADE, strip, changed=changed, **values)  # type: ignore[arg-type]


def paper(made: ReleaseReport) -> str:
    return pdf_reading.words(render(made).pdf).replace("\u00a0", " ")


def test_each_pain_stands_on_both_sides_of_the_release() -> None:
    text = paper(report(BETTER, WORSE, MAYBE, ONE_SIDE, new=(CODE,), works=(GoodThing("Quick", "Scanning", "driver"),)))
    for words in (
        "Handheld 6.2 gives the drivers of Harbour depot 3,310 hours a year back and takes 480 elsewhere.",
        "Handheld 6.2 came on 16 November 2026.",
        "We were there for 16 h on 2 visits before it and for 8 h on 1 visit since.",
        "Of 4 known pains, one got better, one got worse, one moved no more than chance could move it and one cannot",
        "0.94 times an hour (15 in 16 h) before, 0.25 times an hour (2 in 8 h) since · 3.3 min each time before",
        "3,310 hours a year given back",
        "between 667 and 5,620",
        "480 hours a year newly lost",
        "between 120 and 900",
        "260 hours a year fewer, if it holds",
        "between −640 and 830: it could be chance",
        "Seen on one side only",
        "nobody there",
        "4,380 h",
        "Rounds leave late",
        "The first drop",
        "“it stays on now” — driver",
        "10 notes · 3 visits · first evidence",
        "Asks for a code",
        "Handheld scanning · seen 3 times · 2 min each time · said to have come with it",
        "Quick",
        "Hours a year are those of all 42 drivers here.",
        "One visit since is little to go by.",
        "DRAFT",
    ):
        assert words in text, words


@pytest.mark.parametrize(
    ("made", "headline"),
    [
        (report(BETTER), "Handheld 6.2 gives the drivers of Harbour depot about 3,310 hours a year back."),
        (report(WORSE), "Handheld 6.2 costs the drivers of Harbour depot about 480 hours a year more."),
        (report(MAYBE), "Whether Handheld 6.2 helped the drivers of Harbour depot is not proven yet."),
        (
            report(MAYBE, strip=replace(STRIP, role="operations", month_only=True)),
            "Whether Handheld 6.2 helped the people in operations of Harbour depot is not proven yet.",
        ),
        (report(MAYBE, people=0, release=""), "Whether the release helped Harbour depot is not proven yet."),
        (
            report(before=Side()),
            "Nobody had been with the drivers of Harbour depot before Handheld 6.2, so nothing can be compared.",
        ),
        (report(), "There is nothing to compare yet at Harbour depot before and after Handheld 6.2."),
    ],
)
def test_the_headline_is_a_finding(made: ReleaseReport, headline: str) -> None:
    assert say.headline(made).replace("\u00a0", " ") == headline


@pytest.mark.parametrize(
    ("role", "month_only", "words"),
    [("Driver", False, "drivers"), ("sales", False, "sales"), ("staff", True, "staff")],
)
def test_the_people_in_words(role: str, month_only: bool, words: str) -> None:
    assert say.people(report(strip=replace(STRIP, role=role, month_only=month_only))) == words


@pytest.mark.parametrize(
    ("changed", "rates", "minutes", "verdict", "sure"),
    [
        (
            replace(ONE_SIDE, before=replace(BETTER.before, minutes=None)),
            "0.94 times an hour (15 in 16 h) before; nobody has looked since",
            "minutes not known",
            "Seen on one side only",
            "",
        ),
        (
            replace(ONE_SIDE, before=Side(minutes=None), after=BETTER.after),
            "0.25 times an hour (2 in 8 h) since; nobody had looked before",
            "3 min each time since",
            "Seen on one side only",
            "",
        ),
        (
            replace(
                MAYBE,
                before=Side(1, 8.0, 1, None),
                after=Side(1, 8.0, 1, None),
                given_back=Estimate(0.0, 0.0, 0.0),
            ),
            "0.12 times an hour (1 in 8 h) before, 0.12 times an hour (1 in 8 h) since",
            "minutes not known",
            "Hours not known: nobody noted minutes",
            "",
        ),
        (
            replace(MAYBE, after=replace(BETTER.after, seen=0, minutes=3.3), given_back=Estimate(0.0, -5.0, 5.0)),
            "0.94 times an hour (15 in 16 h) before, 0 times an hour (0 in 8 h) since",
            "3.3 min each time before",
            "As much as before",
            "between −5 and 5: it could be chance",
        ),
        (
            replace(MAYBE, before=replace(BETTER.before, minutes=None), after=replace(BETTER.after, minutes=None)),
            "0.94 times an hour (15 in 16 h) before, 0.25 times an hour (2 in 8 h) since",
            "minutes not known",
            "260 hours a year fewer, if it holds",
            "between −640 and 830: it could be chance",
        ),
        (
            replace(MAYBE, given_back=Estimate(-260.0, -830.0, 640.0), after=replace(BETTER.after, minutes=None)),
            "0.94 times an hour (15 in 16 h) before, 0.25 times an hour (2 in 8 h) since",
            "3.3 min each time before",
            "260 hours a year more, if it holds",
            "between −830 and 640: it could be chance",
        ),
    ],
)
def test_one_pain_in_words(changed: Changed, rates: str, minutes: str, verdict: str, sure: str) -> None:
    told = (say.rates(changed), say.minutes(changed), say.verdict(changed), say.sure(changed))
    assert tuple(words.replace("\u00a0", " ") for words in told) == (rates, minutes, verdict, sure)


def test_what_is_new_in_words() -> None:
    assert say.found(NewPain("Beeps", told=True, sorted_in=False)) == "told, not seen · not sorted yet"
    known = say.found(NewPain("Beeps", "Scanning", 1, hours=Estimate(1066.8)))
    assert known.replace("\u00a0", " ") == "Scanning · seen once · 1,070 hours a year"


def test_a_report_with_nothing_in_it_says_so() -> None:
    empty = report(before=Side(), after=Side(), people=0, release="", released_on=None, works=(), unreviewed=2)
    text = paper(empty)
    for words in (
        say.NO_PAINS,
        say.NOTHING_NEW,
        say.NO_PRAISE,
        "Nobody has been there since.",
        "not named",
        "not noted",
    ):
        assert words in text, words
    assert "2 notes behind this not reviewed yet." in text
    assert len(pdf_reading.reader(render(empty).pdf).pages) == 1
    assert say.NO_PAINS in markdown.render(empty)
    assert say.NOTHING_NEW in markdown.render(empty)


def test_where_few_hold_the_role_no_day_is_told() -> None:
    few = report(BETTER, strip=replace(STRIP, role="operations", month_only=True), people=0)
    for text in (paper(few), markdown.render(few)):
        assert "November 2026" in text
        assert "16 November" not in text.replace("\u00a0", " ")
        assert "20 November" not in text.replace("\u00a0", " ")


def test_words_and_thanks_are_printed_and_released_ones_bear_no_stamp() -> None:
    made = report(BETTER, words="A calm day.", thanks="Thank you.", headline="It helped", state=ReportState.RELEASED)
    for text in (paper(made), markdown.render(made)):
        assert "A calm day." in text
        assert "Thank you." in text
        assert "It helped" in text
        assert "DRAFT" not in text


def test_equal_data_give_equal_bytes_and_many_pains_go_on_over_pages() -> None:
    many = report(*(replace(BETTER, pain=f"Pain {place}") for place in range(25)))
    first = render(many).pdf
    assert first == render(many).pdf
    text = pdf_reading.words(first)
    assert all(f"Pain {place} " in text for place in range(25))


def test_markdown_says_the_same_and_names_the_notes() -> None:
    loose = NewPain("<i>Beeps", sorted_in=False, note_ids=(UUID(int=5),))
    text = markdown.render(report(BETTER, WORSE, ONE_SIDE, new=(CODE, loose), works=(GoodThing("Quick"),)))
    for words in (
        "| The scanner logs out | Better | 4,380 | 1,070 | 3,310 hours a year given back · between 667 and 5,620 |",
        "| Charging | Not compared | 4,380 | – | Seen on one side only |",
        "What followed: Rounds leave late",
        "What is at stake: The first drop",
        "“it stays on now” — driver",
        "- Asks for a code — Handheld scanning · seen 3 times",
        "- &lt;i",
        "- Quick",
        f"pain point {UUID(int=3)}; 10 notes: {UUID(int=4)} and 9 more",
        f"1 note: {UUID(int=5)}",
        "**DRAFT**",
    ):
        assert words in text.replace("\u00a0", " "), words
