"""The hostile inputs of `reliability.md` §4, and where each is held.

| rows   | input                                  | held in                                                          |
|--------|----------------------------------------|------------------------------------------------------------------|
| 1–5    | segments, signatures, bombs            | with the transports, which are not there yet                     |
| 6, 7   | names inside archives                  | no archive is read                                               |
| 8      | names of attachments                   | here: a photo has no name but its hash                           |
| 9–11   | changes from elsewhere                 | with the transports; a key file so made: storage/test_keys       |
| 12     | clocks in 1970 and 2099                | test_clocks, storage/test_unit_of_work                           |
| 13     | NUL, half a pair, turned reading       | here, usecases/test_capture, interchange/test_csv_reader         |
| 14     | SQL in any field                       | here, interchange/test_catalogue, storage/test_search            |
| 15     | a database offered for import          | here                                                             |
| 16, 17 | picture bombs, renamed formats         | interchange/test_pictures; that nothing half-written stays: here |
| 18     | cut-off and two-faced pictures         | interchange/test_pictures; what the store keeps of them: here    |
| 19–22  | markup, local files, endless words     | reports/test_hostile_text; from a real store: test_paper         |
| 23     | formulas                               | test_paper (nothing is exported as a sheet yet)                  |
| 24, 25 | rich text and style sheets             | tests/ui                                                         |
| –      | full, read-only, vanished, held disk   | test_disk                                                        |
| –      | two programs on one store              | test_two_programs                                                |
| –      | 100,000 rows, killed half-way          | test_large_imports; kill -9 at Enter: storage/test_kill          |
| –      | a store from a newer version, damage   | storage/test_migrations, test_any_bytes                          |
| –      | no home, broken settings, odd terminal | test_surroundings, tests/test_settings                           |
| –      | what a person wrote leaks              | test_needle                                                      |
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pytest
from PIL import Image
from sqlalchemy import inspect, text

from factories import NOON, Firm, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import PictureTrouble
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.visible import visible
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import Choice, ConsentSubject, ReportKind
from shadow_app.insight.quick_entry import parse
from shadow_app.storage.health import examine
from shadow_app.storage.store import Store

Door = Callable[..., tuple[int, str, str]]

SQL = (
    "'; DROP TABLE observation; --",
    '"); DELETE FROM change; VACUUM; --',
    "x' OR '1'='1' UNION SELECT value FROM fact --",
    "%s :name ? $1 {0} \\' /* */ [row] `id`",
)
ODD = {"NUL": "a\0b", "turned": "a\u202eb\u2066", "half a pair": "a\ud800b", "escape": "\x1b]0;owned\x07\x9b31m"}
TODAY = date(2026, 1, 1)
FORBIDDEN = "\0\u202e\u2066\ud800\x1b\x07\x9b"


def sample(kind: type[Record], firm: Firm, note: Observation, words: str) -> Record:
    """A record of this kind that says `words` wherever it says anything."""
    links: dict[str, Any] = {
        "organisation_id": firm.firm.id,
        "unit_id": firm.unit.id,
        "site_id": firm.site.id,
        "role_id": firm.driver.id,
        "service_id": firm.email.id,
        "shadower_id": firm.ann.id,
        "visit_id": firm.visit.id,
        "observation_id": note.id,
        "pain_point_id": link_id("pain point"),
        "starts_at": NOON,
        "started_at": NOON,
        "at": NOON,
        "subject": ConsentSubject.NOTES,
        "given": True,
        "headcount": 4,
        "sha256": "0" * 64,
        "requested_on": TODAY,
        "contact_id": link_id("contact"),
        "programme_id": link_id("programme"),
        "subject_id": firm.site.id,
        "choice": Choice.DEFER,
        "report_kind": ReportKind.YOU_SAID,
        "tickets": 3,
        "content_sha256": "",
        "pdf_sha256": "",
        **dict.fromkeys(("decided_on", "changed_on", "told_on", "held_on", "starts_on", "from_on", "until_on"), TODAY),
        **dict.fromkeys(("released_at", "made_at", "since"), NOON),
        "device": "0" * 16,
        "public_key": "0" * 64,
        "box_key": "",
    }
    fields: dict[str, Any] = {name: value for name, value in links.items() if name in kind.model_fields}
    for name, field in kind.model_fields.items():
        if field.annotation is str and name not in fields:
            longest = next((each.max_length for each in field.metadata if hasattr(each, "max_length")), 20_000)
            fields[name] = words[:longest] if len(visible(words)) <= longest or words.isprintable() else "x"
        elif field.annotation is not None and str in get_args(field.annotation)[:1]:
            fields[name] = (words[:80], words[:70])
    if kind.kind_name in ("pain_point", "contact", "programme"):
        fields["id"] = links[f"{kind.kind_name}_id"]
    return kind(**fields)


@pytest.mark.parametrize("words", SQL)
def test_sql_in_every_field_of_every_kind_is_only_text(store: Store, firm: Firm, words: str) -> None:
    note = firm.note(words)
    put(store, note)
    tables = set(inspect(store.reader).get_table_names())
    records = [sample(kind, firm, note, words) for kind in KINDS]
    put(store, *records, label=words)
    with store.reading() as read:
        assert [read.get(type(each), each.id) for each in records] == records
        assert [each.id for each in read.where(Observation, text=words)] == [note.id, records[14].id]
    assert set(inspect(store.reader).get_table_names()) == tables
    assert examine(store, full=True).complaints == ()


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_no_field_of_any_kind_hides_anything(store: Store, firm: Firm, words: str) -> None:
    note = firm.note(words)
    put(store, note)
    records = [sample(kind, firm, note, words) for kind in KINDS]
    put(store, *records)
    with store.reading() as read:
        for each in (note, *records):
            kept = read.get(type(each), each.id)
            texts = [value for value in dict(kept).values() if type(value) is str]
            assert not any(sign in value for value in texts for sign in FORBIDDEN)
        assert read.get(Observation, note.id).text == visible(words)


def test_every_door_takes_sql_for_what_it_is(shadow: Shadow, door: Door, firm: Firm, tmp_path: Path) -> None:
    evil = SQL[0]
    shadow.capture.note(firm.visit.id, parse(evil), NOON)
    note = shadow.capture.timeline(firm.visit.id)[0].note
    shadow.capture.edit(note.id, consequence=evil, state_note=evil)
    assert door("note", evil)[0] == 0
    assert door("note", typed=evil.encode())[0] == 0
    for what, words in {
        "catalogue": f'code,name,description\n07,"{evil}","{evil}"\n',
        "sites": f'organisation,site,role,headcount\n"{evil}","{evil}","{evil}",4\n',
        "notes": f'date,site,role,shadower,text\n2026-01-05,Harbour depot,driver,Ann,"! {evil}"\n',
    }.items():
        (tmp_path / "evil.csv").write_text(words)
        code, said, _ = door("import", what, str(tmp_path / "evil.csv"))
        assert (code, "0 refused" in said) == (0, True)
    for asked in (("visit", "show", evil), ("priorities", "--unit", f"no {evil}"), ("note", "--visit", evil, "x")):
        code, _, said = door(*asked)
        assert (code, evil in said) == (1, True)
    assert door("parse", f"#{evil}")[0] == 0
    assert evil in [site.name for site in shadow.catalogue.sites()]
    assert [each.note.text for each in shadow.capture.timeline(firm.visit.id)].count(evil) == 3
    assert examine(shadow.store, full=True).complaints == ()


def test_odd_characters_come_in_by_no_door(shadow: Shadow, door: Door, firm: Firm, tmp_path: Path) -> None:
    typed = (
        "nul \0 turned \u202e escape \x1b[31m bell \x07 tag #a\0b\u202e @c\x9bd".encode() + b" half \xed\xa0\x80 \xff"
    )
    code, said, _ = door("note", typed=typed + b"\nsecond\n")
    assert code == 0
    assert door("note", typed.decode("utf-8", "surrogateescape"))[0] == 0
    notes = [each.note for each in shadow.capture.timeline(firm.visit.id)]
    assert len(notes) == 3
    kept = said + "".join(note.text + note.line + "".join(note.unresolved_tags) for note in notes)
    assert not any(sign in kept for sign in FORBIDDEN)
    assert "␀" in notes[0].text
    assert "⟦U+202E⟧" in notes[0].text
    (tmp_path / "odd.csv").write_bytes(b"code,name\n1,g\xc3\xb6\xc3\xb6d\n2,n\0ul\n3,t\xe2\x80\xaeurned\n4,\xff\n")
    _, said, beside = door("import", "catalogue", str(tmp_path / "odd.csv"))
    assert "1 new, 0 changed, 0 unchanged, 3 refused" in said
    assert [line.split(":")[0] for line in beside.splitlines()] == ["line 3", "line 4", "line 5"]


@pytest.mark.parametrize("length", [20_000, 20_001, 200_000])
def test_a_line_too_long_for_a_note_is_kept_as_far_as_it_goes_and_said(
    shadow: Shadow, door: Door, firm: Firm, length: int
) -> None:
    code, _, beside = door("note", typed=b"x" * length + b"\nafter\n")
    assert code == 0
    assert (f"This line has {length:,} characters" in beside) == (length > 20_000)
    texts = [each.note.text for each in shadow.capture.timeline(firm.visit.id)]
    assert texts == ["x" * 20_000, "after"]


def test_quotes_and_unknown_tags_without_end_do_not_block_saving(shadow: Shadow, firm: Firm) -> None:
    for line in (f'"{"mine " * 6_000}"', " ".join(f"#t{n}" for n in range(30_000)), "\u202e" * 20_000):
        note = shadow.capture.note(firm.visit.id, parse(line), NOON)
        assert shadow.capture.shown(note.id).note == note


def test_a_database_is_no_import(shadow: Shadow, door: Door, tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "evil.csv").execute("CREATE TABLE t (x)").connection.close()
    for what in ("catalogue", "sites", "ranking", "notes"):
        code, _, said = door("import", what, str(tmp_path / "evil.csv"))
        assert (code, len(said.splitlines())) == (1, 1)
        assert "a database, not a CSV file" in said


def encoded(form: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 20), "teal").save(out, form)
    return out.getvalue()


def bomb() -> bytes:
    out = BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    return out.getvalue()


REFUSED = {
    "a bomb": bomb,
    "a GIF": lambda: encoded("GIF"),
    "a TIFF": lambda: encoded("TIFF"),
    "an EPS": lambda: encoded("EPS"),
    "a PDF": lambda: encoded("PDF"),
    "a cut-off JPEG": lambda: encoded("JPEG")[:-40],
    "a cut-off PNG": lambda: encoded("PNG")[:50],
    "a web page": lambda: b"<html><img src='/etc/passwd'></html>",
    "an SVG": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "nothing": lambda: b"",
}


@pytest.fixture
def agreed(store: Store, firm: Firm) -> Observation:
    """A note of a host who has agreed to photos."""
    subject = ConsentSubject.PHOTOS
    note = firm.note()
    agreed = ConsentRecord(id=link_id(firm.visit.id, subject), visit_id=firm.visit.id, subject=subject, given=True)
    put(store, note, agreed)
    return note


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_of_a_refused_picture_nothing_stays(shadow: Shadow, agreed: Observation, make: Callable[[], bytes]) -> None:
    before = counts(shadow.store)
    with pytest.raises(PictureTrouble) as told:
        shadow.capture.attach(agreed.id, make())
    assert str(told.value).endswith(".")
    assert counts(shadow.store) == before


def test_of_a_caption_too_long_nothing_stays(shadow: Shadow, agreed: Observation) -> None:
    before = counts(shadow.store)
    with pytest.raises(ValueError, match="caption"):
        shadow.capture.attach(agreed.id, encoded("PNG"), "c" * 3_000)
    assert counts(shadow.store) == before


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_of_a_two_faced_picture_only_the_pixels_stay(shadow: Shadow, agreed: Observation, form: str) -> None:
    other = b"PK\x03\x04<script>alert(1)</script>%PDF-1.4 needle #!/bin/sh"
    attachment = shadow.capture.attach(agreed.id, encoded(form) + other, "../../etc/passwd\0.jpg")
    kept = shadow.capture.picture(attachment.sha256) or b""
    small = shadow.capture.thumbnail(attachment.sha256) or b""
    assert kept.startswith(b"\xff\xd8\xff")
    assert all(part not in kept + small for part in (b"PK\x03\x04", b"script", b"%PDF", b"needle"))
    assert attachment.caption == "../../etc/passwd␀.jpg"
    assert set(attachment.sha256) <= set("0123456789abcdef")


def counts(store: Store) -> tuple[int, ...]:
    with store.reading() as read:
        return tuple(
            read.connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0
            for table in ("blob", "attachment", "change")
        )
