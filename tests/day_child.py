"""One laptop as a process of its own: it does what it is told, line by line, through the same use cases as the window.

A line is a JSON list: a verb and what it needs. The answer is one line of JSON.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

from factories import NOON, Firm, put
from shadow_app.bootstrap import Shadow, create_store, open_shadow
from shadow_app.domain.errors import Trouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import Role, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.team import TeamRole
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import VisitState
from shadow_app.insight.quick_entry import parse
from shadow_app.settings import Settings
from shadow_app.usecases import hub_desk


class Laptop:
    """A person with a store."""

    def __init__(self, name: str, path: Path) -> None:
        if not path.exists():
            create_store(path, unprotected=True)
        self.shadow: Shadow = open_shadow(Settings(name=name), path)
        self.name = name

    def found(self) -> dict[str, Any]:
        """Lead the team and bring the firm."""
        self.shadow.team.found()
        return {"visit": str(Firm().put_into(self.shadow.store).visit.id)}

    def device(self) -> dict[str, Any]:
        return {"device": self.shadow.store.device}

    def notes(self, many: int) -> dict[str, Any]:
        """A visit of one's own, and what was seen on it."""
        with self.shadow.store.reading() as read:
            site, role, who = read.where(Site)[0], read.where(Role)[0], read.where(Shadower)[0]
        visit = Visit(site_id=site.id, role_id=role.id, shadower_id=who.id, state=VisitState.LIVE, starts_at=NOON)
        put(self.shadow.store, visit)
        lexicon = self.shadow.catalogue.lexicon()
        for number in range(many):
            line = f"! gun logs out again, {self.name} {number} #scanner ~4m"
            self.shadow.capture.note(visit.id, parse(line, lexicon), datetime.now(timezone.utc))
        return {"visit": str(visit.id)}

    def edit(self, contains: str, text: str) -> dict[str, Any]:
        """Write one note anew."""
        with self.shadow.store.reading() as read:
            note = next(each for each in read.where(Observation) if contains in each.text)
        put(self.shadow.store, note.edited(text=text))
        return {"note": str(note.id)}

    def sync(self, *addresses: str) -> dict[str, Any]:
        """Once to each place; a place that does not answer is told and nothing else."""
        told: dict[str, Any] = {"fresh": 0, "trouble": []}
        for address in addresses:
            try:
                done = self.shadow.exchange.sync_at(address, self._unknown(address))
            except Trouble as trouble:
                told["trouble"].append(str(trouble))
            else:
                told["fresh"] += done.sent + done.received + done.pictures + done.later
        return told

    def _unknown(self, address: str) -> list[str]:
        """Whoever is there is accepted: that they are asked about first is tested elsewhere."""
        if address.startswith("postgresql"):
            return []
        return [each.device for each in self.shadow.exchange.sync_at(address).unknown]

    def send(self, path: str) -> dict[str, Any]:
        return {"changes": self.shadow.exchange.send(Path(path)).changes}

    def receive(self, path: str) -> dict[str, Any]:
        seen = self.shadow.exchange.preview(Path(path))
        self.shadow.exchange.take(seen, accept=True)
        return {"new": len(seen.new), "conflicts": len(seen.conflicts)}

    def conflicts(self) -> dict[str, Any]:
        return {"conflicts": [[str(claim.value) for claim in each.claims] for each in self.shadow.exchange.conflicts()]}

    def answer(self, number: int) -> dict[str, Any]:
        """The first conflict is answered by one of its claims."""
        conflict = self.shadow.exchange.conflicts()[0]
        self.shadow.exchange.answer(conflict, conflict.claims[number].value)
        return {}

    def introduce(self, device: str, role: str) -> dict[str, Any]:
        self.shadow.team.introduce(device, TeamRole(role))
        return {}

    def let_in(self, hub: str, login: str, device: str) -> dict[str, Any]:
        """Let a laptop write at the hub."""
        hub_desk.add_device(hub, login, device)
        return {}

    def show(self, hub: str, visit: str) -> dict[str, Any]:
        """Show a visit to everybody at the hub."""
        hub_desk.share(hub, UUID(visit), hub_desk.EVERYBODY)
        return {}

    def erase(self, visit: str) -> dict[str, Any]:
        with self.shadow.store.reading() as read:
            record = read.get(Visit, UUID(visit))
        self.shadow.exchange.erase(record, "its host asked for it")
        return {}


def main(name: str, path: str) -> None:
    laptop = Laptop(name, Path(path))
    for line in sys.stdin:
        verb, *needs = json.loads(line)
        if verb == "close":
            break
        sys.stdout.write(json.dumps(getattr(laptop, verb)(*needs)) + "\n")
        sys.stdout.flush()
    laptop.shadow.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
