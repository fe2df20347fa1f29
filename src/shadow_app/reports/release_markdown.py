"""The release report as Markdown; the notes behind every line are named at the end."""

from __future__ import annotations

from shadow_app.domain.language import say
from shadow_app.reports import amounts, wording
from shadow_app.reports import release_words as phrases
from shadow_app.reports.immersion_pdf import about
from shadow_app.reports.marks import bullet, heading, paragraph, plain, table
from shadow_app.reports.parts import ReportState
from shadow_app.reports.release import Changed, NewPain, ReleaseReport
from shadow_app.reports.release_pdf import opening
from shadow_app.reports.you_said_markdown import annex


def lines(report: ReleaseReport) -> list[str]:
    """The report, line by line."""
    band = opening(report)
    out = [f"# {plain(band.headline)}", "", plain(" · ".join(line for line in band.place if line)), ""]
    if report.state is not ReportState.RELEASED:
        out += [f"**{wording.STATES[report.state].upper()}**", ""]
    out += [bullet(f"{label}: {value}") for label, value in band.facts]
    out += [
        "",
        *paragraph(report.lead or phrases.lead(report)),
        *paragraph(report.words),
        *heading(say("Pain by pain")),
    ]
    heads = (say("Pain"), say("Verdict"), say("Hours a year before"), say("Hours a year since"), say("Given back"))
    out += table(heads, [_line(each) for each in report.changed]) or [say(phrases.NO_PAINS), ""]
    out += [line for each in report.changed for line in _changed(each)]
    out += heading(say("New since the release"))
    out += [line for each in report.new for line in _new(each)] or [say(phrases.NOTHING_NEW), ""]
    out += heading(say("What works"))
    out += [bullet(good.text, about(good)) for good in report.works] or [say(phrases.NO_PRAISE), ""]
    out += [*heading(say("How sure are we?")), *paragraph(" ".join(phrases.basis(report))), *paragraph(report.thanks)]
    claims = [(each.pain, each.pain_point_id, each.evidence.notes, each.note_ids) for each in report.changed]
    claims += [(each.pain, each.pain_point_id, len(each.note_ids), each.note_ids) for each in report.new]
    return out + annex(claims)


def _line(changed: Changed) -> tuple[str, ...]:
    return (
        changed.pain,
        phrases.VERDICTS[changed.verdict],
        amounts.hours(amounts.about(changed.before.hours.value)) if changed.before.per_hour is not None else "–",
        amounts.hours(amounts.about(changed.after.hours.value)) if changed.after.per_hour is not None else "–",
        " · ".join(part for part in (phrases.verdict(changed), phrases.sure(changed)) if part),
    )


def _changed(changed: Changed) -> list[str]:
    facts = [changed.service, phrases.rates(changed), phrases.minutes(changed), wording.evidence(changed.evidence)]
    out = [*heading(changed.pain, 3), plain(" · ".join(facts)), ""]
    for label, words in ((say("What followed"), changed.consequence), (say("What is at stake"), changed.stake)):
        out += paragraph(f"{label}: {words}") if words else []
    return out + _quote(changed.quote, changed.quote_by)


def _new(new: NewPain) -> list[str]:
    out = [bullet(new.pain, phrases.found(new)), ""]
    out += paragraph(say("What followed: {consequence}", consequence=new.consequence)) if new.consequence else []
    return out + _quote(new.quote, new.quote_by)


def _quote(words: str, by: str) -> list[str]:
    return [f"> {plain(wording.quoted(words))}" + (f" — {plain(by)}" if by else ""), ""] if words else []
