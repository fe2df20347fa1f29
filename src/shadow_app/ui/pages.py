"""The pages of the rail, in its order."""

from __future__ import annotations

from shadow_app.ui.desk import MakePage
from shadow_app.ui.exchange.page import ExchangePage
from shadow_app.ui.pain.page import PainPage
from shadow_app.ui.priorities.page import PrioritiesPage
from shadow_app.ui.programme.page import ProgrammePage
from shadow_app.ui.reports.page import ReportsPage
from shadow_app.ui.review.page import ReviewPage
from shadow_app.ui.settings.page import SettingsPage
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
    ExchangePage,
)
