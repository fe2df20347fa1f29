"""Every parser and importer, as a function that takes anything: it answers, or refuses with one sentence.

What a target raises beyond that is a finding; so is an answer that breaks the promise written beside it.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Generic, TypeVar
from uuid import UUID
from xml.etree import ElementTree

from fuzz_world import CODE, NOW, World, key_file, open_key_file, picture, sealed, signed
from sample_reports import at, empty_report

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
from shadow_app.sync.handover import unpack
from shadow_app.sync.segment import decode
from shadow_app.usecases.addresses import transport_at
from shadow_app.usecases.export_formats import FORMATS

Data = TypeVar("Data", bytes, str)


@dataclass(frozen=True)
class Target(Generic[Data]):
    """One door.

    Attributes:
        name: as the command line of `run.py` knows it.
        run: feeds it; raises on a finding.
        seeds: good inputs, which are changed.
        words: what means something behind this door.
        rooms: parts of the paths of the modules whose lines count as reached.
        good: what the target must take unchanged, or it would test nothing; seeds unless said.
    """

    name: str
    run: Callable[[World, Data], object]
    seeds: Callable[[World], Sequence[Data]]
    words: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ("shadow_app",)
    cost: int = 1
    """How many times fewer examples the quick tests give it, because one takes that much longer."""


def sentence(trouble: Trouble) -> None:
    """What is refused is refused in one sentence that a person can be shown."""
    words = str(trouble)
    assert words.endswith((".", "\u201d", "?")), words
    assert "\n" not in words, words
    assert visible(words) == words, f"an invisible character in {words!r}"


LINES = (
    '! gun logs out #handheld ~6m x3 @driver "I write it on my hand"',
    "told: labels jam about 18 min a shift, 6 stood, ^-20m",
    "? why is it so #\"label printer\" !3 6p x10/d ^yesterday",
    "wait: 0548 lorry waits x3 ~1h30 !4 C# a@b.example https://x.example/#frag \\#no",
    "+ the scales work well\nand the second line ~90s",
)
SIGNS = ("! ", "#", '#"', "@", "~", "~6m", "x3", "x10/d", "6p", "^", "^09:15", "^-20m", "!4", "told: ", "\\", "18 min", "C#")


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
    assert held.envelope.model_dump_json().encode() == envelope


def signed_lines(world: World, lines: bytes) -> None:
    body = lines if lines.endswith(b"\n") else lines + b"\n"
    held = decode(signed(world.segment, body=body))
    assert len(held.changes) + len(held.bad) == body.count(b"\n")


def hostile_changes(world: World, lines: bytes) -> None:
    """Signed by a team's member, previewed: taken into the tables and rolled back."""
    body = lines if lines.endswith(b"\n") else lines + b"\n"
    data = signed(world.segment, body=body)
    whole = b"SHDWFIL1" + len(data).to_bytes(8, "big") + data + b"a picture" * 20
    try:
        seen = world.shadow.exchange.preview(world.file("hostile.shadow", whole))
    except ImportTrouble as trouble:
        sentence(trouble)
        return
    assert all(visible(each) == each for each in (*seen.refused, *seen.warnings, seen.about, seen.sender.person))


def hand_over(_world: World, data: bytes) -> None:
    try:
        unpack(data, "It")
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
    for given in ({"passphrase": "correct horse"}, {"recovery_code": CODE}):
        try:
            key = keys.unlock(store, **given)  # type: ignore[arg-type]
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
        # Both doors make visible what the person has typed and the sentence repeats.
        assert visible(str(trouble)).endswith(".")
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
    entry = LogEntry(at(6), Kind.PAIN, words or "x", words, (words[:80],), (words[:80],), quote=words)
    report = replace(empty_report(), meaning=words, log=(LogChapter(words[:200], (entry,)),))
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
                sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
            assert not [each for each in sheet.iter() if each.tag.endswith("}f")]
        elif form.suffix == ".csv":
            for line in csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")):
                assert not [cell for cell in line if cell[:1] in ("=", "+", "@", "\t", "\r")], line
        elif form.suffix == ".json":
            json.loads(out.getvalue())


