from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Firm, new_store, put, tag
from review_notes import Notes
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import new_id
from shadow_app.domain.released import SavedFilter
from shadow_app.domain.vocabulary import Kind, ReviewState
from shadow_app.insight.inbox_card import Sort
from shadow_app.insight.inbox_query import STATES, with_filter
from shadow_app.storage.store import Store
from shadow_app.usecases.reviewing import Reviewing
from shadow_app.usecases.today import Day
from shadow_app.usecases.undoing import Undoing


@pytest.fixture
def notes(store: Store, firm: Firm) -> Notes:
    return Notes(firm).put_into(store)


@pytest.fixture
def reviewing(store: Store, notes: Notes) -> Reviewing:
    return Reviewing(store)


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Notes, Reviewing]]:
    store = new_store(tmp_path_factory.mktemp("inbox"))
    made = Notes(Firm().put_into(store)).put_into(store)
    yield store, made, Reviewing(store)
    store.close()


def texts(reviewing: Reviewing, line: str, sort: Sort = Sort.OLDEST) -> list[str]:
    rows = reviewing.inbox(reviewing.understand(line), sort)
    return [each.note.text for each in reviewing.page(rows)]


def state(store: Store, note: Observation) -> Observation:
    with store.reading() as read:
        return read.recall(Observation, note.id)


JAM, GUN, SLOW, SAID = "label printer jams", "gun logs out", "mail is slow today", "marek waits for the label"
AGAIN, FINE, CALL = "printer jams again", "scanner is quick", "call 0171 555 0199 back"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", [JAM, GUN, SLOW, SAID, AGAIN, FINE, CALL]),
        ("printer", [JAM, AGAIN]),
        ("print jam", [JAM, AGAIN]),
        ("state:ready", [GUN, SLOW]),
        ("state:ready|aside printer", [AGAIN]),
        ("kind:context|positive", [SAID, FINE]),
        ("service:02", [JAM, AGAIN]),
        ("service:label", [JAM, AGAIN]),
        ('service:"label printing"|mail', [JAM, SLOW, AGAIN]),
        ("service:none", [GUN, SAID, FINE, CALL]),
        ("service:none|mail", [GUN, SLOW, SAID, FINE, CALL]),
        ("site:office", [AGAIN, FINE, CALL]),
        ("site:harbour", [JAM, GUN, SLOW, SAID]),
        ("unit:offices", [AGAIN, FINE, CALL]),
        ('team:"service desk"', [JAM, GUN, SLOW, SAID]),
        ("visit:b2", [AGAIN, FINE, CALL]),
        ("visit:a1|b2 printer", [JAM, AGAIN]),
        ("role:loader", [AGAIN, FINE, CALL]),
        ("role:driver service:none", [GUN, SAID]),
        ("from:2026-11-13", [AGAIN, FINE, CALL]),
        ("until:2026-11-12", [JAM, GUN, SLOW, SAID]),
        ("from:2026-11 until:2026-11", [JAM, GUN, SLOW, SAID, AGAIN, FINE, CALL]),
        ("is:untagged", [GUN, CALL]),
        ("is:ambiguous", [GUN]),
        ("is:surprise|told", [SAID, FINE]),
        ("is:surprise is:told", []),
        ("is:unguarded", [SAID, CALL]),
        ("is:unguarded site:office", [CALL]),
        ("is:ungrouped", [JAM, GUN, SLOW, AGAIN, CALL]),
    ],
)
def test_every_filter_finds_what_it_says(
    read_only: tuple[Store, Notes, Reviewing], line: str, found: list[str]
) -> None:
    _, _, reviewing = read_only
    assert reviewing.understand(line).remarks == ()
    assert texts(reviewing, line) == found


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("service:fax", "There is no service called “fax”, so service:fax finds nothing."),
        ("unit:moon", "There is no business unit called “moon”, so unit:moon finds nothing."),
        ("visit:z9", "There is no visit called “z9”, so visit:z9 finds nothing."),
        ("!!!", "“!!!” has no letter or digit in it, so there is nothing to look for."),
    ],
)
def test_a_name_that_means_nothing_is_said(read_only: tuple[Store, Notes, Reviewing], line: str, remark: str) -> None:
    _, _, reviewing = read_only
    assert reviewing.understand(line).remarks == (remark,)
    if ":" in line:
        assert texts(reviewing, line) == []


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        # Unclear, then without a service, both newest first; what is decided asks for nothing.
        (Sort.NEEDS, [GUN, CALL, FINE, AGAIN, SAID, SLOW, JAM]),
        (Sort.NEWEST, [CALL, FINE, AGAIN, SAID, SLOW, GUN, JAM]),
        (Sort.OLDEST, [JAM, GUN, SLOW, SAID, AGAIN, FINE, CALL]),
        (Sort.DAMAGE, [CALL, JAM]),
        (Sort.MINUTES, [JAM, SLOW]),
        (Sort.VISIT, [AGAIN, FINE, CALL, JAM, GUN, SLOW, SAID]),
    ],
)
def test_every_order(read_only: tuple[Store, Notes, Reviewing], sort: Sort, first: list[str]) -> None:
    _, _, reviewing = read_only
    assert texts(reviewing, "", sort)[: len(first)] == first


