"""What is known of one pain point, in sentences: hours, money, how sure, never reported, waiting, did it help."""

from __future__ import annotations

from shadow_app.insight.lost_hours import Missing
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.silent_pain import Silence
from shadow_app.insight.waits import Waits
from shadow_app.ui import amounts
from shadow_app.ui.letters import leading
from shadow_app.ui.pain.words import translate
from shadow_app.ui.plural import tr
from shadow_app.ui.service_rows import sureness
from shadow_app.usecases.pain_desk import PainRow, PainScene

_REASONS = 3


def seen_sentence(cost: PainCost) -> str:
    """What was met before our eyes beside what a year makes of it."""
    parts = [_watched(cost)]
    if cost.extrapolated_hours > 0.05:
        parts.append(
            translate(
                "PainFacts",
                "Of the {all:|hour|hours} a year {there:|is|are} worked out for sites we have been to, "
                "{beyond:|is|are} carried over to sites nobody has been to.",
            ).format(
                all=amounts.hours(cost.hours),
                there=amounts.hours(cost.observed_hours),
                beyond=amounts.hours(cost.extrapolated_hours),
            )
        )
    elif cost.hours > 0:
        parts.append(
            translate("PainFacts", "The hours a year are worked out for the sites we have been to, and for no other.")
        )
    if cost.minutes_unknown:
        parts.append(translate("PainFacts", "Some notes say no minutes; they count as none."))
    if Missing.HEADCOUNT in cost.missing:
        parts.append(translate("PainFacts", "Where nobody entered how many hold the role, one person counts."))
    if not cost.graded:
        parts.append(translate("PainFacts", "Nobody has graded the damage yet, so it counts as none."))
    return " ".join(parts)


def _watched(cost: PainCost) -> str:
    if cost.seen <= 0:
        return translate("PainFacts", "Nobody has seen it; it was told {times}.").format(times=times(cost.told))
    if cost.observed_minutes <= 0:
        return translate("PainFacts", "Seen {times}; nobody noted the minutes.").format(times=times(cost.seen))
    words = translate("PainFacts", "Seen {times}: {minutes:|minute|minutes} lost before our eyes.")
    return words.format(times=times(cost.seen), minutes=amounts.whole(cost.observed_minutes))


def times(number: float) -> str:
    """once, 12 times."""
    # A sum of whole numbers may arrive as one, which Qt would refuse.
    if round(number, 1) == 1:
        return translate("PainFacts", "once")
    return translate("PainFacts", "{number} times").format(number=amounts.short(float(number), 1))


def hours_note(scene: PainScene) -> str:
    """The 80 % range."""
    low, high = scene.spread
    if high <= 0:
        return ""
    return translate("PainFacts", "likely {span:|hour|hours}").format(span=amounts.span(low, high))


def sure_note(row: PainRow) -> str:
    """ "12 notes · 4 visits · 2 sites"."""
    return " · ".join((amounts.notes(row.notes), amounts.visits(row.visits), amounts.sites(row.sites)))


def sure_word(cost: PainCost) -> str:
    """Solid, first signs, an anecdote so far."""
    return leading(sureness(cost.behind).partition(":")[0])


def silence_sentence(silence: Silence) -> str:
    """How much the service desk never hears."""
    if silence.share is None:
        return translate("PainFacts", "Nobody has asked yet whether it was reported to the service desk.")
    if silence.silent <= 0:
        return translate("PainFacts", "The service desk hears of it: each of the {notes} that ask says so.").format(
            notes=amounts.notes(silence.notes)
        )
    if not silence.telling:
        words = translate("PainFacts", "Asked about in {notes}, never reported in {silent}: too few to tell.")
        return words.format(silent=amounts.whole(silence.silent_notes), notes=amounts.notes(silence.notes))
    words = translate("PainFacts", "{share} of it never reaches the service desk ({silent} of {times}, {notes}).")
    return words.format(
        share=amounts.percent(silence.share),
        silent=amounts.short(float(silence.silent), 1),
        times=amounts.short(float(silence.times), 1),
        notes=amounts.notes(silence.notes),
    )


def silence_reasons(silence: Silence) -> str:
    """Why not, in people's own words, the most frequent first."""
    said = [f"“{reason.rstrip('.')}”" for reason, _ in silence.reasons[:_REASONS]]
    return translate("PainFacts", "Why not: {reasons}.").format(reasons=amounts.joined(said)) if said else ""


def waits_sentence(waits: Waits) -> str:
    """How long people wait, how many still do, and what nobody needed any more."""
    if not waits.notes:
        return translate("PainFacts", "Nobody was seen waiting for something that was asked for.")
    parts = [_how_long(waits)]
    if waits.open:
        parts.append(translate("PainFacts", "{number} still open.").format(number=amounts.whole(waits.open)))
    if waits.expired_share is not None:
        words = translate("PainFacts", "{share} of what ended was no longer needed ({expired} of {settled}).")
        parts.append(
            words.format(
                share=amounts.percent(waits.expired_share),
                expired=amounts.whole(waits.expired),
                settled=amounts.whole(waits.settled),
            )
        )
    return " ".join(parts)


def _how_long(waits: Waits) -> str:
    notes = waits.notes
    asked = tr("%Ln request(s)", "", notes)
    if waits.mean_days is None or waits.longest_days is None:
        return translate("PainFacts", "Waiting: {requests}, no dates known.").format(requests=asked)
    words = translate("PainFacts", "Waiting: {requests}, {mean:|day|days} on average, the longest {longest}.")
    return words.format(
        requests=asked,
        mean=amounts.short(float(waits.mean_days), 1),
        longest=amounts.short(float(waits.longest_days), 1),
    )
