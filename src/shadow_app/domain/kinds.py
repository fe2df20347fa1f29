"""Every kind of record, by the name under which the change log knows it."""

from __future__ import annotations

from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Host, Shadower
from shadow_app.domain.ranking import AssumedRanking, StatedImportance
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Activity, Commitment, ConsentRecord, GuideAnswer, Visit
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
)
"""Parents before children, so that writing them in this order satisfies every foreign key."""

BY_NAME: dict[str, type[Record]] = {kind.kind_name: kind for kind in KINDS}
