"""The weights of the score: data, versioned, printed in every report (`domain.md` §3.1)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from shadow_app.domain.language import mark
from shadow_app.domain.record import Moment, Name, Record
from shadow_app.domain.rule_words import FALLING
from shadow_app.domain.vocabulary import BusinessDamage, TimeToDamage, Workaround

Weight = Annotated[float, Field(ge=0, le=1_000)]

DEFAULT_NAME = mark("Default")
"""Kept in English; said where weights are named."""


class Weights(Record):
    """One version of the weights; the newest that is not removed is in force.

    `damage[d]`, `time[t]` and `workaround` are the d, t and w of `u = d · t · w`.
    """

    kind_name: ClassVar[str] = "weights"
    name: Name = DEFAULT_NAME
    made_at: Moment | None = None
    damage: tuple[Weight, Weight, Weight, Weight, Weight] = (0.0, 0.5, 1.0, 3.0, 7.0)
    time: tuple[Weight, Weight, Weight, Weight] = (1.0, 1.25, 1.5, 2.0)
    workaround_none: Weight = 1.0
    workaround_clumsy: Weight = 0.7
    workaround_good: Weight = 0.3
    unrecovered_share: Annotated[float, Field(ge=0, le=1)] = 1.0
    """phi: the share of lost time that is not made up for later."""
    phantom_hours: Annotated[float, Field(ge=0, le=80)] = 8.0
    """c: hours at the pooled rate that steady a stratum seen for less than this."""
    payback_years: Annotated[float, Field(gt=0, le=20)] = 1.0
    day_rate: Annotated[float, Field(gt=0, le=100_000)] = 450.0

    @model_validator(mode="after")
    def _worse_never_weighs_less(self) -> Self:
        ladder = (self.workaround_good, self.workaround_clumsy, self.workaround_none)
        for name, steps in (("damage", self.damage), ("time", self.time), ("workaround", ladder)):
            if list(steps) != sorted(steps):
                raise ValueError(FALLING.format(name=name))
        return self

    def of_damage(self, grade: BusinessDamage) -> float:
        """d of the uplift."""
        return self.damage[grade]

    def of_time(self, grade: TimeToDamage) -> float:
        """t of the uplift."""
        return self.time[grade]

    def of_workaround(self, quality: Workaround) -> float:
        """w of the uplift."""
        return {
            Workaround.NONE: self.workaround_none,
            Workaround.CLUMSY: self.workaround_clumsy,
            Workaround.GOOD: self.workaround_good,
        }[quality]
