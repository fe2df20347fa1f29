"""Taken chips: sign by sign, what counts at once and what stays text (`design.md` §3, `tagging.md` §4)."""

from __future__ import annotations

from datetime import time
from uuid import UUID

import pytest

from shadow_app.domain.organisation import Role
from shadow_app.domain.record import new_id
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, RatePer, Scope
from shadow_app.insight.quick_entry import Field, Lexicon, Rate, When, parse

DAY, MONTH, WEEK, HOUR = RatePer.DAY, RatePer.MONTH, RatePer.WEEK, RatePer.HOUR
PAIN, CONTEXT = Kind.PAIN, Kind.CONTEXT


@pytest.mark.parametrize(
    ("line", "kind", "evidence", "text"),
    [
        ("! it froze", PAIN, Evidence.SEEN, "it froze"),
        ("+ it works", Kind.POSITIVE, Evidence.SEEN, "it works"),
        ("? why twice", Kind.QUESTION, Evidence.SEEN, "why twice"),
        ("wait: a login since May", Kind.WAIT, Evidence.SEEN, "a login since May"),
        ("Need: a bigger screen", Kind.NEED, Evidence.SEEN, "a bigger screen"),
        ("workaround: a marker", Kind.WORKAROUND, Evidence.SEEN, "a marker"),
        ("context: early shift", CONTEXT, Evidence.SEEN, "early shift"),
        ("told: freezes on Mondays", CONTEXT, Evidence.TOLD, "freezes on Mondays"),
        ("! told: freezes on Mondays", PAIN, Evidence.TOLD, "freezes on Mondays"),
        ("told: wait： a login", Kind.WAIT, Evidence.TOLD, "a login"),
        ("  ! \n froze", PAIN, Evidence.SEEN, "froze"),
        ("! + both", PAIN, Evidence.SEEN, "+ both"),
        ("wait:what", CONTEXT, Evidence.SEEN, "wait:what"),
        ("they said wait: a minute", CONTEXT, Evidence.SEEN, "they said wait: a minute"),
        (r"\! literally", CONTEXT, Evidence.SEEN, "! literally"),
        (r"\told: literally", CONTEXT, Evidence.SEEN, "told: literally"),
        ("told:", CONTEXT, Evidence.SEEN, "told:"),
    ],
)
def test_leading_signs(line: str, kind: Kind, evidence: Evidence, text: str) -> None:
    entry = parse(line)
    assert (entry.kind, entry.evidence, entry.text) == (kind, evidence, text)


@pytest.mark.parametrize(
    ("line", "damage", "text"),
    [
        ("!0 squeaks", 0, "squeaks"),
        ("trunk held !3", 3, "trunk held"),
        ("trunk held !4.", 4, "trunk held"),
        ("trunk !2 held", 2, "trunk !2 held"),
        ("!3", 3, "!3"),
        ("trunk held !5", None, "trunk held !5"),
        ("trunk held !1 !2", 1, "trunk held !1 !2"),
        ("! 3 guns dead", None, "3 guns dead"),
        ("trunk held (!3)", None, "trunk held (!3)"),
    ],
)
def test_damage(line: str, damage: int | None, text: str) -> None:
    entry = parse(line)
    assert entry.damage == (None if damage is None else BusinessDamage(damage))
    assert entry.text == text
    assert (entry.kind is PAIN) == (damage is not None or line.startswith("! "))


def test_a_said_kind_stands_beside_a_damage_grade() -> None:
    entry = parse("wait: badge for the new starter !2")
    assert (entry.kind, entry.damage) == (Kind.WAIT, BusinessDamage.CUSTOMER_NOTICES)


