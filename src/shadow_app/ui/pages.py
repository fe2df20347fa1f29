"""The pages of the rail, in its order. Each is imported when it is made: the first note waits for none but its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shadow_app.ui.desk import Desk, Page
from shadow_app.ui.page_place import LatePage

translate = QCoreApplication.translate


def _today(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.today_page import TodayPage

    return TodayPage(desk, parent)


def _visits(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.visit_page import VisitPage

    return VisitPage(desk, parent)


def _review(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.review.page import ReviewPage

    return ReviewPage(desk, parent)


def _pain_points(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.pain.page import PainPage

    return PainPage(desk, parent)


def _priorities(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.priorities.page import PrioritiesPage

    return PrioritiesPage(desk, parent)


def _programme(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.programme.page import ProgrammePage

    return ProgrammePage(desk, parent)


def _reports(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.reports.page import ReportsPage

    return ReportsPage(desk, parent)


def _settings(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.settings.page import SettingsPage

    return SettingsPage(desk, parent)


def _exchange(desk: Desk, parent: QWidget) -> Page:
    from shadow_app.ui.exchange.page import ExchangePage

    return ExchangePage(desk, parent)


PAGES: tuple[LatePage, ...] = (
    LatePage("today", "house", lambda: translate("TodayPage", "Today"), _today),
    LatePage("visits", "route", lambda: translate("VisitPage", "Visits"), _visits),
    LatePage("review", "list-checks", lambda: translate("ReviewPage", "Review"), _review),
    LatePage("pain_points", "flame", lambda: translate("PainPage", "Pain points"), _pain_points),
    LatePage("priorities", "chart-column", lambda: translate("PrioritiesPage", "Priorities"), _priorities),
    LatePage("programme", "target", lambda: translate("ProgrammePage", "Programme"), _programme),
    LatePage("reports", "file-text", lambda: translate("ReportsPage", "Reports"), _reports),
    LatePage("settings", "settings", lambda: translate("SettingsPage", "Settings"), _settings),
    LatePage("exchange", "users", lambda: translate("ExchangePage", "Together"), _exchange, has_foot=True),
)
