"""The graded scales in words (`domain.md` §3): one place, so that every page says the same."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.vocabulary import BusinessDamage, Scope, TimeToDamage, Workaround

translate = QCoreApplication.translate


def damage_word(damage: BusinessDamage) -> str:
    """What happens to the business."""
    return {
        BusinessDamage.ANNOYANCE: translate("Scales", "annoyance"),
        BusinessDamage.REWORK: translate("Scales", "rework"),
        BusinessDamage.CUSTOMER_NOTICES: translate("Scales", "customer notices"),
        BusinessDamage.BUSINESS_LOST: translate("Scales", "business lost"),
        BusinessDamage.SAFETY_OR_LEGAL: translate("Scales", "safety or legal"),
    }[damage]


def time_word(time: TimeToDamage) -> str:
    """How soon the harm occurs."""
    return {
        TimeToDamage.CAN_WAIT: translate("Scales", "can wait"),
        TimeToDamage.THIS_WEEK: translate("Scales", "this week"),
        TimeToDamage.TODAY: translate("Scales", "today"),
        TimeToDamage.MINUTES: translate("Scales", "minutes"),
    }[time]


def workaround_word(workaround: Workaround) -> str:
    """How well people get by."""
    return {
        Workaround.NONE: translate("Scales", "none"),
        Workaround.CLUMSY: translate("Scales", "clumsy"),
        Workaround.GOOD: translate("Scales", "good"),
    }[workaround]


def scope_word(scope: Scope) -> str:
    """Whether each person meets it, or one event stops several."""
    return {
        Scope.PERSON: translate("Scales", "each person"),
        Scope.SHARED: translate("Scales", "shared event"),
    }[scope]
