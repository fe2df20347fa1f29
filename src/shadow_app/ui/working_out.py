"""How a figure was worked out: the sum, the weights and the ITIL codes, for those who ask (`domain.md` §3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.vocabulary import Lane, Scope, Workaround
from shadow_app.domain.weights import Weights
from shadow_app.domain.words import WAYS_AROUND
from shadow_app.insight.draws import ServiceSpread
from shadow_app.insight.lost_hours import Basis, Extrapolated, Missing, Stratum
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.ui import amounts
from shadow_app.ui.row_sums import row_sums
from shadow_app.ui.scale_words import damage_word, time_word
from shadow_app.usecases.prioritising import Priorities

translate = QCoreApplication.translate

Names = Mapping[UUID, str]
"""Sites and roles by id."""


def working_out(ranked: Priorities, cost: ServiceCost, names: Names, drawn: ServiceSpread | None = None) -> str:
    """The whole sum of one service as plain text: pain point by pain point, then everything its row says."""
    parts = ["\n".join(pain_sum(ranked, pain, names)) for pain in cost.pains]
    total = translate(
        "WorkingOut", "Together: {hours:|hour|hours} a year, weighted {weighted}; the order goes by the latter."
    )
    parts.append(total.format(hours=amounts.hours(cost.hours), weighted=amounts.hours(cost.wlh)))
    parts += (f"{title}\n{text}" for title, text in row_sums(ranked, cost, drawn) if text)
    return "\n\n".join(parts)


def pain_sum(ranked: Priorities, pain: PainCost, names: Names) -> Iterator[str]:
    """One pain point, line by line: hours by site and role, what is carried over, the weight, money and codes."""
    yield ranked.pain_title(pain.pain_point_id)
    for stratum in pain.strata:
        yield _stratum(stratum, names)
    for beyond in pain.extrapolated:
        yield _beyond(beyond, names)
    yield from _lacks(pain)
    yield _weighing(pain, ranked.weights)
    yield from _money(ranked, pain, names)
    codes = translate("WorkingOut", "ITIL: impact {impact}, urgency {urgency}, priority {priority}.")
    yield codes.format(impact=pain.impact, urgency=pain.urgency, priority=pain.priority)
    yield _lane(pain)


def _stratum(one: Stratum, names: Names) -> str:
    if one.scope is Scope.SHARED:
        words = translate(
            "WorkingOut",
            "{where}: {minutes} min × {rate} a day × {people} stopped × {days:|day|days} ÷ 60 = {hours} h ({on})",
        )
    else:
        words = translate(
            "WorkingOut",
            "{where}: {minutes} min × {rate} a day × {people:|person|people} × {days:|day|days} "
            "÷ 60 = {hours} h ({on})",
        )
    return words.format(
        where=place_words(names, one.site_id, one.role_id),
        minutes=amounts.short(one.minutes or 0.0),
        rate=amounts.short(one.per_day),
        people=amounts.short(one.people),
        days=amounts.whole(one.population.days_per_year),
        hours=amounts.hours(one.hours),
        on=_basis(one),
    )


def _basis(one: Stratum) -> str:
    if one.basis is Basis.SEEN:
        words = translate("WorkingOut", "seen {times:|time|times} in {hours:|hour|hours}")
        return words.format(times=amounts.short(one.seen, 1), hours=amounts.short(one.shadowed_hours, 1))
    if one.basis is Basis.STATED:
        return translate("WorkingOut", "as people stated it")
    return translate("WorkingOut", "only told")


def _beyond(one: Extrapolated, names: Names) -> str:
    words = translate(
        "WorkingOut",
        "Carried over to {sites} where nobody has been, {role}: {rate} a day × {people:|person|people} = {hours} h",
    )
    return words.format(
        sites=amounts.sites(one.sites),
        role=name_words(names, one.role_id),
        rate=amounts.short(one.per_day),
        people=amounts.whole(one.people),
        hours=amounts.hours(one.hours),
    )


def _lacks(pain: PainCost) -> Iterator[str]:
    said = {
        Missing.MINUTES: translate("WorkingOut", "No note says how many minutes: counted as 0 hours."),
        Missing.HEADCOUNT: translate("WorkingOut", "Nobody entered how many hold the role: counted as one person."),
        Missing.EXPOSURE: translate("WorkingOut", "A visit has no hours yet: counted as seen in one working day."),
        Missing.PEOPLE_STOPPED: translate("WorkingOut", "A shared event does not say whom it stopped: one person."),
        Missing.HOURLY_RATE: translate("WorkingOut", "No price of an hour is known: the hours cost nothing here."),
    }
    yield from (words for lack, words in said.items() if lack in pain.missing)


def _weighing(pain: PainCost, weights: Weights) -> str:
    if pain.priced:
        words = translate("WorkingOut", "Weight: the damage is priced, {loss} a year; weighted {weighted} h.")
        return words.format(loss=amounts.whole(pain.loss), weighted=amounts.hours(pain.wlh))
    if not pain.graded:
        words = translate(
            "WorkingOut", "Weight: nobody has graded the damage, so it adds nothing; weighted {weighted} h."
        )
        return words.format(weighted=amounts.hours(pain.wlh))
    grades = pain.grades
    words = translate(
        "WorkingOut",
        "Weight: {damage} ({d}) × {time} ({t}) × {workaround} ({w}) = u {uplift}; "
        "{hours} h × (1 + {uplift}) = {weighted} h.",
    )
    return words.format(
        damage=damage_word(grades.damage),
        d=amounts.short(weights.of_damage(grades.damage)),
        time=time_word(grades.time),
        t=amounts.short(weights.of_time(grades.time)),
        workaround=workaround_words(grades.workaround),
        w=amounts.short(weights.of_workaround(grades.workaround)),
        uplift=amounts.short(pain.uplift),
        hours=amounts.hours(pain.hours),
        weighted=amounts.hours(pain.wlh),
    )


def _money(ranked: Priorities, pain: PainCost, names: Names) -> Iterator[str]:
    """What the hours cost, at each site and role that has a price."""
    share = ranked.weights.unrecovered_share
    for one in pain.strata:
        rate = one.population.hourly_rate
        if one.hours <= 0 or rate <= 0:
            continue
        words = translate("WorkingOut", "Money, {where}: {hours} h × {rate} {currency} × {share} = {money}")
        yield words.format(
            where=place_words(names, one.site_id, one.role_id),
            hours=amounts.hours(one.hours),
            rate=amounts.short(rate),
            currency=ranked.currency,
            share=amounts.percent(share),
            money=money_of(ranked, one.hours * rate * share),
        )
    carried = sum(beyond.cost for beyond in pain.extrapolated)
    if carried > 0:
        words = translate("WorkingOut", "Money of what is carried over, at the prices there: {money}")
        yield words.format(money=money_of(ranked, carried))
    if pain.loss > 0:
        words = translate("WorkingOut", "Money of priced damage: {events:|event|events} a year, {loss} in all")
        yield words.format(events=amounts.hours(pain.events), loss=money_of(ranked, pain.loss))
    if pain.cost > 0:
        yield translate("WorkingOut", "Money together: {money}").format(money=money_of(ranked, pain.cost))


def money_of(ranked: Priorities, value: float) -> str:
    """An amount in the ranking's currency; empty for nothing."""
    return amounts.money(value, ranked.currency) if value > 0 else ""


def _lane(pain: PainCost) -> str:
    """Why it presses or can wait: the rule that was the first to fit."""
    grades = pain.grades
    words = {
        Lane.DAMAGING: translate("WorkingOut", "Damages the business: the damage is {damage}, grade 3 or 4."),
        Lane.TIME_CRITICAL: translate("WorkingOut", "Cannot wait: the damage is {damage} and shows within {time}."),
        Lane.DEFERRABLE: translate(
            "WorkingOut", "Can wait: the damage is {damage} at most, and it can wait or there is a good way around it."
        ),
        Lane.PLAN: translate("WorkingOut", "To be planned: nothing of it presses and nothing says that it can wait."),
    }[pain.lane]
    return words.format(damage=damage_word(grades.damage), time=time_word(grades.time))


def workaround_words(quality: Workaround) -> str:
    """How well people get by."""
    return WAYS_AROUND[quality]


def place_words(names: Names, site_id: UUID, role_id: UUID) -> str:
    """ "Harbour depot, driver"."""
    return f"{name_words(names, site_id)}, {name_words(names, role_id)}"


def name_words(names: Names, record_id: UUID) -> str:
    """A site's or a role's name; what was removed is said to be."""
    return names.get(record_id) or translate("WorkingOut", "a removed entry")
