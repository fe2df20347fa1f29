"""Why one would go somewhere next, in a sentence, and how the desk's counts compare with the field, in words."""

from __future__ import annotations

from shadow_app.insight.next_visit import Reason, Suggestion, Why
from shadow_app.insight.small_cells import FEWEST
from shadow_app.usecases.programme_scene import FieldScene


def reason_sentence(reason: Reason, suggestion: Suggestion, field: FieldScene) -> str:
    """One reason as people say it."""
    site = field.names.sites[suggestion.site_id].name
    stake = _stake(reason, suggestion, field)
    match reason.why:
        case Why.SITE_NEVER_SEEN:
            return f"Nobody from IT has ever been to {site}: {_at_work(suggestion, reason)}{stake}."
        case Why.ROLE_NEVER_SEEN:
            return f"Nobody has shadowed them there: {_at_work(suggestion, reason)}{stake}."
        case Why.THIN_EVIDENCE:
            money = _money(reason, suggestion, field)
            return f"{_pain(reason, field)} rests on little so far, and may cost {money} a year."
        case Why.NOT_TOLD:
            if reason.days is None:
                return f"{site} has never heard from IT."
            return f"{site} has not heard from IT for {reason.days:,} days."


def sentences(suggestion: Suggestion, field: FieldScene) -> str:
    """All its reasons, one sentence each."""
    return " ".join(reason_sentence(reason, suggestion, field) for reason in suggestion.reasons)


def _pain(reason: Reason, field: FieldScene) -> str:
    service = field.services[reason.service_id].name if reason.service_id else ""
    if reason.pain_point_id is None:
        return f"What is not sorted yet about {service}"
    return f"“{field.pain_titles[reason.pain_point_id]}” ({service})"


def _stake(reason: Reason, suggestion: Suggestion, field: FieldScene) -> str:
    if reason.money <= 0:
        return ""
    of_it = "" if suggestion.headcount < FEWEST else " of it"
    return f", about {_money(reason, suggestion, field)}{of_it} lost if it goes as elsewhere"


def _money(reason: Reason, suggestion: Suggestion, field: FieldScene) -> str:
    return f"{field.currencies[suggestion.site_id]} {reason.money:,.0f}"


def _at_work(suggestion: Suggestion, reason: Reason) -> str:
    if suggestion.headcount < FEWEST:
        # The hours of a few people tell how many they are.
        return f"fewer than {FEWEST} people"
    return f"{suggestion.headcount:,} people, {reason.hours:,.0f} hours of work a year"
