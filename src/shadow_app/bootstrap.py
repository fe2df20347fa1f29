"""The one place where things are wired: settings and a store become the use cases (`design.md` §1)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from shadow_app.domain.errors import StoreDamaged, StoreTrouble, WrongKey
from shadow_app.domain.language import say
from shadow_app.domain.people import Shadower
from shadow_app.domain.system_words import system_words
from shadow_app.settings import Settings
from shadow_app.storage import fsck, keys
from shadow_app.storage.health import damage_of
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.places import check_place, default_store
from shadow_app.storage.store import Store
from shadow_app.storage.successor import complete
from shadow_app.storage.wraps import real_keyring
from shadow_app.usecases import withdrawal
from shadow_app.usecases.backing_up import Backups
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.catalogue import Catalogue
from shadow_app.usecases.contacts import Contacts
from shadow_app.usecases.debriefing import Debriefing
from shadow_app.usecases.deciding import Deciding
from shadow_app.usecases.grouping import Grouping
from shadow_app.usecases.own_settings import OwnSettings
from shadow_app.usecases.planning import Planning
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.privacy import Privacy
from shadow_app.usecases.reviewing import Reviewing
from shadow_app.usecases.suggesting import Suggesting
from shadow_app.usecases.team import Team
from shadow_app.usecases.telling import Telling
from shadow_app.usecases.timing import Timing
from shadow_app.usecases.today import Day
from shadow_app.usecases.undoing import Undoing
from shadow_app.usecases.voice import Voice
from shadow_app.usecases.ways_in import WayIn

if TYPE_CHECKING:
    from shadow_app.usecases.beginning import Beginning
    from shadow_app.usecases.exchange import Exchange
    from shadow_app.usecases.exporting import Exporting
    from shadow_app.usecases.importing import Importing
    from shadow_app.usecases.meeting import Meeting
    from shadow_app.usecases.pain_desk import PainDesk
    from shadow_app.usecases.programme import Programmes
    from shadow_app.usecases.releasing import Releasing
    from shadow_app.usecases.reporting import Reporting
    from shadow_app.usecases.snapshots import Snapshots
    from shadow_app.usecases.updates import Updates

LEFT_BY_A_STORE = ("-wal", "-shm", "-journal", ".saved", ".key")
SMALLEST_STORE = 4096
"""Bytes: one page, which is on the disk before the first note is taken."""


@dataclass(frozen=True)
class Shadow:
    """Everything that a door (window or command line) may ask for.

    What the first note of a day does not need is imported when somebody first asks for it.
    """

    store: Store
    settings: Settings
    """What the program started with; what holds now is `own`'s to say."""
    own: OwnSettings
    day: Day
    catalogue: Catalogue
    planning: Planning
    capture: Capture
    voice: Voice
    timing: Timing
    debriefing: Debriefing
    grouping: Grouping
    deciding: Deciding
    telling: Telling
    suggesting: Suggesting
    prioritising: Prioritising
    reviewing: Reviewing
    undoing: Undoing
    contacts: Contacts
    team: Team
    privacy: Privacy
    backups: Backups

    @cached_property
    def importing(self) -> Importing:
        from shadow_app.usecases.importing import Importing

        return Importing(self.store)

    @cached_property
    def beginning(self) -> Beginning:
        from shadow_app.usecases.beginning import Beginning

        return Beginning(self.store, self.importing, self.planning)

    @cached_property
    def exporting(self) -> Exporting:
        from shadow_app.usecases.exporting import Exporting

        return Exporting(self.store, self.prioritising)

    @cached_property
    def pains(self) -> PainDesk:
        from shadow_app.usecases.pain_desk import PainDesk

        return PainDesk(self.store, self.prioritising)

    @cached_property
    def snapshots(self) -> Snapshots:
        from shadow_app.usecases.snapshots import Snapshots

        return Snapshots(self.store, self.prioritising)

    @cached_property
    def reporting(self) -> Reporting:
        from shadow_app.usecases.reporting import Reporting

        return Reporting(self.store, self.prioritising, self.settings.font_folder, self.own.paper)

    @cached_property
    def releasing(self) -> Releasing:
        from shadow_app.usecases.releasing import Releasing

        return Releasing(self.store, self.reporting)

    @cached_property
    def programme(self) -> Programmes:
        from shadow_app.usecases.programme import Programmes

        return Programmes(self.store, self.prioritising)

    @cached_property
    def exchange(self) -> Exchange:
        from shadow_app.usecases.exchange import Exchange

        return Exchange(self.store)

    @cached_property
    def meeting(self) -> Meeting:
        from shadow_app.usecases.meeting import Meeting

        return Meeting(self.store, self.own)

    @cached_property
    def updates(self) -> Updates:
        from shadow_app.usecases.updates import Updates

        return Updates(self.own.current)

    def me(self) -> UUID | None:
        """Which of IT's people I am, as the settings say it now; reads their file, so not on the screen's thread."""
        return self.own.current().shadower_id

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


def store_path(settings: Settings, asked: Path | None = None) -> Path:
    """Where the store is: as asked, as set, or in the platform's local data folder."""
    return asked or settings.store or default_store()


def has_keyring() -> bool:
    """Whether this computer has a keyring that can be trusted with a key."""
    return real_keyring() is not None


