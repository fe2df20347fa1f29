"""Kinds of records and the values of their closed lists in words, as histories and conflicts show them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from shadow_app.domain import words
from shadow_app.domain.field_words import plain
from shadow_app.domain.language import Labels, current, mark, say
from shadow_app.domain.team import TeamRole
from shadow_app.domain.vocabulary import (
    ActivityKind,
    AffectedParty,
    BusinessDamage,
    Choice,
    CommitmentState,
    ConsentSubject,
    ContactLevel,
    DayTypicality,
    Evidence,
    HostSelection,
    Kind,
    MinutesSource,
    Participation,
    RatePer,
    ReadBack,
    ReportKind,
    ReviewState,
    Scope,
    ServiceStatus,
    SiteType,
    TimeToDamage,
    VisitState,
    VisitType,
    Workaround,
)

RECORDS = Labels(
    {
        "organisation": mark("Firm"),
        "business_unit": mark("Business unit"),
        "site": mark("Site"),
        "role": mark("Role"),
        "role_population": mark("Headcount"),
        "service": mark("Service"),
        "business_step": mark("Business step"),
        "shadower": mark("Person of IT"),
        "weights": mark("Weights"),
        "assumed_ranking": mark("IT’s list"),
        "visit": mark("Visit"),
        "host": mark("Host"),
        "consent": mark("Consent"),
        "guide_answer": mark("Answer of the guide"),
        "observation": mark("Note"),
        "activity": mark("Activity"),
        "service_tag": mark("Service of a note"),
        "pain_point": mark("Pain point"),
        "pain_point_member": mark("Note of a pain point"),
        "stated_importance": mark("What users said matters"),
        "commitment": mark("Promise"),
        "attachment": mark("Photo or recording"),
        "decision": mark("Decision"),
        "follow_up": mark("Follow-up"),
        "site_update": mark("What a site was told"),
        "feedback": mark("What the desk was told"),
        "contact": mark("Contact"),
        "conversation": mark("Conversation"),
        "programme": mark("Programme"),
        "target": mark("Goal of a team"),
        "ticket_count": mark("Ticket counts"),
        "snapshot": mark("Locked ranking"),
        "edition": mark("Released report"),
        "saved_filter": mark("Kept search"),
        "introduction": mark("Introduction of a laptop"),
        "revocation": mark("Revocation of a laptop"),
    }
)

_VALUES: Mapping[type[Enum], Mapping[Any, str]] = {
    Kind: words.KINDS,
    Evidence: Labels({Evidence.SEEN: mark("seen"), Evidence.TOLD: mark("told")}),
    Scope: words.SCOPES,
    BusinessDamage: words.DAMAGES,
    TimeToDamage: words.TIMES,
    Workaround: words.WORKAROUNDS,
    MinutesSource: Labels({MinutesSource.TIMED: mark("timed"), MinutesSource.ESTIMATED: mark("estimated")}),
    RatePer: Labels(
        {
            RatePer.HOUR: mark("hour"),
            RatePer.DAY: mark("day"),
            RatePer.WEEK: mark("week"),
            RatePer.MONTH: mark("month"),
        }
    ),
    AffectedParty: Labels(
        {AffectedParty.INTERNAL: mark("people within the business"), AffectedParty.EXTERNAL: mark("customers")}
    ),
    ReviewState: words.REVIEW_STATES,
    ReadBack: Labels(
        {ReadBack.AGREED: mark("agreed"), ReadBack.CORRECTED: mark("corrected"), ReadBack.WITHDRAWN: mark("withdrawn")}
    ),
    Participation: words.PARTICIPATION,
    DayTypicality: words.TYPICALITY,
    HostSelection: words.HOSTS,
    VisitType: Labels({VisitType.IMMERSION: mark("immersion"), VisitType.POST_RELEASE: mark("after a release")}),
    VisitState: words.VISIT_STATES,
    ConsentSubject: Labels(
        {
            ConsentSubject.NOTES: mark("notes"),
            ConsentSubject.QUOTES: mark("quotes"),
            ConsentSubject.PHOTOS: mark("photos"),
        }
    ),
    ActivityKind: Labels(
        {
            ActivityKind.ROUTINE: mark("routine"),
            ActivityKind.WAITING: mark("Waiting"),
            ActivityKind.WORKING_AROUND: mark("Working around"),
            ActivityKind.OFF_RECORD: mark("Off the record"),
        }
    ),
    SiteType: words.SITES,
    ServiceStatus: Labels({ServiceStatus.LIVE: mark("offered"), ServiceStatus.RETIRED: mark("retired")}),
    CommitmentState: words.PROMISES,
    Choice: words.CHOICES,
    ContactLevel: Labels(
        {
            ContactLevel.ORGANISATION: mark("Firm"),
            ContactLevel.UNIT: mark("Business unit"),
            ContactLevel.ROLE: mark("Role"),
        }
    ),
    ReportKind: Labels(
        {
            ReportKind.VISIT: mark("Visit"),
            ReportKind.UNIT: mark("Business unit"),
            ReportKind.PROGRAMME: mark("Programme"),
            ReportKind.PRIORITIES: mark("Priorities"),
            ReportKind.YOU_SAID: mark("You said, we did"),
            ReportKind.DESK: mark("Briefing for the service desk"),
            ReportKind.RELEASE: mark("After a release"),
        }
    ),
    TeamRole: Labels({TeamRole.SHADOWER: mark("shadower"), TeamRole.LEAD: mark("lead")}),
}


def record_word(kind_name: str) -> str:
    """What a kind of record is called; one that this version does not know by its own name."""
    return RECORDS.get(kind_name) or plain(kind_name)


def record_noun(kind_name: str) -> str:
    """What a kind of record is called in mid-sentence: "business unit", in German "Geschäftsbereich"."""
    return kind_name.replace("_", " ") if current().english else record_word(kind_name)


def value_word(kind: type[Enum], value: object) -> str:
    """A value of a closed list in words; one that this version does not know as it stands."""
    try:
        return _VALUES[kind][kind(value)]
    except (KeyError, ValueError):
        return plain(str(value))


def yes_or_no(value: bool) -> str:
    """A truth in a word; not `say("no")`, which is the number nought in words."""
    return (say("Yes") if value else say("No")).lower()
