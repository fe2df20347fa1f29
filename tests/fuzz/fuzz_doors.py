"""The doors themselves: each feeds one parser or importer, and holds it to what it promises."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from uuid import UUID
from xml.etree import ElementTree as ET

from fuzz_world import CODE, EMPTY, NOW, World, in_a_file, signed

from shadow_app import settings
from shadow_app.domain.errors import ImportTrouble, PictureTrouble, Refused, StoreTrouble, Trouble, WrongKey
from shadow_app.domain.visible import visible
from shadow_app.domain.vocabulary import Kind
from shadow_app.insight.inbox_query import parse_inbox
from shadow_app.insight.privacy import findings, masked
from shadow_app.insight.quick_entry import parse
from shadow_app.interchange.export_rows import Addressee, NoteOut, Subject
from shadow_app.interchange.pictures import take_in, thumbnail
from shadow_app.reports.immersion import LogChapter, LogEntry
from shadow_app.reports.markdown import render as markdown
from shadow_app.reports.pdf import render
from shadow_app.storage import keys
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.search import find_notes
from shadow_app.storage.wraps import read_recovery_code
from shadow_app.sync.handover import HandOver
from shadow_app.sync.segment import decode
from shadow_app.usecases.addresses import transport_at
from shadow_app.usecases.export_formats import FORMATS


def sentence(trouble: Trouble) -> None:
    """What is refused is refused in one sentence that a person can be shown."""
    words = str(trouble)
    assert words.endswith((".", "\u201d", "?")), words
    assert "\n" not in words, words
    assert visible(words) == words, f"an invisible character in {words!r}"


def quick_entry(world: World, line: str) -> None:
    entry = parse(line, world.lexicon)
    assert all(chip.source in line or visible(chip.source) in visible(line) for chip in entry.chips)
    assert visible(entry.text) == visible(visible(entry.text))


def saved_note(world: World, line: str) -> None:
    note = world.shadow.capture.note(world.firm.visit.id, parse(line, world.lexicon), NOW)
    assert note.line == visible(line)[: len(note.line)]
    world.shadow.capture.undo(world.firm.visit.id)


def search_line(world: World, line: str) -> None:
    query = parse_inbox(line)
    assert "".join("".join(part.source for part in query.parts).split()) == "".join(line.split())
    asked = world.shadow.reviewing.understand(line)
    world.shadow.reviewing.first_page(asked)
    world.shadow.reviewing.counts(asked)


def found_words(world: World, words: str) -> None:
    with world.shadow.store.reading() as read:
        find_notes(read, words)
    world.shadow.suggesting.similar(words)
    world.shadow.suggesting.suggest(words)


def saved_filter(world: World, words: str) -> None:
    name, _, line = words.partition("\n")
    try:
        kept = world.shadow.reviewing.keep_filter(name, line)
    except Refused as refused:
        sentence(refused)
        return
    assert kept in world.shadow.reviewing.filters()
    world.shadow.reviewing.understand(kept.words)
    world.shadow.reviewing.drop_filter(kept.id)


def name_guard(_world: World, text: str) -> None:
    found = findings(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    again = masked(text, found)
    assert not [each for each in findings(again) if each.text in [one.text for one in found] and "[" not in each.text]


def importing(what: str) -> Callable[[World, bytes], None]:
    """The door of `shadow-app import WHAT`; what the plan holds is written and let go of."""

    def run(world: World, data: bytes) -> None:
        try:
            plan = getattr(world.shadow.importing, what)(data)
        except ImportTrouble as trouble:
            sentence(trouble)
            return
        assert all(visible(each.why) == each.why for each in plan.refused)
        assert plan.summary
        with world.shadow.store.work("let go of") as work:
            for record in plan.records:
                work.put(record)

    return run


def segment(_world: World, data: bytes) -> None:
    with suppress(ImportTrouble):
        decode(data)


def signed_envelope(world: World, envelope: bytes) -> None:
    try:
        held = decode(signed(world.segment, envelope=envelope))
    except ImportTrouble as trouble:
        sentence(trouble)
        return
    # Earlier versions leave out what they do not know.
    assert held.envelope.model_dump_json(exclude_unset=True).encode() == envelope


def signed_columns(world: World, body: bytes) -> None:
    try:
        held = decode(signed(world.segment, body=body))
    except ImportTrouble as trouble:
        sentence(trouble)
        return
    assert len(held.changes) + len(held.bad) == held.envelope.count


def hostile_changes(world: World, body: bytes) -> None:
    """Signed by a team's member, previewed: taken into the tables and rolled back."""
    whole = in_a_file(signed(world.segment, body=body))
    try:
        seen = world.shadow.exchange.preview(world.file("hostile.shadow", whole))
    except ImportTrouble as trouble:
        sentence(trouble)
        return
    assert all(visible(each) == each for each in (*seen.refused, *seen.warnings, seen.about, seen.sender.person))


