"""What can go wrong, in two trunks.

ShadowError
├── Trouble                 the person's world: disk, file, key, line; its text is shown as it stands
│   ├── StoreTrouble        the store cannot be opened or written
│   │   ├── WrongKey        passphrase, recovery code or keyring does not open it
│   │   ├── StoreTooNew     written by a newer version of the program
│   │   ├── StorePlace      a place where a live store must not lie (network, synced folder)
│   │   ├── StoreBusy       another process holds it longer than we wait
│   │   └── StoreDamaged    the file is no store, or a damaged one
│   ├── NotFound            an id or a name that nothing has
│   ├── Refused             a rule of the programme says no (a locked ranking, a missing consent)
│   ├── ImportTrouble       a file from outside that cannot be taken
│   │   ├── Sealed          it asks for a passphrase, or for another one than was given
│   │   └── Unreachable     a place that does not answer at all, so that asking for the next thing is of no use
│   ├── PictureTrouble      a picture that cannot be taken
│   └── SoundTrouble        a recording that cannot be made, kept or played
└── Bug                     our own mistake; shown as such, with the report offered

A Trouble says in one sentence what, where and what to do next.
"""

from __future__ import annotations


class ShadowError(Exception):
    """The root of every error that the program raises on purpose."""


class Trouble(ShadowError):
    """Something in the person's world; `str(error)` is the sentence to show."""


class StoreTrouble(Trouble):
    """The store cannot be opened or written."""


class WrongKey(StoreTrouble):
    """The key that was given does not open the store."""


class KeyWanted(WrongKey):
    """Nothing was given that could open the store; nobody has mistyped anything."""


class StoreTooNew(StoreTrouble):
    """A newer version of the program wrote this store."""


class StorePlace(StoreTrouble):
    """A live store must not lie here."""


class StoreBusy(StoreTrouble):
    """Somebody else holds the store for longer than we are willing to wait."""


class StoreDamaged(StoreTrouble):
    """The file is not a store, or is damaged."""


class NotFound(Trouble):
    """Nothing has this id or name."""


class Refused(Trouble):
    """A rule of the programme forbids it."""


class ImportTrouble(Trouble):
    """A file from outside cannot be taken."""


class Sealed(ImportTrouble):
    """It asks for a passphrase, or for another one than was given."""


class Unreachable(ImportTrouble):
    """A place where laptops meet does not answer at all."""


class PictureTrouble(Trouble):
    """A picture cannot be taken."""


class SoundTrouble(Trouble):
    """A recording cannot be made, kept or played."""


class Bug(ShadowError):
    """Our own mistake."""
