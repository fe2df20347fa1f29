"""Offered chips: what prose seems to say, kept out of every figure until somebody accepts it."""

from __future__ import annotations

from datetime import time
from uuid import UUID

import pytest

from shadow_app.domain.organisation import Role
from shadow_app.domain.record import new_id
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import Kind, RatePer, ServiceStatus
from shadow_app.insight.quick_entry import Entry, Field, Lexicon, Rate, ServiceRef, Value, When, parse

GUN = Service(code="01", name="Handheld scanning", aliases=("the gun", "scanner", "zebra", "runs"))
LABEL = Service(code="02", name="Label & manifest printing", aliases=("label printer", "zebra", "labels"))
PRINT = Service(code="13", name="Office print", aliases=("printer",))
MAIL = Service(code="12", name="E-mail", aliases=("outlook", "x"))
WIFI = Service(code="07", name="Site Wi-Fi", aliases=("wifi", "T&T", "365"))
FREEZE = Service(code="20", name="Requests", aliases=("change freeze",))
OLD = Service(code="99", name="Fax", aliases=("telefax",), status=ServiceStatus.RETIRED)
GONE = Service(code="98", name="Pager", removed=True)
DRIVER = Role(organisation_id=new_id(), name="Driver")
LEXICON = Lexicon([GUN, LABEL, PRINT, MAIL, WIFI, FREEZE, OLD, GONE], [DRIVER])


def offered(line: str, field: Field) -> list[Value]:
    return [chip.value for chip in parse(line, LEXICON).offered if chip.field is field]


def offered_services(line: str) -> list[tuple[str, tuple[UUID, ...]]]:
    chips = parse(line, LEXICON).offered
    return [(chip.source, chip.value.matches) for chip in chips if isinstance(chip.value, ServiceRef)]


def all_accepted(line: str) -> Entry:
    return parse(line, LEXICON, accepted=frozenset(chip.key for chip in parse(line, LEXICON).offered))


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("waits 6m at the wall", 6),
        ("jammed 18 min again", 18),
        ("hangs 90s", 1.5),
        ("gone for 1h30, then 6m", 90),
        ("gone for 1 hr 20 min", 80),
        ("11 min before the first call", 11),
        ("came back 40 min later", None),
        ("rang 40 min ago", None),
        ("wanted in 15 min", None),
        ("polls every 5 min", None),
        ("music of the 1990s", None),
        ("leave in 2d or 3d", None),
        ("wanted it in 15", None),
        ("closes 5pm, opens 10am", None),
        (r"cable \6m long", None),
        ("+ works in 6m, or 7m", None),
        ("? is 6m normal", None),
        ("froze 6m ~8m", None),
    ],
)
def test_bare_durations(line: str, minutes: float | None) -> None:
    assert offered(line, Field.MINUTES) == ([] if minutes is None else [minutes])


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("6 stood waiting there", 6),
        ("so 4 queueing outside", 4),
        ("3 people waiting at the gate", 3),
        ("12 drivers idle", 12),
        ("7p at the wall", 7),
        ("12 parcels waiting", None),
        ("door 9 stuck", None),
        ("0 stood there", None),
        ("6 stood, 7p", None),
    ],
)
def test_people_in_prose(line: str, people: int | None) -> None:
    assert offered(line, Field.PEOPLE) == ([] if people is None else [people])


@pytest.mark.parametrize(
    ("line", "count"), [("x3 this morning", 3), ("on x86 it hung x2 today", 2), ("printer 2, door 9", None)]
)
def test_counts_in_mid_sentence(line: str, count: int | None) -> None:
    assert offered(line, Field.COUNT) == ([] if count is None else [count])


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("0548 queue at the wall", time(5, 48)),
        ("! told: 5:48 queue at the wall", time(5, 48)),
        ("0820-1240 in the van", time(8, 20)),
        ("2575 parcels", None),
        ("parcels 0548 lost", None),
        ("0548", None),
        (r"\0548 parcels", None),
        ("0548 queue ^09:15", None),
    ],
)
def test_a_leading_time(line: str, clock: time | None) -> None:
    assert offered(line, Field.WHEN) == ([] if clock is None else [When(clock=clock)])


def test_an_escaped_time_loses_only_its_backslash() -> None:
    assert parse(r"\0548 parcels").text == "0548 parcels"


