"""The parts of the Pain points page by themselves: sentences, the trend, filters, lines, questions."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, timezone
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.errors import Refused
from shadow_app.domain.history import HistoryLine
from shadow_app.domain.organisation import Role
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import Choice, CommitmentState, ConsentSubject, EvidenceGrade, Lane
from shadow_app.domain.weights import Weights
from shadow_app.figures.ink import Ink
from shadow_app.figures.primitives import Dot, Rect, Text
from shadow_app.figures.trend import Stretch, trend
from shadow_app.insight.before_after import Proof, Side, Verdict
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.silent_pain import Silence
from shadow_app.insight.standing import Standing
from shadow_app.insight.trend import TrendPoint
from shadow_app.insight.uncertainty import Range
from shadow_app.insight.waits import Waits
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.names import Names
from shadow_app.ui.pain import facts as pain_facts
from shadow_app.ui.pain import words as pain_words
from shadow_app.ui.pain.drafts import desk_draft, site_draft
from shadow_app.ui.pain.history import in_words
from shadow_app.ui.pain.lines import PainLine, PainLines
from shadow_app.ui.pain.look import Wanted
from shadow_app.ui.pain.model import PainCard, PainModel
from shadow_app.ui.pain.page import PainPage
from shadow_app.ui.pain.photos import PainPhotos
from shadow_app.ui.pain.records import verdict_words
from shadow_app.ui.pain.trend import draw_trend, trend_sentence
from shadow_app.ui.questions import Ask, Question, day_in
from shadow_app.usecases.pain_desk import PainRow
from shadow_app.usecases.pain_rows import without_notes

TODAY = date(2026, 11, 22)
INK = Ink("#fff", "#111", "#555", "#777", "#eee", "#c40", "#174", "#aaa", "#15f", {})


def measure(words: str, size: float, weight: int) -> float:
    return len(words) * size * 0.5


def row(**fields: object) -> PainRow:
    plain = PainRow(
        id=uuid4(),
        service_id=uuid4(),
        service="Scanning",
        title="Logs out",
        hours=120.0,
        cost=2_700.0,
        wlh=300.0,
        currency="GBP",
        lane=Lane.PLAN,
        graded=True,
        evidence=EvidenceGrade.SOLID,
        notes=12,
        visits=4,
        sites=2,
        choice=None,
        standing=Standing.NEW,
        owner="Bea",
        next_on=None,
        seen_on=None,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def figure(*stretches: Stretch, width: float = 400):  # type: ignore[no-untyped-def]
    return trend(stretches, width, INK, measure, subject="How often")


def test_the_tallest_column_is_the_highest_rate() -> None:
    drawn = figure(Stretch("Sep", 4.0, "4"), Stretch("Oct", 1.0, "1", "1 in 10 h"), Stretch("Nov", 0.0, "0"))
    tall, low = [item for item in drawn.items if isinstance(item, Rect)]
    assert tall.height == pytest.approx(4 * low.height)
    assert [item for item in drawn.items if isinstance(item, Dot)], "watched and not met is drawn, too"
    assert drawn.alt == "How often: Sep 4; Oct 1 (1 in 10 h); Nov 0."


def test_what_lies_after_a_change_has_another_colour() -> None:
    drawn = figure(Stretch("Sep", 4.0, "4"), Stretch("Oct", 1.0, "1", after=True))
    assert [item.fill for item in drawn.items if isinstance(item, Rect)] == [INK.hot, INK.calm]


def test_nothing_watched_says_so() -> None:
    assert "Nobody has watched" in figure(Stretch("Sep", None, "–")).alt
    assert "Nobody has watched" in figure().alt


@given(
    rates=st.lists(st.one_of(st.none(), st.floats(0, 1e6)), min_size=1, max_size=60),
    width=st.floats(10, 2_000),
)
def test_a_trend_stays_inside_its_figure_and_its_labels_apart(rates: list[float | None], width: float) -> None:
    stretches = [Stretch(f"m{at}", rate, "–" if rate is None else f"{rate:.1f}") for at, rate in enumerate(rates)]
    drawn = figure(*stretches, width=width)
    for item in drawn.items:
        if isinstance(item, Rect):
            assert item.x >= -0.01
            assert item.x + item.width <= drawn.width + 0.01
            assert 0 <= item.y <= item.y + item.height <= drawn.height
    labels = sorted(
        (item.x, measure(item.words, item.size, item.weight))
        for item in drawn.items
        if isinstance(item, Text) and item.words.startswith("m")
    )
    for (left, wide), (right, other) in pairwise(labels):
        assert left + wide / 2 <= right - other / 2 + 0.01


def point(on: date, seen: float, hours: float, *, monthly: bool = True) -> TrendPoint:
    return TrendPoint(on=on, until_on=on, visits=1, hours=hours, seen=seen, monthly=monthly)


def test_months_without_a_visit_stay_open() -> None:
    points = [point(date(2026, 8, 3), 4, 8), point(date(2026, 11, 3), 0, 5)]
    drawn = draw_trend(points, date(2026, 11, 1))(600, INK, measure)
    words = [item.words for item in drawn.items if isinstance(item, Text)]
    # Some locales write September with four letters.
    named = [each.replace("Sept", "Sep") for each in words]
    assert [each for each in named if each.startswith(("Aug", "Sep", "Oct", "Nov"))] == [
        "Aug 26",
        "Sep 26",
        "Oct 26",
        "Nov 26",
    ]
    assert words.count("–") == 2
    assert "Aug 26 5 (4 times in 8 h)" in drawn.alt
    assert "a month" in trend_sentence(points)
    assert "a visit" in trend_sentence([point(date(2026, 8, 3), 4, 8, monthly=False)])
    assert "Nobody has watched" in trend_sentence([])


def test_a_turn_of_the_year_is_one_month() -> None:
    points = [point(date(2025, 12, 3), 4, 8), point(date(2026, 1, 3), 1, 5)]
    drawn = draw_trend(points)(600, INK, measure)
    assert "nobody was out" not in drawn.alt


def test_silence_in_words() -> None:
    assert "Nobody has asked" in pain_facts.silence_sentence(Silence())
    heard = Silence(times=8, silent=0, notes=5)
    assert "each of the 5 notes" in pain_facts.silence_sentence(heard)
    much = Silence(times=8, silent=6, notes=5, silent_notes=4, reasons=(("no use.", 5.0), ("no time", 1.0)))
    assert pain_facts.silence_sentence(much) == "75\u00a0% of it never reaches the service desk (6 of 8, 5 notes)."
    assert pain_facts.silence_reasons(much) == "Why not: “no use” and “no time”."
    assert pain_facts.silence_reasons(heard) == ""


def test_waits_in_words() -> None:
    assert "no dates known" in pain_facts.waits_sentence(Waits(notes=1))
    told = pain_facts.waits_sentence(
        Waits(notes=5, delivered=3, expired=1, settled=4, dated=4, days=80.0, longest_days=50.0)
    )
    assert told == (
        "Waiting: 5 requests, 20 days on average, the longest 50. 1 still open. "
        "25\u00a0% of what ended was no longer needed (1 of 4)."
    )


def test_times_in_words() -> None:
    assert pain_facts.times(1) == "once"
    assert pain_facts.times(12) == "12 times"


@pytest.mark.parametrize(
    ("standing", "choice", "said"),
    [
        (Standing.NEW, None, "no decision yet"),
        (Standing.DECIDED, Choice.DO, "we do it"),
        (Standing.DECIDED, Choice.DEFER, "put off"),
        (Standing.DECIDED, Choice.DECLINE, "declined"),
        (Standing.PROMISED, Choice.DO, "promised"),
        (Standing.CLOSED, None, "closed"),
        (Standing.REOPENED, None, "seen again after it was closed"),
    ],
)
def test_where_it_stands(standing: Standing, choice: Choice | None, said: str) -> None:
    assert pain_words.standing_word(standing, choice) == said


def test_a_decision_in_one_sentence() -> None:
    decision = Decision(
        pain_point_id=uuid4(), choice=Choice.DEFER, decided_on=TODAY, decided_by="Ann", review_on=date(2027, 3, 1)
    )
    assert pain_words.decision_words(decision) == (
        "We put it off, decided on 22 November 2026 by Ann, to be looked at again on 1 March 2027."
    )
    bare = decision.edited(choice=Choice.DECLINE, decided_by="", review_on=None)
    assert pain_words.decision_words(bare) == "We decline it, decided on 22 November 2026."


def test_a_promise_in_one_line() -> None:
    promise = Commitment(text="a fix", owner="Bea", due_on=date(2026, 11, 1), effort_days=1)
    assert pain_words.promise_about(promise, TODAY) == "Bea  ·  overdue since 1 November 2026  ·  1 day"
    kept = promise.edited(state=CommitmentState.KEPT, kept_on=TODAY, outcome="it is in")
    assert pain_words.promise_about(kept, TODAY) == (
        "Bea  ·  was due on 1 November 2026  ·  1 day  ·  kept on 22 November 2026  ·  it is in"
    )
    assert pain_words.promise_about(promise.edited(owner="", due_on=None), TODAY).startswith("nobody’s name on it")
    dropped = promise.edited(state=CommitmentState.DROPPED, due_on=None, effort_days=None)
    assert pain_words.promise_about(dropped, TODAY) == "Bea  ·  dropped"


def test_how_long_ago() -> None:
    said = [pain_words.told_words(days) for days in (None, 0, 1, 17)]
    assert said == ["never told", "told today", "told yesterday", "told 17 days ago"]


def side(hours: float, *, visits: int = 2) -> Side:
    return Side(visits, 10.0 if visits else 0.0, 4.0, 3.0, hours, Range(hours * 0.8, hours * 1.2))


@pytest.mark.parametrize(
    ("verdict", "before", "after", "said"),
    [
        (Verdict.BETTER, 100.0, 40.0, "It helped: 60 hours a year given back"),
        (Verdict.WORSE, 40.0, 100.0, "It got worse: 60 hours a year more"),
        (Verdict.NOT_YET_PROVEN, 100.0, 90.0, "Not yet proven: perhaps 10 hours a year given back"),
        (Verdict.NOT_YET_PROVEN, 90.0, 100.0, "Not yet proven: perhaps 10 hours a year more"),
        (Verdict.NOT_MEASURED, 0.0, 0.0, "Not measured yet"),
    ],
)
def test_whether_it_helped(verdict: Verdict, before: float, after: float, said: str) -> None:
    proof = Proof(FollowUp(pain_point_id=uuid4(), changed_on=TODAY), side(before), side(after), verdict, (), ())
    assert verdict_words(proof).startswith(said)


def test_filters_leave_out_what_was_not_asked_for() -> None:
    mine = row(title="Jams", service="Labels", owner="")
    decided = row(choice=Choice.DO)
    closed = row(standing=Standing.CLOSED)
    loose = row(id=None, title="Not sorted yet", owner="")
    rows = [mine, decided, closed, loose]
    assert Wanted().of(rows) == [mine, decided, loose]
    assert Wanted(closed=True).of(rows) == [closed]
    assert Wanted(undecided=True).of(rows) == [mine]
    assert Wanted(unowned=True).of(rows) == [mine]
    assert Wanted(service_id=mine.service_id).of(rows) == [mine]
    assert Wanted(text="LABEL jam").of(rows) == [mine]
    assert Wanted(text="bea").of(rows) == [decided]
    assert not Wanted().narrow
    assert Wanted(text="x").narrow


def test_a_card_says_everything_in_one_sentence() -> None:
    card = PainCard(row(owner="", graded=False, cost=0.0), 80.0, 200.0)
    assert card.sentence == (
        "Logs out. Scanning  ·  no decision yet. 120 h a year. likely 80–200 hours. not graded. "
        "nobody talks to the business about it"
    )
    assert PainCard(row(id=None, notes=1)).title == "Not sorted yet: 1 note"
    assert PainCard(row(id=None)).about == "Scanning"


def test_ranges_never_reset_the_list(qtbot: QtBot) -> None:
    model, one, two = PainModel(), row(), row()
    model.show_rows([one, two])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_spans({(one.service_id, one.id): (50.0, 400.0)})
    assert model.top == 400.0
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_rows([one, replace(two, hours=500.0)])
    assert model.top == 500.0
    model.show_rows([])
    model.show_spans({})
    assert model.rowCount() == 0
    assert not model.index_of((uuid4(), None)).isValid()
    assert model.data(model.index(0, 0)) is None


def test_lines_keep_the_focus_where_it_was(qtbot: QtBot) -> None:
    pressed: list[str] = []
    lines = PainLines("Promises")
    qtbot.addWidget(lines)
    lines.show()
    line = PainLine("a fix", "Bea", True, (("Change…", lambda: pressed.append("change")), ("Kept…", lambda: None)))
    lines.show_lines([line])
    with qtbot.waitActive(lines):
        lines.activateWindow()
    lines.buttons[1].setFocus()
    lines.show_lines([line])
    assert lines.buttons[1].hasFocus()
    lines.show_lines([], PainLine("Nothing yet.", does=(("Promise…", lambda: pressed.append("first")),)))
    assert lines.words() == "Nothing yet."
    assert lines.buttons[0].hasFocus()
    qtbot.keyClick(lines.buttons[0], Qt.Key.Key_Space)
    assert pressed == ["first"]
    assert lines.buttons[0].accessibleName() == "Promise… Nothing yet."


def test_questions_are_read_as_they_were_asked(qtbot: QtBot) -> None:
    asks = [
        Ask("line", "&Line", "  two   words "),
        Ask("words", "Words", " first\nsecond "),
        Ask("number", "&Number", 2.5, "number"),
        Ask("day", "Day", TODAY, "day"),
        Ask("pick", "Pick", "b", "pick", (("a", "A"), ("b", "B"))),
        Ask("steps", "Steps", Choice.DEFER, "steps", ((Choice.DO, "Do"), (Choice.DEFER, "Later"))),
        Ask("ticks", "Ticks", (2,), "ticks", ((1, "one"), (2, "two"))),
    ]
    asks[1] = replace(asks[1], kind="words")
    questions = {asked.name: Question(asked) for asked in asks}
    for question in questions.values():
        qtbot.addWidget(question.editor)
    answers = {name: question.value for name, question in questions.items()}
    assert answers == {
        "line": "two words",
        "words": "first\nsecond",
        "number": 2.5,
        "day": TODAY,
        "pick": "b",
        "steps": Choice.DEFER,
        "ticks": (2,),
    }
    assert questions["line"].editor.accessibleName() == "Line"
    number = questions["number"].editor
    number.setText("")  # type: ignore[attr-defined]
    assert questions["number"].value is None
    number.setText("1e400")  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="“Number” is “1e400”"):
        _ = questions["number"].value
    assert Question(Ask("pick", "Pick", None, "pick")).value is None
    assert (day_in(1) - day_in(0)).days == 1


def test_history_is_told_in_words_and_survives_unknown_values() -> None:
    service = uuid4()
    names = Names(services={service: "Scanning"})

    def line(field: str, before: object, after: object) -> HistoryLine:
        at = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)
        return HistoryLine(at, "Ann", "changed", field, before, after, undone=False)  # type: ignore[arg-type]

    shown = in_words(
        [
            line("id", None, "x"),
            line("decision: pain_point_id", None, "x"),
            line("service_id", None, str(service)),
            line("decision: choice", "do", "nonsense"),
            line("promise: state", "open", "kept"),
            line("pain_scope", None, "shared"),
            line("merged_into_id", None, "x"),
            line("business_damage", None, 3),
            line("closed_why", None, ""),
        ],
        names,
    )
    assert [(each.field, each.before, each.after) for each in shown] == [
        ("Service", "—", "Scanning"),
        ("Decision · Decision", "Do it", "nonsense"),
        ("Promise · State", "open", "kept"),
        ("Hits", "—", "shared event"),
        ("Merged into another", "—", "yes"),
        ("Damage", "—", "3: business lost"),
    ]


def test_photos_are_shown_and_lead_to_their_visit(
    desk: Desk, shadow: Shadow, store: Store, firm: Firm, qtbot: QtBot
) -> None:
    note = firm.note("gun is wet", lost_minutes=5.0)
    consent = ConsentRecord(
        id=link_id(firm.visit.id, "photos"), visit_id=firm.visit.id, subject=ConsentSubject.PHOTOS, given=True
    )
    put(store, note, tag(note, firm.scanning), consent)
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(picture, "JPEG")
    shadow.capture.attach(note.id, picture.getvalue())
    made = shadow.grouping.make(firm.scanning.id, "Wet", [note.id])
    witnesses = shadow.pains.scene(made.id).witnesses
    photos = PainPhotos(desk)
    qtbot.addWidget(photos)
    photos.show_photos(witnesses)
    (button,) = photos.buttons
    qtbot.waitUntil(lambda: not button.icon().isNull(), timeout=5_000)
    with qtbot.waitSignal(photos.visit_wanted) as wanted:
        button.click()
    assert wanted.args == [firm.visit.id]
    (picture_of,) = witnesses[0].note.pictures
    gone = replace(witnesses[0], note=replace(witnesses[0].note, pictures=(replace(picture_of, sha256="0" * 64),)))
    photos.show_photos([gone])
    qtbot.waitUntil(lambda: photos.buttons[0].text() == "not here yet", timeout=5_000)
    photos.show_photos([])
    assert photos.isHidden()


def cost(**fields: object) -> PainCost:
    plain = without_notes(PainPoint(service_id=uuid4(), title="Jams"), Weights())
    return replace(plain, **fields)  # type: ignore[arg-type]


def test_what_was_seen_beside_what_a_year_makes_of_it() -> None:
    said = pain_facts.seen_sentence(cost(told=2.0, extrapolated_hours=30.0, observed_hours=10.0))
    assert said == (
        "Nobody has seen it; it was told 2 times. Of the 40 hours a year 10 are worked out for sites we have been to, "
        "30 are carried over to sites nobody has been to. Nobody has graded the damage yet, so it counts as none."
    )
    assert pain_facts.seen_sentence(cost(seen=1.0)).startswith("Seen once; nobody noted the minutes.")


def test_what_a_stratum_lacks_is_said(shadow: Shadow, store: Store, firm: Firm) -> None:
    bare = Role(organisation_id=firm.firm.id, name="clerk")
    visit = firm.visit.edited(id=uuid4(), role_id=bare.id)
    note = firm.note("no minutes").edited(visit_id=visit.id)
    put(store, bare, visit, note, tag(note, firm.scanning))
    made = shadow.grouping.make(firm.scanning.id, "Bare", [note.id])
    said = pain_facts.seen_sentence(shadow.pains.scene(made.id).cost)
    assert "Some notes say no minutes" in said
    assert "one person counts" in said


def test_first_words_for_the_site_hold_what_became_of_it(shadow: Shadow, store: Store, firm: Firm) -> None:
    note = firm.note("gun is wet", lost_minutes=5.0)
    put(store, note, tag(note, firm.scanning))
    made = shadow.grouping.make(firm.scanning.id, "Wet guns", [note.id])
    assert site_draft(shadow.pains.scene(made.id)) == "You showed us: Wet guns."
    shadow.deciding.decide(made.id, Choice.DECLINE, "too dear")
    kept, dropped, silent = (shadow.deciding.promise(made.id, words, "Bea") for words in ("a cover", "a box", "a bag"))
    shadow.deciding.settle(kept.id, CommitmentState.KEPT, "all guns have one")
    shadow.deciding.settle(silent.id, CommitmentState.KEPT)
    shadow.deciding.settle(dropped.id, CommitmentState.DROPPED, "no room")
    shadow.deciding.promise(made.id, "a new gun", "Bea", day_in(30))
    told = site_draft(shadow.pains.scene(made.id)).splitlines()
    assert told[:2] == ["You showed us: Wet guns.", "We cannot do it: too dear"]
    assert told[2].startswith("Promised by ")
    assert sorted(told[3:]) == ["Done: a bag", "Done: a cover (all guns have one)"]
    assert desk_draft(shadow.pains.scene(made.id)).startswith("Pain: Wet guns (Handheld scanning).")


def test_words_of_people_are_plain(qtbot: QtBot) -> None:
    lines = PainLines("x")
    qtbot.addWidget(lines)
    lines.show_lines([PainLine("<b>x</b>", "<i>y</i>")])
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in lines.findChildren(QLabel))
    assert isinstance(lines, QWidget)


def test_an_empty_store_says_how_to_begin(desk: Desk, qtbot: QtBot, guide: Guide) -> None:
    page = PainPage(desk)
    qtbot.addWidget(page)
    page.resize(1300, 850)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.shown()
    qtbot.waitUntil(lambda: page.look is not None, timeout=10_000)
    assert page.form.views.currentWidget() is page.form.nothing
    assert page.form.nothingTitle.text() == "No pain points yet"
    qtbot.keyClick(page.form.nothingDo, Qt.Key.Key_Space)
    assert guide.pages == ["review"]
    for key in (Qt.Key.Key_D, Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_H):
        qtbot.keyClick(page, key)
    assert page.verbs.dialog is None
    assert not any(action.shortcut().toString() == "D" for action in desk.actions.usable())
