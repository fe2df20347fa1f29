"""The tables as declared today. `migrations/` brings any older store here; a test holds the two equal.

Each kind of record has one table: `row` (private, the lists' and the index's key), `heads` (which changes wrote the
fields, JSON) and one column per field. Beside them: the append-only `change` log, `blob`, the search index, the
learnt counts of the suggester and a few facts about the store itself.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    literal,
    literal_column,
    text,
)

from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Host, Shadower
from shadow_app.domain.programme import Programme, Target, TicketCount
from shadow_app.domain.ranking import AssumedRanking, StatedImportance
from shadow_app.domain.record import Record
from shadow_app.domain.released import Edition, Snapshot
from shadow_app.domain.service import Service
from shadow_app.domain.telling import Contact, Conversation, FeedbackRecord, Update
from shadow_app.domain.visit import Activity, ConsentRecord, GuideAnswer, Visit
from shadow_app.storage.columns import Flag, Id, Instant, column_for

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_REFERENCES: dict[type[Record], dict[str, type[Record]]] = {
    BusinessUnit: {"organisation_id": Organisation},
    Site: {"unit_id": BusinessUnit},
    Role: {"organisation_id": Organisation},
    RolePopulation: {"site_id": Site, "role_id": Role},
    BusinessStep: {"unit_id": BusinessUnit},
    AssumedRanking: {"organisation_id": Organisation, "unit_id": BusinessUnit},
    Visit: {"site_id": Site, "role_id": Role, "shadower_id": Shadower},
    Host: {"visit_id": Visit, "role_id": Role},
    ConsentRecord: {"visit_id": Visit},
    GuideAnswer: {"visit_id": Visit},
    Observation: {"visit_id": Visit, "role_id": Role, "step_id": BusinessStep},
    Activity: {"visit_id": Visit, "observation_id": Observation},
    ServiceTag: {"visit_id": Visit, "observation_id": Observation, "service_id": Service},
    PainPoint: {"service_id": Service},
    PainPointMember: {"pain_point_id": PainPoint, "observation_id": Observation},
    StatedImportance: {"visit_id": Visit, "service_id": Service},
    Commitment: {"visit_id": Visit, "pain_point_id": PainPoint, "site_id": Site},
    Attachment: {"visit_id": Visit, "observation_id": Observation},
    Decision: {"pain_point_id": PainPoint},
    FollowUp: {"pain_point_id": PainPoint},
    Update: {"site_id": Site, "pain_point_id": PainPoint, "commitment_id": Commitment},
    FeedbackRecord: {"pain_point_id": PainPoint},
    Contact: {"organisation_id": Organisation, "unit_id": BusinessUnit, "site_id": Site, "role_id": Role},
    Conversation: {"contact_id": Contact},
    Target: {"programme_id": Programme},
    TicketCount: {"service_id": Service, "unit_id": BusinessUnit},
    Snapshot: {"unit_id": BusinessUnit},
}

_INDEXES: dict[type[Record], tuple[tuple[str, ...], ...]] = {
    Visit: (("starts_at", "row"),),
    Observation: (("visit_id", "at"), ("at", "row")),
    ServiceTag: (("observation_id",), ("service_id",), ("visit_id",)),
    PainPointMember: (("observation_id",), ("pain_point_id",)),
    Host: (("visit_id",),),
    Activity: (("visit_id",),),
    Attachment: (("visit_id",), ("observation_id",)),
    StatedImportance: (("visit_id",),),
    Commitment: (("visit_id",), ("pain_point_id",)),
    ConsentRecord: (("visit_id",),),
    GuideAnswer: (("visit_id",),),
    FollowUp: (("pain_point_id",),),
    Update: (("site_id", "told_on"), ("pain_point_id",)),
    FeedbackRecord: (("pain_point_id",),),
    Conversation: (("contact_id",),),
    TicketCount: (("service_id",),),
    Edition: (("report_kind", "subject_id"),),
}


def _table(kind: type[Record]) -> Table:
    columns = [column_for(name, field) for name, field in kind.model_fields.items()]
    for column in columns:
        parent = _REFERENCES.get(kind, {}).get(column.name)
        if parent is not None:
            column.append_foreign_key(ForeignKey(f"{parent.kind_name}.id"))
        if column.name == "id":
            column.unique = True
    table = Table(
        kind.kind_name,
        metadata,
        Column("row", Integer, primary_key=True),
        Column("heads", JSON, nullable=False),
        *columns,
    )
    for names in _INDEXES.get(kind, ()):
        Index(None, *(table.c[name] for name in names))
    return table


TABLES: dict[type[Record], Table] = {kind: _table(kind) for kind in KINDS}

SEVERAL = "(instr(heads, '\",\"') OR instr(heads, '\", \"'))"
"""Whether a record has a field with several heads: only in a list of two has the JSON a quote, a comma and a quote in a
row. Older versions left a space after the comma."""

for _kind in (Observation, ServiceTag, PainPointMember):
    Index(f"ix_{_kind.kind_name}_several", TABLES[_kind].c.id, sqlite_where=text(SEVERAL))

READY = "state = 'ready' AND removed = 0"
"""Whether a note waits for a review: few of all do, and they are counted whenever Today is opened."""

Index("ix_observation_ready", TABLES[Observation].c.visit_id, sqlite_where=text(READY))

change = Table(
    "change",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("scope", Id, nullable=False),
    Column("device", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("cid", Text, nullable=False),
    Column("op", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Id, nullable=False, index=True),
    Column("data", JSON, nullable=False),
    Column("replaces", JSON, nullable=False),
    Column("author", Text, nullable=False),
    Column("action", Id, nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("undoes", Id),
    Column("seal", Text, nullable=False),
    UniqueConstraint("scope", "device", "seq"),
    # Uniqueness of cid as well: its last half is the device. In this order the newest own id is one look-up.
    UniqueConstraint("device", "cid"),
)
Index("ix_change_sealed", change.c.kind, sqlite_where=change.c.seal != literal_column("''"))

blob = Table(
    "blob",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("thumbnail", LargeBinary),
)

fact = Table(
    "fact",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What the store knows about itself: its device, and figures that were fitted and need not be fitted again."""

