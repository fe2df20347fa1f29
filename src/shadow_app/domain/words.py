"""The closed lists of the domain in words, said in the language that holds: one place for window, paper and terminal.

A list stands here twice only where it serves another purpose, such as a pill and a sentence. Words are small, as they
stand within a sentence, unless they are a heading or a sentence of their own.
"""

from __future__ import annotations

from shadow_app.domain.language import Labels, mark
from shadow_app.domain.vocabulary import (
    BusinessDamage,
    Choice,
    CommitmentState,
    DayTypicality,
    EvidenceGrade,
    HostSelection,
    Kind,
    Lane,
    Participation,
    ReviewState,
    Scope,
    SiteType,
    TimeToDamage,
    VisitState,
    Workaround,
)

KINDS = Labels(
    {
        Kind.PAIN: mark("Pain"),
        Kind.WORKAROUND: mark("Workaround"),
        Kind.WAIT: mark("Wait"),
        Kind.NEED: mark("Need"),
        Kind.POSITIVE: mark("Works well"),
        Kind.QUESTION: mark("Question"),
        Kind.CONTEXT: mark("Context"),
    }
)
DAMAGES = Labels(
    {
        BusinessDamage.ANNOYANCE: mark("annoyance"),
        BusinessDamage.REWORK: mark("rework"),
        BusinessDamage.CUSTOMER_NOTICES: mark("customer notices"),
        BusinessDamage.BUSINESS_LOST: mark("business lost"),
        BusinessDamage.SAFETY_OR_LEGAL: mark("safety or legal"),
    }
)
TIMES = Labels(
    {
        TimeToDamage.CAN_WAIT: mark("can wait"),
        TimeToDamage.THIS_WEEK: mark("this week"),
        TimeToDamage.TODAY: mark("today"),
        TimeToDamage.MINUTES: mark("minutes"),
    }
)
WORKAROUNDS = Labels(
    {
        Workaround.NONE: mark("none"),
        Workaround.CLUMSY: mark("clumsy"),
        Workaround.GOOD: mark("good"),
    }
)
WAYS_AROUND = Labels(
    {
        Workaround.NONE: mark("no way around it"),
        Workaround.CLUMSY: mark("a clumsy way around it"),
        Workaround.GOOD: mark("a good way around it"),
    }
)
"""The same within a sentence."""

WORKAROUND_STEPS = (Workaround.GOOD, Workaround.CLUMSY, Workaround.NONE)
"""In the order of the steps of a weight (`insight/weight_dials.py`)."""

SCOPES = Labels({Scope.PERSON: mark("each person"), Scope.SHARED: mark("shared event")})
LANES = Labels(
    {
        Lane.DAMAGING: mark("Damages the business"),
        Lane.TIME_CRITICAL: mark("Cannot wait"),
        Lane.PLAN: mark("Plan it"),
        Lane.DEFERRABLE: mark("Can wait"),
    }
)
LANE_PILLS = Labels(
    {
        Lane.DAMAGING: mark("business damage"),
        Lane.TIME_CRITICAL: mark("time-critical"),
        Lane.PLAN: mark("plan"),
        Lane.DEFERRABLE: mark("can wait"),
    }
)
"""What to do first, in a few letters."""

REVIEW_STATES = Labels(
    {
        ReviewState.DRAFT: mark("Draft"),
        ReviewState.READY: mark("Ready"),
        ReviewState.HAS_QUESTIONS: mark("Has questions"),
        ReviewState.ACCEPTED: mark("Accepted"),
        ReviewState.SET_ASIDE: mark("Set aside"),
    }
)
VISIT_STATES = Labels(
    {
        VisitState.PLANNED: mark("planned"),
        VisitState.LIVE: mark("live"),
        VisitState.DEBRIEF: mark("to be debriefed"),
        VisitState.REVIEWED: mark("debriefed"),
    }
)
PARTICIPATION = Labels(
    {
        Participation.WATCHED: mark("watched"),
        Participation.HELPED: mark("helped"),
        Participation.DID: mark("did the job"),
    }
)
TYPICALITY = Labels(
    {
        DayTypicality.QUIET: mark("quiet"),
        DayTypicality.TYPICAL: mark("typical"),
        DayTypicality.BUSY: mark("busy"),
        DayTypicality.ABNORMAL: mark("abnormal"),
    }
)
HOSTS = Labels(
    {
        HostSelection.VOLUNTEER: mark("volunteer"),
        HostSelection.MANAGERS_PICK: mark("manager’s pick"),
        HostSelection.RANDOM: mark("by lot"),
    }
)
SITES = Labels(
    {
        SiteType.HUB: mark("hub"),
        SiteType.DEPOT: mark("depot"),
        SiteType.OFFICE: mark("office"),
        SiteType.CONTACT_CENTRE: mark("contact centre"),
        SiteType.SHOP: mark("shop"),
        SiteType.OTHER: mark("site"),
    }
)
PROMISES = Labels(
    {
        CommitmentState.OPEN: mark("open"),
        CommitmentState.KEPT: mark("kept"),
        CommitmentState.DROPPED: mark("dropped"),
    }
)
CHOICES = Labels(
    {
        Choice.DO: mark("We will do it"),
        Choice.DEFER: mark("It has to wait"),
        Choice.DECLINE: mark("We will not do it"),
    }
)
CHOICE_WORDS = Labels({Choice.DO: mark("do"), Choice.DEFER: mark("defer"), Choice.DECLINE: mark("decline")})
"""The same in a column, where words are what one also types on the command line."""

GRADES = Labels(
    {
        EvidenceGrade.SOLID: mark("solid"),
        EvidenceGrade.EMERGING: mark("first signs"),
        EvidenceGrade.ANECDOTE: mark("an anecdote so far"),
    }
)
"""How much stands behind a figure, in a cell of a table."""
