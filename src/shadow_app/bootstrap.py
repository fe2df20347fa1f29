"""The one place where things are wired: settings and a store become the use cases (`design.md` §1)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from shadow_app.domain.errors import StoreDamaged, StoreTrouble, WrongKey
from shadow_app.domain.language import say
from shadow_app.domain.people import Shadower
from shadow_app.domain.system_words import system_words
from shadow_app.settings import Settings
from shadow_app.storage import keys
from shadow_app.storage.health import damage_of
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.places import check_place, default_store
from shadow_app.storage.store import Store
from shadow_app.storage.successor import complete
from shadow_app.storage.wraps import real_keyring
from shadow_app.usecases import withdrawal
from shadow_app.usecases.backing_up import Backups
from shadow_app.usecases.beginning import Beginning
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.catalogue import Catalogue
from shadow_app.usecases.contacts import Contacts
from shadow_app.usecases.debriefing import Debriefing
from shadow_app.usecases.deciding import Deciding
from shadow_app.usecases.demo import fill_with_demo
from shadow_app.usecases.demo_texts import DemoTexts
from shadow_app.usecases.exchange import Exchange
from shadow_app.usecases.exporting import Exporting
from shadow_app.usecases.grouping import Grouping
from shadow_app.usecases.importing import Importing
from shadow_app.usecases.meeting import Meeting
from shadow_app.usecases.own_settings import OwnSettings
from shadow_app.usecases.pain_desk import PainDesk
from shadow_app.usecases.planning import Planning
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.privacy import Privacy
from shadow_app.usecases.programme import Programmes
from shadow_app.usecases.releasing import Releasing
from shadow_app.usecases.reporting import Reporting
from shadow_app.usecases.reviewing import Reviewing
from shadow_app.usecases.snapshots import Snapshots
from shadow_app.usecases.suggesting import Suggesting
from shadow_app.usecases.team import Team
from shadow_app.usecases.telling import Telling
from shadow_app.usecases.timing import Timing
from shadow_app.usecases.today import Day
from shadow_app.usecases.undoing import Undoing
from shadow_app.usecases.updates import Updates
from shadow_app.usecases.voice import Voice
from shadow_app.usecases.ways_in import WayIn

LEFT_BY_A_STORE = ("-wal", "-shm", "-journal", ".saved", ".key")
SMALLEST_STORE = 4096
"""Bytes: one page, which is on the disk before the first note is taken."""


@dataclass(frozen=True)
class Shadow:
    """Everything that a door (window or command line) may ask for."""

    store: Store
    settings: Settings
    """What the program started with; what holds now is `own`'s to say."""
    own: OwnSettings
    day: Day
    catalogue: Catalogue
    planning: Planning
    beginning: Beginning
    capture: Capture
    voice: Voice
    timing: Timing
    debriefing: Debriefing
    grouping: Grouping
    pains: PainDesk
    deciding: Deciding
    telling: Telling
    suggesting: Suggesting
    prioritising: Prioritising
    snapshots: Snapshots
    reporting: Reporting
    releasing: Releasing
    importing: Importing
    exporting: Exporting
    reviewing: Reviewing
    undoing: Undoing
    programme: Programmes
    contacts: Contacts
    exchange: Exchange
    meeting: Meeting
    team: Team
    privacy: Privacy
    backups: Backups
    updates: Updates

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
        path.parent.mkdir(parents=True, exist_ok=True)
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
    shadow.exchange.catch_up()
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
    path = folder / "demo.db"
    create_store(path, unprotected=True)
    shadow = open_shadow(Settings(name="Asha Verma", team=DemoTexts().said("Service desk")), path)
    fill_with_demo(shadow.store)
    shadow.suggesting.reload()
    return shadow


def wire(store: Store, settings: Settings) -> Shadow:
    """The use cases over an open store."""
    suggesting = Suggesting(store)
    prioritising = Prioritising(store)
    own = OwnSettings(store, settings)
    reporting = Reporting(store, prioritising, settings.font_folder, own.paper)
    planning, importing = Planning(store), Importing(store)
    return Shadow(
        store=store,
        settings=settings,
        own=own,
        day=Day(store),
        catalogue=Catalogue(store),
        planning=planning,
        beginning=Beginning(store, importing, planning),
        capture=Capture(store),
        voice=Voice(store),
        timing=Timing(store),
        debriefing=Debriefing(store),
        grouping=Grouping(store),
        pains=PainDesk(store, prioritising),
        deciding=Deciding(store),
        telling=Telling(store),
        suggesting=suggesting,
        prioritising=prioritising,
        snapshots=Snapshots(store, prioritising),
        reporting=reporting,
        releasing=Releasing(store, reporting),
        importing=importing,
        exporting=Exporting(store, prioritising),
        reviewing=Reviewing(store),
        undoing=Undoing(store),
        programme=Programmes(store, prioritising),
        contacts=Contacts(store),
        exchange=Exchange(store),
        meeting=Meeting(store, own),
        team=Team(store),
        privacy=Privacy(store, suggesting, own.paper),
        backups=Backups(store),
        updates=Updates(own.current),
    )
