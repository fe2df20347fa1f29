"""The briefing as Markdown, for the desk's own wiki."""

from __future__ import annotations

from shadow_app.domain.language import say
from shadow_app.domain.words import LANES
from shadow_app.reports import desk_briefing_words as phrases
from shadow_app.reports import wording
from shadow_app.reports.desk_briefing import DeskBriefing, DeskEntry
from shadow_app.reports.desk_briefing_pdf import opening
from shadow_app.reports.marks import bullet, heading, paragraph, plain
from shadow_app.reports.parts import ReportState
from shadow_app.reports.you_said_markdown import annex


def lines(report: DeskBriefing) -> list[str]:
    """The briefing, line by line."""
    band = opening(report)
    out = [f"# {plain(band.headline)}", "", plain(" · ".join(band.place)), ""]
    if report.state is not ReportState.RELEASED:
        out += [f"**{wording.STATES[report.state].upper()}**", ""]
    out += [bullet(f"{label}: {value}") for label, value in band.facts]
    out += ["", *paragraph(report.lead), *heading(say("When they ring"))]
    out += [line for entry in report.entries for line in _entry(entry)] or [say(phrases.NOTHING), ""]
    out += paragraph(phrases.basis(report))
    return out + annex([(each.pain, each.pain_point_id, each.evidence.notes, each.note_ids) for each in report.entries])


def _entry(entry: DeskEntry) -> list[str]:
    lane = LANES[entry.lane] + ("" if entry.graded else say(" (damage not graded yet)"))
    facts = [entry.service, phrases.where(entry), phrases.cost(entry), lane, wording.evidence(entry.evidence)]
    out = [*heading(entry.pain, 3), plain(" · ".join(facts)), ""]
    if entry.silent.mostly:
        out += [f"**{say(phrases.SILENT)}.**", ""]
    out.append(bullet(say("When they ring: {rings}.", rings=phrases.rings(entry))))
    for quote in entry.quotes:
        by = f" — {plain(quote.by)}" if quote.by else ""
        out.append(f"  - {plain(wording.quoted(quote.words))}{by}")
    if phrases.harm(entry):
        out.append(bullet(say("What it does to them: {harm}", harm=phrases.harm(entry))))
    out.append(bullet(say("Do they ring? {silence}", silence=phrases.silence(entry))))
    out.append(bullet(say("What helps meanwhile: {meanwhile}", meanwhile=phrases.meanwhile(entry))))
    out.append(bullet(say("What we promised or decided: {list}", list=" ".join(phrases.answers(entry)))))
    out.append(bullet(say("Who talks to them: {talks}", talks=phrases.talks(entry))))
    return [*out, bullet(phrases.known(entry)), ""]
