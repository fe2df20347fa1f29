from __future__ import annotations

from datetime import datetime, timedelta, timezone
from io import BytesIO

import pytest
from PIL import Image

from factories import NOON, Firm, put
from shadow_app.domain.errors import NotFound, PictureTrouble, Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import BusinessDamage, ConsentSubject, Evidence, Kind, RatePer, Scope
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.catalogue import Catalogue

TYPED = datetime(2026, 11, 12, 5, 48, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def capture(store: Store) -> Capture:
    return Capture(store)


@pytest.fixture
def lexicon(store: Store, firm: Firm) -> Lexicon:
    return Catalogue(store).lexicon()


def jpeg(size: tuple[int, int] = (60, 40)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, "JPEG")
    return out.getvalue()


def test_a_line_becomes_a_note_with_everything_it_says(capture: Capture, firm: Firm, lexicon: Lexicon) -> None:
    line = '!3 label printer jammed "we just wait" #labels @loader ~18m 6p'
    written = capture.note(firm.visit.id, parse(line, lexicon), TYPED)
    shown = capture.shown(written.id)
    note = shown.note
    assert note.line == line
    assert note.text.startswith("label printer jammed")
    assert (note.kind, note.business_damage, note.lost_minutes) == (Kind.PAIN, BusinessDamage.BUSINESS_LOST, 18.0)
    assert (note.people_stopped, note.note_scope, note.quote) == (6, Scope.SHARED, "we just wait")
    assert note.local_time.isoformat() == TYPED.isoformat()
    assert shown.services == ("Label printing",)
    assert shown.role == "loader"


def test_told_rates_and_backdating_are_kept(capture: Capture, firm: Firm, lexicon: Lexicon) -> None:
    note = capture.note(firm.visit.id, parse("told: route app freezes ~10m x2/w ^-20m", lexicon), TYPED)
    assert note.evidence is Evidence.TOLD
    assert (note.rate, note.rate_per) == (2.0, RatePer.WEEK)
    assert note.local_time == TYPED - timedelta(minutes=20)


def test_a_kind_chosen_by_key_wins(capture: Capture, firm: Firm, lexicon: Lexicon) -> None:
    assert capture.note(firm.visit.id, parse("+ quick", lexicon), TYPED, Kind.NEED).kind is Kind.NEED


@pytest.mark.parametrize("line", ["\0", "\ud800 lone", "\u202eevil", "a\x07b", "x" * 50_000])
def test_odd_characters_are_saved_as_visible_marks(capture: Capture, firm: Firm, lexicon: Lexicon, line: str) -> None:
    note = capture.note(firm.visit.id, parse(line, lexicon), TYPED)
    kept = capture.shown(note.id).note
    assert kept.text
    assert len(kept.text) <= 20_000
    assert not any(bad in kept.text + kept.line for bad in "\0\x07\u202e\ud800")


def test_unknown_and_ambiguous_words_stay_visible(capture: Capture, firm: Firm, lexicon: Lexicon) -> None:
    note = capture.note(firm.visit.id, parse("! down again #zebra #teleporter @pilot", lexicon), TYPED)
    assert set(note.unresolved_tags) == {"#zebra", "#teleporter", "@pilot"}
    assert capture.shown(note.id).services == ()


def test_primary_is_one(capture: Capture, store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note)
    capture.tag(note.id, firm.email.id, primary=True)
    capture.tag(note.id, firm.labels.id, primary=True)
    assert capture.shown(note.id).services == ("Label printing", "Email")
    capture.untag(note.id, firm.labels.id)
    assert capture.shown(note.id).services == ("Email",)
    with pytest.raises(NotFound):
        capture.tag(note.id, link_id("nothing"))


def test_photos_need_the_hosts_yes(capture: Capture, store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note)
    with pytest.raises(Refused, match="has not agreed to photos"):
        capture.attach(note.id, jpeg())
    put(store, consent(firm, given=True))
    attachment = capture.attach(note.id, jpeg(), "charger wall")
    (picture,) = capture.shown(note.id).pictures
    assert (picture.caption, picture.sha256) == ("charger wall", attachment.sha256)
    assert capture.thumbnail(attachment.sha256)
    assert capture.picture(attachment.sha256)
    with pytest.raises(PictureTrouble):
        capture.attach(note.id, b"%PDF-1.4 not a picture")
    capture.detach(attachment.id)
    assert capture.shown(note.id).pictures == ()


def consent(firm: Firm, *, given: bool) -> ConsentRecord:
    subject = ConsentSubject.PHOTOS
    return ConsentRecord(id=link_id(firm.visit.id, subject), visit_id=firm.visit.id, subject=subject, given=given)


def test_undo_takes_back_note_and_tags_together(capture: Capture, firm: Firm, lexicon: Lexicon) -> None:
    capture.note(firm.visit.id, parse("! a #email", lexicon), TYPED)
    second = capture.note(firm.visit.id, parse("! b #labels", lexicon), TYPED)
    undone = capture.undo(firm.visit.id)
    assert undone is not None
    assert undone.label == "Note saved"
    assert [each.note.text for each in capture.timeline(firm.visit.id)] == ["a"]
    with pytest.raises(NotFound):
        capture.shown(second.id)
    capture.redo(firm.visit.id)
    assert [each.services for each in capture.timeline(firm.visit.id)] == [("Email",), ("Label printing",)]
    assert capture.redo(firm.visit.id) is None


def test_the_last_tags_come_back_as_signs(capture: Capture, firm: Firm, lexicon: Lexicon) -> None:
    assert capture.last_tags(firm.visit.id) == ""
    capture.note(firm.visit.id, parse('! a #"label printing" #email @driver', lexicon), TYPED)
    capture.note(firm.visit.id, parse("plain", lexicon), TYPED + timedelta(minutes=1))
    signs = capture.last_tags(firm.visit.id)
    again = parse(f"b {signs}", lexicon)
    assert set(again.service_ids) == {firm.labels.id, firm.email.id}
    assert again.role_id == firm.driver.id


def test_edit_and_remove_are_in_the_history(capture: Capture, store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note)
    capture.edit(note.id, business_damage=BusinessDamage.REWORK)
    capture.remove(note.id)
    fields = [line.field for line in capture.history(note.id)]
    assert fields[-2:] == ["business_damage", "removed"]
    with pytest.raises(NotFound):
        capture.edit(note.id, text="x")
    assert isinstance(note, Observation)
    assert note.at == NOON
