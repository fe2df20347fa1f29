"""Notes that wait for a person: declined, named, set apart; and a promise that was never meant."""

from __future__ import annotations

from factories import NOON, Firm
from shadow_app.domain.decision import Commitment
from shadow_app.domain.observation import Observation
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.debriefing import Debriefing


def typed(store: Store, firm: Firm, line: str) -> tuple[Observation, Lexicon]:
    lexicon = Lexicon((firm.scanning, firm.labels, firm.email), (firm.driver, firm.loader))
    return Capture(store).note(firm.visit.id, parse(line, lexicon), NOON), lexicon


def test_declining_leaves_words_as_words(store: Store, firm: Firm) -> None:
    note, _ = typed(store, firm, "context: outlook froze 6m #nosuch")
    debriefing = Debriefing(store)
    assert [row.note.id for row in debriefing.waiting(firm.visit.id)] == [note.id]
    declined = debriefing.decline(note.id)
    assert (declined.offers_open, declined.unresolved_tags, declined.lost_minutes) == (False, (), None)
    assert declined.line == note.line
    assert debriefing.waiting(firm.visit.id) == []


def test_a_named_service_answers_the_ambiguous_word(store: Store, firm: Firm) -> None:
    note, lexicon = typed(store, firm, "! frozen again #zebra #nosuch @somebody")
    assert set(note.unresolved_tags) == {"#zebra", "#nosuch", "@somebody"}
    named = Debriefing(store).name_service(note.id, firm.labels.id, lexicon)
    assert set(named.unresolved_tags) == {"#nosuch", "@somebody"}
    assert Capture(store).shown(note.id).services == ("Label printing",)
    again = Debriefing(store).name_service(note.id, firm.email.id, lexicon)
    assert again.unresolved_tags == ("@somebody",), "an unknown word is answered by any service"


def test_a_named_service_answers_the_offer_of_the_same_service(store: Store, firm: Firm) -> None:
    note, lexicon = typed(store, firm, "outlook froze at the counter")
    assert note.offers_open
    assert not Debriefing(store).name_service(note.id, firm.email.id, lexicon).offers_open
    other, _ = typed(store, firm, "outlook froze at the counter, 6 min")
    assert Debriefing(store).name_service(other.id, firm.email.id, lexicon).offers_open, "the minutes are still open"
    third, _ = typed(store, firm, "outlook froze again")
    assert Debriefing(store).name_service(third.id, firm.labels.id, lexicon).offers_open, "another service was offered"


def test_naming_and_setting_apart_are_taken_back_as_one(store: Store, firm: Firm) -> None:
    note, lexicon = typed(store, firm, "! frozen again #zebra ~6m")
    debriefing, capture = Debriefing(store), Capture(store)
    debriefing.name_service(note.id, firm.labels.id, lexicon)
    capture.undo(firm.visit.id)
    shown = capture.shown(note.id)
    assert (shown.services, shown.note.unresolved_tags) == ((), ("#zebra",))
    apart = debriefing.not_counted(note.id)
    assert apart.not_scored
    assert debriefing.waiting(firm.visit.id) == []
    capture.undo(firm.visit.id)
    assert [row.note.id for row in debriefing.waiting(firm.visit.id)] == [note.id]


def test_a_promise_can_be_struck_and_brought_back(store: Store, firm: Firm) -> None:
    debriefing = Debriefing(store)
    promise = debriefing.promise(Commitment(visit_id=firm.visit.id, text="spare cradles"))
    debriefing.take_back_promise(promise.id)
    assert debriefing.promises(firm.visit.id) == []
    Capture(store).undo(firm.visit.id)
    assert debriefing.promises(firm.visit.id) == [promise]
