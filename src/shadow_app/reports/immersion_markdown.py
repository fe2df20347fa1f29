"""The immersion report as Markdown, in the order of the paper (`domain.md` §2.3). Photos are named, not carried."""

from __future__ import annotations

from shadow_app.domain.language import say
from shadow_app.domain.vocabulary import Evidence
from shadow_app.domain.words import KINDS, LANES
from shadow_app.reports import amounts, wording
from shadow_app.reports.immersion import ImmersionReport, LogChapter, LogEntry, Pain
from shadow_app.reports.immersion_annex import briefed
from shadow_app.reports.immersion_pdf import about, opening, strip_figure
from shadow_app.reports.marks import bullet, heading, paragraph, plain, table
from shadow_app.reports.method_pdf import FEW, FORMULA, number, weights
from shadow_app.reports.parts import Method, ReportState


def lines(report: ImmersionReport) -> list[str]:
    """The report, line by line."""
    band = opening(report)
    out = [f"# {plain(band.headline)}", "", plain(" · ".join(line for line in band.place if line)), ""]
    if report.state is not ReportState.RELEASED:
        out += [f"**{wording.STATES[report.state].upper()}**", ""]
    out += [bullet(f"{label}: {value}") for label, value in band.facts]
    out += [
        *heading(say("The day in 120 words")),
        *(paragraph(report.day.words) or _said(say("Nobody has written up the day yet."))),
    ]
    if report.day.stretches or report.day.marks:
        out += [plain(strip_figure(report, lambda words, size, weight: len(words) * size / 2).alt), ""]
    out += heading(say("What hurts most"))
    out += [line for one in report.pains for line in pain(one, report.currency)] or _said(
        say("No pain was noted on this visit.")
    )
    if report.meaning:
        out += [*heading(say("What this means for us")), *paragraph(report.meaning)]
    out += _middle(report)
    out += [*heading(say("How sure are we?")), *paragraph(" ".join(wording.how_sure(report.sureness)))]
    out += ["", *paragraph(report.thanks), *heading(say("Annex: everything we wrote down"))]
    out += [line for one in report.log for line in chapter(one)] or _said(say("No note was taken on this visit."))
    out += method(report.method)
    out += heading(say("For the service desk"))
    out += [bullet(f"{item.pain} ({item.service}, {item.site})", briefed(item)) for item in report.briefing] or _said(
        say("Nothing has to be passed on to the service desk.")
    )
    return out


def _said(words: str) -> list[str]:
    return [words, ""]


def pain(pain: Pain, currency: str) -> list[str]:
    """One pain: what it costs, what follows from it, and in whose words."""
    cost = (
        say("{hours:|hour|hours} a year", hours=amounts.hours(pain.hours.value))
        if pain.minutes_known
        else say("minutes not known")
    )
    money = say("about {money}", money=amounts.money(pain.money, currency)) if pain.money else ""
    graded = "" if pain.graded else say("damage not graded yet")
    facts = [cost, wording.likely(pain.hours), money, LANES[pain.lane], wording.evidence(pain.evidence), graded]
    out = [*heading(pain.title, 3), plain(" · ".join(fact for fact in (pain.service, *facts) if fact)), ""]
    out += paragraph(pain.consequence)
    if pain.quote:
        by = f" — {plain(pain.quote_by)}" if pain.quote_by else ""
        out += [f"> {plain(wording.quoted(pain.quote))}{by}", ""]
    return out


def _middle(report: ImmersionReport) -> list[str]:
    out = heading(say("What works – keep it"))
    out += [bullet(good.text, about(good)) for good in report.works] or _said(
        say("Nothing was noted that works especially well.")
    )
    out += heading(say("What surprised us"))
    out += [bullet(words) for words in report.surprises] or _said(say("Nothing surprised us, or nobody said so."))
    ranks = [(place.service, _rank(place.assumed), _rank(place.observed)) for place in report.ranks]
    out += table((say("Service"), say("IT’s list"), say("What we saw")), ranks)
    out += heading(say("Six questions, answered"))
    heads = (
        say("Pain"),
        say("Does it harm business?"),
        say("How fast?"),
        say("Can it wait?"),
        say("What is it worth?"),
    )
    rows = [
        (
            *tuple(
                words or say("not answered yet")
                for words in (a.pain, a.damage, a.time_critical, a.deferrable, a.effort)
            ),
            a.engagement or say("nobody yet"),
            a.desk or say("not answered yet"),
        )
        for a in report.answers
    ]
    out += table((*heads, say("Who talks to them?"), say("Does the desk know?")), rows) or _said(
        say("No pain has been discussed yet, so none of the six questions is answered.")
    )
    out += heading(say("What we promise"))
    out += [bullet(promise.text, wording.terms(promise)) for promise in report.promises] or _said(
        say("Nothing has been promised.")
    )
    out += heading(say("Since last time: you said – we did"))
    return out + (
        [bullet(since.said, wording.did(since)) for since in report.since]
        or _said(say("This is the first report from here; there is nothing to answer for yet."))
    )


def _rank(rank: int | None) -> str:
    return "–" if rank is None else str(rank)


def chapter(chapter: LogChapter) -> list[str]:
    """The log of one visit."""
    return [
        *heading(chapter.title, 3),
        *(line for entry in chapter.entries for line in _entry(entry, chapter.month_only)),
    ]


def _entry(entry: LogEntry, month_only: bool) -> list[str]:
    time = "" if month_only or entry.untimed else f"{amounts.clock(entry.at)} "
    facts = [entry.by, *entry.services, *entry.meta]
    facts += [say("told, not seen")] if entry.evidence is Evidence.TOLD else []
    facts += [say("surprised us")] if entry.surprise else []
    out = [f"**{time}{KINDS[entry.kind]}** {plain(' · '.join(fact for fact in facts if fact))}", ""]
    out += paragraph(entry.text)
    if entry.quote:
        out += [f"> {plain(wording.quoted(entry.quote))}", ""]
    for label, words in ((say("What followed"), entry.consequence), (say("Our reading"), entry.interpretation)):
        out += paragraph(f"{label}: {words}") if words else []
    return out + [
        say("Photo: {caption}\n", caption=plain(photo.caption) or say("no caption")) for photo in entry.photos
    ]


def method(how: Method | None) -> list[str]:
    """Formula, weights and sums."""
    out = [*heading(say("How the figures are made")), *(line for words in FORMULA for line in paragraph(say(words)))]
    if how is None:
        return [*out, say("No figure was worked out for this report."), ""]
    out += [line for words in (*weights(how), *how.remarks) for line in paragraph(words)]
    heads = (
        say("Pain"),
        say("Service"),
        say("Where"),
        "m",
        "r",
        "a",
        say("days"),
        "H",
        "u",
        say("Weighted"),
        "I/U/P",
        say("Lane"),
    )
    rows = [
        (
            w.pain,
            w.service,
            w.where,
            *tuple(say(FEW) if value is None else number(value) for value in (w.minutes, w.per_day, w.people, w.days)),
            amounts.decimal(w.hours, 1),
            amounts.decimal(w.uplift, 2),
            amounts.decimal(w.weighted, 1),
            f"{w.impact}/{w.urgency}/{w.priority}",
            LANES[w.lane] + ("" if w.graded else say(" (not graded)")),
        )
        for w in how.workings
    ]
    return out + table(heads, rows)
