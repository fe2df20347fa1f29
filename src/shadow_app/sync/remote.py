"""A shared folder that is not on this computer: SFTP, WebDAV, S3, and what else fsspec reaches (`reliability.md` §3.6).

It connects when it is first asked, forgets the connection when that breaks, and connects again at the next listing,
with which every exchange begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta, timezone
from types import TracebackType
from typing import Self

from shadow_app.domain.errors import ImportTrouble, Trouble, Unreachable
from shadow_app.domain.language import say
from shadow_app.sync.folder import is_ours
from shadow_app.sync.remote_address import RemoteAddress, read_address
from shadow_app.sync.remote_files import Password, RemoteFiles, open_files
from shadow_app.sync.remote_trouble import trouble_at

MOST_NAMES = 1_000_000
_LEFT_OVER = re.compile(r"(?:[0-9a-f]{16}|content)/new-[0-9a-f]{16}\.tmp")
_OLD = timedelta(days=1)


def _none() -> str | None:
    return None


class RemoteFolder:
    """A `Transport` over the address of something remote. To be closed, or used with `with`."""

    def __init__(self, address: str | RemoteAddress, password: Password = _none) -> None:
        """Remember where; nothing is asked yet.

        Args:
            address: such as `sftp://ann@files.example/srv/shadow`.
            password: asked for one when it connects and the address has none.

        Raises:
            Refused: the address cannot be read.
        """
        self._address = address if isinstance(address, RemoteAddress) else read_address(address)
        self._password = password
        self._files: RemoteFiles | None = None
        self._lost: Unreachable | None = None

    @property
    def place(self) -> str:
        """The address without a password."""
        return self._address.place

    def names(self) -> list[str]:
        """What is there now and has a name of ours; connects if need be.

        Raises:
            Trouble: the place does not answer or is no folder.
        """
        self._lost = None
        with self._asked() as files:
            found = []
            for name, written in files.listed():
                if is_ours(name):
                    found.append(name)
                elif _LEFT_OVER.fullmatch(name) and _is_old(written):
                    # Of a write that was cut off. It may hold what was erased since, so it does not stay.
                    with suppress(Exception):
                        files.remove(name)
                if len(found) > MOST_NAMES:
                    raise ImportTrouble(
                        say("The shared folder {place} holds too much: use one for Shadow alone.", place=self.place)
                    )
            return sorted(found)

    def get(self, name: str) -> bytes:
        """The bytes of one file.

        Raises:
            Trouble: it is not there or cannot be read.
        """
        with self._asked() as files:
            return files.read(name)

    def put(self, name: str, data: bytes) -> None:
        """Leave a file, as a whole where the protocol can do that.

        Raises:
            Trouble: it may be there or not.
        """
        with self._asked() as files:
            files.write(name, data)

    def drop(self, name: str) -> None:
        """Delete a file of one's own; one that is not there is gone already.

        Raises:
            Trouble: the place does not do it.
        """
        with self._asked() as files:
            files.remove(name)

    def close(self) -> None:
        """Let go of the connection; the next listing connects again."""
        files, self._files = self._files, None
        if files is not None:
            files.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _asked(self) -> Iterator[RemoteFiles]:
        if self._lost is not None:
            # Each further question would wait as long as the one that found the place gone.
            raise self._lost
        try:
            if self._files is None:
                self._files = open_files(self._address, self._password)
            yield self._files
        except Trouble as trouble:
            if isinstance(trouble, Unreachable):
                self._lose(trouble)
            raise
        except ImportError as error:
            raise not_installed(self._address) from error
        except Exception as error:
            told = trouble_at(self.place, error)
            if isinstance(told, Unreachable):
                self._lose(told)
            raise told from error

    def _lose(self, trouble: Unreachable) -> None:
        self._lost = trouble
        self.close()


def _is_old(written: datetime | None) -> bool:
    return written is not None and datetime.now(timezone.utc) - written > _OLD


def not_installed(address: RemoteAddress) -> ImportTrouble:
    """What to say where the libraries for remote folders are missing."""
    return ImportTrouble(
        say(
            "What {scheme}:// folders need is not installed here: ask for Shadow with its remote folders "
            "(pip install shadow-app[remote]), or use a folder of this computer or a hand-over file.",
            scheme=address.scheme,
        )
    )
