"""Who belongs to the team, whose laptop may do what, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shadow_app.domain.authority import Authority
from shadow_app.domain.change import moment_of
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.news import News
from shadow_app.domain.record import new_id
from shadow_app.domain.team import Introduction, Revocation, Standing, TeamRole, fingerprint, team_of_key
from shadow_app.domain.visible import visible
from shadow_app.storage import devices
from shadow_app.storage.permission import leads_name
from shadow_app.storage.refusals import Attempt, attempts
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.trust import FOUNDED, authority, fact_of, root_of
from shadow_app.sync.recipients import box_key
from shadow_app.usecases.team_keys import TeamKey, find_key, keys_of, now, person_of, sealing_key, standing_of


@dataclass(frozen=True)
class TeamState:
    """Whose team this is. Fingerprints are sixteen digits of a key, to be compared aloud."""

    team: UUID
    fingerprint: str
    """Of the device that founded the team."""
    lead: str
    """What that device's owner is called; empty where nobody has told."""
    founded: bool
    """Somebody here has said that this laptop leads its team."""
    leads: bool
    """Whether this laptop may act as a lead today."""
    alone: bool
    """Nobody has joined and nobody was joined: everything is as if there were no team."""
    own_device: str
    own_fingerprint: str


@dataclass(frozen=True)
class Member:
    """One laptop of the team. `seen_at` is when it last wrote or packed something that came here."""

    device: str
    person: str
    fingerprint: str
    role: TeamRole
    since: datetime | None
    until: datetime | None
    seen_at: datetime | None
    standing: Standing
    why: str = ""
    """Why it was revoked."""


