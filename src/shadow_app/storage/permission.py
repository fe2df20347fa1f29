"""Whether this device may write what only a lead may, and the sentence where it may not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from shadow_app.domain.authority import Authority
from shadow_app.domain.change import Change, moment_of
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import mark, say
from shadow_app.domain.team import STATEMENTS, TeamRole, leads_fields
from shadow_app.domain.visible import visible
from shadow_app.storage.seals import Signer
from shadow_app.storage.tables import known_device
from shadow_app.storage.trust import authority

_MAY = {
    "accepted": mark("accept notes"),
    "has_questions": mark("ask about notes"),
    "set_aside": mark("set notes aside"),
    "merged_into_id": mark("merge pain points and take merges apart"),
    "introduction": mark("introduce devices"),
    "revocation": mark("revoke devices"),
    "erase": mark("erase"),
}


def sealed(connection: Connection, change: Change, signer: Signer) -> Change:
    """A change that only a lead may write, with this device's seal.

    Raises:
        Refused: this device is no lead's, or no longer.
    """
    standing = authority(connection)
    if not standing.leads(signer.public_key, change.cid):
        raise Refused(_sentence(connection, standing, change, signer.public_key))
    return signer.seal(change)


def leads_name(connection: Connection, standing: Authority) -> str:
    """What the device that founded the team is called; empty where nobody has told."""
    said = standing.latest(standing.root)
    if said is not None and said.said.person:
        return visible(said.said.person)
    known = select(known_device.c.person).where(known_device.c.public_key == standing.root).limit(1)
    return visible(connection.scalar(known) or "")


def _sentence(connection: Connection, standing: Authority, change: Change, own_key: str) -> str:
    lead = leads_name(connection, standing)
    why = "" if lead else say(" of the team")
    latest = standing.latest(own_key)
    ended = ""
    if latest is not None and latest.said.role is TeamRole.LEAD:
        moment = moment_of(change.cid)
        if latest.until is not None and latest.until < moment:
            ended = say("; that you may lasted until {until:%d %B %Y}", until=latest.until)
        elif moment < latest.said.since:
            ended = say(
                "; you may from {since:%d %B %Y} on, and this laptop's clock is before that", since=latest.said.since
            )
    ask = say("ask {lead}", lead=lead or say("the lead"))
    return say(
        "Only the lead{why} may {may}{ended}: {ask}. Nothing was changed.",
        why=why,
        may=say(_may(change.op, change.kind, change.data)),
        ended=ended,
        ask=ask,
    )


def _may(op: str, kind: str, data: Mapping[str, Any]) -> str:
    if op == "erase" or kind in STATEMENTS:
        return _MAY[op if op == "erase" else kind]
    field = next(iter(leads_fields(kind, data)))
    return _MAY[field if field in _MAY else str(data[field])]
