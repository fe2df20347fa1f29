"""Whose segments are let in: the sender's key, the team that it speaks for, and what a lead has said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from uuid import UUID

from shadow_app.domain.authority import Authority, Span
from shadow_app.domain.errors import ImportTrouble, Refused
from shadow_app.domain.language import say
from shadow_app.domain.team import Revocation, fingerprint, team_of_key
from shadow_app.domain.visible import visible
from shadow_app.storage import devices
from shadow_app.storage.permission import leads_name
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.trust import FOUNDED, authority, fact_of, roots_of
from shadow_app.sync.segment import Envelope, Segment

_NO_CLOCK = datetime(2020, 1, 1, tzinfo=timezone.utc)
"""No laptop with this program on it was ever before this; a clock that says so has lost its battery."""


@dataclass(frozen=True)
class Sender:
    """Who packed something, as far as its signature tells. `known`: it is taken without asking anybody."""

    device: str
    fingerprint: str
    """The first sixteen digits of the key, to be compared aloud."""
    person: str
    made_at: datetime
    known: bool
    joins: UUID | None = None
    """The team that accepting it would make this store a part of."""
    joins_words: str = ""
    """The same as a sentence."""
    follows: str = ""
    """The key of the team that this store goes by once this is taken; empty where nothing changes."""
    alone: bool = False
    """Nobody has joined the sender's team and it has joined nobody's: it may be taken into one's own."""
    warning: str = ""


@dataclass(frozen=True)
class _Here:
    """This store, as far as it decides about a sender."""

    own_key: str
    roots: set[str]
    standing: Authority
    lead: str
    lonely: bool
    founded: bool
    accepted: bool
    key_of_device: str | None

    @classmethod
    def of(cls, store: Store, told: Envelope) -> _Here:
        own = store.signer.public_key
        with store.reading() as read:
            standing = authority(read.connection)
            founded = bool(fact_of(read.connection, FOUNDED))
            return cls(
                own_key=own,
                roots=roots_of(read.connection),
                standing=standing,
                lead=leads_name(read.connection, standing),
                lonely=standing.root == own and not founded and not devices.devices(read),
                founded=founded,
                accepted=devices.is_known_key(read, told.public_key) or told.public_key == own,
                key_of_device=_key_of_device(read, told.device, standing),
            )

    @property
    def root(self) -> str:
        return self.standing.root


def sender_of(store: Store, segment: Segment, what: str) -> Sender:
    """Who packed a segment, and whether a person is to be asked about it.

    Raises:
        ImportTrouble: it is another team's, bears a known device's id and another key, or its device was revoked or
            introduced for a time that had ended when it was packed.
    """
    told = segment.envelope
    here = _Here.of(store, told)
    if here.key_of_device not in (None, told.public_key):
        raise ImportTrouble(
            say(
                "{what} says it is from device {device}, but bears another key than the one that is known. "
                "Nothing was taken; ask whose laptop it is.",
                what=what,
                device=told.device,
            )
        )
    if told.team != team_of_key(told.root):
        raise ImportTrouble(
            say("{what} names a team that is not that of its key. Nothing was taken; ask who made it.", what=what)
        )
    span = here.standing.latest(told.public_key)
    _still_trusted(span, here.standing.revoked.get(told.public_key), told, what)
    known = here.accepted or span is not None
    follows, joins = _team_after(here, told, known=known, what=what)
    return Sender(
        device=told.device,
        fingerprint=fingerprint(told.public_key),
        person=visible(told.person),
        made_at=told.made_at,
        known=known,
        joins=team_of_key(follows) if joins else None,
        joins_words=_joins_words(told) if joins else "",
        follows=follows,
        alone=told.alone,
        warning=_clock_words(told),
    )


