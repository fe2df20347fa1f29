"""Who am I, and how do I like it: settings of this computer, and my record among the IT people."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from shadow_app import settings
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.paper import Paper
from shadow_app.domain.people import Shadower
from shadow_app.settings import Settings
from shadow_app.storage import keys
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.storage.wraps import OpenWrap


class OwnSettings:
    """Reads and writes the settings file; every change starts from what the file holds now, so none is lost.

    The demo must leave no trace on the computer: its settings live as long as the window does.
    """

    def __init__(self, store: Store, start: Settings, path: Path | None = None) -> None:
        self._store = store
        self._path = path or settings.settings_path()
        self._start = start

    def current(self) -> Settings:
        """What the file holds; before there is one, what the program started with."""
        if self._is_demo or not self._path.exists():
            return self._start
        return settings.load(self._path).settings

    def paper(self) -> Paper:
        """What reports are printed on."""
        return self.current().paper

    def change(self, **fields: Any) -> Settings:
        """Change some settings and keep the others.

        Raises:
            Trouble: the disk says no.
        """
        changed = self.current().edited(**fields)
        if self._is_demo:
            self._start = changed
        else:
            settings.save(self._path, changed)
        return changed

    @cached_property
    def _is_demo(self) -> bool:
        return keys.key_path(self._store.path).exists() and keys.read(self._store.path).wrap(OpenWrap) is not None

    def me(self) -> Shadower | None:
        """My record, if I have said who I am."""
        known = self.current()
        with self._store.reading() as read:
            people = read.where(Shadower)
        by_id = next((each for each in people if each.id == known.shadower_id), None)
        return by_id or next((each for each in people if known.name and each.name == known.name), None)

    def introduce(self, name: str, team: str) -> Shadower:
        """Say who I am: my record is made or edited, and every change from now on carries my name.

        Raises:
            Refused: the name is empty.
            Trouble: the disk says no.
        """
        name, team = " ".join(name.split()), " ".join(team.split())
        if not name:
            raise Refused(say("Your name is empty; your notes carry it, so write it in before saving."))
        known = self.me()
        with self._store.work("Introduced") as work:
            me = _record(work, known, name, team)
            work.put(me)
            work.commit()
        self._store.author = name
        self.change(shadower_id=me.id, name=name, team=team)
        return me


def _record(work: UnitOfWork, known: Shadower | None, name: str, team: str) -> Shadower:
    if known is not None:
        return work.get(Shadower, known.id).edited(name=name, team=team)
    namesake = next((each for each in work.where(Shadower) if each.name == name), None)
    return namesake.edited(team=team) if namesake else Shadower(name=name, team=team)