@pytest.mark.parametrize(
    ("line", "rate"),
    [
        ("by hand every fri", Rate(1, RatePer.WEEK)),
        ("reboots every morning", Rate(1, RatePer.DAY)),
        ("hangs 3 times a day", Rate(3, RatePer.DAY)),
        ("hangs twice per week", Rate(2, RatePer.WEEK)),
        ("hangs 0 times a day", None),
        ("every stop, every friend", None),
        ("few times a day", None),
        ("hangs every day x2/d", None),
    ],
)
def test_rates_in_prose(line: str, rate: Rate | None) -> None:
    assert offered(line, Field.RATE) == ([] if rate is None else [rate])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("still awaiting a badge", Kind.WAIT),
        ("asked for a badge in May, heard nothing", Kind.WAIT),
        ("badge requested 6 wks ago", Kind.WAIT),
        ("asked for a badge", None),
        ("keys it by hand", Kind.WORKAROUND),
        ("shows it on his own phone", Kind.WORKAROUND),
        ("they would like a map", Kind.NEED),
        ("! awaiting a badge", None),
        ("awaiting a badge !1", None),
        ('"we do it by hand"', None),
    ],
)
def test_kinds_in_prose(line: str, kind: Kind | None) -> None:
    assert offered(line, Field.KIND) == ([] if kind is None else [kind])


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("gun froze", [("gun", (GUN.id,))]),
        ("3 guns dead", [("guns", (GUN.id,))]),
        ("the GUN froze", [("the GUN", (GUN.id,))]),
        ("label printer jammed", [("label printer", (LABEL.id,))]),
        ("label-printer jammed", [("label-printer", (LABEL.id,))]),
        ("label, printer", [("printer", (PRINT.id,))]),
        ("zebra down", [("zebra", (GUN.id, LABEL.id))]),
        ("zebra down, gun too", [("zebra", (GUN.id, LABEL.id)), ("gun", (GUN.id,))]),
        ("gun down, zebra too", [("gun", (GUN.id,))]),
        ("email and e-mail and Outlook", [("email", (MAIL.id,))]),
        ("wi-fi and T&T", [("wi-fi", (WIFI.id,))]),
        ("scanner's dead", [("scanner's", (GUN.id,))]),
        ("he went for a run with a label", []),
        ("x marks 365 of them", []),
        ("fax and pager", []),
        ("see http://x.example/outlook or me@outlook or \\\\srv\\outlook", []),
        ('"the gun" again', []),
        ("#01 the gun", []),
        ("scanning 01", []),
    ],
)
def test_services_named_in_prose(line: str, named: list[tuple[str, tuple[UUID, ...]]]) -> None:
    assert offered_services(line) == named


def test_one_stretch_is_one_chip_and_the_service_has_it() -> None:
    entry = parse("change freeze since May", LEXICON)
    assert [(chip.field, chip.source) for chip in entry.chips] == [(Field.SERVICE, "change freeze")]
    assert [chip.field for chip in parse("change freeze since May").chips] == [Field.KIND]


def test_offers_count_nowhere_until_accepted() -> None:
    line = "0548 gun froze 6m, 6 stood, by hand every day"
    before = parse(line, LEXICON)
    assert before.taken == ()
    assert (before.kind, before.minutes, before.people, before.service_ids) == (Kind.CONTEXT, None, None, ())

    one = parse(line, LEXICON, accepted=frozenset({"minutes:6m"}))
    assert (one.kind, one.minutes, one.people) == (Kind.PAIN, 6, None)

    entry = all_accepted(line)
    assert (entry.kind, entry.minutes, entry.people) == (Kind.WORKAROUND, 6, 6)
    assert (entry.rate, entry.when) == (Rate(1, RatePer.DAY), When(clock=time(5, 48)))
    assert entry.service_ids == (GUN.id,)
    assert entry.text == line


def test_a_declined_offer_gives_way_to_the_next() -> None:
    line = "gun 6m here and 9m there, by hand on paper"
    declined = frozenset({"minutes:6m", "service:gun", "kind:by hand"})
    chips = parse(line, LEXICON, declined=declined).offered
    assert [(chip.field, chip.source) for chip in chips] == [(Field.MINUTES, "9m"), (Field.KIND, "on paper")]


def test_a_retired_service_is_found_by_its_sign_only() -> None:
    assert parse("old #fax", LEXICON).service_ids == (OLD.id,)
    assert parse("old #pager", LEXICON).unresolved_tags == ("#pager",)


def test_an_unknown_tag_that_was_declined_is_not_offered_again() -> None:
    entry = parse("the #gun froze", LEXICON, declined=frozenset({"service:#gun"}))
    assert entry.chips == ()
    assert entry.text == "the #gun froze"
