"""The pages of the rail, in its order."""

from __future__ import annotations

from shadow_app.ui.desk import MakePage
from shadow_app.ui.pain_page import PainPage
from shadow_app.ui.priorities_page import PrioritiesPage
from shadow_app.ui.programme_page import ProgrammePage
from shadow_app.ui.reports_page import ReportsPage
from shadow_app.ui.review_page import ReviewPage
from shadow_app.ui.settings_page import SettingsPage
from shadow_app.ui.today_page import TodayPage
from shadow_app.ui.visit_page import VisitPage

PAGES: tuple[MakePage, ...] = (
    TodayPage,
    VisitPage,
    ReviewPage,
    PainPage,
    PrioritiesPage,
    ProgrammePage,
    ReportsPage,
    SettingsPage,
)
