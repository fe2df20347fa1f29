"""Any text, any bytes, through every door: kept, shown, found and printed, or refused with a sentence. Never more."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import KEY, NOON, Firm, new_store, put
from shadow_app.bootstrap import Shadow, open_shadow, wire
from shadow_app.domain.errors import ImportTrouble, PictureTrouble, StoreTrouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import link_id
from shadow_app.domain.visible import visible
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.quick_entry import parse
from shadow_app.interchange.plan import ImportPlan
from shadow_app.settings import Settings
from shadow_app.storage.search import find_notes
from shadow_app.storage.wraps import KeyFile, OpenWrap

SAME_STORE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

# Half of it from the characters that mean something to somebody on the way.
ANY_LINE = st.lists(
    st.one_of(
        st.text(st.characters(), max_size=30),
        st.sampled_from(
            (
                *("! ", "#email", '#"', "@driver", "~6m", "x3", "6p", "^yesterday", '"', "told: ", "\\", "\r\n", "\t"),
                *(
                    "\0",
                    "\u202e",
                    "\ud800",
                    "\ufeff",
                    "<b>",
                    "&amp;",
                    "|",
                    "`",
                    "[x](y)",
                    "'; --",
                    "$(x)",
                    "%s",
                    "=1+1",
                ),
            )
        ),
    ),
    max_size=8,
).map(" ".join)
HEADS = (
    b"code,name,aliases,assumed_rank\n",
    b"organisation,unit,site,site_type,role,headcount,hourly_rate\n",
    b"rank,service\n",
    b"date,time,site,role,shadower,text,service,minutes,count\n2026-01-05,,Harbour depot,driver,Ann,",
    b"",
)
ANY_FILE = st.builds(
    lambda mark, head, body, code: mark + (head.decode() + body).encode(code, "surrogatepass"),
    st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]),
    st.sampled_from(HEADS),
    st.text(max_size=300) | st.text(',;\t\n\r"0123456789ab!#~x', max_size=300),
    st.sampled_from(["utf-8", "utf-16-le", "utf-32"]),
) | st.builds(lambda head, body: head + body, st.sampled_from(HEADS), st.binary(max_size=300))


@pytest.fixture
def agreed(shadow: Shadow, firm: Firm) -> Observation:
    """A note of a host who has agreed to photos."""
    subject = ConsentSubject.PHOTOS
    note = firm.note("pictures")
    agreed = ConsentRecord(id=link_id(firm.visit.id, subject), visit_id=firm.visit.id, subject=subject, given=True)
    put(shadow.store, note, agreed)
    return note


@SAME_STORE
@given(ANY_LINE)
def test_any_line_is_saved_shown_found_and_printed(shadow: Shadow, firm: Firm, line: str) -> None:
    entry = parse(line, shadow.catalogue.lexicon())
    note = shadow.capture.note(firm.visit.id, entry, NOON)
    kept = shadow.capture.shown(note.id).note
    assert kept == note
    assert kept.line == visible(line)
    assert kept.text == (visible(entry.text) or "—")
    assert visible(kept.text) == kept.text
    assert kept.text.encode()
    with shadow.store.reading() as read:
        find_notes(read, line)
    shadow.suggesting.similar(line, not_this=note.id)
    shadow.suggesting.suggest(line)
    shadow.suggesting.learn()
    assert shadow.reporting.printed(shadow.reporting.visit(firm.visit.id), ".md").content
    shadow.capture.undo(firm.visit.id)
    assert shadow.capture.timeline(firm.visit.id) == []


@SAME_STORE
@given(ANY_LINE)
def test_any_words_are_found_again(shadow: Shadow, firm: Firm, line: str) -> None:
    note = shadow.capture.note(firm.visit.id, parse(f"quokka {line}"), NOON)
    with shadow.store.reading() as read:
        assert len(find_notes(read, "quokka")) == 1
    shadow.capture.remove(note.id)
    with shadow.store.reading() as read:
        assert find_notes(read, "quokka") == []


@SAME_STORE
@given(ANY_FILE)
def test_any_file_is_a_plan_or_a_sentence(shadow: Shadow, data: bytes) -> None:
    doors: tuple[Callable[[bytes], ImportPlan], ...] = (
        shadow.importing.catalogue,
        shadow.importing.sites,
        shadow.importing.ranking,
        shadow.importing.notes,
    )
    for plan_of in doors:
        try:
            plan = plan_of(data)
        except ImportTrouble as trouble:
            assert str(trouble).endswith((".", "\u201d"))  # noqa: PT017
            assert "\n" not in str(trouble)  # noqa: PT017
            continue
        if plan.records:
            with shadow.store.work("taken and let go") as work:
                for record in plan.records:
                    work.put(record)


@SAME_STORE
@given(
    st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 "])
)
def test_any_picture_is_a_photo_or_a_sentence(shadow: Shadow, agreed: Observation, data: bytes, start: bytes) -> None:
    try:
        shadow.capture.attach(agreed.id, start + data)
    except PictureTrouble as trouble:
        assert str(trouble).endswith(".")  # noqa: PT017
        assert shadow.capture.shown(agreed.id).pictures == ()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a few pages, closed, with its open key."""
    folder = tmp_path_factory.mktemp("whole")
    store = new_store(folder)
    firm = Firm().put_into(store)
    put(store, *(firm.note(f"note {number} " + "word " * 50) for number in range(30)))
    store.close()
    file = KeyFile(store_id=firm.firm.id, wraps=(OpenWrap(key=KEY),))
    (folder / "store.db.key").write_text(file.model_dump_json())
    return folder


