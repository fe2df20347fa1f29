"""The closed word lists of the domain (`domain.md` §2.1, §3 and §5).

Every member's value is what the store and the change log keep, so a value is never renamed, only added.
The graded scales are integers because the score orders and weighs them.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What a note is about."""

    PAIN = "pain"
    WORKAROUND = "workaround"
    WAIT = "wait"
    NEED = "need"
    POSITIVE = "positive"
    QUESTION = "question"
    CONTEXT = "context"

    @property
    def costs_time(self) -> bool:
        """Whether notes of this kind are evidence of lost hours."""
        return self in (Kind.PAIN, Kind.WORKAROUND, Kind.WAIT)


class Evidence(StrEnum):
    """Seen with one's own eyes, or told by somebody."""

    SEEN = "seen"
    TOLD = "told"


class Scope(StrEnum):
    """PERSON: everybody meets it separately. SHARED: one event stops several people."""

    PERSON = "person"
    SHARED = "shared"


class BusinessDamage(IntEnum):
    """What happens to the business, anchored in words."""

    ANNOYANCE = 0
    REWORK = 1
    CUSTOMER_NOTICES = 2
    BUSINESS_LOST = 3
    SAFETY_OR_LEGAL = 4


class TimeToDamage(IntEnum):
    """How soon the harm occurs."""

    CAN_WAIT = 0
    THIS_WEEK = 1
    TODAY = 2
    MINUTES = 3


class Workaround(StrEnum):
    """How well people get by without the service."""

    NONE = "none"
    CLUMSY = "clumsy"
    GOOD = "good"


class MinutesSource(StrEnum):
    """How the lost minutes became known."""

    TIMED = "timed"
    ESTIMATED = "estimated"


class RatePer(StrEnum):
    """The period of a stated rate, `x10/d`."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class AffectedParty(StrEnum):
    """Who feels it in the end."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class ReviewState(StrEnum):
    """Where a note stands between its author and the team lead."""

    DRAFT = "draft"
    READY = "ready"
    HAS_QUESTIONS = "has_questions"
    ACCEPTED = "accepted"
    SET_ASIDE = "set_aside"


class ReadBack(StrEnum):
    """What the host said when the note was read back."""

    AGREED = "agreed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class Participation(StrEnum):
    """How much of the work the shadower did."""

    WATCHED = "watched"
    HELPED = "helped"
    DID = "did"


class DayTypicality(StrEnum):
    """What the host says of the day. Staged days are real, so the report prints it."""

    QUIET = "quiet"
    TYPICAL = "typical"
    BUSY = "busy"
    ABNORMAL = "abnormal"


class HostSelection(StrEnum):
    """Who chose the host."""

    VOLUNTEER = "volunteer"
    MANAGERS_PICK = "managers_pick"
    RANDOM = "random"


class VisitType(StrEnum):
    """A first look, or a look at what a release did."""

    IMMERSION = "immersion"
    POST_RELEASE = "post_release"


class VisitState(StrEnum):
    """prepare → live → debrief → review."""

    PLANNED = "planned"
    LIVE = "live"
    DEBRIEF = "debrief"
    REVIEWED = "reviewed"


class ConsentSubject(StrEnum):
    """The three things a host agrees to, one by one."""

    NOTES = "notes"
    QUOTES = "quotes"
    PHOTOS = "photos"


class ActivityKind(StrEnum):
    """What a stretch of time was. OFF_RECORD leaves nothing but its length."""

    ROUTINE = "routine"
    WAITING = "waiting"
    WORKING_AROUND = "working_around"
    OFF_RECORD = "off_record"


class SiteType(StrEnum):
    """Sites of one type are compared, and stand in for one another where nobody has been."""

    HUB = "hub"
    DEPOT = "depot"
    OFFICE = "office"
    CONTACT_CENTRE = "contact_centre"
    SHOP = "shop"
    OTHER = "other"


class ServiceStatus(StrEnum):
    """Whether a service is still offered."""

    LIVE = "live"
    RETIRED = "retired"


class CommitmentState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


class Choice(StrEnum):
    """What IT decides about a pain point, always with a reason."""

    DO = "do"
    DEFER = "defer"
    DECLINE = "decline"


class ContactLevel(StrEnum):
    """For whom somebody of the business speaks."""

    ORGANISATION = "organisation"
    UNIT = "unit"
    ROLE = "role"


class ReportKind(StrEnum):
    """The reports that can be released."""

    VISIT = "visit"
    UNIT = "unit"
    PROGRAMME = "programme"
    PRIORITIES = "priorities"
    YOU_SAID = "you_said"
    DESK = "desk"
    RELEASE = "release"


class Lane(StrEnum):
    """What to do first (`domain.md` §3.1), in the order in which the rules are asked."""

    DAMAGING = "damaging"
    TIME_CRITICAL = "time_critical"
    DEFERRABLE = "deferrable"
    PLAN = "plan"


class EvidenceGrade(StrEnum):
    """How much stands behind a figure."""

    SOLID = "solid"
    EMERGING = "emerging"
    ANECDOTE = "anecdote"
