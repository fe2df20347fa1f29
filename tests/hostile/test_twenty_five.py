"""The 25 hostile inputs of `reliability.md` §4 through the doors that a person uses, one named test or more for each.

What only a part can show in depth is tested with that part; `docs/decisions/0014` lists where.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sqlite3
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
import zstandard
from PIL import Image
from pypdf import PdfReader

import shadow_app
from factories import KEY, NOON, Firm, new_store, put
from forged import DEVICE, signed_file, told_of
from shadow_app import settings
from shadow_app.bootstrap import Shadow
from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble, PictureTrouble, Refused, StoreTrouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import link_id
from shadow_app.domain.visible import visible
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, Kind
from shadow_app.insight.quick_entry import parse
from shadow_app.interchange.export_rows import Addressee, NoteOut, Subject
from shadow_app.interchange.pictures import MOST_PIXELS
from shadow_app.reports.text import LONGEST_WORD
from shadow_app.storage import keys
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.store import Store
from shadow_app.storage.vectors import changes_since, vector
from shadow_app.sync import segment
from shadow_app.usecases.exchange import Exchange
from shadow_app.usecases.export_formats import FORMATS

Door = Callable[..., tuple[int, str, str]]
PACKAGE = Path(shadow_app.__file__).parent
IMPORTS = ("catalogue", "sites", "ranking", "notes", "tickets")
SIGNER = bytes(range(1, 33))


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Another laptop's store, which takes what the first one is made to send."""
    opened = new_store(tmp_path, "other.db", author="Ben")
    yield opened
    opened.close()


@pytest.fixture
def changes(store: Store, firm: Firm) -> list[Change]:
    """The firm and one note, as changes."""
    put(store, firm.note("gun logs out"))
    with store.reading() as read:
        return list(changes_since(read.connection, {}))


def texts(store: Store) -> list[str]:
    with store.reading() as read:
        return sorted(note.text for note in read.where(Observation))


def taken(store: Store, path: Path) -> Exchange:
    takes = Exchange(store)
    takes.take(takes.preview(path), accept=True)
    return takes


def the_note(changes: list[Change]) -> Change:
    return next(each for each in changes if each.kind == "observation")


def size(store: Store) -> tuple[int, ...]:
    with store.reading() as read:
        counts = (
            read.connection.exec_driver_sql(f"SELECT count(*) FROM {name}") for name in ("change", "fact", "blob")
        )
        return tuple(each.scalar_one() for each in counts)