def introduce(shadow: Shadow, settings: Settings, *, lead: bool = False) -> Settings:
    """Make sure that the person of the settings is one of the programme's IT people; returns who they are.

    `lead`: they have said that they lead the team.
    """
    if not settings.name:
        return settings
    known = next((each for each in shadow.catalogue.shadowers() if each.name == settings.name), None)
    me = known.edited(team=settings.team or known.team) if known else Shadower(name=settings.name, team=settings.team)
    shadow.catalogue.keep(me.edited(lead=True) if lead else me, "Introduced")
    if lead:
        shadow.team.found()
    return settings.edited(shadower_id=me.id)


def create_store(
    path: Path, *, passphrase: str | None = None, use_keyring: bool = False, unprotected: bool = False
) -> str | None:
    """Make a new store and its key file; returns the recovery code, to be shown once.

    Raises:
        Refused: nothing would open it again.
        StoreTrouble: it exists already, the place is wrong, or the disk says no.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        why = system_words(error)
        raise StoreTrouble(
            say("The folder of {path} cannot be made ({why}): choose another place.", path=path, why=why)
        ) from error
    check_place(path)
    created = keys.create(path, passphrase=passphrase, use_keyring=use_keyring, unprotected=unprotected)
    try:
        Store(path, created.key).close()
    except BaseException:
        # Nobody has seen the recovery code and there is nothing in the store: what is left would only be in the way.
        for left in (path, *(path.with_name(path.name + end) for end in LEFT_BY_A_STORE)):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise
    return created.recovery_code


def is_there(path: Path) -> bool:
    """Whether there is a store at `path`, or its key, which is all that is left of one.

    Raises:
        StoreTrouble: the disk does not let us look.
    """
    try:
        return path.exists() or key_path(path).exists()
    except OSError as error:
        why = system_words(error)
        raise StoreTrouble(
            say("{path} cannot be looked at ({why}): allow it, or choose another place.", path=path, why=why)
        ) from error


def open_shadow(
    settings: Settings,
    path: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    way: WayIn | None = None,
) -> Shadow:
    """Open a store and wire the use cases to it; `way` is how, where it is more than a passphrase or a code.

    Raises:
        WrongKey: nothing that was given opens it.
        StoreTrouble: it is not there, damaged, empty, too new, or the disk says no.
    """
    complete(path)
    key = way.key_of(path) if way else keys.unlock(path, passphrase=passphrase, recovery_code=recovery_code)
    if not path.exists():
        raise StoreTrouble(
            say(
                "There is a key for {path}, but the store itself is gone: `shadow-app backup restore` puts "
                "the newest backup back.",
                path=path,
            )
        )
    if path.stat().st_size < SMALLEST_STORE:
        # SQLite would take it for a new one, and a person would look for the notes in vain.
        raise StoreDamaged(say("{path} is empty or cut off after a few bytes: put it back from a backup.", path=path))
    shadow = wire(_sound_store(path, key, settings), settings)
    fsck.catch_up(shadow.store)
    withdrawal.catch_up(shadow.store)
    return shadow


def _sound_store(path: Path, key: bytes, settings: Settings) -> Store:
    try:
        store = Store(path, key, author=settings.name, backups=settings.backup_folder)
    except WrongKey:
        # The key file was opened, so what does not fit is the store itself, or it is another store's key file.
        raise StoreDamaged(
            say(
                "The beginning of {path} is damaged, or the key file beside it is another store's. Nothing "
                "was changed: `shadow-app backup restore` puts a backup back, `shadow-app backup salvage` "
                "shows what can be read.",
                path=path,
            )
        ) from None
    if store.stopped_badly and (complaints := damage_of(store)):
        store.close()
        raise StoreDamaged(
            say(
                "{path} was not closed the last time and is damaged: {complaints} Nothing was deleted: "
                "`shadow-app backup restore` puts a backup back, `shadow-app backup salvage` shows what can "
                "be read.",
                path=path,
                complaints=complaints[0],
            )
        )
    return store


def open_demo(folder: Path) -> Shadow:
    """A throw-away store in `folder`, filled with the demo. It asks nothing and protects nothing."""
    from shadow_app.usecases.demo import fill_with_demo
    from shadow_app.usecases.demo_texts import DemoTexts

    path = folder / "demo.db"
    create_store(path, unprotected=True)
    shadow = open_shadow(Settings(name="Asha Verma", team=DemoTexts().said("Service desk")), path)
    fill_with_demo(shadow.store)
    shadow.suggesting.reload()
    return shadow


def wire(store: Store, settings: Settings) -> Shadow:
    """The use cases over an open store."""
    suggesting = Suggesting(store)
    own = OwnSettings(store, settings)
    return Shadow(
        store=store,
        settings=settings,
        own=own,
        day=Day(store),
        catalogue=Catalogue(store),
        planning=Planning(store),
        capture=Capture(store),
        voice=Voice(store),
        timing=Timing(store),
        debriefing=Debriefing(store),
        grouping=Grouping(store),
        deciding=Deciding(store),
        telling=Telling(store),
        suggesting=suggesting,
        prioritising=Prioritising(store),
        reviewing=Reviewing(store),
        undoing=Undoing(store),
        contacts=Contacts(store),
        team=Team(store),
        privacy=Privacy(store, suggesting, own.paper),
        backups=Backups(store),
    )
