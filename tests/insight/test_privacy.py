"""What in a note could point at a person, and what only looks so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.insight.privacy import Finding, Private, findings, known_words, masked

KNOWN = known_words(
    [
        "Handheld scanning",
        "zebra",
        "CN22",
        "CV template",
        "Word",
        "label printer",
        "Larkfield Parcels",
        "driver",
        "USB-C",
    ]
)


def found(text: str) -> list[tuple[Private, str]]:
    return [(each.what, each.text) for each in findings(text, KNOWN)]


def test_the_note_about_dave() -> None:
    text = "0705 Dave rings mate on 07700 900123 for gate code, not in app"
    assert found(text) == [(Private.NAME, "Dave"), (Private.PHONE, "07700 900123")]
    assert masked(text, findings(text)) == "0705 [name] rings mate on [phone] for gate code, not in app"


@pytest.mark.parametrize(
    ("what", "text", "stretch"),
    [
        (Private.PHONE, "ring 07700900123 now", "07700900123"),
        (Private.PHONE, "ring,07700 900123", "07700 900123"),
        (Private.PHONE, "desk +44 (0)20 7946 0958.", "+44 (0)20 7946 0958"),
        (Private.PHONE, "desk (020) 7946 0958", "(020) 7946 0958"),
        (Private.PHONE, "ring 020 7946 0958 020 7946 0959 now", "020 7946 0958 020 7946 0959"),
        (Private.PHONE, "0049-89-1234567", "0049-89-1234567"),
        (Private.PHONE, "she is on 555-123-4567", "555-123-4567"),
        (Private.PHONE, "نداء ٠٧٧٠٠ ٩٠٠١٢٣", "٠٧٧٠٠ ٩٠٠١٢٣"),
        (Private.EMAIL, "mail bob.o+x@mail.firm.com.", "bob.o+x@mail.firm.com"),
        (Private.EMAIL, "an jörg@büro.de geschickt", "jörg@büro.de"),
        (Private.PLATE, "van AB12 CDE late", "AB12 CDE"),
        (Private.PLATE, "van ab12cde late", "ab12cde"),
        (Private.PLATE, "van A123 BCD late", "A123 BCD"),
        (Private.PLATE, "van ABC 123D late", "ABC 123D"),
        (Private.PLATE, "lorry M-AB 1234", "M-AB 1234"),
        (Private.PLATE, "lorry AA-123-BB", "AA-123-BB"),
        (Private.PLATE, "lorry 12-AB-34", "12-AB-34"),
        (Private.PLATE, "lorry 1-ABC-123", "1-ABC-123"),
        (Private.PLATE, "lorry 161-D-12345", "161-D-12345"),
        (Private.PLATE, "lorry 5678 BCD", "5678 BCD"),
        (Private.NUMBER, "tracking says GB482913375 delivered", "GB482913375"),
        (Private.NUMBER, "tracking says GB482913375GB delivered", "GB482913375GB"),
        (Private.NUMBER, "tracking says RR 123 456 785 GB ok", "RR 123 456 785 GB"),
        (Private.NUMBER, "ups 1z999aa10123456784 lost", "1z999aa10123456784"),
        (Private.NUMBER, "parcel 15501234567890 lost", "15501234567890"),
        (Private.NUMBER, "parcel 1550 1234 5678 90 lost", "1550 1234 5678 90"),
        (Private.NUMBER, "card 4111 1111 1111 1111", "4111 1111 1111 1111"),
        (Private.NUMBER, "GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"),
        (Private.NUMBER, "payslip QQ 12 34 56 C", "QQ 12 34 56 C"),
        (Private.POSTCODE, "drop at SW1A 1AA.", "SW1A 1AA"),
        (Private.POSTCODE, "drop at sw1a1aa.", "sw1a1aa"),
        (Private.POSTCODE, "drop at 80331 München", "80331 München"),
        (Private.POSTCODE, "drop at 2511 EX first", "2511 EX"),
        (Private.NAME, "asked Dave again", "Dave"),
        (Private.NAME, "asked Dave's mate", "Dave"),
        (Private.NAME, "asked Anna Jones again", "Anna Jones"),
        (Private.NAME, "Anna Jones asked", "Anna Jones"),
        (Private.NAME, "then. Anne-Marie said no", "Anne-Marie"),
        (Private.NAME, "gave it to O'Neill", "O'Neill"),
        (Private.NAME, "gave it to McKay", "McKay"),
        (Private.NAME, "Mr. Word came", "Word"),
        (Private.NAME, "J. Smith has it", "Smith"),
        (Private.NAME, "das hat Jürgen gesagt", "Jürgen"),
    ],
)
def test_it_finds(what: Private, text: str, stretch: str) -> None:
    assert found(text) == [(what, stretch)]
    assert masked(text, findings(text, KNOWN)) == text.replace(stretch, f"[{what}]")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0548 queue of 7 at charger wall, 3 guns dead, waits 6m 7p",
        "0610 zebra down",
        "+ 0820-1240 in van, 61 drops, gun fine all morning, quick",
        "CV retyped cos pdf wont paste clean 22m, client wanted it in 15 !3",
        "Word hangs opening CV template 90s x5 before 10am",
        "31 CVs, POD and MFD, CN22 FOR customs, USB-C 10 dock",
        "0548 PDF and 1240 CV",
        "on 01.03.2026 0915 and 2026-03-01 09:15:00 and 1-MAR-26",
        "ticket INC0012345, #48213 Printer",
        "M1 2nd floor, e1 3rd, m1 8gb",
        "Printer says no. Nobody said why. Teams is down on Monday",
        "Scanner freezes: Driver waits",
        'asked for "Label printing" again',
        "told: never rings desk",
        "Sorter blank. Belt runs on\nTrunk held! Queue of 7",
        "mail x@y about C# and Don't",
        "! #wms @driver ~5m x10/d ^09:15 \\\\srv01\\labels",
        "I'm at Larkfield in the Larkfield-Parcels yard",
        "Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" * 2,
    ],
)
def test_it_leaves_alone(text: str) -> None:
    assert found(text) == []


def test_without_a_known_word_the_same_word_is_a_name() -> None:
    assert [each.text for each in findings("back at Larkfield")] == ["Larkfield"]
    assert findings("back at Larkfield", KNOWN) == ()


def test_several_in_one_note_come_in_order_and_apart() -> None:
    text = "Bob Hill said bob@hill.com, 07700 900123, AB12 CDE, SW1A 1AA"
    what = [each.what for each in findings(text)]
    assert what == [Private.NAME, Private.EMAIL, Private.PHONE, Private.PLATE, Private.POSTCODE]
    assert masked(text, findings(text)) == "[name] said [e-mail], [phone], [plate], [postcode]"
    assert findings(masked(text, findings(text))) == ()


def test_masking_survives_findings_that_overlap() -> None:
    text = "abcdef"
    both = [Finding(2, 4, Private.PHONE, "cd"), Finding(1, 3, Private.NAME, "bc")]
    assert masked(text, both) == "a[name]def"
    assert masked(text, ()) == text


@given(st.text(st.sampled_from("aDé09 +-.@('\n:GB"), max_size=60) | st.text(max_size=60))
def test_every_finding_is_a_stretch_of_the_text_and_none_overlap(text: str) -> None:
    end = 0
    for each in findings(text):
        assert end <= each.start < each.end
        assert text[each.start : each.end] == each.text
        end = each.end


@given(st.text(max_size=60))
def test_masking_keeps_everything_else(text: str) -> None:
    rest = masked(text, findings(text))
    for each in findings(text):
        rest = rest.replace(f"[{each.what}]", each.text, 1)
    assert rest == text


HOSTILE = [
    "a",
    "0",
    "0 ",
    "1-",
    "A-",
    "a@",
    "a.",
    "+",
    "(0",
    "A1 ",
    "AB12 ",
    "0-",
    "12-AB-3",
    "aé",
    "Dave ",
    "Mr. ",
    "a'",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_page_costs_its_length_and_no_more(piece: str) -> None:
    """Twenty thousand characters cost about eight times what an eighth of them costs, not sixty-four times."""

    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            findings(text)
            best = min(best, time.process_time() - started)
        return best

    assert seconds(20_000) < 24 * seconds(2_500)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mr Jim2 waits. Jim2 again", "Mr [name]2 waits. [name]2 again"),
        ("Mr Jim is here. jobs of_Jim_ and xJim", "Mr [name] is here. jobs of_[name]_ and xJim"),
        ("Mr Jim Jim２\nim@x.e", "Mr [name] [name]２\n[e-mail]"),
    ],
)
def test_a_name_beside_a_digit_or_a_line_is_one_as_well(text: str, left: str) -> None:
    """Found by fuzzing."""
    assert masked(text, findings(text)) == left


def test_a_name_is_one_wherever_it_stands() -> None:
    text = "told Infinity, see j@example.org Infinity"
    left = masked(text, findings(text))
    assert "Infinity" not in left
    assert findings(left) == ()
