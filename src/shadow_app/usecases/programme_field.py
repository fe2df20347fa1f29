"""The parts of the programme report that need the field's figures: where to go, what is silent, where effort goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from shadow_app.domain.language import say
from shadow_app.insight.draws import PainKey
from shadow_app.insight.next_visit import Reason, Suggestion, Why
from shadow_app.reports import amounts
from shadow_app.reports.amounts import counted
from shadow_app.reports.programme import EffortAgainstHarm, NextVisit, Silence, Waiting
from shadow_app.usecases.programme_scene import FieldScene
from shadow_app.usecases.report_parts import Names

REASONS = 5
"""Of people's own reasons not to call the desk."""


def next_visits(field: FieldScene, titles: Mapping[PainKey, str], names: Names) -> tuple[NextVisit, ...]:
    """The suggestions, each with its reasons; nobody of IT is named."""
    pain_titles = {pain_point_id: title for (_, pain_point_id), title in titles.items() if pain_point_id}
    return tuple(
        NextVisit(
            names.place(each.site_id, each.role_id),
            tuple(_because(reason, each, field, pain_titles, names) for reason in each.reasons),
        )
        for each in field.suggestions
    )


def _because(
    reason: Reason,
    where: Suggestion,
    field: FieldScene,
    titles: Mapping[UUID, str],
    names: Names,
) -> str:
    currency = field.currencies.get(where.site_id, "GBP")
    told = where.told(reason)
    stake = say(", about {money} a year at stake", money=amounts.money(told, currency)) if told > 0 else ""
    match reason.why:
        case Why.SITE_NEVER_SEEN:
            return say("nobody has ever been there{stake}", stake=stake)
        case Why.ROLE_NEVER_SEEN:
            return say("nobody has been there with these people{stake}", stake=stake)
        case Why.THIN_EVIDENCE:
            known = titles.get(reason.pain_point_id) if reason.pain_point_id else None
            service = names.service(reason.service_id) if reason.service_id else ""
            return say("“{known}” is dear and rests on little{stake}", known=known or service, stake=stake)
        case Why.NOT_TOLD:
            return (
                say("it has never heard from us")
                if reason.days is None
                else say("not heard from us for {days}", days=_days(reason.days))
            )


def _days(days: int) -> str:
    return counted(days, "day|days")


def silence(field: FieldScene, names: Names, reasons: Sequence[str]) -> Silence:
    """How much the desk never hears: by what people say, and by what it counted. `reasons` are accepted words."""
    heard = field.silence
    spread = heard.range
    return Silence(
        asked=heard.notes,
        share=heard.share if heard.telling else None,
        low=spread.low if spread else None,
        high=spread.high if spread else None,
        reasons=tuple(reasons[:REASONS]),
        tickets=tuple(
            (names.service(line.service_id), line.occurrences, line.tickets, line.silent_share)
            for line in field.gap.counted
            if line.tickets is not None and line.silent_share is not None
        ),
        uncounted=tuple(names.service(line.service_id) for line in field.gap.uncounted) if field.counted else (),
    )


def waiting(field: FieldScene) -> Waiting:
    """What people waited for, and how much of it nobody needed any more."""
    found = field.waits
    return Waiting(found.notes, found.open, found.settled, found.expired, found.expired_share, found.mean_days)


def effort(field: FieldScene, names: Names) -> tuple[EffortAgainstHarm, ...]:
    """Where effort goes against where it hurts; nothing while nobody has counted tickets."""
    if field.effort is None:
        return ()
    return tuple(
        EffortAgainstHarm(names.service(line.service_id), line.effort, line.field) for line in field.effort.lines
    )
