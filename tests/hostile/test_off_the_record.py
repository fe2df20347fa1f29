"""“Off the record” stops all writing: the page for works councils says so, and so it is from every door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from factories import NOON, Firm, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import Refused
from shadow_app.domain.record import new_id
from shadow_app.domain.vocabulary import ActivityKind, ConsentSubject
from shadow_app.insight.quick_entry import parse
from shadow_app.storage.salvage_pages import Pages

NEEDLE = "zyxwvneedle"
Door = Callable[..., tuple[int, str, str]]


def test_nothing_is_written_until_somebody_goes_on(shadow: Shadow, firm: Firm) -> None:
    visit = firm.visit.id
    shadow.planning.agree(visit, ConsentSubject.QUOTES, True)
    shadow.timing.begin(visit, ActivityKind.WAITING, NOON)
    shadow.timing.go_off_record(visit, NOON + timedelta(minutes=1))
    entry = parse(NEEDLE, shadow.catalogue.lexicon())
    rows = shadow.store.reading
    with rows() as read:
        before = read.connection.exec_driver_sql("SELECT count(*) FROM change").scalar()
    for write in (
        lambda: shadow.capture.note(visit, entry, NOON),
        lambda: shadow.timing.begin(visit, ActivityKind.WAITING, NOON),
        lambda: shadow.voice.begin(visit, lambda: None),
    ):
        with pytest.raises(Refused, match="off the record just now, so nothing was written"):
            write()
    with rows() as read:
        assert read.connection.exec_driver_sql("SELECT count(*) FROM change").scalar() == before
    shadow.timing.go_on(visit, NOON + timedelta(minutes=7))
    assert shadow.capture.note(visit, entry, NOON).text == NEEDLE


def test_the_terminal_writes_nothing_either(shadow: Shadow, firm: Firm, door: Door) -> None:
    shadow.timing.go_off_record(firm.visit.id, NOON)
    code, said, told = door("note", NEEDLE)
    assert (code, said) == (1, "")
    assert "Go on first" in told
    assert NEEDLE not in told
    path, key = shadow.store.path, shadow.store.key
    shadow.close()
    assert NEEDLE.encode() not in b"".join(page for _, page in Pages(path, key))


def test_it_is_about_one_visit_on_one_laptop(shadow: Shadow, firm: Firm) -> None:
    """Of a pause on another laptop nobody here knows whether it has ended: it must not cost a note."""
    other = firm.visit.edited(id=new_id(), number="other")
    put(shadow.store, other)
    shadow.timing.go_off_record(firm.visit.id, NOON)
    entry = parse("a note", shadow.catalogue.lexicon())
    assert shadow.capture.note(other.id, entry, NOON)
    shadow.store.renew_device()
    assert shadow.capture.note(firm.visit.id, entry, NOON)