@pytest.mark.parametrize(
    ("token", "minutes"),
    [
        ("~6m", 6), ("~1h30", 90), ("~1h30m", 90), ("~1h 30m", 90), ("~1h 5 min", 65), ("~90s", 1.5), ("~1,5h", 90),
        ("~1.5h", 90), ("~10 min", 10), ("~2 hours", 120), ("~2d", 960), ("~5min.", 5), ("~2m30s", 2.5), ("～٥m", 5),
        ("~1h 30 parcels", 60), ("~5 m", None), ("~5", None), ("~6mm", None), ("~999999h", None), ("~", None),
    ],
)  # fmt: skip
def test_lost_time(token: str, minutes: float | None) -> None:
    assert parse(f"froze {token}").minutes == minutes


@pytest.mark.parametrize(
    ("token", "rate"),
    [
        ("x10/d", Rate(10, DAY)), ("x2/h", Rate(2, HOUR)), ("x1.5/week", Rate(1.5, WEEK)), ("×2/mo", Rate(2, MONTH)),
        ("40x/d", Rate(40, DAY)), ("x0/d", None), ("x2/q", None), ("x2/dd", None), ("x999999/d", None),
    ],
)  # fmt: skip
def test_stated_rate(token: str, rate: Rate | None) -> None:
    assert parse(f"froze {token} again").rate == rate


@pytest.mark.parametrize(
    ("line", "count", "people", "text"),
    [
        ("froze x3", 3, None, "froze"),
        ("froze x3.", 3, None, "froze"),
        ("froze x3 #wms !2", 3, None, "froze"),
        ("froze ~2m x3 again", 3, None, "froze 2m x3 again"),
        ("froze 2m x3 again", 3, None, "froze 2m x3 again"),
        ("froze 2m, x3, again", 3, None, "froze 2m, x3, again"),
        ("froze 2m x3 6p all of them", 3, 6, "froze 2m x3 6p all of them"),
        ("froze 6p", 1, 6, "froze"),
        ("froze x3\nthen rebooted", 3, None, "froze x3\nthen rebooted"),
        ("froze x3 times", 1, None, "froze x3 times"),
        ("the #wms x3 times", 1, None, "the wms x3 times"),
        ("costs 6p each", 1, None, "costs 6p each"),
        ("froze 2m\nx3 again", 1, None, "froze 2m\nx3 again"),
        ("runs on x86", 1, None, "runs on x86"),
        ("shows only 1080p", 1, None, "shows only 1080p"),
        ("froze x0", 1, None, "froze x0"),
        ("froze x3 x4", 3, None, "froze x3 x4"),
        (r"froze \x3", 1, None, "froze x3"),
    ],
)
def test_counts_and_people_count_only_in_their_place(line: str, count: int, people: int | None, text: str) -> None:
    entry = parse(line)
    assert (entry.count, entry.people, entry.text) == (count, people, text)
    assert entry.scope is (Scope.SHARED if people else Scope.PERSON)


@pytest.mark.parametrize(
    ("line", "quote", "text"),
    [
        ('she said "never again ~5m #wms" twice', "never again ~5m #wms", 'she said "never again ~5m #wms" twice'),
        ("“never again” #wms", "never again", "“never again”"),
        ("« jamais » again", "jamais", "« jamais » again"),
        ('"one" and "two".', "one\ntwo", '"one" and "two".'),
        ('a 5" screen and a 7" one', "", 'a 5" screen and a 7" one'),
        ('"never closed ~5m', "", '"never closed'),
        ('said "a"b', "", 'said "a"b'),
        ('" "', "", '" "'),
        (r"\"not mine\" she said", "", '"not mine\\" she said'),
    ],
)
def test_quotations_are_kept_to_the_letter_and_not_read(line: str, quote: str, text: str) -> None:
    entry = parse(line)
    assert (entry.quote, entry.text) == (quote, text)
    assert entry.service_ids == ()


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("froze ^09:15", When(clock=time(9, 15))),
        ("froze ^0915", When(clock=time(9, 15))),
        ("froze ^mon", When(weekday=0)),
        ("froze ^25:00", None),
        ("froze ^2026-02-30", None),
        ("froze ^soon", None),
        ("froze ^", None),
    ],
)
def test_back_dates(line: str, when: When | None) -> None:
    assert parse(line).when == when


