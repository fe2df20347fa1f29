"""Keeping in step through the team hub: tell it what it lacks, take what is lacking here (`reliability.md` §3.6).

What the hub has is asked of the hub each time, stream by stream, so that one that was put back from a backup is told
again. What comes from there is checked like a line of a segment, and taken in the same way.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.fit import why_unfit
from shadow_app.domain.language import mark, say
from shadow_app.domain.transport import Watch
from shadow_app.domain.unfit import reason
from shadow_app.storage import contents, devices, takings
from shadow_app.storage.arrivals import Arrival, join, keep_content, take
from shadow_app.storage.erasing import all_erased
from shadow_app.storage.hub import contents as hub_contents
from shadow_app.storage.hub import incoming, outgoing
from shadow_app.storage.hub.address import place_of
from shadow_app.storage.hub.link import Hub, check, connected
from shadow_app.storage.hub.outgoing import Pusher, Rights
from shadow_app.storage.hub.rows import Told, told_rows
from shadow_app.storage.hub.streams import Stretch, difference, pieces
from shadow_app.storage.store import Store
from shadow_app.storage.trust import FOUNDED, fact_of, root_of, roots_of
from shadow_app.usecases.handing_over import small_picture, warnings_of
from shadow_app.usecases.sharing import Synced

AT_ONCE = 5_000
"""Changes per piece; each is one transaction on either side, and whoever waits is asked between two of them."""

HUB = "team hub"
_NOT_KNOWN = mark(
    "The hub does not know this laptop: a lead types `shadow-app hub add-device ADDRESS LOGIN {device}`. Until then "
    "{many:,|change waits|changes wait} here; what others wrote is taken."
)
_NOT_SHOWN = mark(
    "Of {visits:,|visit|visits} of other people {many:,|change waits|changes wait} here: a lead shows you what you "
    "work on with `shadow-app hub share`."
)
_JOINED = "hub.joined"
_SHOWN_OF_BAD = 20_000


def sync_hub(store: Store, address: str, watch: Watch | None = None) -> Synced:
    """Tell the hub what is new here and take what others have told it.

    Args:
        store: this laptop's.
        address: `postgresql://LOGIN@HOST/DATABASE`; a password in it is used and kept nowhere.
        watch: who waits for it.

    Raises:
        Trouble: the hub is not there, is another team's or a newer version's, or does not let this login in. What was
            exchanged until then stays exchanged, and what is unsent stays here.
    """
    with connected(address) as hub:
        rights = _admitted(store, hub)
        talk = _Talk(store, hub, rights, place_of(address), watch or Watch())
        talk.tell()
        talk.fetch()
        talk.fetch_contents()
        # What came may belong to what was erased here.
        talk.tell_erased()
    return talk.done


def unsent(store: Store, address: str) -> int:
    """How many changes the hub has not got from here, as far as this laptop knows; the hub is not asked."""
    place = place_of(address)
    known = _Known.of(store, place)
    with store.reading() as read:
        newest = takings.newest_row(read.connection)
        fresh = takings.not_from(read.connection, place, known.row, newest)
        own = {*known.devices, store.device}
        return known.waiting + sum(1 for each in fresh if known.lead or each.device in own)


@dataclass(frozen=True)
class _Known:
    """What was found out when the hub was last told: up to which row of the log, for whom, and what still waits."""

    row: int = 0
    waiting: int = 0
    lead: bool = False
    devices: tuple[str, ...] = ()
    alike: str = ""
    """What was last found to be the same there and here; see `streams.difference`."""

    @classmethod
    def of(cls, store: Store, place: str) -> _Known:
        kept = store.fact(f"hub.{place}")
        return cls(**json.loads(kept)) if kept else cls()

    def keep(self, store: Store, place: str) -> None:
        store.remember(f"hub.{place}", json.dumps(vars(self)))


def _admitted(store: Store, hub: Hub) -> Rights:
    """Whether the hub and this store go together; what this login may do there.

    Raises:
        ImportTrouble: they do not.
    """
    root = check(hub)
    rights = outgoing.rights_of(hub)
    if rights is None:
        raise ImportTrouble(
            say(
                "The team hub {where} lets you in, but you are no member: its administrator runs `shadow-app "
                "hub init ADDRESS --member NAME:LOGIN:ROLE`.",
                where=hub.where,
            )
        )
    with store.reading() as read:
        own, roots = root_of(read.connection), roots_of(read.connection)
        lonely = own == store.signer.public_key and not fact_of(read.connection, FOUNDED) and not devices.devices(read)
    if root is None:
        if not rights.lead:
            raise ImportTrouble(
                say("The team hub {where} has no team yet: its lead keeps in step with it first.", where=hub.where)
            )
        root = str(hub.value("SELECT shadow.found(%s)", own))
    if root not in roots:
        if not lonely or store.fact(_JOINED):
            raise ImportTrouble(
                say(
                    "The team hub {where} is another team's. Nothing was exchanged: check the address, or ask "
                    "its lead for a hand-over file first.",
                    where=hub.where,
                )
            )
        with store.maintaining() as write:
            join(write.connection, root)
    store.remember(_JOINED, root)
    return rights


class _Talk:
    """One exchange with a hub that lets us in."""

    def __init__(self, store: Store, hub: Hub, rights: Rights, place: str, watch: Watch) -> None:
        self.store = store
        self.hub = hub
        self.rights = rights
        self.place = place
        self.watch = watch
        self.done = Synced()

    def tell(self) -> None:
        """Everything that it lacks and this login may tell it; contents after what names them."""
        self.tell_erased()
        with self.store.reading() as read:
            outgoing.claim(self.hub, read.connection, self.rights)
            newest = takings.newest_row(read.connection)
        self.rights = outgoing.rights_of(self.hub) or self.rights
        alike = _Known.of(self.store, self.place).alike
        with self.store.reading() as read:
            self.found = difference(self.hub, read.connection, alike)
        going = [each for each in self.found.lacking_there if self.rights.may_tell(each.scope, each.device)]
        pusher = Pusher(self.hub, self.rights)
        parts = list(pieces(going, AT_ONCE))
        # The next piece is read while the hub is busy with the one before: a quarter of the time was reading.
        with ThreadPoolExecutor(1, "hub-reading") as ahead:
            try:
                coming = deque(ahead.submit(self._rows_of, part) for part in parts[:1])
                for at in range(len(parts)):
                    self.watch.step(at, len(parts))
                    rows = coming.popleft().result()
                    coming.extend(ahead.submit(self._rows_of, part) for part in parts[at + 1 : at + 2])
                    pusher.push(rows)
            finally:
                self.done.sent = pusher.done.sent
        waiting = self._say_what_waits(pusher)
        own = tuple(sorted(self.rights.devices))
        _Known(newest, waiting, self.rights.lead, own, self.found.alike).keep(self.store, self.place)
        self._tell_contents()

    def _rows_of(self, part: list[Stretch]) -> list[Told]:
        with self.store.reading() as read:
            return told_rows(read.connection, part)

    def tell_erased(self) -> None:
        """What was erased here loses its content there, if this is a lead's login."""
        if not self.rights.lead:
            return
        with self.store.reading() as read:
            gone = all_erased(read.connection) - self.rights.erased
        outgoing.tell_erased(self.hub, gone)

    def _say_what_waits(self, pusher: Pusher) -> int:
        own = {*self.rights.devices, self.store.device}
        waiting = [
            each
            for each in self.found.lacking_there
            if each.device in own and not self.rights.may_tell(each.scope, each.device)
        ]
        many = sum(each.until - each.after for each in waiting)
        if self.store.device not in self.rights.devices:
            self.done.warnings.append(say(_NOT_KNOWN, device=self.store.device, many=many))
        elif waiting:
            visits = len({each.scope for each in waiting})
            self.done.warnings.append(say(_NOT_SHOWN, many=many, visits=visits))
        if pusher.done.erasures_kept_back:
            many += pusher.done.erasures_kept_back
            self.done.warnings.append(
                say(
                    "{erasures_kept_back:,|erasure waits|erasures wait} here: at the hub only a lead may erase.",
                    erasures_kept_back=pusher.done.erasures_kept_back,
                )
            )
        if pusher.done.unfit:
            many += len(pusher.done.unfit)
            self.done.refused.append(
                say(
                    "The hub did not take {unfit:,|change|changes}, beginning with {first}. "
                    "{unfit:!|It stays|They stay} here, and "
                    "everything else went through.",
                    unfit=len(pusher.done.unfit),
                    first=pusher.done.unfit[0],
                )
            )
        return many

    def _tell_contents(self) -> None:
        with self.store.reading() as read:
            places = hub_contents.to_leave(self.hub, read.connection, self.rights)
            held = contents.sizes(read.connection, {sha for _, sha in places})
        going = [each for each in places if each[1] in held]
        for at, place in enumerate(going):
            self.watch.step(at, len(going))
            with self.store.reading() as read:
                data = contents.read(read.connection, place[1])
            if data is not None:
                hub_contents.leave(self.hub, place, data)
        with self.store.reading() as read:
            hub_contents.drop_withdrawn(self.hub, read.connection)

    def fetch(self) -> None:
        """Everything that is lacking here, in pieces of one transaction each."""
        parts = list(pieces(self.found.lacking_here, AT_ONCE))
        for at, part in enumerate(parts):
            self.watch.step(at, len(parts))
            changes, bad = _checked(incoming.fetch(self.hub, part))
            outcome = take(self.store, self._arrival(changes, bad), small_picture)
            self.done.received += outcome.absorbed.fresh
            self.done.refused += outcome.absorbed.refused
            self.done.warnings += warnings_of(outcome)

    def _arrival(self, changes: Sequence[Change], bad: Sequence[tuple[str, str]]) -> Arrival:
        now = datetime.now(timezone.utc)
        return Arrival(self.place, HUB, public_key="", person="", made_at=now, changes=changes, bad=bad)

    def fetch_contents(self) -> None:
        """Pictures and reports that the log here names and that are not here."""
        with self.store.reading() as read:
            missing = contents.missing(read.connection)
        there = sorted(hub_contents.are_there(self.hub, missing)) if missing else []
        for at, sha256 in enumerate(there):
            self.watch.step(at, len(there))
            data = hub_contents.fetch(self.hub, sha256)
            if data is None or hashlib.sha256(data).hexdigest() != sha256:
                self.done.later += 1
            elif keep_content(self.store, sha256, data, small_picture):
                self.done.pictures += 1
            else:
                self.done.refused.append(
                    say("A photo or recording is none that can be used; the note stands without it.")
                )


def _checked(rows: Sequence[tuple[dict[str, Any], str]]) -> tuple[list[Change], list[tuple[str, str]]]:
    """Rows of the hub as changes; and those that are none, each with the reason."""
    changes: list[Change] = []
    bad: list[tuple[str, str]] = []
    for columns, body in rows:
        why: str | None
        try:
            rest = from_json(body, allow_inf_nan=False)
            change = Change.model_validate({**rest, **columns})
            why = why_unfit(change)
            if why is None:
                changes.append(change)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            why = say(
                "Its {field} is unfit: {why}.",
                field=first["loc"][0] if first["loc"] else say("form"),
                why=reason(first),
            )
        except (ValueError, TypeError, RecursionError):
            why = say("It is no JSON that Shadow writes.")
        if why is not None:
            bad.append((json.dumps({**columns, "body": body}, default=str)[:_SHOWN_OF_BAD], why))
    return changes, bad
