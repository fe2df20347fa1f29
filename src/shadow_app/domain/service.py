"""What IT provides, in the words people really use for it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from shadow_app.domain.record import Line, Name, Record
from shadow_app.domain.vocabulary import ServiceStatus


class Service(Record):
    """An entry of the catalogue. An alias may belong to several services: then it asks, later."""

    kind_name: ClassVar[str] = "service"
    code: Annotated[str, Field(max_length=80)] = ""
    name: Name
    description: Line = ""
    category: Annotated[str, Field(max_length=200)] = ""
    owner: Annotated[str, Field(max_length=200)] = ""
    support_team: Annotated[str, Field(max_length=200)] = ""
    aliases: tuple[Annotated[str, Field(min_length=1, max_length=80)], ...] = ()
    criticality: Annotated[str, Field(max_length=40)] = ""
    status: ServiceStatus = ServiceStatus.LIVE
