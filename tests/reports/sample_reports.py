"""Rich reports: a day at Larkfield's Harbour depot; Penrose's priorities with the numbers of `domain.md` Ex. 3."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from uuid import UUID

from PIL import Image, ImageDraw

from shadow_app.domain.vocabulary import (
    ActivityKind,
    DayTypicality,
    Evidence,
    EvidenceGrade,
    HostSelection,
    Kind,
    Lane,
    Participation,
    SiteType,
)
from shadow_app.domain.weights import Weights
from shadow_app.figures.timeline import Mark, Stretch
from shadow_app.reports.immersion import (
    Briefing,
    Day,
    GoodThing,
    ImmersionReport,
    LogChapter,
    LogEntry,
    Pain,
    SixAnswers,
    Strip,
)
from shadow_app.reports.parts import (
    Estimate,
    EvidenceMarks,
    Method,
    Photo,
    Promise,
    RankPlace,
    SinceThen,
    Sureness,
    Working,
)
from shadow_app.reports.priorities import BlindShare, PrioritiesReport, ServicePlace, StepCost, UnitCost

GMT = timezone(timedelta(0))
BST = timezone(timedelta(hours=1))
REPORT_ID = UUID("01932000-0000-7000-8000-000000000001")
MADE_ON = datetime(2026, 11, 13, 9, 30, tzinfo=BST)


def photo(caption: str = "", size: tuple[int, int] = (1600, 1067), seed: int = 0) -> Photo:
    """A drawn loading hall, as JPEG."""
    wide, high = size
    image = Image.new("RGB", size, (146, 160, 184))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, high * 0.34, wide, high * 0.62), fill=(203, 196, 184))
    pen.rectangle((0, high * 0.30, wide, high * 0.35), fill=(22, 64, 132) if seed % 2 == 0 else (20, 110, 90))
    pen.rectangle((0, high * 0.62, wide, high), fill=(84, 86, 92))
    for door in range(5):
        left = wide * (0.04 + door * 0.2)
        pen.rectangle((left, high * 0.42, left + wide * 0.13, high * 0.62), fill=(48, 52, 60))
        pen.rectangle((left, high * 0.42, left + wide * 0.13, high * (0.44 + 0.03 * door)), fill=(226, 226, 226))
    pen.rectangle((wide * 0.34, high * 0.48, wide * 0.68, high * 0.78), fill=(240, 240, 240))
    pen.rectangle((wide * 0.68, high * 0.56, wide * 0.80, high * 0.78), fill=(36, 92, 168))
    for wheel in (0.42, 0.60, 0.74):
        x = wide * wheel
        pen.ellipse((x - wide * 0.02, high * 0.75, x + wide * 0.02, high * 0.81), fill=(24, 24, 26))
    out = BytesIO()
    image.save(out, "JPEG", quality=82)
    return Photo(out.getvalue(), caption)


def at(hour: int, minute: int = 0) -> datetime:
    """A time on the day of the visit."""
    return datetime(2026, 11, 12, hour, minute, tzinfo=GMT)


def evidence(grade: EvidenceGrade, notes: int, visits: int, told: int = 0) -> EvidenceMarks:
    return EvidenceMarks(grade, notes, visits, notes - told, told)


def harbour_pains() -> tuple[Pain, ...]:
    return (
        Pain(
            "The scanner logs its driver out",
            "Handheld scanning",
            Estimate(2133.6, 1381.0, 3224.5),
            Lane.TIME_CRITICAL,
            evidence(EvidenceGrade.SOLID, 9, 5),
            "Every time the screen locks, an eleven-character password has to be typed with gloves on, while the van "
            "stands. Rounds leave late, and the first customers of the round ring the contact centre.",
            money=48_006.0,
            quote="I take the gloves off, I type it, I put them on. Then it locks again.",
            quote_by="Driver 2, 06:10",
        ),
        Pain(
            "The label printer jams mid-load",
            "Label & manifest printing",
            Estimate(228.6, 92.0, 527.9),
            Lane.DAMAGING,
            evidence(EvidenceGrade.EMERGING, 3, 2),
            "Six people stand until somebody has cleared the jam. One trunk lorry was held and missed its slot at the "
            "hub, so 140 parcels went a day later.",
            money=5143.5,
            quote="We just write it on the box with a marker and sort it later.",
            quote_by="Loader 1, 07:40",
        ),
        Pain(
            "No signal at door 9",
            "Site Wi-Fi",
            Estimate(160.0, 31.0, 402.0),
            Lane.PLAN,
            evidence(EvidenceGrade.ANECDOTE, 2, 1, told=1),
            "Drivers walk back to the middle of the shed to send what they have scanned.",
            money=3600.0,
        ),
        Pain(
            "Signatures freeze at the customer’s door",
            "Proof of delivery",
            Estimate(96.0, 40.0, 210.0),
            Lane.TIME_CRITICAL,
            evidence(EvidenceGrade.ANECDOTE, 1, 1),
            "The driver photographs the parcel with a phone of their own, so that there is any proof at all.",
            graded=False,
        ),
    )


def harbour_log() -> tuple[LogEntry, ...]:
    return (
        LogEntry(
            at(5, 48),
            Kind.PAIN,
            "Queue of seven at the charger wall, three scanners dead.",
            "Driver 1",
            ("Handheld scanning",),
            ("6 min each", "7 people", "damage 1"),
        ),
        LogEntry(
            at(5, 55),
            Kind.PAIN,
            "Scanner logs out when the screen locks; eleven-character password with gloves on.",
            "Driver 2",
            ("Handheld scanning", "Sign-on & password"),
            ("2 min", "seen 3 times"),
            quote="I take the gloves off, I type it, I put them on. Then it locks again.",
            interpretation="The lock time is set for offices, not for a loading bay.",
            surprise=True,
            photos=(photo("Charger wall, door 2"),),
        ),
        LogEntry(
            at(7, 40),
            Kind.PAIN,
            "Label printer jammed again in the middle of loading.",
            "Loader 1",
            ("Label & manifest printing",),
            ("18 min", "6 people", "damage 3"),
            consequence="The trunk lorry was held and missed its slot at the hub.",
            photos=(photo("Bay 4", (900, 1200), 1),),
        ),
        LogEntry(at(7, 52), Kind.WORKAROUND, "Addresses written on boxes with a marker.", "Loader 1"),
        LogEntry(
            at(8, 20),
            Kind.POSITIVE,
            "In the van from 08:20 to 12:40, 61 drops, scanner fine all morning, quick.",
            "Driver 2",
            ("Handheld scanning",),
        ),
        LogEntry(
            at(9, 5),
            Kind.NEED,
            "The gate code is not in the app, so a colleague is rung for it.",
            "Driver 2",
            ("Route planning",),
        ),
        LogEntry(
            at(10, 30),
            Kind.WORKAROUND,
            "Sign on glass frozen at the door, photo taken with an own phone.",
            "Driver 2",
            ("Proof of delivery",),
            ("4 min",),
        ),
        LogEntry(
            at(11, 15),
            Kind.PAIN,
            "Route app freezes most Mondays, about ten minutes, all drivers.",
            "Driver 1",
            ("Route planning",),
            ("10 min",),
            Evidence.TOLD,
        ),
        LogEntry(
            at(12, 50), Kind.WAIT, "On hold with the service desk for fourteen minutes, gave up.", "Shift manager"
        ),
        LogEntry(at(13, 5), Kind.QUESTION, "Why do loaders scan twice?", "Loader 2"),
        LogEntry(at(13, 20), Kind.CONTEXT, "The last trunk leaves at 13:30; nothing may hold it.", "Shift manager"),
    )


def harbour_marks() -> tuple[Mark, ...]:
    noted = [Mark(entry.at, entry.kind) for entry in harbour_log()]
    return (*noted, *(Mark(at(6, 10 + 3 * i), Kind.PAIN) for i in range(4)), Mark(at(7, 41), Kind.PAIN))


def harbour_day() -> Day:
    return Day(
        "The shift begins at a wall of chargers, and seven drivers wait there for four working scanners. Loading goes "
        "well until the scanners lock: each time the gloves come off and the password goes in. At twenty to eight the "
        "label printer jams, six people stand, and the trunk lorry leaves late. On the road the scanner is quick and "
        "never fails; 61 drops in four hours. What fails is the door: the signature freezes, and the proof is a photo "
        "on somebody’s own phone. Back in the shed there is no signal at door 9, so people walk to the middle to send "
        "what they have. Nobody rings the service desk. They tried, waited fourteen minutes, and went back to work.",
        (
            Stretch(at(5, 45), at(6, 5), "Briefing"),
            Stretch(at(6, 5), at(8, 15), "Loading vans, doors 2 to 9"),
            Stretch(at(7, 40), at(7, 58), "Printer jam", ActivityKind.WAITING),
            Stretch(at(8, 20), at(12, 40), "On the road, 61 drops"),
            Stretch(at(10, 45), at(10, 51), "", ActivityKind.OFF_RECORD),
            Stretch(at(12, 45), at(13, 30), "Handing over"),
        ),
        harbour_marks(),
    )


def harbour_ranks() -> tuple[RankPlace, ...]:
    return (
        RankPlace("Handheld scanning", 5, None, 1),
        RankPlace("Label printing", 7, None, 2),
        RankPlace("Site Wi-Fi", 6, None, 3),
        RankPlace("Proof of delivery", 4, None, 4),
        RankPlace("Route planning", 3, None, 5),
        RankPlace("Track & trace", 1),
        RankPlace("Sort control", 2),
        RankPlace("Sign-on & password", None, None, 6),
    )


def harbour_answers() -> tuple[SixAnswers, ...]:
    return (
        SixAnswers(
            "The scanner logs its driver out",
            "Rounds leave late; customers notice",
            "The same shift",
            "No",
            "Up to 107 days pay back in a year",
            "L. Marsh, next talk 20 November",
            "No: nobody rings from a van",
        ),
        SixAnswers(
            "The label printer jams mid-load",
            "A missed trunk costs a day",
            "Within minutes",
            "No",
            "Up to 11 days",
            "",
            "Yes, briefed 13 November",
        ),
        SixAnswers("No signal at door 9", "Work done twice", "This week", "Until January", "", "L. Marsh", "Not yet"),
    )


def harbour_sureness() -> Sureness:
    return Sureness(
        visits=1,
        hours=7.75,
        seen=10,
        told=1,
        observed_minutes=112,
        hours_a_year=Estimate(2618.0, 1705.0, 4010.0),
        unvisited_share=0.18,
        coverage=0.0008,
        sites_visited=("Harbour depot",),
        sites_not_visited=("Fellside depot",),
        remarks=("The host calls it a typical day, and volunteered.",),
    )


def harbour_report(**changes: object) -> ImmersionReport:
    """A full day at Harbour depot; keyword arguments replace fields."""
    fields: dict[str, object] = {
        "id": REPORT_ID,
        "made_on": MADE_ON,
        "strip": Strip(
            "Larkfield Parcels",
            "Hub and depots",
            "Harbour depot",
            SiteType.DEPOT,
            "Driver",
            at(5, 45),
            at(13, 30),
            7.75,
            Participation.HELPED,
            DayTypicality.TYPICAL,
            HostSelection.VOLUNTEER,
            shadower="M. Keller",
            reviewer="L. Marsh",
            shift="early shift",
        ),
        "sureness": harbour_sureness(),
        "headline": "Gloves and passwords cost Harbour depot more than any broken device",
        "meaning": "Two changes would give most of it back: let the scanners unlock without a typed password, and put "
        "a second label printer on bay 4. Neither needs a new system.",
        "day": harbour_day(),
        "pains": harbour_pains(),
        "works": (
            GoodThing("The scanner on the road: 61 drops, not one failure", "Handheld scanning", "Driver 2"),
            GoodThing("The card on the wall that says how to restart the belt", "Sort control", "40 seconds"),
        ),
        "surprises": (
            "IT put track & trace first. Nobody mentioned it all day.",
            "Sign-on was not on IT’s list at all.",
        ),
        "ranks": harbour_ranks(),
        "answers": harbour_answers(),
        "promises": (
            Promise(
                "Unlock scanners by badge, trial on six vans", "M. Keller", date(2026, 12, 11), "at the shift briefing"
            ),
            Promise("A second label printer for bay 4", "", None, "by notice at the charger wall"),
        ),
        "since": (
            SinceThen("The charger wall is too small", "Eight more slots", date(2026, 9, 3), 6.0, 2.0),
            SinceThen("The drop list is late", "", None),
        ),
        "thanks": "Thank you to Driver 2, who did not mind the questions, and to the early shift at Harbour depot.",
        "photo": photo("Harbour depot, doors 3 to 7"),
        "log": (LogChapter("Harbour depot, 12 November 2026", harbour_log()),),
        "method": Method(
            Weights(),
            (
                Working(
                    "The scanner logs its driver out",
                    "Handheld scanning",
                    "Harbour, driver",
                    4,
                    3,
                    42,
                    254,
                    2133.6,
                    1.05,
                    4373.88,
                    2,
                    2,
                    3,
                    Lane.TIME_CRITICAL,
                ),
                Working(
                    "The label printer jams mid-load",
                    "Label printing",
                    "Harbour, loader",
                    18,
                    0.5,
                    6,
                    254,
                    228.6,
                    6.0,
                    1600.2,
                    1,
                    1,
                    1,
                    Lane.DAMAGING,
                ),
                Working(
                    "Signatures freeze",
                    "Proof of delivery",
                    "Harbour, driver",
                    4,
                    0.13,
                    42,
                    254,
                    96.0,
                    0.0,
                    96.0,
                    3,
                    3,
                    5,
                    Lane.PLAN,
                    False,
                ),
            ),
        ),
        "briefing": (
            Briefing(
                "The scanner logs its driver out",
                "Handheld scanning",
                "Harbour depot",
                "Keep the screen awake in the cradle.",
                "badge unlock on trial from 11 December",
            ),
            Briefing("The label printer jams mid-load", "Label & manifest printing", "Harbour depot"),
        ),
    }
    return ImmersionReport(**{**fields, **changes})  # type: ignore[arg-type]


def empty_report() -> ImmersionReport:
    """A visit without a single note."""
    nothing = Sureness(0, 0.0, 0, 0, 0.0, Estimate(0.0))
    strip = Strip("Larkfield Parcels", "", "Fellside depot", SiteType.DEPOT, "Loader", at(6))
    return ImmersionReport(REPORT_ID, MADE_ON, strip, nothing)


PENROSE = (
    # service, H, WLH, IT's rank, stated rank
    ("Word & CV templates", 3680.00, 19136.00, 10, 2),
    ("Email", 2300.00, 11960.00, 7, 1),
    ("File service", 1840.00, 9568.00, 8, 6),
    ("Print", 1073.33, 5903.33, 9, 8),
    ("Applicant tracking", 1840.00, 2806.00, 1, 2),
    ("Job-board posting", 230.00, 1265.00, 6, 4),
    ("Telephony", 613.33, 981.33, 4, 5),
    ("Network & VPN", 230.00, 575.00, 2, 7),
    ("Finance", 115.00, 136.56, 3, None),
    ("BI reporting", 57.50, 57.50, 5, None),
)


def penrose_report(**changes: object) -> PrioritiesReport:
    """The recruitment firm of `domain.md` Ex. 3; keyword arguments replace fields."""
    solid, first, thin = EvidenceGrade.SOLID, EvidenceGrade.EMERGING, EvidenceGrade.ANECDOTE
    grades = (solid, solid, solid, first, first, first, first, thin, thin, thin)
    services = tuple(
        ServicePlace(
            name,
            Estimate(hours, hours * 0.68, hours * 1.45),
            EvidenceMarks(grade, 9 - n // 2, max(1, 4 - n // 2), 8 - n // 2, 1),
            weighted,
            money=hours * 30,
            in_top_three=max(0.0, 0.98 - 0.11 * n),
        )
        for n, ((name, hours, weighted, _, _), grade) in enumerate(zip(PENROSE, grades, strict=True))
    )
    fields: dict[str, object] = {
        "id": REPORT_ID,
        "made_on": MADE_ON,
        "organisation": "Penrose Recruitment",
        "since": date(2026, 9, 1),
        "until": date(2026, 11, 12),
        "sureness": Sureness(
            3, 22.5, 38, 6, 214, Estimate(11979.17, 8800, 16200), 0.0, 0.0009, ("City office", "Quayside office")
        ),
        "headline": "Word, email, files and print cost Penrose more than every system on IT’s list of worries",
        "lead": "A CV has to leave within minutes of a job being advertised. What stands in its way are four humble "
        "services that nobody in IT ranked above seventh place.",
        "meaning": "Mending CV templates and raising the mail limit comes before anything else on the list. Both are "
        "days of work, not months.",
        "services": services,
        "ranks": tuple(
            RankPlace(name, assumed, stated, place) for place, (name, _, _, assumed, stated) in enumerate(PENROSE, 1)
        ),
        "stated_respondents": 14,
        "blind": BlindShare(0.913, ("Job-board posting", "Email", "File service", "Print", "Word & CV templates")),
        "units": (
            UnitCost(
                "City office", Estimate(8385.4, 6100, 11400), 251_562, (("Word & CV templates", 2576), ("Email", 1610))
            ),
            UnitCost(
                "Quayside office",
                Estimate(3593.8, 2500, 5200),
                107_813,
                (("File service", 1104), ("Word & CV templates", 1104)),
            ),
        ),
        "steps": (
            StepCost(
                "CV out the door",
                ("Word & CV templates", "Email", "File service", "Print"),
                Estimate(8893.3, 6500, 12300),
                266_800,
                "The first CV in wins; the second is a waste of a stamp.",
            ),
            StepCost("Advert on the board", ("Job-board posting",), Estimate(230.0, 156, 333), 6_900),
        ),
        "agreement": (
            "Kendall τ-b −0.47, Spearman ρ −0.68: the two lists run against each other.",
            "Of the first four, none is on both lists; of the first five, one.",
        ),
        "method": Method(
            Weights(),
            tuple(
                Working(
                    f"{name}: all pain points",
                    name,
                    "both offices",
                    5,
                    3,
                    40,
                    230,
                    hours,
                    weighted / hours - 1,
                    weighted,
                    1,
                    1,
                    1,
                    Lane.DAMAGING,
                )
                for name, hours, weighted, _, _ in PENROSE
            ),
        ),
    }
    return PrioritiesReport(**{**fields, **changes})  # type: ignore[arg-type]
