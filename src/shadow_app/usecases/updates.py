"""Is there a newer version? Asked only by whoever wants it, of the file that the administrator names; only told, never
fetched or installed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from shadow_app import __version__
from shadow_app.domain.errors import NotFound
from shadow_app.domain.language import say
from shadow_app.policy import Policy, load_policy, policy_path
from shadow_app.settings import Settings


@dataclass(frozen=True)
class Told:
    """What there is and what one has."""

    there: str
    here: str

    @property
    def newer(self) -> bool:
        """Whether the one that is there is the newer one."""
        return order_of(self.there) > order_of(self.here)

    @property
    def words(self) -> str:
        """As a person reads it."""
        if self.newer:
            return say(
                "Shadow {there} is there; you have {here}. Your administrator knows how to get it.",
                there=self.there,
                here=self.here,
            )
        return say("You have Shadow {here}; nothing newer is there.", here=self.here)


class Updates:
    """One person's wish and the administrator's address."""

    def __init__(self, current: Callable[[], Settings], policy: Callable[[], Policy] = load_policy) -> None:
        """
        Args:
            current: reads the settings as they are now.
            policy: reads what the administrator decided.
        """
        self._current, self._policy = current, policy

    def address(self) -> str:
        """Where the version is written; empty where the administrator names no place.

        Raises:
            Trouble: the administrator's file cannot be understood.
        """
        return self._policy().update_address

    def look(self) -> Told:
        """Look now.

        Raises:
            NotFound: the administrator names no place to look at.
            Trouble: the place cannot be read, or the administrator's file cannot be understood.
        """
        address = self.address()
        if not address:
            raise NotFound(
                say(
                    "Nobody has said where a newer version would be announced. Administrators write it "
                    "into {policy_path}: see the guide, “Installing Shadow”.",
                    policy_path=policy_path(),
                )
            )
        from shadow_app.sync.version_file import read_version  # with it comes HTTP, which most starts never need

        return Told(read_version(address), __version__)

    def news(self) -> str:
        """At the start of the window: one sentence if it is wanted and there is a newer version, else nothing.

        Raises:
            Trouble: it is wanted, and the place cannot be read.
        """
        if not (self._current().updates and self.address()):
            return ""
        told = self.look()
        return told.words if told.newer else ""


def order_of(version: str) -> tuple[tuple[int, ...], int, int]:
    """What versions are ordered by: numbers, then how finished, so that 0.9rc1 < 0.9 = 0.9.0 < 0.10."""
    numbers = re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    found = [int(each) for each in numbers[0].split(".")] if numbers else []
    while found and found[-1] == 0:
        found.pop()
    rest = re.search(r"(\.dev|a|b|rc)([0-9]+)$", version)
    stage = (".dev", "a", "b", "rc").index(rest[1]) if rest else 4
    return tuple(found), stage, int(rest[2]) if rest else 0