class Team:
    """The team that this store belongs to (`reliability.md` §4)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self) -> TeamState:
        """Whose team it is and what this laptop may do in it."""
        own = self._store.signer.public_key
        with self._store.reading() as read:
            standing = authority(read.connection)
            return TeamState(
                team=team_of_key(standing.root),
                fingerprint=fingerprint(standing.root),
                lead=leads_name(read.connection, standing),
                founded=bool(fact_of(read.connection, FOUNDED)),
                leads=standing.role(own, now()) is TeamRole.LEAD,
                alone=is_alone(read, own),
                own_device=self._store.device,
                own_fingerprint=fingerprint(own),
            )

    def people(self) -> list[Member]:
        """Every laptop that belongs to the team or once did, the team's founder first, then by person."""
        with self._store.reading() as read:
            standing = authority(read.connection)
            members = [self._member(read, standing, key) for key in keys_of(self._store, read, standing)]
        return sorted(members, key=lambda each: (each.standing is not Standing.ROOT, each.person.casefold()))

    def found(self) -> None:
        """Say that this laptop leads its team: who sends something joins it, and it joins nobody's.

        Raises:
            Refused: it has joined another team.
        """
        own = self._store.signer.public_key
        with self._store.work("Team founded") as work:
            if root_of(work.connection) != own:
                lead = leads_name(work.connection, authority(work.connection)) or say("somebody else")
                raise Refused(
                    say(
                        "This laptop belongs to the team of {lead} already, so it cannot lead one of its own. "
                        "Ask {lead} to introduce it as a lead's; from then on it may do all that a lead may.",
                        lead=lead,
                    )
                )
            if fact_of(work.connection, FOUNDED):
                return
            work.put(self._introduction(own, TeamRole.LEAD, None, self._store.author))
            work.note_fact(FOUNDED, "yes")
            work.commit()

    def introduce(self, device: str, role: TeamRole, until: datetime | None = None) -> News:
        """Say what a laptop may do, from now on: its work is taken everywhere without asking.

        Args:
            device: its id; something of it must have come here before, for its key.
            role: a lead's laptop may also accept, merge, erase, introduce and revoke.
            until: when that ends; never, if not said.

        Raises:
            NotFound: nothing is known of the device.
            Refused: this laptop is no lead's, the end has passed, or it is the one that founded the team.
        """
        if until is not None and until <= now():
            raise Refused(say("That day has passed already: say until when it is to last, or nothing for no end."))
        with self._store.work("Device introduced") as work:
            key = find_key(self._store, work, device)
            self._not_the_root(work, key, say("leads the team by itself, which needs no introduction"))
            person = self._member(work, authority(work.connection), key).person
            work.put(self._introduction(key.public_key, role, until, person, key))
            return work.commit()

    def revoke(self, device: str, why: str) -> News:
        """Say that a laptop is not to be trusted any more: what it packs from now on is refused everywhere.

        What it had handed over before stays.

        Raises:
            NotFound: nothing is known of the device.
            Refused: this laptop is no lead's, there is no reason, or it is this one or the one that founded the team.
        """
        reason = " ".join(visible(why).split())[:2_000]
        if not reason:
            raise Refused(say("Say in a few words why the device is revoked, so that its owner understands."))
        with self._store.work("Device revoked") as work:
            key = find_key(self._store, work, device)
            self._not_the_root(work, key, say("founded the team and cannot be revoked"))
            if key.own:
                raise Refused(say("This is the laptop that you are working on: revoke it from another lead's."))
            work.put(Revocation(device=key.device, public_key=key.public_key, at=now(), why=reason))
            return work.commit()

    def rename(self, device: str, person: str) -> None:
        """Whose laptop it is: for the whole team where it was introduced, else here.

        Raises:
            NotFound: nothing is known of the device.
            Refused: there is no name, or it was introduced and this laptop is no lead's.
        """
        name = " ".join(visible(person).split())[:200]
        if not name:
            raise Refused(say("Whose laptop it is needs a name."))
        with self._store.work("Device renamed") as work:
            key = find_key(self._store, work, device)
            if key.revoked is not None:
                raise Refused(
                    say("Device {device} was revoked: introduce it again, then give it a name.", device=key.device)
                )
            if key.own and key.span is None:
                raise Refused(say("Your own name is what you sign with: change it in the settings."))
            devices.call(work, key.public_key, name)
            if key.span is not None:
                work.put(key.said.edited(id=new_id(), person=name, until=key.span.until))
            work.commit()

    def attempts(self) -> list[Attempt]:
        """What somebody tried that only a lead may do: it has no effect, and is kept."""
        with self._store.reading() as read:
            return attempts(read)

    def _not_the_root(self, read: Reader, key: TeamKey, why: str) -> None:
        if key.public_key == root_of(read.connection):
            raise Refused(say("Device {device} {why}.", device=key.device, why=why))

    def _member(self, read: Reader, standing: Authority, key: TeamKey) -> Member:
        span = key.span
        seen = [each.seen_at for each in key.known]
        if not seen and not key.own and (cid := devices.last_written(read, key.device)) is not None:
            seen = [moment_of(cid)]
        since = span.said.since if span else next((each.accepted_at for each in key.known), None)
        return Member(
            device=key.device,
            person=visible(person_of(key, self._store.author)),
            fingerprint=fingerprint(key.public_key),
            role=standing.role(key.public_key, now()) or (span.said.role if span else TeamRole.SHADOWER),
            since=since,
            until=key.revoked.at if key.revoked else span.until if span else None,
            seen_at=max(seen, default=None),
            standing=standing_of(key, standing.root),
            why="" if key.revoked is None else visible(key.revoked.why),
        )

    def _introduction(
        self, public_key: str, role: TeamRole, until: datetime | None, person: str, key: TeamKey | None = None
    ) -> Introduction:
        own = public_key == self._store.signer.public_key
        sealed_to = box_key(self._store.signer.seed) if own else sealing_key(key)
        return Introduction(
            device=self._store.device if key is None else key.device,
            public_key=public_key,
            box_key=sealed_to,
            person=person[:200],
            role=role,
            since=now(),
            until=until,
        )


def is_alone(read: Reader, own_key: str) -> bool:
    """Whether a store follows nobody and has accepted nobody."""
    return root_of(read.connection) == own_key and not devices.devices(read)