learnt = Table(
    "learnt",
    metadata,
    Column("feature", Text, primary_key=True),
    Column("service_id", Id, primary_key=True),
    Column("half_units", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How often a feature met a service: read by the feature, as it is typed."""

learnt_total = Table(
    "learnt_total",
    metadata,
    Column("service_id", Id, primary_key=True),
    Column("half_units", Integer, nullable=False),
)
"""The sum of a service's counts."""

learnt_from = Table(
    "learnt_from",
    metadata,
    Column("tag_id", Id, primary_key=True),
    Column("observation_id", Id, nullable=False, index=True),
    Column("service_id", Id, nullable=False),
    Column("text", Text, nullable=False),
)
"""Which words each confirmed tag has taught, so that taking it back subtracts just that."""

to_learn = Table("to_learn", metadata, Column("observation_id", Id, primary_key=True))

erased = Table("erased", metadata, Column("record_id", Id, primary_key=True))
"""Whose content is gone for good: whatever arrives of them later stays empty (`erasing`). Told by the log, as are the
next two."""

doubtful = Table("doubtful", metadata, Column("row", Integer, primary_key=True))
"""Changes (by their row) that nothing proves: what is a lead's to write and bears no good seal, and husks of what no
lead has erased. They have no effect, and give way to the real thing as soon as somebody brings it (`doubts`)."""

limbo = Table(
    "limbo",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record_id", Id, primary_key=True),
    Column("need", Id, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Records that came before what they belong to, and what they wait for."""

unshown = Table(
    "unshown",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record_id", Id, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Values that the log keeps and this version cannot show; no field means the whole record."""

refused = Table(
    "refused",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("device", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("scope", Id),
    Column("record_id", Id, index=True),
    Column("payload", Text, nullable=False),
)
"""Changes from elsewhere that did not go into the log as they came, kept whole, with the reason."""

known_device = Table(
    "known_device",
    metadata,
    Column("device", Text, primary_key=True),
    Column("public_key", Text, nullable=False, index=True),
    Column("box_key", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("accepted_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
)
"""Whose segments are taken: somebody here has accepted the device, and its key was remembered."""

taking = Table(
    "taking",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("source", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("first_row", Integer, nullable=False),
    Column("last_row", Integer, nullable=False),
    Column("taken_back", Flag, nullable=False),
)
"""What came in together: a stretch of the log, from which file or folder, written by whose device."""

read_segment = Table(
    "read_segment",
    metadata,
    Column("place", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Segments of a shared folder that have been taken whole."""


def no() -> ColumnElement[bool]:
    """False, as the stores keep it."""
    return literal(False, Flag())


def present(table: Table) -> ColumnElement[bool]:
    """Whether a row has not been removed."""
    return table.c.removed == no()
