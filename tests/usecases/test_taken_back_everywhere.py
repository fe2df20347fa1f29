"""What was taken back or erased, looked for where nobody would: the other laptop's counts, its tray, its preview; words
that were tidied up after the visit."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import ConsentSubject, ReviewState
from shadow_app.insight.withdrawn import QUOTE_GONE, unquoted
from shadow_app.sync.folder import LocalFolder
from two_desks import agreed_visit, hand_over, pages_of

NEEDLE = "zwetschgenkuchen"


@pytest.fixture
def firm(lead: Shadow) -> Firm:
    return agreed_visit(lead)


@pytest.fixture
def note(lead: Shadow, firm: Firm) -> Observation:
    words = f"{NEEDLE} again"
    note = firm.note(f"she says {words}", quote=words, line=words, state=ReviewState.ACCEPTED, lost_minutes=4.0)
    put(lead.store, note, tag(note, firm.scanning))
    return note


@pytest.mark.parametrize("way", ["a file", "a folder"])
def test_the_other_laptops_pages_hold_no_erased_word(
    lead: Shadow, ann: Shadow, firm: Firm, note: Observation, tmp_path: Path, way: str
) -> None:
    (tmp_path / "shared").mkdir()

    def pass_on() -> None:
        if way == "a file":
            hand_over(lead, ann, tmp_path)
            return
        for each in (lead, ann, lead):
            each.exchange.sync(LocalFolder(tmp_path / "shared"), accept={lead.store.device, ann.store.device})

    pass_on()
    assert ann.suggesting.learn() == 1
    assert ann.suggesting.suggest(NEEDLE)
    lead.privacy.erase_visit(firm.visit.id)
    pass_on()
    for each in (lead, ann):
        assert NEEDLE.encode() not in pages_of(each.store), each.store.author
    assert ann.suggesting.learn() == 0
    ann.suggesting.reload()
    with ann.store.reading() as read:
        assert read.connection.exec_driver_sql("SELECT count(*) FROM learnt").scalar() == 0


def test_words_behind_two_hundred_notes_without_a_tag_are_forgotten_as_well(lead: Shadow, firm: Firm) -> None:
    """Notes are counted some hundreds at a time; a round that counts nothing is not the end."""
    put(lead.store, *(firm.note(f"n{number}", number) for number in range(220)))
    lead.suggesting.learn()
    last = firm.note(NEEDLE, 500)
    put(lead.store, last, tag(last, firm.scanning))
    assert lead.suggesting.learn() == 1
    with lead.store.work("Reworded") as work:
        for each in work.where(Observation):
            work.put(each.edited(text=each.text.replace(NEEDLE, "x") + "!"))
        work.commit()
    lead.suggesting.learn()
    with lead.store.reading() as read:
        assert read.connection.exec_driver_sql("SELECT count(*) FROM to_learn").scalar() == 0
        assert (
            read.connection.exec_driver_sql(f"SELECT count(*) FROM learnt WHERE feature LIKE '%{NEEDLE}%'").scalar()
            == 0
        )


@pytest.mark.parametrize("subject", [ConsentSubject.NOTES, ConsentSubject.QUOTES])
def test_nobody_is_asked_or_shown_what_was_taken_back(
    lead: Shadow, ann: Shadow, firm: Firm, note: Observation, tmp_path: Path, subject: ConsentSubject
) -> None:
    hand_over(lead, ann, tmp_path)
    ann.capture.edit(note.id, text=f"she says {NEEDLE} again!", lost_minutes=5.0)
    lead.capture.edit(note.id, text=f"she says {NEEDLE} again?", lost_minutes=6.0)
    lead.planning.agree(firm.visit.id, subject, False)
    path = tmp_path / "all.shadow"
    lead.exchange.send(path)
    seen = ann.exchange.preview(path)
    assert note.id in [each.id for each in seen.changed]
    assert NEEDLE not in repr((seen.new, seen.changed, seen.conflicts))
    ann.exchange.take(seen)
    asked = ann.exchange.conflicts()
    assert NEEDLE not in repr((asked, ann.meeting.questions()))
    assert [each.field for each in asked] == ["lost_minutes"], "figures are nobody's words"
    assert ann.meeting.conflicts() == 1
    lead.planning.agree(firm.visit.id, subject, True)
    hand_over(lead, ann, tmp_path)
    assert {each.field for each in ann.exchange.conflicts()} == {"text", "lost_minutes"}, "a mistake costs nothing"


@pytest.mark.parametrize(
    ("quote", "text", "left"),
    [
        ("it is dead", "He says: It  is\ndead!", "He says: {gone}!"),
        ("it's dead, again", "“It’s dead – again” he says", "“{gone}” he says"),
        ("ja", "ja, jagged", "{gone}, jagged"),
        ("first line\n\nsecond line", "a first line, b SECOND LINE", "a {gone}, b {gone}"),
        ("!?", "he says !?", "he says {gone}"),
        ("(a+)+$ .*", "pattern (A+)+$ .*", "pattern ({gone}+)+$ .*"),
        ("not in it", "something else", "something else"),
        (r"\g<0> \1", r"he typed \g<0> \1", "he typed \\{gone}"),
    ],
)
def test_words_are_found_again_after_they_were_tidied_up(firm: Firm, quote: str, text: str, left: str) -> None:
    note = firm.note(text, quote=quote)
    assert unquoted(text, note, quotes=False, instead=QUOTE_GONE) == left.format(gone=QUOTE_GONE)
    assert unquoted(text, note, quotes=True) == text


def test_a_quote_goes_from_what_was_written_around_it(lead: Shadow, firm: Firm, note: Observation) -> None:
    lead.capture.edit(
        note.id, text=f"She says  “{NEEDLE.title()}, again”", consequence=f"so: {NEEDLE} again", idea=f"{NEEDLE} again"
    )
    lead.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    shown = repr(lead.capture.timeline(firm.visit.id)) + repr(lead.suggesting.similar("she says again"))
    shown += lead.reporting.printed(lead.reporting.visit(firm.visit.id), ".md").content.decode()
    assert NEEDLE not in shown.casefold()
    assert lead.suggesting.similar(NEEDLE) == []
    assert lead.privacy.erase_withdrawn(firm.visit.id) == 1
    assert NEEDLE.encode() not in pages_of(lead.store).lower()


def test_what_the_host_answered_goes_with_the_notes(lead: Shadow, firm: Firm, note: Observation) -> None:
    lead.planning.answer(firm.visit.id, "What stops you?", f"her {NEEDLE}")
    lead.planning.answer(firm.visit.id, "And then?", NEEDLE)
    lead.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    assert len(lead.planning.answers(firm.visit.id)) == 2
    lead.planning.agree(firm.visit.id, ConsentSubject.NOTES, False)
    assert lead.planning.answers(firm.visit.id) == lead.planning.sheet(firm.visit.id).answers == {}
    assert lead.privacy.withdrawn_going(firm.visit.id) == 3
    assert lead.privacy.erase_withdrawn(firm.visit.id) == 3
    assert NEEDLE.encode() not in pages_of(lead.store).lower()
    assert "2\u00a0answers" in lead.privacy.receipts()[0].took


@pytest.mark.parametrize("subject", [ConsentSubject.NOTES, ConsentSubject.QUOTES])
def test_no_history_tells_what_was_taken_back(
    lead: Shadow, firm: Firm, note: Observation, subject: ConsentSubject
) -> None:
    pain = lead.grouping.make(firm.scanning.id, "Guns wait", [note.id])
    before = (lead.reviewing.history(note.id), lead.capture.history(note.id), lead.pains.history(pain.id))
    assert all(NEEDLE in repr(each) for each in before)
    lead.planning.agree(firm.visit.id, subject, False)
    after = (lead.reviewing.history(note.id), lead.capture.history(note.id), lead.pains.history(pain.id))
    assert not [each for each in after if NEEDLE in repr(each)]
    assert [len(each) for each in after] == [len(each) for each in before], "that something changed is told"


def test_a_note_that_was_set_aside_as_the_same_keeps_no_word_of_the_other(
    lead: Shadow, firm: Firm, note: Observation
) -> None:
    other = firm.visit.edited(id=firm.unit.id, number="A1-2")
    twin = firm.note("the same once more").edited(visit_id=other.id)
    put(lead.store, other, twin)
    lead.reviewing.same_as(twin.id, note.id)
    lead.privacy.erase_visit(firm.visit.id)
    assert NEEDLE.encode() not in pages_of(lead.store)
