"""Why one would go somewhere next, in a sentence, and how the desk's counts compare with the field, in words."""

from __future__ import annotations

from shadow_app.domain.language import say
from shadow_app.insight.next_visit import Reason, Suggestion, Why
from shadow_app.insight.small_cells import FEWEST
from shadow_app.usecases.programme_scene import FieldScene


def reason_sentence(reason: Reason, suggestion: Suggestion, field: FieldScene) -> str:
    """One reason as people say it."""
    site = field.names.sites[suggestion.site_id].name
    stake = _stake(reason, suggestion, field)
    match reason.why:
        case Why.SITE_NEVER_SEEN:
            return say(
                "Nobody from IT has ever been to {site}: {at_work}{stake}.",
                site=site,
                at_work=_at_work(suggestion, reason),
                stake=stake,
            )
        case Why.ROLE_NEVER_SEEN:
            return say(
                "Nobody has shadowed them there: {at_work}{stake}.", at_work=_at_work(suggestion, reason), stake=stake
            )
        case Why.THIN_EVIDENCE:
            money = _money(reason, suggestion, field)
            return say(
                "{pain} rests on little so far, and may cost {money} a year.", pain=_pain(reason, field), money=money
            )
        case Why.NOT_TOLD:
            if reason.days is None:
                return say("{site} has never heard from IT.", site=site)
            return say("{site} has not heard from IT for {days:,|day|days}.", site=site, days=reason.days)


def sentences(suggestion: Suggestion, field: FieldScene) -> str:
    """All its reasons, one sentence each."""
    return " ".join(reason_sentence(reason, suggestion, field) for reason in suggestion.reasons)


def _pain(reason: Reason, field: FieldScene) -> str:
    service = field.services[reason.service_id].name if reason.service_id else ""
    if reason.pain_point_id is None:
        return say("What is not sorted yet about {service}", service=service)
    return say("“{title}” ({service})", title=field.pain_titles[reason.pain_point_id], service=service)


def _stake(reason: Reason, suggestion: Suggestion, field: FieldScene) -> str:
    if suggestion.told(reason) <= 0:
        return ""
    return say(", about {money} of it lost if it goes as elsewhere", money=_money(reason, suggestion, field))


def _money(reason: Reason, suggestion: Suggestion, field: FieldScene) -> str:
    return say("{currency} {money:,.0f}", currency=field.currencies[suggestion.site_id], money=reason.money)


def _at_work(suggestion: Suggestion, reason: Reason) -> str:
    if suggestion.headcount < FEWEST:
        # The hours of a few people tell how many they are.
        return say("fewer than {fewest:|person|people}", fewest=FEWEST)
    return say(
        "{headcount:,|person|people}, {hours:,.0f|hour|hours} of work a year",
        headcount=suggestion.headcount,
        hours=reason.hours,
    )
