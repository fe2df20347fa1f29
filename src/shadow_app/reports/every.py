"""Every kind of report that can be printed."""

from __future__ import annotations

from shadow_app.reports.desk_briefing import DeskBriefing
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.release import ReleaseReport
from shadow_app.reports.unit import UnitReport
from shadow_app.reports.you_said import YouSaidReport

Report = (
    ImmersionReport | PrioritiesReport | YouSaidReport | DeskBriefing | ReleaseReport | UnitReport | ProgrammeReport
)
