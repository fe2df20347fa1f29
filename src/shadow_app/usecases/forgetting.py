"""Where a host's name still stands: masks know a name by the key list, so what is forgotten is printed as it stands."""

from __future__ import annotations

from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.people import Host
from shadow_app.domain.record import Record
from shadow_app.domain.visit import GuideAnswer, Visit
from shadow_app.insight.privacy import people_named
from shadow_app.storage import host_keys
from shadow_app.storage.repository import Reader

_SPEAKING: tuple[type[Record], ...] = (Observation, GuideAnswer, Attachment, Commitment)


def texts_naming(read: Reader, host_id: UUID) -> int:
    """How many records of the visit say the name that the key list has for its host; 0 where it has none.

    Raises:
        NotFound: there is no such host.
    """
    host = read.get(Host, host_id)
    name = host_keys.name_of(read, host_id)
    if not name.strip():
        return 0
    records: list[Record] = [read.recall(Visit, host.visit_id)]
    records += [each for kind in _SPEAKING for each in read.where(kind, visit_id=host.visit_id)]
    return sum(_says(each, name) for each in records)


def _says(record: Record, name: str) -> bool:
    return any(isinstance(value, str) and people_named(value, [name]) for _, value in record)
