"""A note in the words of a card, and the same card as a sentence for those who hear it."""

from __future__ import annotations

from datetime import datetime, timezone
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from shadow_app.domain.listing import Picture, TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, Scope, TimeToDamage, Workaround
from shadow_app.ui.note_view import NoteView, kind_word, minutes_words, view_of
from shadow_app.ui.scale_words import damage_word, scope_word, time_word, workaround_word

AT = datetime(2026, 11, 12, 14, 21, tzinfo=timezone.utc)
ID = UUID(int=7)


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, ""),
        (0.0, "0 min"),
        (0.5, "30 s"),
        (2 / 3, "40 s"),
        (0.995, "1 min"),
        (0.003, "1 s"),
        (1.5, "1.5 min"),
        (18.0, "18 min"),
        (59.97, "1 h"),
        (60.0, "1 h"),
        (90.0, "1 h 30"),
        (65.0, "1 h 05"),
        (90.4, "1 h 30"),
        (1440.0, "24 h"),
    ],
)
def test_minutes_are_said_as_one_would_say_them(minutes: float | None, words: str) -> None:
    assert minutes_words(minutes) == words


def test_numbers_are_written_as_the_country_writes_them() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert minutes_words(1.5) == "1,5 min"


def test_a_stored_note_becomes_its_card() -> None:
    note = Observation(
        visit_id=uuid4(),
        at=AT,
        utc_offset=60,
        text="scanner dead",
        kind=Kind.PAIN,
        lost_minutes=6.0,
        business_damage=BusinessDamage.REWORK,
        evidence=Evidence.TOLD,
        quote="again!",
        surprise=True,
        offers_open=True,
    )
    pictures = (Picture(uuid4(), "0" * 64, ""),)
    card = view_of(TimelineNote(note, (uuid4(),), ("Scanning",), "Driver", pictures), b"thumb")
    assert f"{card.at:%H:%M}" == "15:21", "the clock on the site's wall"
    assert (card.id, card.kind, card.text, card.services, card.role) == (
        note.id,
        Kind.PAIN,
        "scanner dead",
        ("Scanning",),
        "Driver",
    )
    assert (card.minutes, card.damage, card.quote, card.photo_count) == (6.0, BusinessDamage.REWORK, "again!", 1)
    assert card.told
    assert card.surprise
    assert card.offers_open
    assert card.thumb == b"thumb"


def test_the_sentence_tells_everything_that_the_card_shows() -> None:
    card = NoteView(
        id=ID,
        at=AT,
        kind=Kind.PAIN,
        text="Password expired",
        services=("Sign-on",),
        role="Shift lead",
        minutes=18.0,
        damage=BusinessDamage.ANNOYANCE,
        quote="not again",
        photo_count=2,
        surprise=True,
        offers_open=True,
        told=True,
    )
    assert card.spoken == (
        "14:21 Pain point: Password expired; “not again”; Sign-on; Shift lead; 18 min lost; damage 0 of 4; "
        "told, not seen; surprise; something to accept or decline; photos: 2"
    )


def test_the_sentence_leaves_out_what_there_is_not() -> None:
    bare = NoteView(id=ID, at=AT, kind=Kind.CONTEXT, text='she says "fine"', quote="fine")
    assert bare.spoken == '14:21 Context: she says "fine"', "a quote that the text holds is not said twice"


@pytest.mark.parametrize(
    ("services", "role", "context"),
    [
        ((), "", ""),
        (("A",), "", "A"),
        ((), "Clerk", "Clerk"),
        (("A", "B"), "Clerk", "A, B  ·  Clerk"),
        (("A", "B", "C", "D"), "Clerk", "A, B +2  ·  Clerk"),
    ],
)
def test_services_and_role_share_a_line(services: tuple[str, ...], role: str, context: str) -> None:
    assert NoteView(id=ID, at=AT, kind=Kind.PAIN, text="x", services=services, role=role).context == context


def test_every_member_of_the_vocabulary_has_its_own_word() -> None:
    for words, members in (
        ([kind_word(kind) for kind in Kind], Kind),
        ([damage_word(damage) for damage in BusinessDamage], BusinessDamage),
        ([time_word(time) for time in TimeToDamage], TimeToDamage),
        ([workaround_word(workaround) for workaround in Workaround], Workaround),
        ([scope_word(scope) for scope in Scope], Scope),
    ):
        assert all(words)
        assert len(set(words)) == len(list(members))
