"""The steps of a debrief in their order."""

from __future__ import annotations

from collections.abc import Callable

from shadow_app.ui.debrief.causes import CausesStep
from shadow_app.ui.debrief.day import DayStep
from shadow_app.ui.debrief.grades import GradesStep
from shadow_app.ui.debrief.promises import PromisesStep
from shadow_app.ui.debrief.ratings import RatingsStep
from shadow_app.ui.debrief.read_back import ReadBackStep
from shadow_app.ui.debrief.step import DebriefWork, Step
from shadow_app.ui.debrief.waiting import WaitingStep


def make_steps(work: DebriefWork) -> tuple[Step, ...]:
    """Made once per tab."""
    makers: tuple[Callable[[DebriefWork], Step], ...] = (
        WaitingStep,
        GradesStep,
        CausesStep,
        ReadBackStep,
        RatingsStep,
        PromisesStep,
        DayStep,
    )
    return tuple(maker(work) for maker in makers)