def hand_over(_world: World, data: bytes) -> None:
    try:
        held = HandOver(io.BytesIO(data), "It")
        assert list(held.segments())
        list(held.contents())
    except ImportTrouble as trouble:
        sentence(trouble)


def sealed_hand_over(world: World, data: bytes) -> None:
    try:
        world.shadow.exchange.preview(world.file("sealed.shadow", data), "correct horse")
    except (ImportTrouble, StoreTrouble) as trouble:
        sentence(trouble)


def key_files(world: World, data: bytes) -> None:
    store = world.file("keyed.db", b"")
    key_path(store).write_bytes(data)
    for phrase, code in (("correct horse", None), (None, CODE)):
        try:
            key = keys.unlock(store, passphrase=phrase, recovery_code=code)
            assert len(key) == 32
        except StoreTrouble as trouble:
            sentence(trouble)


def settings_file(world: World, data: bytes) -> None:
    path = world.file("settings.json", data)
    loaded = settings.load(path)
    if loaded.warning is not None:
        assert "\n" not in loaded.warning
        assert loaded.warning.endswith(".")
    for aside in world.folder.glob("settings.broken-*"):
        assert aside.read_bytes() == data
        aside.unlink()
    settings.save(path, loaded.settings)
    assert settings.load(path) == settings.Loaded(loaded.settings)


def recovery_code(_world: World, typed: str) -> None:
    try:
        number = read_recovery_code(typed)
    except WrongKey as trouble:
        sentence(trouble)
        return
    assert 0 <= number < 1 << 130


def address(world: World, typed: str) -> None:
    try:
        place = transport_at(typed).place
    except Trouble as trouble:
        # What the person has typed and the sentence repeats is made visible by window and command line.
        sentence(Trouble(" ".join(visible(str(trouble)).split())))
        return
    assert isinstance(place, str)


def photo(_world: World, data: bytes) -> None:
    try:
        taken = take_in(data)
    except PictureTrouble as trouble:
        sentence(trouble)
        return
    assert taken.jpeg.startswith(b"\xff\xd8\xff")
    assert max(taken.width, taken.height) <= 2_000
    thumbnail(taken.jpeg)


def paper(_world: World, words: str) -> None:
    entry = LogEntry(NOW, Kind.PAIN, words or "x", words, (words[:80],), (words[:80],), quote=words)
    report = replace(EMPTY, meaning=words, log=(LogChapter(words[:200], (entry,)),))
    made = render(report)
    assert made.pdf.startswith(b"%PDF")
    assert b"/URI" not in made.pdf
    assert b"/Launch" not in made.pdf
    assert markdown(report).encode()


def sheets(_world: World, words: str) -> None:
    row = NoteOut(
        *(UUID(int=1), words, words, words, words, words, Kind.PAIN, words, (words,), words, None),
        *(words, words, words, 5.0, 1, None, None, None, words, None),
    )
    for form in FORMATS:
        if Subject.NOTES not in form.subjects:
            continue
        out = io.BytesIO()
        form.shape.write(Subject.NOTES, [row], Addressee(), out)
        if form.suffix == ".xlsx":
            with zipfile.ZipFile(out) as package:
                sheet = ET.fromstring(package.read("xl/worksheets/sheet1.xml"))
            assert not [each for each in sheet.iter() if each.tag.endswith("}f")]
        elif form.suffix == ".csv":
            for line in csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")):
                assert not [cell for cell in line if cell[:1] in ("=", "+", "@", "\t", "\r")], line
        elif form.suffix == ".json":
            json.loads(out.getvalue())
