"""What arrives in pieces comes to the same as what arrives at once; what is made quickly is what is made carefully."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from factories import KEY, Firm, put, tag
from hostile.test_rows import sample
from laptops import Clock, Laptop, state
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.record import Record, new_id
from shadow_app.domain.team import STATEMENTS
from shadow_app.storage.absorb import Absorption
from shadow_app.storage.folding import Entry, fold
from shadow_app.storage.store import Store
from shadow_app.storage.understanding import understood
from shadow_app.storage.vectors import changes_since
from shadow_app.usecases.exchange import Exchange


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.kind_name not in STATEMENTS], ids=lambda kind: kind.kind_name
)
def test_a_record_told_by_the_log_is_the_record(kind: type[Record]) -> None:
    firm = Firm()
    record = sample(kind, firm, firm.note("a note"), "gun logs out")
    data = record.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    entries = [Entry("0" * 32, data, {})]
    folded = fold(kind, entries)
    assert folded is not None
    told, troubles = understood(kind, record.id, folded, entries)
    assert told == kind.model_validate({"id": record.id, **data})
    assert told == record
    assert troubles == {}
    assert told is not None
    assert told.model_dump(mode="json") == record.model_dump(mode="json")
    assert list(vars(told)) == list(vars(record))


def test_odd_characters_and_unfit_values_take_the_careful_way() -> None:
    firm = Firm()
    note = firm.note("x")
    data = note.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    for change, shown, trouble in (
        ({"text": "a\u202eb"}, "a⟦U+202E⟧b", {}),
        ({"text": "a\r\nb"}, "a\nb", {}),
        ({"count": "5"}, "x", {"count"}),
        ({"unresolved_tags": ["\u0007"]}, "x", {}),
        ({"colour": "red"}, "x", {}),
    ):
        entries = [Entry("0" * 32, {**data, **change}, {})]
        folded = fold(type(note), entries)
        assert folded is not None
        told, troubles = understood(type(note), note.id, folded, entries)
        assert told is not None
        assert (getattr(told, "text"), set(troubles)) == (shown, set(trouble))  # noqa: B009
        assert type(note).model_validate(dict(told)) == told


@pytest.mark.parametrize("seed", range(6))
def test_pieces_come_to_the_same_as_the_whole(store: Store, firm: Firm, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    notes = [firm.note(f"note {number}", number) for number in range(12)]
    for note in notes:
        put(store, note, tag(note, rng.choice((firm.scanning, firm.labels))))
    for _ in range(15):
        at = rng.randrange(len(notes))
        notes[at] = notes[at].edited(text=f"edited {rng.random()}", removed=rng.random() < 0.2)
        put(store, notes[at])
    Exchange(store).erase(notes[3], "asked for")
    with store.reading() as read:
        came = list(changes_since(read.connection, {}))
    rng.shuffle(came)
    empty = tmp_path / "empty.db"
    Store(empty, KEY).close()
    laptops = [Laptop(tmp_path / f"{name}.db", empty, Clock(), name) for name in ("whole", "pieces")]
    try:
        for laptop, most in zip(laptops, (len(came), 5), strict=True):
            laptop.store.remember("device", new_id().hex[:16])
            with laptop.store.maintaining() as write:
                absorption = Absorption(write.connection, "e" * 16, "f" * 16)
                for start in range(0, len(came), most):
                    absorption.take(came[start : start + most])
                assert absorption.finish().fresh == len(came)
            assert Exchange(laptop.store).differences() == []
        assert state(laptops[0]) == state(laptops[1])
    finally:
        for laptop in laptops:
            laptop.store.close()