def test_01_a_file_cut_or_changed_anywhere_is_refused(
    store: Store, firm: Firm, other: Store, changes: list[Change], tmp_path: Path
) -> None:
    sent = Exchange(store).send(tmp_path / "good.shadow")
    good = sent.path.read_bytes()
    takes, before = Exchange(other), size(other)
    places = range(0, len(good), max(1, len(good) // 40))
    flipped = (good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :] for at in places)
    for data in (*flipped, *(good[:at] for at in places), good + b"\0", b"\0" + good):
        sent.path.write_bytes(data)
        with pytest.raises(ImportTrouble, match="Nothing was taken"):
            takes.preview(sent.path)
    assert size(other) == before


def test_02_an_unknown_signer_is_refused_and_a_replay_brings_nothing(
    other: Store, changes: list[Change], tmp_path: Path
) -> None:
    path = signed_file(tmp_path / "bob.shadow", map(told_of, changes), SIGNER)
    takes = Exchange(other)
    with pytest.raises(Refused, match="unknown here"):
        takes.take(takes.preview(path))
    assert texts(other) == []
    takes.take(takes.preview(path), accept=True)
    log = size(other)[0]
    again = takes.preview(path)
    assert (again.new, again.changed, again.fresh) == ((), (), 0)
    takes.take(again)
    assert size(other)[0] == log
    stranger = signed_file(tmp_path / "forged.shadow", map(told_of, changes), bytes(range(2, 34)))
    with pytest.raises(ImportTrouble, match="bears another key"):
        takes.preview(stranger)


def test_03_two_changes_under_one_number_are_both_kept_and_named(
    other: Store, changes: list[Change], tmp_path: Path
) -> None:
    note = the_note(changes)
    taken(other, signed_file(tmp_path / "first.shadow", map(told_of, changes), SIGNER))
    twin = told_of(note, cid="0" * 16 + "d" * 16, data={**note.data, "text": "the other"}, record_id=str(UUID(int=9)))
    takes = taken(other, signed_file(tmp_path / "second.shadow", [twin], SIGNER))
    assert texts(other) == ["gun logs out", "the other"]
    assert any(note.device in each.reason for each in takes.refusals())
    assert takes.differences() == []


def test_04_a_bomb_is_refused_before_it_swells(tmp_path: Path, changes: list[Change], other: Store) -> None:
    bomb = zstandard.ZstdCompressor(level=9).compress(bytes(160 * 1024 * 1024))
    takes = Exchange(other)
    for promised in (2, segment.LARGEST_BODY, 160 * 1024 * 1024):
        path = signed_file(tmp_path / "bomb.shadow", [told_of(changes[0])], SIGNER, packed=bomb, body_bytes=promised)
        tracemalloc.start()
        with pytest.raises(ImportTrouble):
            takes.preview(path)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 2.2 * segment.LARGEST_BODY


NAMES = ("../evil", "/tmp/evil", "C:\\evil", "CON.txt", "a\u202egpj.exe")


def packed_up(kind: str) -> bytes:
    """An archive of files that swell, under names that lead elsewhere."""
    out = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name in NAMES:
                package.writestr(name, bytes(4_000_000))
        return out.getvalue()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name in NAMES:
            tar.addfile(tarfile.TarInfo(name))
    return gzip.compress(out.getvalue()) if kind == "tar.gz" else out.getvalue()


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "tar"])
def test_05_06_07_an_archive_is_no_import_whatever_its_names_are(
    shadow: Shadow, door: Door, other: Store, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(packed_up(kind))
    for what in IMPORTS:
        code, _, said = door("import", what, str(path))
        assert (code, len(said.splitlines())) == (1, 1)
        assert "gpj" not in said
    with pytest.raises(ImportTrouble):
        Exchange(other).preview(path)
    assert not [each for each in tmp_path.rglob("*") if "evil" in each.name or "CON" in each.name]


def test_05_06_07_nothing_takes_an_archive_apart() -> None:
    sources = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    assert {name for name, text in sources.items() if "import zipfile" in text} == {
        "usecases/held.py",
        "interchange/export_xlsx.py",
    }, "they write archives and take none apart"
    assert not [name for name, text in sources.items() if re.search(r"\b(extractall|unpack_archive|tarfile)", text)]


@pytest.mark.parametrize("name", ["a\u202egpj.csv", "CON.csv", "x" * 200 + ".csv", "dots. .", "a.exe", "\x1b[31m.csv"])
def test_06_08_names_of_files_are_shown_and_never_used(
    shadow: Shadow, door: Door, tmp_path: Path, agreed: Observation, name: str
) -> None:
    path = tmp_path / name
    path.write_text("code,name\n7,Fax\n")
    code, said, beside = door("import", "catalogue", str(path))
    assert code == 0
    assert not set("\u202e\x1b") & set(said + beside)
    picture = shadow.capture.attach(agreed.id, image("PNG"), f"{name}\0/../../{name}")
    assert re.fullmatch("[0-9a-f]{64}", picture.sha256)
    assert not set("\0\u202e\x1b") & set(picture.caption)
    assert "../.." in picture.caption, "shown as it was written, and no path to anybody"


DEEP = {
    "nested": b"[" * 200_000,
    "nested in a field": b'{"format":"shadow key","name":' + b'{"a":' * 100_000,
    "a number of 5,000 digits": b'{"version":' + b"9" * 5_000 + b"}",
    "NaN": b'{"font_scale":NaN,"version":NaN}',
    "a field twice": b'{"name":"Ann","name":"Bob","version":1,"version":2}',
    "too large": b'{"name":"' + b"x" * 2_000_000 + b'"}',
}


@pytest.mark.parametrize("data", DEEP.values(), ids=DEEP)
def test_09_json_made_to_hurt_is_refused_at_every_door(
    store: Store, other: Store, changes: list[Change], tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    loaded = settings.load(path)
    assert loaded.warning or loaded.settings == settings.Settings(name="Bob")
    key_path(tmp_path / "x.db").write_bytes(data)
    with pytest.raises(StoreTrouble):
        keys.unlock(tmp_path / "x.db")
    cell = data.replace(b"\n", b" ")
    bad = told_of(changes[0], data=cell, seq=99, cid="4" * 32)
    takes = taken(other, signed_file(tmp_path / "x.shadow", [bad, *map(told_of, changes)], SIGNER))
    assert texts(other) == ["gun logs out"]
    assert len(takes.refusals()) == 1


WRONG = {
    "text as a number": {"seq": "1"},
    "seq 0": {"seq": 0},
    "seq 2**70": {"seq": 2**70},
    "negative": {"seq": -3},
    "kind": {"kind": "observation; DROP"},
    "op": {"op": "run"},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_10_a_change_of_wrong_types_is_set_aside_alone(
    other: Store, changes: list[Change], tmp_path: Path, wrong: dict[str, object]
) -> None:
    note = the_note(changes)
    rest = [told_of(each) for each in changes if each is not note]
    good = told_of(note, record_id=str(UUID(int=5)), cid="1" * 32, device=DEVICE, seq=1)
    takes = taken(other, signed_file(tmp_path / "x.shadow", [*rest, told_of(note, **wrong), good], SIGNER))
    assert texts(other) == ["gun logs out"]
    unknown = "kind" in wrong
    assert len(takes.refusals()) == (0 if unknown else 1), "a kind that only a later version knows stays in the log"
    assert takes.differences() == []


@pytest.mark.parametrize("wrong", [{"cid": "xyz"}, {"scope": "\0"}], ids=["cid", "scope"])
def test_10_ids_that_are_none_spoil_the_segment_and_nothing_else(
    other: Store, changes: list[Change], tmp_path: Path, wrong: dict[str, str]
) -> None:
    path = signed_file(tmp_path / "x.shadow", [told_of(each, **wrong) for each in changes], SIGNER)
    with pytest.raises(ImportTrouble, match="Nothing was taken"):
        taken(other, path)
    assert texts(other) == []


def test_10_values_of_wrong_types_stay_in_the_log_and_out_of_the_tables(
    other: Store, changes: list[Change], tmp_path: Path
) -> None:
    note = the_note(changes)
    lines = [told_of(each) for each in changes if each is not note]
    wrong = (("count", "many"), ("count", -1), ("kind", "?"), ("at", "noon"), ("text", 5), ("visit_id", "\u2014"))
    for number, (field, value) in enumerate(wrong, 1):
        own = {"device": DEVICE, "seq": number, "cid": f"{number:032x}", "record_id": str(UUID(int=number))}
        data: dict[str, object] = {**note.data, field: value}
        lines.append(told_of(note, data=data, **own))
    takes = taken(other, signed_file(tmp_path / "x.shadow", lines, SIGNER))
    with other.reading() as read:
        shown = read.where(Observation)
    kinds = {each.id.int: each.kind for each in shown}
    assert kinds == {1: Kind.PAIN, 2: Kind.PAIN, 3: Kind.CONTEXT}, "the usual value stands in, or the note waits"
    assert {(each.count, each.text) for each in shown} == {(1, "gun logs out")}
    assert takes.differences() == []


def test_11_a_number_far_ahead_is_kept_and_the_cursor_stays(
    other: Store, changes: list[Change], tmp_path: Path
) -> None:
    far = told_of(the_note(changes), seq=10**8)
    rest = [told_of(each) for each in changes if each is not the_note(changes)]
    takes = taken(other, signed_file(tmp_path / "far.shadow", [*rest, far], SIGNER))
    assert texts(other) == ["gun logs out"]
    with other.reading() as read:
        reached = vector(read.connection)
    assert all(each.seq < 10**8 for each in reached.values())
    assert takes.differences() == []


@pytest.mark.parametrize("year", [1970, 2099])
def test_12_a_clock_that_is_wrong_is_told_and_decides_nothing(
    other: Store, changes: list[Change], firm: Firm, tmp_path: Path, year: int
) -> None:
    note = the_note(changes)
    stamp = f"{(year - 1970) * 31_556_952_000:012x}" + note.cid[12:]
    lines = [told_of(each) if each is not note else told_of(note, cid=stamp) for each in changes]
    path = signed_file(tmp_path / "clock.shadow", lines, SIGNER)
    seen = Exchange(other).preview(path)
    assert ("is more than a day ahead" in " ".join(seen.warnings)) == (year == 2099)
    taken(other, path)
    with other.reading() as read:
        (kept,) = read.where(Observation)
    put(other, kept.edited(text="edited later"))
    assert texts(other) == ["edited later"]
    taken(other, path)
    assert texts(other) == ["edited later"]


@pytest.mark.parametrize("odd", ["a\0b", "a\ud800b", "a\u202eb"], ids=["NUL", "half a pair", "turned"])
def test_13_odd_characters_are_marks_when_typed_and_refused_when_brought(
    shadow: Shadow, door: Door, firm: Firm, other: Store, changes: list[Change], tmp_path: Path, odd: str
) -> None:
    assert door("note", typed=odd.encode("utf-8", "surrogatepass"))[0] == 0
    (note,) = (each.note for each in shadow.capture.timeline(firm.visit.id) if each.note.text != "gun logs out")
    assert visible(note.text) == note.text
    (tmp_path / "in.csv").write_bytes(
        b"\xef\xbb\xbfcode,name\n1," + odd.encode("utf-8", "surrogatepass") + b"\n2,Fax\n"
    )
    code, said, _ = door("import", "catalogue", str(tmp_path / "in.csv"))
    assert (code, "1 new" in said, "1 refused" in said) == (0, True, True)
    if "\u202e" not in odd:
        values = json.dumps(list(the_note(changes).data.values()), separators=(",", ":"))
        bad = told_of(the_note(changes), data=values.replace('"gun logs out"', json.dumps(odd)).encode())
        rest = [told_of(each) for each in changes if each is not the_note(changes)]
        takes = taken(other, signed_file(tmp_path / "odd.shadow", [*rest, bad], SIGNER))
        assert (texts(other), len(takes.refusals())) == ([], 1)


def test_14_sql_is_text_from_every_door(
    shadow: Shadow, door: Door, firm: Firm, other: Store, changes: list[Change], tmp_path: Path
) -> None:
    evil = "'; DROP TABLE observation; --"
    assert door("note", evil)[0] == 0
    shadow.reviewing.first_page(shadow.reviewing.understand(f'{evil} service:"{evil}" site:"{evil}"'))
    note = the_note(changes)
    lines = [told_of(each) if each is not note else told_of(note, data={**note.data, "text": evil}) for each in changes]
    taken(other, signed_file(tmp_path / "sql.shadow", lines, SIGNER))
    column = told_of(note, data={**note.data, 'text" = 1; --': "x"}, cid="3" * 32, seq=note.seq + 1)
    takes = taken(other, signed_file(tmp_path / "column.shadow", [column], SIGNER))
    assert texts(other) == [evil]
    assert takes.differences() == []


def test_15_a_database_is_taken_by_no_door(shadow: Shadow, door: Door, other: Store, tmp_path: Path) -> None:
    path = tmp_path / "evil.csv"
    raw = sqlite3.connect(path)
    raw.execute("CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n")
    raw.execute("CREATE TABLE t (x, y AS (zeroblob(900000000)))")
    raw.execute("CREATE TRIGGER e AFTER INSERT ON t BEGIN DELETE FROM t; END")
    raw.commit()
    raw.close()
    for what in IMPORTS:
        code, _, said = door("import", what, str(path))
        assert (code, "a database" in said) == (1, True)
    with pytest.raises(ImportTrouble):
        Exchange(other).preview(path)
    with pytest.raises(StoreTrouble):
        Store(path, KEY)


def image(form: str, wide: int = 30, high: int = 20, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (wide, high)).save(out, form)
    return out.getvalue()


@pytest.fixture
def agreed(store: Store, firm: Firm) -> Observation:
    """A note of a host who has agreed to photos."""
    subject, note = ConsentSubject.PHOTOS, firm.note()
    agreed = ConsentRecord(id=link_id(firm.visit.id, subject), visit_id=firm.visit.id, subject=subject, given=True)
    put(store, note, agreed)
    return note


PICTURES: dict[str, Callable[[], bytes]] = {
    "16 a bomb of 400 megapixels": lambda: image("PNG", 20_000, 20_000, "1"),
    "16 144 megapixels, of which Pillow only warns": lambda: image("PNG", 12_000, 12_000, "1"),
    "16 a row more than are taken": lambda: image("PNG", 10_000, MOST_PIXELS // 10_000 + 1, "1"),
    "17 an EPS": lambda: image("EPS"),
    "17 a PDF": lambda: image("PDF"),
    "17 a PSD": lambda: b"8BPS\0\1" + bytes(200),
    "17 a FITS": lambda: b"SIMPLE  =                    T" + b" " * 2_850,
    "17 a GIF": lambda: image("GIF"),
    "17 a TIFF": lambda: image("TIFF"),
    "18 a cut-off JPEG": lambda: image("JPEG")[:-30],
    "18 a cut-off WebP": lambda: image("WEBP")[:-8],
}


@pytest.mark.parametrize("make", PICTURES.values(), ids=PICTURES)
def test_16_17_18_pictures_made_to_hurt_are_refused_whole(
    shadow: Shadow, agreed: Observation, make: Callable[[], bytes]
) -> None:
    before = size(shadow.store)
    with pytest.raises(PictureTrouble) as told:
        shadow.capture.attach(agreed.id, make())
    assert str(told.value).endswith(".")
    assert size(shadow.store) == before


def test_18_of_a_polyglot_only_pixels_are_kept(shadow: Shadow, agreed: Observation) -> None:
    kept = shadow.capture.attach(agreed.id, image("JPEG") + b"PK\3\4<script>needle</script>")
    data = shadow.capture.picture(kept.sha256) or b""
    assert data.startswith(b"\xff\xd8\xff")
    assert b"needle" not in data


PAPER = {
    "19 code in a colour": "<font color=\"[[[getattr(pow, X)('__globals__')] for X in [1]]] and 'red'\">seen</font>",
    "20 a local picture": '<img src="{path}"/> seen',
    "20 an address": '<img src="http://127.0.0.1:9/x.png"/> <a href="file:///etc/passwd">seen</a>',
    "21 half a tag": "seen a <b>broken & </para>",
    "22 a word without end": "seen " + "x" * 19_900,
    "22 words without end": "seen " * 3_900,
}


@pytest.mark.parametrize("words", PAPER.values(), ids=PAPER)
def test_19_20_21_22_what_a_note_says_is_printed_and_not_obeyed(
    shadow: Shadow, firm: Firm, tmp_path: Path, words: str
) -> None:
    (tmp_path / "local.png").write_bytes(image("PNG"))
    shadow.capture.note(firm.visit.id, parse("! " + words.replace("{path}", str(tmp_path / "local.png"))), NOON)
    subject = ConsentSubject.NOTES
    put(
        shadow.store,
        ConsentRecord(id=link_id(firm.visit.id, subject), visit_id=firm.visit.id, subject=subject, given=True),
    )
    printed = PdfReader(io.BytesIO(shadow.reporting.printed(shadow.reporting.visit(firm.visit.id)).content))
    text = "".join(page.extract_text() for page in printed.pages)
    assert "seen" in text.casefold()
    assert max(map(len, text.split())) <= LONGEST_WORD + 1
    assert sum(len(page.images) for page in printed.pages) == 0
    assert not [each for page in printed.pages for each in page.get("/Annots", []) if "/URI" in str(each.get_object())]


FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\tx", "\rx", '=HYPERLINK("http://x")', "a\x07b\x0c")


@pytest.mark.parametrize("words", FORMULAS)
def test_23_no_cell_of_a_sheet_is_a_formula(words: str) -> None:
    row = NoteOut(
        *(UUID(int=1), words, words, words, words, words, Kind.PAIN, words, (words,), words, None),
        *(words, words, words, 5.0, 1, None, None, None, words, None),
    )
    seen = set()
    for form in FORMATS:
        if Subject.NOTES not in form.subjects:
            continue
        seen.add(form.suffix)
        out = io.BytesIO()
        form.shape.write(Subject.NOTES, [row], Addressee(), out)
        if form.suffix == ".xlsx":
            with zipfile.ZipFile(out) as package:
                cells = list(ET.fromstring(package.read("xl/worksheets/sheet1.xml")).iter())
            assert not [each for each in cells if each.tag.endswith("}f")]
            assert {each.get("t", "n") for each in cells if each.tag.endswith("}c")} <= {"inlineStr", "n"}
        elif form.suffix == ".csv":
            table = csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""))
            assert not [cell for line in table for cell in line if cell[:1] in "=+@\t\r" and cell]
    assert {".csv", ".xlsx"} <= seen


def test_24_is_held_for_every_page_dialog_and_call_in_tests_ui() -> None:
    walk = (Path(__file__).parents[1] / "ui" / "test_plain_widgets.py").read_text(encoding="utf-8")
    for held in (
        "def test_no_page_takes_a_note_for_rich_text",
        "def test_every_form_says_that_its_labels_are_plain",
        "def test_every_label_and_box_made_in_code_says_that_it_is_plain",
        "def test_no_code_sets_markup_or_a_tip_that_is_not_escaped",
    ):
        assert held in walk
    every_dialog = (Path(__file__).parents[1] / "ui" / "conftest.py").read_text(encoding="utf-8")
    assert "rich_dialogs()" in every_dialog


def test_the_table_of_decision_14_names_tests_that_are_there() -> None:
    here = Path(__file__)
    table = (here.parents[2] / "docs" / "decisions" / "0014-hostile-input-and-diagnosis.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\d\d_\w+?)(?:_…)?`", table))
    tests = re.findall(r"^def (test_\w+)", here.read_text("utf-8"), re.MULTILINE)
    assert len(named) > 15
    assert {name for name in named if not any(each.startswith(name) for each in tests)} == set()
    rows = {int(each) for line in re.findall(r"^\| ([\d, –]+) \|", table, re.MULTILINE) for each in numbers(line)}
    assert rows == set(range(1, 26))


def numbers(words: str) -> list[int]:
    """“5, 6, 7” or “19–22”."""
    first, dash, last = words.partition("–")
    return list(range(int(first), int(last) + 1)) if dash else [int(each) for each in words.split(",")]


def test_25_looks_come_from_the_package_alone(tmp_path: Path) -> None:
    (tmp_path / "evil.qss").write_text("QLabel { qproperty-text: 'evil'; image: url(/etc/passwd) }")
    for look in (str(tmp_path / "evil.qss"), "file:///x.qss", "dark; QLabel{}"):
        with pytest.raises(Refused, match="none of auto, light and dark"):
            settings.Settings(look=look)  # type: ignore[arg-type]
    words = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert not re.search(r"QUiLoader|loadUiType|\.qss|QFileSystemWatcher", words)
    # Qt would take -stylesheet FILE from the arguments; it is given none of them.
    assert "QApplication(sys.argv[:1])" in words