def opens(folder: Path) -> None:
    """Open a store, read it all, write one note, or be told why not."""
    shadow = open_shadow(Settings(), folder / "store.db")
    try:
        with shadow.store.reading() as read:
            notes = read.where(Observation)
        put(shadow.store, notes[0].edited(text="written after"))
    finally:
        shadow.close()


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_store_is_one_sentence(
    whole: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    content = bytearray((whole / "store.db").read_bytes())
    match data.draw(st.sampled_from(["flip", "cut", "blank", "other", "tail"])):
        case "flip":
            content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        case "cut":
            del content[data.draw(st.integers(0, len(content) - 1)) :]
        case "blank":
            at = data.draw(st.integers(0, len(content) - 1))
            content[at : at + 8192] = bytes(len(content[at : at + 8192]))
        case "tail":
            content += data.draw(st.binary(max_size=5_000))
        case _:
            content[:] = data.draw(st.binary(max_size=9_000))
    (folder / "store.db").write_bytes(content)
    shutil.copy(whole / "store.db.key", folder)
    try:
        opens(folder)
    except StoreTrouble as trouble:
        assert str(trouble).startswith(str(folder)) or str(folder) in str(trouble)  # noqa: PT017
        assert str(trouble).endswith(".")  # noqa: PT017
    finally:
        shutil.rmtree(folder)


@settings(max_examples=30)
@given(st.binary(max_size=9_000), st.sampled_from(["-wal", "-shm"]))
def test_rubbish_beside_a_store_does_no_harm(
    whole: Path, tmp_path_factory: pytest.TempPathFactory, rubbish: bytes, end: str
) -> None:
    folder = tmp_path_factory.mktemp("beside")
    for name in ("store.db", "store.db.key"):
        shutil.copy(whole / name, folder)
    (folder / f"store.db{end}").write_bytes(rubbish)
    opens(folder)
    shutil.rmtree(folder)


def test_an_empty_store_is_not_taken_for_a_new_one(whole: Path, tmp_path: Path) -> None:
    shutil.copy(whole / "store.db.key", tmp_path)
    with pytest.raises(StoreTrouble, match="the store itself is gone"):
        opens(tmp_path)
    for size in (0, 1, 511, 4_095):
        (tmp_path / "store.db").write_bytes(bytes(size))
        with pytest.raises(StoreTrouble, match="is empty or cut off after a few bytes"):
            opens(tmp_path)
        assert (tmp_path / "store.db").read_bytes() == bytes(size)


def test_a_store_that_is_whole_opens(whole: Path, tmp_path: Path) -> None:
    """The other side of the tests above: they must not pass because nothing ever opens."""
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    opens(tmp_path)
    shadow = wire(new_store(tmp_path), Settings())
    (card,) = shadow.planning.visits()
    assert card.notes == 30
    shadow.close()
