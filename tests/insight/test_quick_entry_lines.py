"""The 28 measured lines of `tagging.md` §4, with the kinds of `design.md` §3."""

from __future__ import annotations

import pytest

from shadow_app.domain.vocabulary import Kind, RatePer
from shadow_app.insight.quick_entry import Rate, parse

DAY, MONTH, WEEK = RatePer.DAY, RatePer.MONTH, RatePer.WEEK
PAIN, CONTEXT = Kind.PAIN, Kind.CONTEXT


@pytest.mark.parametrize(
    ("line", "kind", "text", "tagged", "minutes", "rate"),
    [
        (
            "! scanner freezes at dock 3 #wms ~5m x10/d @driver",
            PAIN,
            "scanner freezes at dock 3",
            "#wms @driver",
            5,
            (10, DAY),
        ),
        ("label printer on dock 3 jams again, lost 10 mins", CONTEXT, None, "", None, None),
        ("the gun froze #wms #rf-gun ~90s 40x/d", PAIN, "the gun froze", "#wms #rf-gun", 1.5, (40, DAY)),
        (
            "!3 whole bay down, nobody can ship #wms ~1h30 x2/mo @shift-lead",
            PAIN,
            "whole bay down, nobody can ship",
            "#wms @shift-lead",
            90,
            (2, MONTH),
        ),
        (
            '? why print the picklist twice #"label printing" @"night shift"',
            Kind.QUESTION,
            "why print the picklist twice",
            "#label printing @night shift",
            None,
            None,
        ),
        (
            "+ two screens let her skip the copy/paste #sap ~1.5h x1/w",
            Kind.POSITIVE,
            "two screens let her skip the copy/paste",
            "#sap",
            90,
            (1, WEEK),
        ),
        ("the #wms is slow after lunch ~10m x3/d", PAIN, "the wms is slow after lunch", "#wms", 10, (3, DAY)),
        (
            "team writes C# and F# tools, no #dotnet owner",
            CONTEXT,
            "team writes C# and F# tools, no dotnet owner",
            "#dotnet",
            None,
            None,
        ),
        (
            "see http://intranet/wiki/#printing @anna",
            CONTEXT,
            "see http://intranet/wiki/#printing",
            "@anna",
            None,
            None,
        ),
        ("mail bob@firm.com and ops@dock.example about it", CONTEXT, None, "", None, None),
        ("nobody knows! they just reboot !", CONTEXT, None, "", None, None),
        ("!important config is lost on reboot", CONTEXT, None, "", None, None),
        ("dock #3 door sensor, ticket #48213", CONTEXT, None, "", None, None),
        ("cable is ~5 people away and ~/config is empty", CONTEXT, None, "", None, None),
        ("took ~5 min, then ~2h more", PAIN, "took 5 min, then ~2h more", "", 5, None),
        ("x-ray viewer on x86 box hangs, x10 retries", CONTEXT, None, "", None, None),
        ("asked @driver's boss @ 10:30", CONTEXT, None, "", None, None),
        (
            r"use \#hashtag literally and \~5m and \@home",
            CONTEXT,
            "use #hashtag literally and ~5m and @home",
            "",
            None,
            None,
        ),
        (
            r"\\srv01\labels share is read only #fileshare",
            CONTEXT,
            r"\\srv01\labels share is read only",
            "#fileshare",
            None,
            None,
        ),
        (
            "！ スキャナーが固まる ＃倉庫管理 ～5m ＠ドライバー",
            PAIN,
            "スキャナーが固まる",
            "#倉庫管理 @ドライバー",
            5,
            None,
        ),
        ("! הסורק נתקע ברציף 3 #מחסן ~5m x10/d @נהג", PAIN, "הסורק נתקע ברציף 3", "#מחסן @נהג", 5, (10, DAY)),
        ("! الماسح يتجمد عند الرصيف #المخازن ~٥m x٣/d", PAIN, "الماسح يتجمد عند الرصيف", "#المخازن", 5, (3, DAY)),
        ("🔥 printer 🔥 #étiquettes ~1,5h", PAIN, "🔥 printer 🔥", "#étiquettes", 90, None),
        ("#wms", CONTEXT, "wms", "#wms", None, None),
        ("500€/h lost?! #erp, #ERP. (@cfo)", CONTEXT, "500€/h lost?! erp, ERP. (@cfo)", "#erp", None, None),
        ("price is 3x/unit not x3/unit", CONTEXT, None, "", None, None),
        ("forgot badge ^yesterday ^09:15 #access ~20m", PAIN, "forgot badge yesterday ^09:15", "#access", 20, None),
        ("<script>alert(1)</script> #x' OR 1=1--", CONTEXT, None, "", None, None),
    ],
)
def test_the_measured_lines(
    line: str, kind: Kind, text: str | None, tagged: str, minutes: float | None, rate: tuple[float, RatePer] | None
) -> None:
    entry = parse(line)
    assert entry.line == line
    assert entry.kind is kind
    assert entry.text == (line if text is None else text)
    assert " ".join(entry.unresolved_tags) == tagged
    assert entry.minutes == minutes
    assert entry.rate == (Rate(*rate) if rate else None)
