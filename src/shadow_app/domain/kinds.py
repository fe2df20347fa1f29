"""Every kind of record, by the name under which the change log knows it."""

from __future__ import annotations

from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Host, Shadower
from shadow_app.domain.programme import Programme, Target, TicketCount
from shadow_app.domain.ranking import AssumedRanking, StatedImportance
from shadow_app.domain.record import Record
from shadow_app.domain.released import Edition, SavedFilter, Snapshot
from shadow_app.domain.service import Service
from shadow_app.domain.team import Introduction, Revocation
from shadow_app.domain.telling import Contact, Conversation, FeedbackRecord, Update
from shadow_app.domain.visit import Activity, ConsentRecord, GuideAnswer, Visit
from shadow_app.domain.weights import Weights

KINDS: tuple[type[Record], ...] = (
    Organisation,
    BusinessUnit,
    Site,
    Role,
    RolePopulation,
    Service,
    BusinessStep,
    Shadower,
    Weights,
    AssumedRanking,
    Visit,
    Host,
    ConsentRecord,
    GuideAnswer,
    Observation,
    Activity,
    ServiceTag,
    PainPoint,
    PainPointMember,
    StatedImportance,
    Commitment,
    Attachment,
    Decision,
    FollowUp,
    Update,
    FeedbackRecord,
    Contact,
    Conversation,
    Programme,
    Target,
    TicketCount,
    Snapshot,
    Edition,
    SavedFilter,
    Introduction,
    Revocation,
)
"""Parents before children, so that writing them in this order satisfies every foreign key."""

BY_NAME: dict[str, type[Record]] = {kind.kind_name: kind for kind in KINDS}