def test_names_are_resolved_and_what_is_not_stays_visible() -> None:
    scanning = Service(code="01", name="Handheld scanning", aliases=("the gun", "zebra"))
    printing = Service(code="02", name="Label printing", aliases=("zebra",))
    driver, clerk = Role(organisation_id=new_id(), name="Driver"), Role(organisation_id=new_id(), name="Clerk")
    lexicon = Lexicon([scanning, printing], [driver, clerk])

    entry = parse("froze #01 #Gun #label-printing #zebra #fax @drivers", lexicon)
    assert entry.service_ids == (scanning.id, printing.id)
    assert entry.unresolved_tags == ("#zebra", "#fax")
    assert entry.role_id == driver.id
    assert entry.text == "froze"

    assert parse("dock #02 and #3", lexicon).service_ids == (printing.id,)
    assert parse("ask @fred", lexicon).unresolved_tags == ("@fred",)
    assert parse("ask @driver and @clerk", lexicon).text == "ask driver and @clerk"


@pytest.mark.parametrize("token", ["@firm.com", '#""', '#" "', "#", "@", "#🔥", "#a'b", f"#{'a' * 90}"])
def test_what_is_no_name_is_text(token: str) -> None:
    entry = parse(f"see {token} there")
    assert entry.text == f"see {token} there"
    assert entry.taken == ()


def test_marks_that_nobody_sees_neither_hide_nor_lengthen_a_sign() -> None:
    line = "froze \u200f#w\u200bms\u200e ~5m\u200e"
    entry = parse(line)
    assert entry.unresolved_tags == ("#wms",)
    assert entry.minutes == 5
    assert entry.text == "froze"
    assert [line[chip.start : chip.end] for chip in entry.chips] == ["#w\u200bms", "~5m"]


def test_spans_count_code_points_of_the_line_as_typed() -> None:
    line = "🔥🔥 ＃倉庫　～５ｍ"
    sources = {chip.field: line[chip.start : chip.end] for chip in parse(line).chips}
    assert sources == {Field.SERVICE: "＃倉庫", Field.MINUTES: "～５ｍ"}


def test_a_click_makes_a_chip_text_again_and_survives_editing() -> None:
    declined = frozenset({"minutes:~5m", "service:#wms"})
    for line in ("cable ~5m long #WMS", "the cable is ~5m long #wms"):
        entry = parse(line, declined=declined)
        assert entry.chips == ()
        assert entry.text == line
    assert parse("! froze", declined=frozenset({"kind:!"})).text == "! froze"
    assert parse('"we lost ~5m" again', declined=frozenset({'quote:"we lost ~5m"'})).quote == ""
    assert parse("~5m then ~9m", declined=frozenset({"minutes:~5m"})).minutes == 9


@pytest.mark.parametrize(
    ("line", "text"),
    [("", ""), (" \n", ""), ("\u200b", ""), ("! ", "!"), ("~5m #a", "5m a"), ("! told: #wms", "wms"), ("\\", "\\")],
)
def test_a_note_is_never_empty_unless_nothing_was_typed(line: str, text: str) -> None:
    assert parse(line).text == text


def test_line_breaks_inside_a_note_stay() -> None:
    assert parse("one #wms\ntwo  spaces\t~5m").text == "one wms\ntwo  spaces"


def test_nothing_said_is_context_seen_once_by_one_person() -> None:
    entry = parse("quiet morning")
    assert (entry.kind, entry.evidence, entry.count, entry.scope) == (CONTEXT, Evidence.SEEN, 1, Scope.PERSON)
    assert (entry.minutes, entry.people, entry.rate, entry.damage, entry.when, entry.role_id) == (None,) * 6
    nobody: tuple[UUID, ...] = ()
    assert entry.service_ids == nobody
