"""Entry: what one typed line says, as chips and as the values that the taken ones carry (`design.md` §3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, RatePer, Scope
from shadow_app.insight.quick_entry.moments import When


class Field(StrEnum):
    """What a chip fills in."""

    KIND = "kind"
    EVIDENCE = "evidence"
    DAMAGE = "damage"
    SERVICE = "service"
    ROLE = "role"
    MINUTES = "minutes"
    COUNT = "count"
    RATE = "rate"
    PEOPLE = "people"
    WHEN = "when"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times per period, as somebody stated it."""

    value: float
    per: RatePer


@dataclass(frozen=True, slots=True)
class ServiceRef:
    """The services that a word may mean: none is unknown, one is named, several are ambiguous and ask later."""

    matches: tuple[UUID, ...]
    word: str


@dataclass(frozen=True, slots=True)
class RoleRef:
    """The roles that a word may mean, read as `ServiceRef` is."""

    matches: tuple[UUID, ...]
    word: str


Value = Kind | Evidence | BusinessDamage | ServiceRef | RoleRef | float | int | Rate | When | str

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Chip:
    """A stretch of the line and what was understood by it.

    `start` and `end` count the code points of the raw line; chips of one line never overlap. `taken` is False for a
    chip that is only offered (drawn dashed). MINUTES is a float in minutes, COUNT and PEOPLE an int, QUOTE a str.
    """

    field: Field
    start: int
    end: int
    value: Value
    taken: bool
    source: str

    @property
    def key(self) -> str:
        """How accepting and declining remember this chip while the line is edited around it."""
        return f"{self.field}:{self.source.casefold()}"


@dataclass(frozen=True, slots=True)
class Entry:
    """The understood line. Every property is worked out from the taken chips alone; offered ones count nowhere.

    `line` is what was typed, to the letter. `text` is what is left to read: leading signs and the trailing run of
    signs are cut off, a sign inside the sentence stays as a plain word. `text` is empty only for a blank line.
    """

    line: str
    text: str
    chips: tuple[Chip, ...]

    @property
    def taken(self) -> tuple[Chip, ...]:
        """The chips that count at once, and the offered ones that were accepted."""
        return tuple(chip for chip in self.chips if chip.taken)

    @property
    def offered(self) -> tuple[Chip, ...]:
        """The chips read from prose that nobody has accepted."""
        return tuple(chip for chip in self.chips if not chip.taken)

    @property
    def kind(self) -> Kind:
        """The kind that was said. Where none was said, graded damage, lost minutes or stopped people are a pain,
        for that is what they measure, and anything else is context."""
        said = self._first(Field.KIND, Kind)
        if said is not None:
            return said
        pains = (Field.DAMAGE, Field.MINUTES, Field.PEOPLE)
        return Kind.PAIN if any(chip.field in pains for chip in self.taken) else Kind.CONTEXT

    @property
    def evidence(self) -> Evidence:
        """Seen, unless the line says told."""
        return self._first(Field.EVIDENCE, Evidence) or Evidence.SEEN

    @property
    def damage(self) -> BusinessDamage | None:
        """Graded business damage, None when not graded."""
        return self._first(Field.DAMAGE, BusinessDamage)

    @property
    def service_ids(self) -> tuple[UUID, ...]:
        """The services that are named beyond doubt, each once, in the order of the line."""
        named = (ref.matches[0] for ref in self._all(Field.SERVICE, ServiceRef) if len(ref.matches) == 1)
        return tuple(dict.fromkeys(named))

    @property
    def unresolved_tags(self) -> tuple[str, ...]:
        """`#words` and `@words` that mean nothing known, or several things; each once, with its sign."""
        services = [("#", ref.word, ref.matches) for ref in self._all(Field.SERVICE, ServiceRef)]
        roles = [("@", ref.word, ref.matches) for ref in self._all(Field.ROLE, RoleRef)]
        open_tags = [f"{sign}{word}" for sign, word, matches in services + roles if len(matches) != 1]
        return tuple({tag.casefold(): tag for tag in reversed(open_tags)}.values())[::-1]

    @property
    def role_id(self) -> UUID | None:
        """The role, if it is named beyond doubt."""
        role = self._first(Field.ROLE, RoleRef)
        return role.matches[0] if role is not None and len(role.matches) == 1 else None

    @property
    def minutes(self) -> float | None:
        """Lost minutes per occurrence and person."""
        return self._first(Field.MINUTES, float)

    @property
    def count(self) -> int:
        """How many times it was seen; once when nothing is said."""
        return self._first(Field.COUNT, int) or 1

    @property
    def rate(self) -> Rate | None:
        """A stated rate."""
        return self._first(Field.RATE, Rate)

    @property
    def people(self) -> int | None:
        """How many people one event stopped."""
        return self._first(Field.PEOPLE, int)

    @property
    def scope(self) -> Scope:
        """SHARED as soon as one event stopped several people or is said to have stopped any."""
        return Scope.PERSON if self.people is None else Scope.SHARED

    @property
    def quote(self) -> str:
        """The verbatim words, one quotation per line; empty when there are none."""
        return "\n".join(self._all(Field.QUOTE, str))

    @property
    def when(self) -> When | None:
        """When it happened, if the line says so; `resolve_when` makes a moment of it."""
        return self._first(Field.WHEN, When)

    def _all(self, field: Field, kind: type[_T]) -> list[_T]:
        return [chip.value for chip in self.taken if chip.field is field and isinstance(chip.value, kind)]

    def _first(self, field: Field, kind: type[_T]) -> _T | None:
        return next(iter(self._all(field, kind)), None)