def admit(store: Store, sender: Sender, *, accept: bool, own_team: bool = False) -> str:
    """Let a sender's segments in; its key is remembered as they are taken.

    Args:
        store: this laptop's.
        sender: who packed it.
        accept: a person has said that an unknown sender is to be taken from now on.
        own_team: do not join the sender's team; the sender is taken into one's own.

    Returns:
        The key of the team that this store goes by from now on; empty where nothing changes.

    Raises:
        Refused: nobody here has accepted it, or it cannot be taken into one's own team.
    """
    if not sender.known and not accept:
        raise Refused(
            say(
                "Device {device} of {person} is unknown here (key {fingerprint}): compare the key with its "
                "owner, then accept it.",
                device=sender.device,
                person=sender.person or say("somebody without a name"),
                fingerprint=sender.fingerprint,
            )
        )
    if not own_team or not sender.follows:
        return sender.follows
    if not sender.alone:
        raise Refused(
            say(
                "{person} belongs to a team already and cannot be taken into yours. Nothing was taken; join "
                "that team instead, or ask for a file from somebody who works alone.",
                person=sender.person or say("The sender"),
            )
        )
    store.remember(FOUNDED, "yes")
    return ""


def _team_after(here: _Here, told: Envelope, *, known: bool, what: str) -> tuple[str, bool]:
    """The team to go by once it is taken, empty for the same one; and whether a person is asked to join it."""
    if told.root == here.root:
        return "", False
    if told.public_key == here.root and not here.founded:
        # Whoever this store follows has joined another team, and it goes along. If it is this store's own, both follow
        # each other: then both come to the same one by themselves.
        mutual = told.root == here.own_key
        after = min(here.own_key, here.root) if mutual else told.root
        return ("" if after == here.root else after), False
    if known and (told.root in here.roots or told.root == told.public_key):
        # Packed before it joined, or before this store did.
        return "", False
    if here.lonely:
        return told.root, True
    if here.root == here.own_key and told.alone:
        return "", False
    whose = say("the team of {lead}", lead=here.lead) if here.lead else say("your team")
    raise ImportTrouble(
        say(
            "{what} is from another team. Nothing was taken; whoever sent it first takes a file from "
            "{whose}, then sends again.",
            what=what,
            whose=whose,
        )
    )


def _still_trusted(span: Span | None, revoked: Revocation | None, told: Envelope, what: str) -> None:
    person = visible(span.said.person if span is not None else told.person) or say("somebody without a name")
    who = say("device {device} of {person}", device=told.device, person=person)
    if revoked is not None and told.made_at > revoked.at:
        raise ImportTrouble(
            say(
                "{what} is from {who}, which was revoked on {at:%d %B %Y} ({visible}). Nothing was taken; if "
                "that was a mistake, a lead introduces the device again.",
                what=what,
                who=who,
                at=revoked.at,
                visible=visible(revoked.why),
            )
        )
    if revoked is None and span is not None and span.until is not None and told.made_at > span.until:
        raise ImportTrouble(
            say(
                "{what} is from {who}, whose introduction ended on {until:%d %B %Y}. Nothing was taken; ask "
                "a lead to introduce the device again.",
                what=what,
                who=who,
                until=span.until,
            )
        )


def _key_of_device(read: Reader, device: str, standing: Authority) -> str | None:
    said = [span for spans in standing.spans.values() for span in spans if span.said.device == device]
    introduced = max(said, key=lambda span: span.cid).said.public_key if said else None
    return devices.key_of(read, device) or introduced


def _joins_words(told: Envelope) -> str:
    whose = visible(told.person) if told.public_key == told.root else say("somebody else than the sender")
    return say(
        "You would join the team of {whose} (key {fingerprint}).",
        whose=whose or say("somebody without a name"),
        fingerprint=fingerprint(told.root),
    )


def _clock_words(told: Envelope) -> str:
    if told.made_at >= _NO_CLOCK:
        return ""
    return say(
        "The clock of device {device} stands in {year}: set it right. Nothing is lost by it, but who "
        "may do what is told by dates.",
        device=told.device,
        year=told.made_at.year,
    )