@pytest.mark.parametrize("line", ["", "printer", "site:office", "is:untagged", "print kind:pain"])
@pytest.mark.parametrize("sort", [Sort.NEEDS, Sort.NEWEST])
def test_the_first_page_is_the_beginning_of_the_whole(
    read_only: tuple[Store, Notes, Reviewing], line: str, sort: Sort
) -> None:
    _, _, reviewing = read_only
    asked = reviewing.understand(line)
    first = [each.card.row for each in reviewing.first_page(asked, sort)]
    assert first
    assert first == list(reviewing.inbox(asked, sort))[: len(first)]


def test_no_first_page_where_only_the_whole_can_tell(read_only: tuple[Store, Notes, Reviewing]) -> None:
    _, _, reviewing = read_only
    assert reviewing.first_page(reviewing.understand("is:unguarded")) == []
    assert reviewing.first_page(reviewing.understand(""), Sort.DAMAGE) == []


def test_looking_for_what_is_personal_stops_when_nobody_waits(read_only: tuple[Store, Notes, Reviewing]) -> None:
    _, _, reviewing = read_only
    assert list(reviewing.inbox(reviewing.understand("is:unguarded"), keep_going=lambda: False)) == []


def test_counts_by_state_whatever_state_is_asked_for(read_only: tuple[Store, Notes, Reviewing]) -> None:
    _, _, reviewing = read_only
    counts = reviewing.counts(reviewing.understand("state:accepted"))
    assert counts.by_state == {
        ReviewState.DRAFT: 3,
        ReviewState.READY: 2,
        ReviewState.HAS_QUESTIONS: 0,
        ReviewState.ACCEPTED: 1,
        ReviewState.SET_ASIDE: 1,
    }
    assert counts.total == 7
    printers = reviewing.counts(reviewing.understand("printer"))
    assert (printers.total, printers.by_state[ReviewState.SET_ASIDE]) == (2, 1)


@pytest.mark.parametrize("line", ["", "state:accepted", "is:unguarded", "is:unguarded state:draft", "printer is:told"])
def test_a_chip_counts_what_the_list_would_show(read_only: tuple[Store, Notes, Reviewing], line: str) -> None:
    _, _, reviewing = read_only

    def found(wanted: str) -> int:
        return len(reviewing.inbox(reviewing.understand(wanted)))

    counts = reviewing.counts(reviewing.understand(line))
    assert counts.by_state == {state: found(with_filter(line, "state", [value])) for value, state in STATES.items()}
    assert counts.untagged == found(with_filter(line, "is", ["untagged"]))
    assert counts.ambiguous == found(with_filter(line, "is", ["ambiguous"]))
    assert counts.total == found(with_filter(with_filter(line, "is", ()), "state", ()))


def test_a_card_says_where_it_comes_from_and_never_who(read_only: tuple[Store, Notes, Reviewing]) -> None:
    _, notes, reviewing = read_only
    card = reviewing.one(notes.call.id).card
    assert (card.visit_number, card.site, card.unit) == ("B2", "Head office", "Offices")
    assert (card.role, card.team) == ("loader", "Depot systems")
    assert "Ben" not in str(card)
    with pytest.raises(NotFound, match="not there any more"):
        reviewing.one(new_id())


