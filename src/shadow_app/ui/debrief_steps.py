"""The steps of a debrief in their order."""

from __future__ import annotations

from collections.abc import Callable

from shadow_app.ui.debrief_causes import CausesStep
from shadow_app.ui.debrief_day import DayStep
from shadow_app.ui.debrief_grades import GradesStep
from shadow_app.ui.debrief_promises import PromisesStep
from shadow_app.ui.debrief_ratings import RatingsStep
from shadow_app.ui.debrief_read_back import ReadBackStep
from shadow_app.ui.debrief_step import DebriefWork, Step
from shadow_app.ui.debrief_waiting import WaitingStep


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
