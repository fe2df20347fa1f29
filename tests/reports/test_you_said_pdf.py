"""One page, whatever stands on it; every sentence in plain words; the same bytes for the same data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone
from uuid import UUID

import pdf_reading
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shadow_app.domain.vocabulary import CommitmentState, EvidenceGrade
from shadow_app.reports import markdown
from shadow_app.reports import you_said_words as say
from shadow_app.reports.parts import Estimate, EvidenceMarks, ReportState
from shadow_app.reports.pdf import render
from shadow_app.reports.you_said import Became, Given, Said, TalkTo, YouSaidReport

MADE = datetime(2026, 11, 20, 9, 30, tzinfo=timezone.utc)
MARKS = EvidenceMarks(EvidenceGrade.SOLID, 9, 3, 11, 0)
LOCK = Given("A lock that opens by badge", "Mara Keller", date(2026, 12, 11))


def said(words: str = "The scanner logs out", became: Became = Became.OPEN, **fields: object) -> Said:
    values: dict[str, object] = {"hours": Estimate(2133.6, 1381.0, 3224.5), "evidence": MARKS, **fields}
    return Said(words=words, became=became, **values)  # type: ignore[arg-type]


def page(*things: Said, **fields: object) -> YouSaidReport:
    values: dict[str, object] = {
        "visits": 5,
        "hours": 39.0,
        "since": date(2026, 9, 8),
        "until": date(2026, 11, 18),
        "headline": "You showed us three things",
        "thanks": "To everybody who let us watch: thank you.",
        **fields,
    }
    site = ("Larkfield Parcels", "Hub and depots", "Harbour depot")
    return YouSaidReport(UUID(int=7), MADE, *site, said=things, **values)  # type: ignore[arg-type]


def pages(report: YouSaidReport) -> int:
    return len(pdf_reading.reader(render(report).pdf).pages)


WORDS = st.text(st.sampled_from("abc dé\n“…日😀<&>ا\u202e"), max_size=400) | st.sampled_from(
    ["x" * 3_000, "so " * 1_500]
)


@settings(max_examples=8)
@given(
    things=st.lists(st.builds(said, WORDS, st.sampled_from(Became), quote=WORDS, consequence=WORDS, reason=WORDS)),
    words=WORDS,
    copies=st.integers(1, 20),
    promises=st.lists(st.builds(Given, WORDS, WORDS, outcome=WORDS, state=st.sampled_from(CommitmentState))),
)
def test_it_is_one_page_whatever_stands_on_it(
    things: list[Said], words: str, copies: int, promises: list[Given]
) -> None:
    report = page(
        *(things * copies),
        headline=words,
        thanks=words,
        promises=tuple(promises * copies),
        works=(words, "The belt card"),
        talk_to=(TalkTo(words),) * copies,
    )
    assert pages(report) == 1


def test_sixty_things_are_cut_to_the_dearest_and_the_rest_is_counted() -> None:
    answers = [Became.DONE] + [Became.PROMISED] * 3 + [Became.OPEN] * 56
    things = [said(f"Thing number {place}", became) for place, became in zip(range(60), reversed(answers), strict=True)]
    text = pdf_reading.words(render(page(*things)).pdf)
    shown = [place for place in range(60) if f"Thing number {place} " in text]
    assert shown == list(range(len(shown)))
    assert 5 <= len(shown) < 60
    assert f"And {60 - len(shown)} more things you told us, of these one done and three promised" in text


def test_nothing_is_set_smaller_than_can_be_read() -> None:
    small = page(said("short"))
    large = page(*(said("long " * 60, quote="long " * 90, consequence="long " * 90) for _ in range(60)))
    assert sizes(large) == sizes(small) | {8.4} & sizes(large)
    assert min(sizes(large)) >= 6.6


def sizes(report: YouSaidReport) -> set[float]:
    found: set[float] = set()

    def note(_text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if _text.strip():
            found.add(round(size, 1))

    for sheet in pdf_reading.reader(render(report).pdf).pages:
        sheet.extract_text(visitor_text=note)
    return found


def test_the_page_says_what_was_said_and_what_became_of_it() -> None:
    promised = said(
        became=Became.PROMISED,
        promises=(LOCK, Given("Six more chargers", state=CommitmentState.KEPT)),
        quote="Then it locks again",
        quote_by="driver",
        consequence="Rounds leave late",
        told_on=date(2026, 11, 5),
    )
    report = page(promised, talk_to=(TalkTo("Asha Verma", date(2026, 12, 4)),), works=("The belt card",))
    text = pdf_reading.words(render(report).pdf)
    for words in (
        "To everybody who let us watch: thank you.",
        "The scanner logs out",
        "About 2,130 hours of your time a year",
        "Likely 1,380–3,220 · we saw it 11 times on 3 visits",
        "“Then it locks again” — driver",
        "Rounds leave late",
        "A lock that opens by badge.",
        "Mara Keller, by 11 December 2026. Already done: Six more chargers. We told you on 5 November 2026.",
        "Asha Verma talks to you about this page: tell them what we got wrong. The next talk is on 4 December 2026.",
        "The belt card",
        "September 2026 to November 2026",
        "DRAFT",
    ):
        assert words in text.replace("\u00a0", " "), words
    assert "DRAFT" not in pdf_reading.words(render(replace(report, state=ReportState.RELEASED)).pdf)


ANSWERS = {
    "dropped": (
        said(became=Became.NOT_KEPT, promises=(replace(LOCK, state=CommitmentState.DROPPED, outcome="No money"),)),
        "We promised this and have not done it: A lock that opens by badge.",
        "No money.",
    ),
    "dropped in silence": (
        said(became=Became.NOT_KEPT, promises=(replace(LOCK, state=CommitmentState.DROPPED),)),
        "We promised this and have not done it: A lock that opens by badge.",
        "You have not heard why yet; ask us.",
    ),
    "decided": (
        said(became=Became.DECIDED, reason="it pays"),
        "We have decided to do something about this. Nobody has named a date yet.",
        "Why: it pays.",
    ),
    "waits": (
        said(became=Became.WAITS, reason="Spring!", until=date(2027, 3, 1)),
        "This has to wait until 1 March 2027; then we look at it again.",
        "Why: Spring!",
    ),
    "waits without a date": (said(became=Became.WAITS), "This has to wait and no date is set yet.", ""),
    "declined": (
        said(became=Became.DECLINED, reason="Too dear"),
        "We are sorry: we will not be able to change this.",
        "Why: Too dear. If it gets worse, tell us.",
    ),
    "declined without a reason": (
        said(became=Became.DECLINED),
        "We are sorry: we will not be able to change this.",
        "Nobody has written down why; ask us. If it gets worse, tell us.",
    ),
    "done": (
        said(
            became=Became.DONE,
            promises=(replace(LOCK, state=CommitmentState.KEPT, kept_on=date(2026, 12, 1), outcome="Badges open it"),),
            minutes_before=6.0,
            minutes_after=2.0,
        ),
        "Badges open it.",
        "Done on 1 December 2026. It took 6 min each time; now it takes 2 min.",
    ),
    "done, and no better": (
        said(became=Became.DONE, reason="replaced", closed_on=MADE.date(), minutes_before=6.0, minutes_after=7.0),
        "Replaced.",
        "Done by 20 November 2026. It took 6 min each time and takes 7 min now: that has not helped yet.",
    ),
    "done, without a word": (said(became=Became.DONE), "This is done.", ""),
    "back": (
        said(became=Became.BACK, closed_on=date(2026, 5, 3), promises=(LOCK,)),
        "We thought this was done on 3 May 2026. You have shown us since that it is not.",
        "Still to come: A lock that opens by badge (Mara Keller, by 11 December 2026).",
    ),
    "back, and nothing new": (
        said(became=Became.BACK),
        "We thought this was done. You have shown us since that it is not.",
        "Nothing new has been promised yet.",
    ),
    "late": (
        said(became=Became.PROMISED, promises=(replace(LOCK, late=True),)),
        "A lock that opens by badge.",
        "Mara Keller, late: was due 11 December 2026.",
    ),
    "nobody's": (
        said(became=Became.PROMISED, promises=(Given("A lock"),)),
        "A lock.",
        "nobody has been named yet, no date yet.",
    ),
    "open": (said(), "", ""),
}


@pytest.mark.parametrize(("thing", "main", "remark"), ANSWERS.values(), ids=ANSWERS.keys())
def test_every_answer_is_a_sentence(thing: Said, main: str, remark: str) -> None:
    answer = tuple(words.replace("\u00a0", " ") for words in say.answer(thing))
    assert answer == (main, remark)


@pytest.mark.parametrize(
    ("thing", "cost", "sure"),
    [
        (said(hours=Estimate(1.04)), "About 1 hour of your time a year", "We saw it 11 times on 3 visits"),
        (said(hours=Estimate(0.01)), "Under 0.1 hours of your time a year", "We saw it 11 times on 3 visits"),
        (
            said(became=Became.DONE, evidence=EvidenceMarks(EvidenceGrade.ANECDOTE, 1, 1, 1)),
            "It took about 2,130 hours of your time a year",
            "Likely 1,380–3,220 · we saw it once on 1 visit: a first hint",
        ),
        (
            said(minutes_known=False, evidence=EvidenceMarks(EvidenceGrade.ANECDOTE, 1, 1, 0, 2)),
            "How much of your time it takes is not known yet",
            "You told us on 1 visit; we have not seen it ourselves: a first hint",
        ),
        (
            said(hours=Estimate(0.0), evidence=EvidenceMarks(EvidenceGrade.EMERGING, 3, 2)),
            "How much of your time it takes is not known yet",
            "Noted on 2 visits",
        ),
    ],
)
def test_hours_and_what_stands_behind_them(thing: Said, cost: str, sure: str) -> None:
    assert (say.cost(thing).replace("\u00a0", " "), say.sure(thing).replace("\u00a0", " ")) == (cost, sure)


def test_a_page_with_nothing_on_it_says_what_comes_next() -> None:
    nobody = page(visits=0, headline="", thanks="")
    assert say.NOBODY_CAME in pdf_reading.words(render(nobody).pdf)
    assert say.NOTHING_SAID in pdf_reading.words(render(page()).pdf)
    assert say.NOBODY in pdf_reading.words(render(page()).pdf)
    assert "What became of what Harbour depot told us" in pdf_reading.words(render(nobody).pdf)
    assert say.NOBODY_CAME in markdown.render(nobody)


def test_more_promises_than_fit_are_counted() -> None:
    many = tuple(replace(LOCK, text=f"Promise {place}") for place in range(6))
    kept = replace(LOCK, state=CommitmentState.KEPT, kept_on=date(2026, 11, 3), outcome="Works")
    text = pdf_reading.words(render(page(said(), promises=(kept, *many))).pdf).replace("\u00a0", " ")
    assert "Mara Keller, done 3 November 2026 · Works" in text
    assert "Promise 2" in text
    assert "Promise 3" not in text
    assert "And 3 more promises; ask us for the list." in text


def test_words_of_our_own_trade_are_warned_of() -> None:
    (warning,) = render(page(said(), trade_words=("CAB", "incident"))).warnings
    assert warning == "The page for Harbour depot uses words of IT’s own trade: “CAB”, “incident”; say it in theirs."


def test_equal_data_give_equal_bytes() -> None:
    assert render(page(said())).pdf == render(page(said())).pdf


def test_where_few_work_the_day_of_making_is_not_told() -> None:
    text = pdf_reading.words(render(page(said(), month_only=True)).pdf)
    assert "Made November 2026" in text
    assert "2026-11-20" not in text


def test_markdown_has_everything_and_names_the_notes_behind_it() -> None:
    ids = tuple(UUID(int=number) for number in range(45))
    behind = EvidenceMarks(EvidenceGrade.SOLID, 50, 3, 60)
    thing = said("*Bold* claim", quote="<b>", stake="A trunk", evidence=behind, pain_point_id=UUID(int=9), note_ids=ids)
    text = markdown.render(page(thing, said("Second"), promises=(LOCK,), works=("Card",), unsorted=2, last_told=MADE))
    assert "### \\*Bold\\* claim" in text
    assert "What is at stake: A trunk" in text
    assert "> “&lt;b>”" in text.replace("\\>", ">")
    assert "**Not decided yet.**" in text
    assert "A lock that opens by badge — Mara Keller, by 11" in text
    assert f"pain point {UUID(int=9)}; 50 notes: {UUID(int=0)}, " in text
    assert "and 10 more" in text
    assert "2 more notes from your site are not sorted yet. We last wrote to you on 20 November 2026." in text
    assert "**DRAFT**" in text
    assert "DRAFT" not in markdown.render(page(thing, state=ReportState.RELEASED))