def test_what_could_point_at_a_person_is_marked_with_what_would_stand_there(
    read_only: tuple[Store, Notes, Reviewing],
) -> None:
    _, notes, reviewing = read_only
    said = reviewing.one(notes.said.id).guarded
    assert [(mark.field, SAID[mark.start : mark.end]) for mark in said.marks] == [("text", "marek")]
    assert said.fields == (("text", "Host A waits for the label"),)
    call = reviewing.one(notes.call.id).guarded
    assert call.fields == (("text", "call [phone] back"),)
    assert not reviewing.one(notes.jam.id).guarded.found


def test_a_new_service_is_no_secret_as_soon_as_it_is_known(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    put(store, notes.jam.edited(text="the Zorblax jams"))
    before = reviewing.one(notes.jam.id).guarded.found
    put(store, notes.firm.labels.edited(name="Zorblax printing"))
    assert (before, reviewing.one(notes.jam.id).guarded.found) == (True, False)


def test_tagging_many_is_one_action_that_can_be_undone_and_redone(
    store: Store, reviewing: Reviewing, notes: Notes
) -> None:
    undoing = Undoing(store)
    ids = [notes.jam.id, notes.gun.id, notes.call.id]
    assert reviewing.tag(ids, notes.firm.labels.id) == 2, "one of them was tagged already"
    assert texts(reviewing, "service:02") == [JAM, GUN, AGAIN, CALL]
    assert state(store, notes.gun).unresolved_tags == (), "“#zebra” may mean label printing, and was answered"
    step = undoing.undo()
    assert step is not None
    assert step.label == "Service named in 2 notes"
    assert texts(reviewing, "service:02") == [JAM, AGAIN]
    assert state(store, notes.gun).unresolved_tags == ("#zebra",)
    undoing.redo()
    assert texts(reviewing, "service:02") == [JAM, GUN, AGAIN, CALL]
    assert reviewing.untag(ids, notes.firm.labels.id) == 3
    assert texts(reviewing, "service:02") == [AGAIN]
    assert reviewing.tag([notes.jam.id], notes.firm.labels.id) == 1, "a tag that was taken off comes back"


def test_a_word_that_means_something_else_stays_open(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    put(store, notes.gun.edited(unresolved_tags=("#zebra", "@clerk", "#fax")))
    reviewing.tag([notes.gun.id], notes.firm.email.id)
    assert state(store, notes.gun).unresolved_tags == ("#zebra", "@clerk"), "only what means nothing known was meant"


def test_kind_of_many(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    assert reviewing.set_kind([notes.jam.id, notes.said.id], Kind.CONTEXT) == 1
    assert texts(reviewing, "kind:context") == [JAM, SAID]
    assert reviewing.set_kind([notes.jam.id], Kind.CONTEXT) == 0
    can = Undoing(store).can()
    assert can.undo is not None
    assert can.undo.label == "Kind of 1 note changed", "what changed nothing is no action"


def test_accepting_many_over_all_visits(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    ids = [note.id for note in notes.all]
    assert reviewing.set_state(ids, ReviewState.ACCEPTED) == 6
    assert texts(reviewing, "state:accepted") == [JAM, GUN, SLOW, SAID, AGAIN, FINE, CALL]
    assert state(store, notes.aside).state_note == "", "why it was set aside holds no longer"
    step = Undoing(store).undo()
    assert step is not None
    assert step.label == "6 notes accepted by the lead"
    assert texts(reviewing, "state:accepted") == [FINE]
    assert state(store, notes.aside) == notes.aside


def test_states_that_ask_for_words_get_them(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    with pytest.raises(Refused, match="A question needs words"):
        reviewing.ask([notes.jam.id], "  \n ")
    with pytest.raises(Refused, match="why the note is set aside"):
        reviewing.set_state([notes.jam.id], ReviewState.SET_ASIDE)
    with pytest.raises(Refused, match=r"2,001 characters and 2,000 fit"):
        reviewing.ask([notes.jam.id], "x" * 2_001)
    assert state(store, notes.jam) == notes.jam, "nothing was half-written"
    with pytest.raises(NotFound, match="None of these notes"):
        reviewing.set_state([new_id()], ReviewState.ACCEPTED)
    reviewing.set_state([notes.jam.id], ReviewState.SET_ASIDE, "seen twice")
    assert (state(store, notes.jam).state, state(store, notes.jam).state_note) == (ReviewState.SET_ASIDE, "seen twice")


def test_a_question_goes_to_its_author_and_the_answer_comes_back(
    store: Store, reviewing: Reviewing, notes: Notes
) -> None:
    now, day = datetime.now(timezone.utc), Day(store)
    reviewing.ask([notes.jam.id, notes.call.id], "which printer?")
    mine = day.today(now, notes.firm.ann.id).questions
    assert [(each.note_id, each.site, each.question) for each in mine] == [
        (notes.jam.id, "Harbour depot", "which printer?")
    ]
    assert day.today(now).questions == ()
    with pytest.raises(Refused, match="no answer yet"):
        reviewing.answer(notes.jam.id, " ")
    answered = reviewing.answer(notes.jam.id, "the\nred one")
    assert (answered.state, answered.state_note, answered.state_answer) == (
        ReviewState.READY,
        "which printer?",
        "the red one",
    )
    assert day.today(now, notes.firm.ann.id).questions == ()
    with pytest.raises(Refused, match="answered or taken back meanwhile"):
        reviewing.answer(notes.jam.id, "again")
    reviewing.set_state([notes.jam.id], ReviewState.ACCEPTED)
    assert state(store, notes.jam).state_answer == "the red one", "question and answer stay with the note"
    reviewing.ask([notes.jam.id], "and where?")
    assert state(store, notes.jam).state_answer == "", "another question has another answer"


def test_masking_many_and_back(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    ids = [note.id for note in notes.all]
    assert reviewing.mask(ids) == 2
    assert (state(store, notes.said).text, state(store, notes.call).text) == (
        "Host A waits for the label",
        "call [phone] back",
    )
    assert texts(reviewing, "is:unguarded") == []
    assert reviewing.mask(ids) == 0
    Undoing(store).undo()
    assert texts(reviewing, "is:unguarded") == [SAID, CALL]


def test_grouping_from_the_inbox(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    pain = reviewing.group_new([notes.jam.id, notes.aside.id], notes.firm.labels.id, "Printers jam")
    assert [title for _, title in reviewing.one(notes.jam.id).card.pain_points] == ["Printers jam"]
    reviewing.group([notes.call.id], pain.id)
    assert texts(reviewing, "is:ungrouped") == [GUN, SLOW]
    undoing = Undoing(store)
    undoing.undo()
    undoing.undo()
    assert texts(reviewing, "is:ungrouped") == [JAM, GUN, SLOW, AGAIN, CALL]
    with store.reading() as read:
        assert read.where(PainPoint) == []


def test_what_looks_alike_is_offered_and_one_verb_makes_it_one_cause(
    store: Store, reviewing: Reviewing, notes: Notes
) -> None:
    alike = reviewing.similar(notes.aside.id)
    assert [each.note.text for each in alike] == [JAM]
    made = reviewing.same_cause(notes.aside.id, notes.jam.id)
    assert (made.title, made.service_id) == (JAM, notes.firm.labels.id)
    again = reviewing.same_cause(notes.call.id, notes.aside.id)
    assert again.id == made.id
    with store.reading() as read:
        assert len(read.where(PainPointMember, pain_point_id=made.id)) == 3
    with pytest.raises(Refused, match="Name the service of one"):
        reviewing.same_cause(notes.gun.id, notes.said.id)
    named = notes.firm.note("ring 07700 900123 when the box is late", 90)
    put(store, named, tag(named, notes.firm.email))
    assert "900123" not in reviewing.same_cause(notes.said.id, named.id).title
    with pytest.raises(NotFound, match="One of the two"):
        reviewing.same_cause(notes.gun.id, new_id())
    assert reviewing.similar(new_id()) == []


def test_a_pain_point_of_the_same_name_is_used(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    pain = PainPoint(service_id=notes.firm.labels.id, title="Label Printer Jams")
    put(store, pain)
    assert reviewing.same_cause(notes.aside.id, notes.jam.id).id == pain.id


def test_noted_twice_is_set_aside_with_the_reason(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    put(store, notes.jam.edited(text="x" * 200))
    reviewing.same_as(notes.call.id, notes.jam.id)
    note = state(store, notes.call)
    assert note.state is ReviewState.SET_ASIDE
    assert note.state_note.startswith("Same as the note of 12 November 2026, ")
    assert "xx" not in note.state_note, "its words would outlive it"


def test_a_note_is_not_set_aside_as_the_same_as_itself(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    with pytest.raises(Refused, match="not the same as itself"):
        reviewing.same_as(notes.call.id, notes.call.id)
    assert state(store, notes.call).state is not ReviewState.SET_ASIDE


def test_kept_searches(store: Store, reviewing: Reviewing) -> None:
    kept = reviewing.keep_filter(" Untagged  at Harbour ", "is:untagged site:harbour", Sort.NEWEST)
    assert (kept.name, kept.words, kept.sort) == ("Untagged at Harbour", "is:untagged site:harbour", "newest")
    reviewing.keep_filter("untagged at harbour", "is:untagged")
    reviewing.keep_filter("Accepted", "state:accepted")
    assert [(each.name, each.words) for each in reviewing.filters()] == [
        ("Accepted", "state:accepted"),
        ("untagged at harbour", "is:untagged"),
    ]
    with pytest.raises(Refused, match="needs a name"):
        reviewing.keep_filter("  ", "x")
    with pytest.raises(Refused, match="too long to keep"):
        reviewing.keep_filter("x", "y" * 2_001)
    with pytest.raises(Refused, match="too long to keep"):
        reviewing.keep_filter("x", "\ud800" * 251)
    reviewing.drop_filter(kept.id)
    assert [each.name for each in reviewing.filters()] == ["Accepted"]
    Undoing(store).undo()
    assert len(reviewing.filters()) == 2
    with store.reading() as read:
        assert len(read.where(SavedFilter)) == 2


def test_history_of_a_note_names_who_and_what(reviewing: Reviewing, notes: Notes) -> None:
    reviewing.ask([notes.jam.id], "which?")
    found = [(each.author, each.label, each.field, each.after) for each in reviewing.history(notes.jam.id)]
    assert ("Ann", "1 note asked about by the lead", "state", "has_questions") in found
    assert ("Ann", "1 note asked about by the lead", "state_note", "which?") in found


def test_ids_in_the_order_of_the_rows(reviewing: Reviewing, notes: Notes, store: Store) -> None:
    rows = reviewing.inbox(reviewing.understand(""), Sort.OLDEST)
    assert reviewing.ids(rows) == [note.id for note in notes.all]
    put(store, notes.jam.edited(removed=True))
    assert reviewing.ids(rows) == [note.id for note in notes.all[1:]]
    assert [each.note.id for each in reviewing.page(rows)] == [note.id for note in notes.all[1:]]


@settings(max_examples=6, deadline=None)
@given(
    moves=st.lists(st.tuples(st.sampled_from(["tag", "kind", "accept", "aside", "mask", "undo"]), st.integers(0, 127)))
)
def test_whatever_is_done_undo_brings_it_all_back(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, int]]
) -> None:
    store = new_store(tmp_path_factory.mktemp("moves"))
    notes = Notes(Firm().put_into(store)).put_into(store)
    reviewing, undoing = Reviewing(store), Undoing(store)

    def everything() -> list[Any]:
        with store.reading() as read:
            return [*read.where(Observation), *read.where(ServiceTag)]

    before = everything()
    for move, chosen in moves:
        ids = [note.id for number, note in enumerate(notes.all) if chosen >> number & 1]
        if move == "undo":
            undoing.undo()
        elif ids:
            {
                "tag": lambda ids=ids: reviewing.tag(ids, notes.firm.labels.id),
                "kind": lambda ids=ids: reviewing.set_kind(ids, Kind.NEED),
                "accept": lambda ids=ids: reviewing.set_state(ids, ReviewState.ACCEPTED),
                "aside": lambda ids=ids: reviewing.set_state(ids, ReviewState.SET_ASIDE, "no"),
                "mask": lambda ids=ids: reviewing.mask(ids),
            }[move]()
    while undoing.undo() is not None:
        pass
    assert everything() == before
    store.close()


def test_the_tag_of_a_capture_is_seen_by_the_inbox_at_once(store: Store, reviewing: Reviewing, notes: Notes) -> None:
    put(store, tag(notes.call, notes.firm.email))
    assert texts(reviewing, "service:mail") == [SLOW, CALL]