CATALOGUE = b"code,name,aliases,assumed_rank\n01,Handheld scanning,gun|scanner,1\n02,Label printing,labels,2\n"
SERVICENOW = b'"Number","Name","Business criticality","Parent"\n"SVC001","Email","1 - most critical",""\n'
SITES = b"organisation,unit,site,site_type,role,headcount,hourly_rate\nLarkfield,Depots,Quay,depot,driver,42,22.5\n"
RANKING = b"rank,service\n1,Handheld scanning\n2,Label printing\n3,Email\n"
NOTES = (
    b"date,time,site,role,shadower,text,service,minutes,count\n"
    b'2026-01-05,09:15,Harbour depot,driver,Ann,"! gun dead ~5m",Email,5,2\n'
)
TICKETS = b"service,unit,from,until,tickets,hours\nEmail,Depots,2026-01-01,2026-03-31,17,4.5\n"
PERIODS = b"period;service;count\n2026-Q1;Email;17\nJan 2026;Handheld scanning;4\n"
TARGETS = b"team,visits,hours\nService desk,2,8\n"
CELLS = ("depot", "driver", "Email", "2026-01-05", "09:15", "1,5", "-1", "name", "code", "2026-Q1", ";", '""', "\xa0")
CHANGE = ("put", "erase", "observation", "visit", '"removed":true', '"count":-1', '"text":""', "[]", "{}", "0" * 32)

TARGETS_OF_TEXT: tuple[Target[str], ...] = (
    Target("quick_entry", quick_entry, lambda _: LINES, SIGNS, ("quick_entry",)),
    Target("saved_note", saved_note, lambda _: LINES, SIGNS, ("drafting", "capture.py", "storage"), cost=5),
    Target(
        "search_line",
        search_line,
        lambda _: ('state:ready,draft kind:pain service:"Label printing" gun', "is:untagged|told since:2026-01 -x"),
        ("state:", "kind:", "is:", "service:", "site:", "since:", "until:", "none", "|", "-", "visit:", "2026-13"),
        ("inbox", "review_query", "search.py"),
        cost=3,
    ),
    Target("words", found_words, lambda _: (*LINES, "gun logs out"), ("AND", "OR", "NEAR(", "*", "^", '"', "-"), cost=2),
    Target("saved_filter", saved_filter, lambda _: ("mine\nstate:ready gun", "a\n"), ("\n", "state:", "is:"), cost=4),
    Target("name_guard", name_guard, lambda _: (*LINES, "Mr Jim Smith, 020 7946 0018, jim@x.example, AB12 CDE")),
    Target("recovery_code", recovery_code, lambda _: (CODE, CODE.lower().replace("-", " ")), ("O", "I", "L", "—", "-")),
    Target("address", address, lambda _: ("/srv/share", "Z:/shadow", "sftp://host/x", "s3://bucket/x", "\\\\a\\b")),
    Target("paper", paper, lambda _: (*LINES, "<b>x</b> &amp; <img src='/etc/passwd'/>"), ("<para>", "<a href="), cost=8),
    Target("sheets", sheets, lambda _: (*LINES, "=1+1", "_x0041_"), ("=", "+", "-", "@", "_x000D_", "|"), cost=2),
)
TARGETS_OF_BYTES: tuple[Target[bytes], ...] = (
    *(
        Target(f"import_{what}", importing(what), lambda _, seeds=seeds: seeds, CELLS, ("interchange", "back_entry"))
        for what, seeds in (
            ("catalogue", (CATALOGUE, SERVICENOW)),
            ("sites", (SITES,)),
            ("ranking", (RANKING,)),
            ("notes", (NOTES,)),
            ("tickets", (TICKETS, PERIODS)),
            ("targets", (TARGETS,)),
        )
    ),
    Target("segment", segment, lambda world: (world.segment,), rooms=("sync",)),
    Target(
        "signed_envelope",
        signed_envelope,
        lambda world: (world.segment[12 : 12 + int.from_bytes(world.segment[8:12], "big")],),
        rooms=("sync",),
    ),
    Target("signed_lines", signed_lines, lambda world: world.lines, CHANGE, ("sync", "change.py")),
    Target(
        "hostile_changes", hostile_changes, lambda world: world.lines, CHANGE, ("storage", "usecases", "domain"), cost=4
    ),
    Target("hand_over", hand_over, lambda world: (world.hand_over,), rooms=("sync",)),
    Target("sealed_hand_over", sealed_hand_over, lambda world: (sealed(world.hand_over),), rooms=("handing_over",), cost=2),
    Target("key_file", key_files, lambda _: (key_file(), open_key_file()), ('"kind":', "1048577"), ("storage",)),
    Target(
        "settings_file",
        settings_file,
        lambda _: (settings.as_json(settings.Settings(name="Ann", team="Desk")).encode(), b"{}"),
        rooms=("settings.py",),
    ),
    Target("picture", photo, lambda _: tuple(map(picture, ("JPEG", "PNG", "WEBP"))), rooms=("pictures.py",)),
)
