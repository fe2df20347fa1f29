"""Which service a word in a file means: its code, else its name, else an alias; never a similar word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from shadow_app.domain.language import say
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.interchange.cells import Unfit
from shadow_app.interchange.columns import name_key

NamedT = TypeVar("NamedT", bound=Record)


class ServiceNames:
    """The words for the services of a catalogue. Removed services have none."""

    def __init__(self, services: Iterable[Service]) -> None:
        live = [service for service in services if not service.removed]
        self._codes = by_key((service.code, service) for service in live)
        self._services = by_key((service.name, service) for service in live)
        self._aliases = by_key((alias, service) for service in live for alias in service.aliases)

    def service(self, word: str) -> Service:
        """The service with this code, else this name, else this alias.

        Raises:
            Unfit: it is unknown, or could be several.
        """
        for index in (self._codes, self._services, self._aliases):
            found = index.get(name_key(word), [])
            if len(found) == 1:
                return found[0]
            if found:
                names = ", ".join(f"“{service.name[:60]}”" for service in found[:4])
                raise Unfit(
                    say("“{word}” could be {names}. Write the code or the full name.", word=word[:60], names=names)
                )
        raise Unfit(
            say("no service has the code, name or alias “{word}”. Add it to the catalogue first.", word=word[:60])
        )


def by_key(pairs: Iterable[tuple[str, NamedT]]) -> Mapping[str, list[NamedT]]:
    """The records of each word, each once; an empty word stands for nothing."""
    index: dict[str, list[NamedT]] = defaultdict(list)
    for word, record in pairs:
        if word and all(record.id != other.id for other in index[name_key(word)]):
            index[name_key(word)].append(record)
    return index
