"""Every parser and importer with what it is fed: good inputs that are changed, and words that mean something there.,

What a target raises beyond a sentence for a person is a finding; so is an answer that breaks a promise of its door.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import fuzz_doors as doors
from fuzz_world import CODE, World, key_file, open_key_file, picture, sealed

from shadow_app import settings

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


LINES = (
    '! gun logs out #handheld ~6m x3 @driver "I write it on my hand"',
    "told: labels jam about 18 min a shift, 6 stood, ^-20m",
    '? why is it so #"label printer" !3 6p x10/d ^yesterday',
    "wait: 0548 lorry waits x3 ~1h30 !4 C# a@b.example https://x.example/#frag \\#no",
    "+ the scales work well\nand the second line ~90s",
)
SIGNS = (
    "! ",
    "#",
    '#"',
    "@",
    "~",
    "~6m",
    "x3",
    "x10/d",
    "6p",
    "^",
    "^09:15",
    "^-20m",
    "!4",
    "told: ",
    "\\",
    "18 min",
    "C#",
)
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


def _given(seeds: Sequence[bytes]) -> Callable[[World], Sequence[bytes]]:
    return lambda _world: seeds


def _body(world: World) -> Sequence[bytes]:
    return (world.body,)


TARGETS_OF_TEXT: tuple[Target[str], ...] = (
    Target("quick_entry", doors.quick_entry, lambda _: LINES, SIGNS, ("quick_entry",)),
    Target(
        "saved_note",
        doors.saved_note,
        lambda _: LINES,
        SIGNS,
        ("drafting", "capture.py", "storage"),
        cost=5,
    ),
    Target(
        "search_line",
        doors.search_line,
        lambda _: ('state:ready,draft kind:pain service:"Label printing" gun', "is:untagged|told since:2026-01 -x"),
        ("state:", "kind:", "is:", "service:", "site:", "since:", "until:", "none", "|", "-", "visit:", "2026-13"),
        ("inbox", "review_query", "search.py"),
        cost=3,
    ),
    Target(
        "words",
        doors.found_words,
        lambda _: (*LINES, "gun logs out"),
        ("AND", "OR", "NEAR(", "*", "^", '"', "-"),
        cost=2,
    ),
    Target(
        "saved_filter",
        doors.saved_filter,
        lambda _: ("mine\nstate:ready gun", "a\n"),
        ("\n", "state:", "is:"),
        cost=4,
    ),
    Target(
        "name_guard",
        doors.name_guard,
        lambda _: (*LINES, "Mr Jim Smith, 020 7946 0018, jim@x.example, AB12 CDE"),
    ),
    Target(
        "recovery_code",
        doors.recovery_code,
        lambda _: (CODE, CODE.lower().replace("-", " ")),
        ("O", "I", "L", "—", "-"),
    ),
    Target(
        "address",
        doors.address,
        lambda _: ("/srv/share", "Z:/shadow", "sftp://host/x", "s3://bucket/x", "\\\\a\\b"),
    ),
    Target(
        "paper",
        doors.paper,
        lambda _: (*LINES, "<b>x</b> &amp; <img src='/etc/passwd'/>"),
        ("<para>", "<a href="),
        cost=8,
    ),
    Target(
        "sheets",
        doors.sheets,
        lambda _: (*LINES, "=1+1", "_x0041_"),
        ("=", "+", "-", "@", "_x000D_", "|"),
        cost=2,
    ),
)
TARGETS_OF_BYTES: tuple[Target[bytes], ...] = (
    *(
        Target(f"import_{what}", doors.importing(what), _given(seeds), CELLS, ("interchange", "back_entry"))
        for what, seeds in (
            ("catalogue", (CATALOGUE, SERVICENOW)),
            ("sites", (SITES,)),
            ("ranking", (RANKING,)),
            ("notes", (NOTES,)),
            ("tickets", (TICKETS, PERIODS)),
            ("targets", (TARGETS,)),
        )
    ),
    Target("segment", doors.segment, lambda world: (world.segment,), rooms=("sync",)),
    Target(
        "signed_envelope",
        doors.signed_envelope,
        lambda world: (world.segment[12 : 12 + int.from_bytes(world.segment[8:12], "big")],),
        rooms=("sync",),
    ),
    Target("signed_columns", doors.signed_columns, _body, CHANGE, ("sync", "change.py")),
    Target(
        "hostile_changes",
        doors.hostile_changes,
        _body,
        CHANGE,
        ("storage", "usecases", "domain"),
        cost=4,
    ),
    Target("hand_over", doors.hand_over, lambda world: (world.hand_over,), rooms=("sync",)),
    Target(
        "sealed_hand_over",
        doors.sealed_hand_over,
        lambda world: (sealed(world.hand_over),),
        rooms=("handing_over",),
        cost=2,
    ),
    Target(
        "key_file",
        doors.key_files,
        lambda _: (key_file(), open_key_file()),
        ('"kind":', "1048577"),
        ("storage",),
    ),
    Target(
        "settings_file",
        doors.settings_file,
        lambda _: (settings.as_json(settings.Settings(name="Ann", team="Desk")).encode(), b"{}"),
        rooms=("settings.py",),
    ),
    Target(
        "picture",
        doors.photo,
        lambda _: tuple(map(picture, ("JPEG", "PNG", "WEBP"))),
        rooms=("pictures.py",),
    ),
)

EVERY: tuple[Target[Any], ...] = (*TARGETS_OF_TEXT, *TARGETS_OF_BYTES)
